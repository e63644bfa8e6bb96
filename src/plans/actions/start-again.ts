// A new plan is begun from an earlier campaign: first shown, with its dates moved and its units read again, then stored.
import type { CampaignRow, ObligationRow } from '#src/campaigns/rules.ts';
import { obligationsOf } from '#src/campaigns/store/obligations.ts';
import { record } from '#src/events/record.ts';
import { dateAt, type LocalDate } from '#src/kernel/dates.ts';
import { insist, notFound, Refusal } from '#src/kernel/refusal.ts';
import type { CompiledPlan, PlanFacts } from '#src/plans/compiler/model.ts';
import { decidePlanRefusal } from '#src/plans/rules/access.ts';
import { type CarriedDecision, carryOver } from '#src/plans/rules/carrying-over.ts';
import {
  type Becoming,
  becomings,
  type CarriedList,
  carriedList,
  carriedTarget,
  comings,
  withoutClaimed,
} from '#src/plans/rules/carrying-units.ts';
import { decidedPlan } from '#src/plans/rules/decisions.ts';
import { listedTemplates } from '#src/plans/rules/draft.ts';
import { asAmended, decidedReading } from '#src/plans/rules/earlier-reading.ts';
import type { LaunchDraft } from '#src/plans/rules/launch.ts';
import {
  type DateRule,
  type NewTime,
  newTimes,
  shiftOf,
  type TypedTime,
  timesGiven,
} from '#src/plans/rules/new-times.ts';
import { planTimes } from '#src/plans/rules/plan-times.ts';
import { bodyMeant, bodyNamed, scopeOf } from '#src/plans/rules/scope.ts';
import {
  decisionsOf,
  insertDecisions,
  insertPlan,
  lockNewPlan,
  planById,
  replaceAssignments,
} from '#src/plans/store.ts';
import { type Act, transaction } from '#src/platform/database/connect.ts';
import type { Json } from '#src/platform/database/json.ts';
import type { NameIndex } from '#src/units/matching.ts';
import { nameIndexOf } from '#src/units/registry.ts';
import { nameOn } from '#src/units/rules.ts';
import { draftFrom } from './launch.ts';

/** The earlier campaign as a new one can begin from it: its facts as decided and amended, on its own text. */
export type Earlier = {
  campaign: CampaignRow;
  reading: CompiledPlan;
  obligations: ObligationRow[];
  index: NameIndex;
};

/** What an officer gives for the new plan. `typed`: times given by hand, by the key of the old one. */
export type Start = {
  symbol: string;
  issuedOn: LocalDate;
  issuer: string;
  title: string;
  rule: DateRule;
  typed: ReadonlyMap<string, TypedTime>;
};

export type StartPreview = {
  times: NewTime[];
  changes: Becoming[];
  lists: CarriedList[];
  joined: string[];
  missing: string[];
  released: string[];
  draft: LaunchDraft;
};

export async function earlierOf({ db, actor }: Act, campaign: CampaignRow): Promise<Earlier> {
  insist(decidePlanRefusal(actor));
  const row = await planById(db, campaign.planId);
  if (!row) throw notFound();
  const reading = decidedReading(row.compiled, await decisionsOf(db, row.id));
  const obligations = await obligationsOf(db, campaign.id);
  return {
    campaign,
    obligations,
    reading: { ...reading, plan: asAmended(reading.plan, obligations) },
    index: await nameIndexOf(db),
  };
}

/** The issuer's name on a day: its successor's when it is gone and has one. */
export function issuerOn({ reading: { plan }, index }: Earlier, on: LocalDate): string {
  if (!plan.issuer) return '';
  const match = bodyMeant({ ...scopeOf(plan, index, on), on }, plan.issuer);
  const [heir, ...more] = match.status === 'abolished' ? match.successors : [];
  return heir && more.length === 0 ? nameOn(index.registry, heir, on).fullName : plan.issuer;
}

/** What beginning would give. Times that are missing or cannot be read are said in `times`; nothing is stored. */
export async function previewStart(act: Act, earlier: Earlier, start: Start): Promise<StartPreview> {
  const { index, obligations } = earlier;
  const times = timesFor(earlier, start);
  const decisions = decisionsFor(earlier, start, times);
  const plan = decidedPlan(
    earlier.reading.plan,
    decisions.map((d) => ({ ...d, decidedAt: act.now })),
  );
  const on = start.issuedOn;
  const listed = listedTemplates(plan).map((code) => carriedList(index.registry, code, obligations, on));
  const drafted = await draftWith(act, plan, listed);
  const claimed = new Map(drafted.assigned.twice.map((t) => [t.unit.id, t.templateCodes]));
  const lists = listed.map((list) => withoutClaimed(list, claimed));
  const draft = claimed.size > 0 ? await draftWith(act, plan, lists) : drafted;
  const receiver = plan.issuer ? (bodyNamed(scopeOf(plan, index, on), plan.issuer)?.id ?? null) : null;
  const waiting = new Set([...draft.postponed, ...lists.map((l) => l.templateCode)]);
  return {
    times,
    lists,
    draft,
    changes: becomings(index.registry, obligations, on),
    ...comings(index.registry, obligations, draft.campaign.obligations, { on, waiting, receiver }),
  };
}

function draftWith(act: Act, plan: PlanFacts, lists: readonly CarriedList[]): Promise<LaunchDraft> {
  const assignments = lists.flatMap(({ templateCode, lines }) =>
    lines.map(({ unitId, title }) => ({ templateCode, unitId, title })),
  );
  return draftFrom(act, { planId: '', plan, assignments });
}

function timesFor({ reading: { plan }, campaign }: Earlier, { rule, issuedOn, typed }: Start): NewTime[] {
  const said = plan.issuedOn?.precision === 'day' ? plan.issuedOn.from : null;
  const shift = shiftOf(rule, said?.slice(0, 10) ?? campaign.issuedOn, issuedOn);
  if (shift instanceof Refusal) throw shift;
  return newTimes(planTimes(plan), shift, { stepsOver: rule.offRest, typed });
}

function decisionsFor(
  { reading: { plan }, index, campaign }: Earlier,
  start: Start,
  times: readonly NewTime[],
): CarriedDecision[] {
  const given = new Map(times.flatMap((t) => (t.next ? [[t.key, t.next] as const] : [])));
  const then = scopeOf(plan, index, dateAt(campaign.createdAt));
  const classes = plan.reportTargets.flatMap((target, i): CarriedDecision[] => {
    const value = carriedTarget(target, then, start.issuedOn);
    return value ? [{ pointer: `/reportTargets/${i}`, decision: 'edited', value }] : [];
  });
  return [...carryOver(plan, { ...start, times: given }), ...classes];
}

/**
 * Afterwards the new plan stands under `id` with the earlier text and facts, what differs as decisions of the officer,
 * and the lists as far as they could be carried. Begun twice under one id it is begun once. Returns the id.
 */
export async function startAgain(act: Act, campaign: CampaignRow, start: Start, id: string): Promise<string> {
  const { actor, now } = act;
  insist(decidePlanRefusal(actor));
  return transaction(act.db, async (trx) => {
    await lockNewPlan(trx, id);
    const begun = await planById(trx, id);
    if (begun?.originCampaignId === campaign.id) return id;
    if (begun) throw notFound();
    const within = { ...act, db: trx };
    const earlier = await earlierOf(within, campaign);
    const { times, lists } = await previewStart(within, earlier, start);
    const given = timesGiven(times);
    if (given instanceof Refusal) throw given;
    await insertPlan(trx, newPlan(earlier, actor.id), now, id);
    const decisions = decisionsFor(earlier, start, times).map((d) => ({
      ...d,
      value: d.value as Json,
      planId: id,
      by: actor.id,
    }));
    await insertDecisions(trx, decisions, now);
    for (const { templateCode, lines } of lists)
      await replaceAssignments(trx, { planId: id, templateCode, lines, by: actor.id }, now);
    await record(trx, actor, now, {
      name: 'plan.started-again',
      subjectType: 'plan',
      subjectId: id,
      campaignId: campaign.id,
      data: { symbol: start.symbol, issuedOn: start.issuedOn, from: campaign.slug, rule: start.rule.kind },
    });
    return id;
  });
}

const newPlan = ({ campaign, reading }: Earlier, createdBy: string) => ({
  sourceName: campaign.planSymbol,
  sourceFile: null,
  compiled: reading,
  createdBy,
  originCampaignId: campaign.id,
});
