// What the compiler's page shows of one plan, gathered before anything of it is drawn.
import { campaignById, campaignsOfPlan } from '#src/campaigns/store/campaigns.ts';
import { dateAt } from '#src/kernel/dates.ts';
import { bySeverity } from '#src/kernel/diagnostic.ts';
import { insist } from '#src/kernel/refusal.ts';
import { previewLaunch } from '#src/plans/actions/launch.ts';
import { planNow } from '#src/plans/actions/settle-class.ts';
import type { PlanFacts } from '#src/plans/compiler/model.ts';
import { decidePlanRefusal, readPlanRefusal } from '#src/plans/rules/access.ts';
import { decidedPlan } from '#src/plans/rules/decisions.ts';
import { listedTemplates } from '#src/plans/rules/draft.ts';
import { type Fact, listFacts } from '#src/plans/rules/facts.ts';
import { withReckonedTimes } from '#src/plans/rules/reckoning.ts';
import { scopeOf } from '#src/plans/rules/scope.ts';
import { sortDiagnostics } from '#src/plans/rules/settled.ts';
import { assignmentsOf, decisionsOf, planById } from '#src/plans/store.ts';
import type { Act } from '#src/platform/database/connect.ts';
import { latestVersions } from '#src/templates/store.ts';
import { nameIndexOf } from '#src/units/registry.ts';
import { found } from '#src/web/env.ts';
import type { PlacedClass } from './classes.tsx';

export type PlanSeen = Awaited<ReturnType<typeof planSeen>>;

/** The plan as decided so far, with its facts, lists and diagnostics; refused to whoever may not read plans, not found when there is none. */
export async function planSeen(acting: Act, id: string) {
  const { db, actor, now } = acting;
  insist(readPlanRefusal(actor));
  const row = found(await planById(db, id));
  const decisions = await decisionsOf(db, id);
  const facts = listFacts(row.compiled, decisions);
  const plan = decidedPlan(row.compiled.plan, decisions);
  const scope = scopeOf(plan, await nameIndexOf(db), dateAt(now));
  const launch = await previewLaunch(acting, row);
  const [made] = await campaignsOfPlan(db, id);
  const origin = row.originCampaignId && (await campaignById(db, row.originCampaignId));
  const mayDecide = decidePlanRefusal(actor) === null;
  const lists = await Promise.all(
    listedTemplates(plan).map(async (code) => ({ code, lines: await assignmentsOf(db, id, code) })),
  );
  const listed = lists.every((list) => list.lines.length > 0);
  const sorted = sortDiagnostics(row.compiled.diagnostics, facts, listed);
  return {
    ...{ row, decisions, facts, plan, scope, launch, made, origin, lists, sorted, mayDecide },
    diagnostics: bySeverity([...sorted.open, ...launch.diagnostics]),
    /** Facts may still be decided: by this person, and no campaign has been made. */
    open: mayDecide && !made,
    classes: standingClasses(facts, (await planNow(db, row)).plan),
    templates: (await latestVersions(db)).map((v) => v.code),
  };
}

/** The classes that stand, each with its place in the plan. */
function standingClasses(facts: readonly Fact[], plan: PlanFacts): PlacedClass[] {
  const { reportTargets } = withReckonedTimes(plan);
  return facts
    .filter((f) => f.group === 'targets' && f.state !== 'dropped')
    .map((f) => Number(f.pointer.split('/')[2]))
    .map((index) => ({ index, target: reportTargets[index]! }));
}
