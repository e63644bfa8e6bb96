// The doors of the compiler's screen: look, decide, edit, add, match, assign, create.
import { Hono } from 'hono';
import { insist } from '#src/kernel/refusal.ts';
import {
  addFact,
  assignTemplate,
  confirmOpenFacts,
  decideFacts,
  matchPlace,
} from '#src/plans/actions/decide.ts';
import { launchCampaign } from '#src/plans/actions/launch.ts';
import { additionForm, assignmentsForm, decisionForm, groupForm, nameForm } from '#src/plans/forms.ts';
import { decidePlanRefusal, readPlanRefusal } from '#src/plans/rules/access.ts';
import { editedFacts } from '#src/plans/rules/decisions.ts';
import { listFacts, nextOpen } from '#src/plans/rules/facts.ts';
import { decisionsOf, planById } from '#src/plans/store.ts';
import { act, type Ctx, type Env, found } from '#src/web/env.ts';
import { attempt, parseForm, readForm } from '#src/web/form.ts';
import { isAdditionKind } from './addition.tsx';
import { factId } from './anchors.ts';
import { additionOf, editOf } from './edits.ts';
import { nothing, planPage } from './plan-page.tsx';

export const planPages = new Hono<Env>();

planPages.get('/plans/:id', (c) => {
  const { edit, add, quote = '', paragraph = '' } = c.req.query();
  const adding = isAdditionKind(add) ? { kind: add, typed: { quote, paragraph }, refusal: null } : null;
  return planPage(c, { ...nothing, editing: edit ?? null, adding });
});

planPages.post('/plans/:id/decisions', async (c) => {
  insist(decidePlanRefusal(act(c).actor));
  const { pointer, decision } = parseForm(decisionForm, await readForm(c));
  const result = await attempt(() =>
    decideFacts(act(c), c.req.param('id'), [{ pointer, decision, value: null }]),
  );
  if (result.refusal) return planPage(c, { ...nothing, refusal: result.refusal });
  return c.redirect(await placeAfter(c, pointer), 303);
});

planPages.post('/plans/:id/confirmation', async (c) => {
  const { group } = parseForm(groupForm, await readForm(c));
  const result = await attempt(() => confirmOpenFacts(act(c), c.req.param('id'), group));
  if (result.refusal) return planPage(c, { ...nothing, refusal: result.refusal });
  return c.redirect(`/plans/${c.req.param('id')}#du-kien`, 303);
});

planPages.post('/plans/:id/edits', async (c) => {
  const typed = await readForm(c);
  const pointer = String(typed.pointer ?? '');
  const result = await attempt(async () => {
    const { compiled } = found(await planById(act(c).db, c.req.param('id')));
    const decisions = await decisionsOf(act(c).db, c.req.param('id'));
    const fact = found(listFacts(compiled, decisions).find((f) => f.pointer === pointer));
    await decideFacts(act(c), c.req.param('id'), [
      { pointer, decision: 'edited', value: editOf(fact, editedFacts(compiled.plan, decisions), typed) },
    ]);
  });
  if (result.refusal) return planPage(c, { ...nothing, typed, refusal: result.refusal, editing: pointer });
  return c.redirect(await placeAfter(c, pointer), 303);
});

planPages.post('/plans/:id/facts', async (c) => {
  insist(decidePlanRefusal(act(c).actor));
  const typed = await readForm(c);
  const result = await attempt(() => {
    const head = parseForm(additionForm, typed);
    return addFact(act(c), c.req.param('id'), { ...head, ...additionOf(head.kind, typed, head.quote) });
  });
  if (result.refusal) {
    const adding = isAdditionKind(typed.kind) ? { kind: typed.kind, typed, refusal: result.refusal } : null;
    return planPage(c, { ...nothing, refusal: result.refusal, adding });
  }
  return c.redirect(`/plans/${c.req.param('id')}#${factId(result.value)}`, 303);
});

planPages.post('/plans/:id/names', async (c) => {
  insist(decidePlanRefusal(act(c).actor));
  const typed = await readForm(c);
  const result = await attempt(async () => {
    const chosen = parseForm(nameForm, typed);
    await matchPlace(act(c), c.req.param('id'), chosen);
    return chosen.pointer;
  });
  if (result.refusal) return planPage(c, { ...nothing, refusal: result.refusal });
  return c.redirect(`/plans/${c.req.param('id')}#${factId(result.value)}`, 303);
});

planPages.post('/plans/:id/assignments/:template', async (c) => {
  const typed = await readForm(c);
  const result = await attempt(async () =>
    assignTemplate(
      act(c),
      c.req.param('id'),
      c.req.param('template'),
      parseForm(assignmentsForm, typed).list,
    ),
  );
  if (result.refusal)
    return planPage(c, { ...nothing, typed, refusal: result.refusal, list: c.req.param('template') });
  return c.redirect(`/plans/${c.req.param('id')}#se-tao`, 303);
});

planPages.post('/plans/:id/campaign', async (c) => {
  const result = await attempt(() => launchCampaign(act(c), c.req.param('id')));
  if (result.refusal) return planPage(c, { ...nothing, refusal: result.refusal });
  return c.redirect(`/campaigns/${result.value}`, 303);
});

planPages.get('/plans/:id/facts.json', async (c) => {
  const { db, actor } = act(c);
  insist(readPlanRefusal(actor));
  const { compiled } = found(await planById(db, c.req.param('id')));
  return c.json({ plan: compiled.plan, spans: compiled.spans, diagnostics: compiled.diagnostics });
});

/** The officer's place: the next fact that waits after this one, else the first that waits, else the list. */
async function placeAfter(c: Ctx, pointer: string): Promise<string> {
  const id = c.req.param('id')!;
  const { compiled } = found(await planById(act(c).db, id));
  const next = nextOpen(listFacts(compiled, await decisionsOf(act(c).db, id)), pointer);
  return `/plans/${id}#${next ? factId(next.pointer) : 'du-kien'}`;
}
