// The compiler's screen: the text on one side, diagnostics and facts on the other, and what would be created below.
import { Hono } from 'hono';
import { campaignsOfPlan } from '#src/campaigns/store/campaigns.ts';
import { dateAt } from '#src/kernel/dates.ts';
import { bySeverity } from '#src/kernel/diagnostic.ts';
import { insist, type Refusal } from '#src/kernel/refusal.ts';
import {
  addFact,
  assignTemplate,
  confirmOpenFacts,
  decideFacts,
  matchPlace,
} from '#src/plans/actions/decide.ts';
import { launchCampaign, previewLaunch } from '#src/plans/actions/launch.ts';
import { additionForm, assignmentsForm, decisionForm, groupForm, nameForm } from '#src/plans/forms.ts';
import { decidePlanRefusal, readPlanRefusal } from '#src/plans/rules/access.ts';
import { addableKinds, withAdded } from '#src/plans/rules/additions.ts';
import { decidedPlan } from '#src/plans/rules/decisions.ts';
import { listedTemplates } from '#src/plans/rules/draft.ts';
import { type Fact, listFacts, nextOpen } from '#src/plans/rules/facts.ts';
import { unmatchedPlaces } from '#src/plans/rules/places.ts';
import { scopeOf } from '#src/plans/rules/scope.ts';
import { paragraphAt, sourceParagraphs } from '#src/plans/rules/segments.ts';
import { sortDiagnostics } from '#src/plans/rules/settled.ts';
import { milestones } from '#src/plans/rules/timeline.ts';
import { assignmentsOf, decisionsOf, planById } from '#src/plans/store.ts';
import { nameIndexOf } from '#src/units/registry.ts';
import { act, type Ctx, type Env, found, words } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf, type Typed } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { ErrorSummary } from '#src/web/ui.tsx';
import { type Adding, Addition, isAdditionKind } from './addition.tsx';
import { factId } from './anchors.ts';
import { DiagnosticActs } from './diagnostic-acts.tsx';
import { DiagnosticLists, Verdict } from './diagnostics.tsx';
import { additionOf, editOf } from './edits.ts';
import { FactLists } from './facts.tsx';
import { AssignmentList, Creation, TimeLine } from './preview.tsx';
import { SourceText } from './source.tsx';

export const planPages = new Hono<Env>();

type Shown = {
  typed: Typed;
  refusal: Refusal | null;
  editing: string | null;
  list: string | null;
  adding: Adding | null;
};
const nothing: Shown = { typed: {}, refusal: null, editing: null, list: null, adding: null };

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
      { pointer, decision: 'edited', value: editOf(fact, withAdded(compiled, decisions).plan, typed) },
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

async function planPage(c: Ctx, shown: Shown) {
  const acting = act(c);
  insist(readPlanRefusal(acting.actor));
  const id = c.req.param('id')!;
  const row = found(await planById(acting.db, id));
  const decisions = await decisionsOf(acting.db, id);
  const facts = listFacts(row.compiled, decisions);
  const plan = decidedPlan(row.compiled.plan, decisions);
  const scope = scopeOf(plan, await nameIndexOf(acting.db), dateAt(acting.now));
  const launch = await previewLaunch(acting, row);
  const [made] = await campaignsOfPlan(acting.db, id);
  const language = c.var.language;
  const t = words(c);
  const mayDecide = decidePlanRefusal(acting.actor) === null;
  const open = mayDecide && !made;
  const paragraphOf = (fact: Fact) => (fact.spans[0] ? paragraphAt(row.compiled, fact.spans[0][0]) : null);
  const lists = await Promise.all(
    listedTemplates(plan).map(async (code) => ({
      code,
      lines: await assignmentsOf(acting.db, id, code),
    })),
  );
  const sorted = sortDiagnostics(
    row.compiled.diagnostics,
    facts,
    lists.every((list) => list.lines.length > 0),
  );
  const diagnostics = bySeverity([...sorted.open, ...launch.diagnostics]);
  return page(
    c,
    {
      title: { vi: 'Đọc kế hoạch', en: 'Read the plan' },
      status: statusOf(shown.refusal),
      scripts: ['plan-facts'],
    },
    <>
      <ErrorSummary refusal={shown.refusal} language={language} />
      <div class="tk-head">
        <h1 class="govuk-heading-l">
          {t({ vi: 'Đọc kế hoạch: ', en: 'Reading the plan: ' })}
          <span class="tk-nb">{row.compiled.plan.symbol ?? t({ vi: 'chưa rõ số', en: 'no symbol' })}</span>
        </h1>
        <p class="tk-small">
          {row.sourceName} ·{' '}
          <a class="govuk-link" href="/plans/new">
            {t({ vi: 'Đọc văn bản khác', en: 'Read another text' })}
          </a>{' '}
          ·{' '}
          <a class="govuk-link" href={`/plans/${id}/facts.json`}>
            {t({ vi: 'Tải dữ kiện (JSON)', en: 'Download the facts (JSON)' })}
          </a>
        </p>
      </div>
      <Verdict diagnostics={diagnostics} facts={facts} language={language} />
      <div class="tk-cols tk-cols--compile">
        <section class="tk-compile__text" aria-labelledby="van-ban">
          <details open data-fold>
            <summary>
              <h2 class="govuk-heading-m" id="van-ban">
                {t({ vi: 'Văn bản', en: 'Text' })}
              </h2>
            </summary>
            <SourceText
              paragraphs={sourceParagraphs({ ...row.compiled, diagnostics: sorted.open }, facts)}
              selected={shown.editing}
              language={language}
            />
          </details>
        </section>
        <div class="tk-compile__facts">
          <DiagnosticLists
            open={diagnostics}
            settled={sorted.settled}
            compiled={row.compiled}
            acts={(diagnostic) =>
              open && (
                <DiagnosticActs
                  diagnostic={diagnostic}
                  planId={id}
                  facts={facts}
                  lists={lists.flatMap((list) => (list.lines.length === 0 ? [list.code] : []))}
                  language={language}
                />
              )
            }
            language={language}
          />
          <FactLists
            planId={id}
            facts={facts}
            mayDecide={open}
            unmatched={unmatchedPlaces(facts, scope)}
            language={language}
            paragraphOf={paragraphOf}
            editing={
              shown.editing ? { pointer: shown.editing, typed: shown.typed, refusal: shown.refusal } : null
            }
          />
          {open && (
            <Addition
              planId={id}
              kinds={addableKinds(withAdded(row.compiled, decisions).plan)}
              adding={shown.adding}
              templates={[...new Set(plan.reportTargets.flatMap((target) => target.template ?? []))]}
              language={language}
            />
          )}
        </div>
      </div>
      <TimeLine points={milestones(launch)} language={language} />
      {lists.map((list) => (
        <AssignmentList
          planId={id}
          {...list}
          typed={shown.list === list.code ? String(shown.typed.list ?? '') : null}
          refusal={shown.list === list.code ? shown.refusal : null}
          mayDecide={mayDecide && !made}
          language={language}
        />
      ))}
      <Creation
        planId={id}
        launch={launch}
        openFacts={facts.filter((f) => f.state === 'open').length}
        made={made?.slug ?? null}
        mayCreate={mayDecide}
        today={dateAt(acting.now)}
        language={language}
      />
    </>,
  );
}
