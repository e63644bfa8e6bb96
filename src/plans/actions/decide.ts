// An officer confirms, edits or drops a fact, and gives the list that the text does not hold.

import { record } from '#src/events/record.ts';
import { dateAt, type LocalDate } from '#src/kernel/dates.ts';
import { insist, notFound, Refusal } from '#src/kernel/refusal.ts';
import { decidePlanRefusal } from '#src/plans/rules/access.ts';
import { readAssignmentLines } from '#src/plans/rules/assignment-list.ts';
import type { DecisionKind } from '#src/plans/rules/decisions.ts';
import { dayOf } from '#src/plans/rules/draft.ts';
import { type Fact, listFacts } from '#src/plans/rules/facts.ts';
import {
  decisionsOf,
  insertDecisions,
  type PlanRow,
  planById,
  replaceAssignments,
} from '#src/plans/store.ts';
import { type Act, transaction } from '#src/platform/database/connect.ts';
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
    const plan = await openPlan({ db: trx, actor, now }, planId);
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
export async function confirmOpenFacts(act: Act, planId: string, group: string | null): Promise<void> {
  const plan = await openPlan(act, planId);
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
  const plan = await openPlan(act, planId);
  const read = readAssignmentLines(
    list,
    await nameIndexOf(db),
    dayOf(plan.compiled.plan, dateAt(now) as LocalDate),
  );
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
    await replaceAssignments(trx, { planId, templateCode, lines: read.lines, by: actor.id }, now);
    await record(trx, actor, now, {
      name: 'plan.assigned',
      subjectType: 'plan',
      subjectId: planId,
      data: { templateCode, units: read.lines.length },
    });
  });
}

async function openPlan({ db, actor }: Act, planId: string): Promise<PlanRow> {
  insist(decidePlanRefusal(actor));
  const plan = await planById(db, planId);
  if (!plan) throw notFound();
  return plan;
}
