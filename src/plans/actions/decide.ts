// An officer confirms, edits or drops a fact, and gives the list that the text does not hold.

import { campaignsOfPlan } from '#src/campaigns/store/campaigns.ts';
import { record } from '#src/events/record.ts';
import { dateAt } from '#src/kernel/dates.ts';
import { insist, notFound, Refusal } from '#src/kernel/refusal.ts';
import { decidePlanRefusal, refusalOnceMade } from '#src/plans/rules/access.ts';
import { readAssignmentLines } from '#src/plans/rules/assignment-list.ts';
import type { DecisionKind } from '#src/plans/rules/decisions.ts';
import { dayOf, listedTemplates } from '#src/plans/rules/draft.ts';
import { type Fact, type FactGroup, listFacts } from '#src/plans/rules/facts.ts';
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
    const known = new Set(listFacts(plan.compiled, []).map((f) => f.pointer));
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
  if (!plan || !listedTemplates(plan.compiled.plan).includes(templateCode)) throw notFound();
  const read = readAssignmentLines(list, await nameIndexOf(db), dayOf(plan.compiled.plan, dateAt(now)));
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

/** The plan held for a change; refused once it has made its campaign. */
async function lockOpenPlan(trx: Db, planId: string): Promise<PlanRow> {
  const plan = await lockPlan(trx, planId);
  if (!plan) throw notFound();
  insist(refusalOnceMade(await campaignsOfPlan(trx, planId)));
  return plan;
}
