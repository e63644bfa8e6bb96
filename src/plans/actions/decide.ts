// An officer confirms, edits or drops a fact, and gives the list that the text does not hold.

import { campaignsOfPlan } from '#src/campaigns/store/campaigns.ts';
import { record } from '#src/events/record.ts';
import { dateAt } from '#src/kernel/dates.ts';
import { insist, invalid, notFound, Refusal } from '#src/kernel/refusal.ts';
import type { PlanFacts, Visit } from '#src/plans/compiler/model.ts';
import { decidePlanRefusal, refusalOnceMade } from '#src/plans/rules/access.ts';
import { type AdditionKind, placeOfQuote, pointerForNew, withAdded } from '#src/plans/rules/additions.ts';
import { readAssignmentLines } from '#src/plans/rules/assignment-list.ts';
import { type DecisionKind, decidedPlan, editedFacts } from '#src/plans/rules/decisions.ts';
import { listedTemplates } from '#src/plans/rules/draft.ts';
import { type Fact, type FactGroup, listFacts } from '#src/plans/rules/facts.ts';
import { bodyNamed, scopeOf } from '#src/plans/rules/scope.ts';
import {
  decisionsOf,
  insertDecisions,
  lockPlan,
  type PlanRow,
  planById,
  replaceAssignments,
} from '#src/plans/store.ts';
import { type Act, type Db, transaction } from '#src/platform/database/connect.ts';
import type { Json } from '#src/platform/database/json.ts';
import { nameIndexOf } from '#src/units/registry.ts';

export type Decision = { pointer: string; decision: DecisionKind; value: Json | null };

/** Afterwards these decisions stand for the named facts; earlier ones are kept. */
export async function decideFacts(
  { db, actor, now }: Act,
  planId: string,
  decisions: readonly Decision[],
): Promise<void> {
  insist(decidePlanRefusal(actor));
  await transaction(db, async (trx) => {
    const plan = await lockOpenPlan(trx, planId);
    const known = new Set(listFacts(plan.compiled, await decisionsOf(trx, planId)).map((f) => f.pointer));
    for (const d of decisions) if (!known.has(d.pointer)) throw notFound();
    await insertDecisions(
      trx,
      decisions.map((d) => ({ ...d, planId, by: actor.id })),
      now,
    );
    const data = { decisions: decisions.map(({ pointer, decision }) => ({ pointer, decision })) };
    await record(trx, actor, now, {
      name: 'plan.fact-decided',
      subjectType: 'plan',
      subjectId: planId,
      data,
    });
  });
}

/** Afterwards every open fact of the plan, or of one group, is confirmed as read. */
export async function confirmOpenFacts(act: Act, planId: string, group: FactGroup | null): Promise<void> {
  insist(decidePlanRefusal(act.actor));
  const plan = await planById(act.db, planId);
  if (!plan) throw notFound();
  const facts = listFacts(plan.compiled, await decisionsOf(act.db, planId));
  const open = facts.filter((f) => f.state === 'open' && (group === null || f.group === group));
  await decideFacts(
    act,
    planId,
    open.map((f: Fact) => ({ pointer: f.pointer, decision: 'confirmed', value: null })),
  );
}

/**
 * Afterwards the template's list is the given one. Lines whose unit cannot be named are refused all together,
 * line by line, and nothing is changed; the typed list stays on the page.
 */
export async function assignTemplate(
  act: Act,
  planId: string,
  templateCode: string,
  list: string,
): Promise<void> {
  const { db, actor, now } = act;
  insist(decidePlanRefusal(actor));
  const plan = await planById(db, planId);
  if (!plan) throw notFound();
  const decided = decidedPlan(plan.compiled.plan, await decisionsOf(db, planId));
  if (!listedTemplates(decided).includes(templateCode)) throw notFound();
  const read = readAssignmentLines(list, scopeOf(decided, await nameIndexOf(db), dateAt(now)));
  if (read.problems.length > 0)
    throw new Refusal(
      'invalid',
      'assignment-list',
      {
        vi: 'Có dòng chưa rõ đơn vị; chưa lưu dòng nào.',
        en: 'Some lines name no single unit; nothing was saved.',
      },
      { details: read.problems },
    );
  await transaction(db, async (trx) => {
    await lockOpenPlan(trx, planId);
    await replaceAssignments(trx, { planId, templateCode, lines: read.lines, by: actor.id }, now);
    await record(trx, actor, now, {
      name: 'plan.assigned',
      subjectType: 'plan',
      subjectId: planId,
      data: { templateCode, units: read.lines.length },
    });
  });
}

export type NewFact = {
  kind: AdditionKind;
  fact: Json;
  binds: string | null;
  quote: string;
  paragraph: number | null;
};

/** Afterwards the plan has one more fact, standing on the quoted words. Returns its pointer. */
export async function addFact({ db, actor, now }: Act, planId: string, added: NewFact): Promise<string> {
  insist(decidePlanRefusal(actor));
  return transaction(db, async (trx) => {
    const { compiled } = await lockOpenPlan(trx, planId);
    const pointer = pointerForNew(withAdded(compiled, await decisionsOf(trx, planId)).plan, added.kind);
    if (pointer instanceof Refusal) throw pointer;
    const span = placeOfQuote(compiled, added.quote, added.paragraph);
    if (span instanceof Refusal) throw span;
    const value = { fact: added.fact, span, binds: added.binds };
    await insertDecisions(trx, [{ planId, pointer, decision: 'added', value, by: actor.id }], now);
    await record(trx, actor, now, {
      name: 'plan.fact-added',
      subjectType: 'plan',
      subjectId: planId,
      data: { pointer, kind: added.kind, quote: added.quote },
    });
    return pointer;
  });
}

/** Afterwards the place that named nobody names this unit; the other places of the visit stay. */
export async function matchPlace(
  act: Act,
  planId: string,
  { pointer, name, unit }: { pointer: string; name: string; unit: string },
): Promise<void> {
  insist(decidePlanRefusal(act.actor));
  const plan = await planById(act.db, planId);
  if (!plan) throw notFound();
  const decisions = await decisionsOf(act.db, planId);
  const fact = listFacts(plan.compiled, decisions).find((f) => f.pointer === pointer && f.group === 'visits');
  const value = fact && visitOf(editedFacts(plan.compiled.plan, decisions), fact);
  if (!value?.units.includes(name)) throw notFound();
  const decided = decidedPlan(plan.compiled.plan, decisions);
  if (!bodyNamed(scopeOf(decided, await nameIndexOf(act.db), dateAt(act.now)), unit))
    throw invalid('place-not-one-unit', {
      vi: 'Tên vừa chọn chưa chỉ đúng một đơn vị. Đề nghị chọn lại, hoặc bấm “Sửa”.',
      en: 'The chosen name is no one unit. Choose another, or edit the list.',
    });
  const units = value.units.map((n) => (n === name ? unit : n));
  await decideFacts(act, planId, [
    { pointer, decision: 'edited', value: { ...value, units } as unknown as Json },
  ]);
}

function visitOf(plan: PlanFacts, fact: Fact): Visit | null {
  const visit = plan.visits[Number(fact.pointer.split('/')[2])];
  return visit ? { ...visit, units: fact.typed.split('\n') } : null;
}

/** The plan held for a change; refused once it has made its campaign. */
async function lockOpenPlan(trx: Db, planId: string): Promise<PlanRow> {
  const plan = await lockPlan(trx, planId);
  if (!plan) throw notFound();
  insist(refusalOnceMade(await campaignsOfPlan(trx, planId)));
  return plan;
}
