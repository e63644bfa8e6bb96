// One act makes the campaign: obligations, stages, tasks and visits, all or nothing.

import { createCampaign } from '#src/campaigns/actions.ts';
import { campaignsOfPlan } from '#src/campaigns/store/campaigns.ts';
import { dateAt } from '#src/kernel/dates.ts';
import { insist, notFound } from '#src/kernel/refusal.ts';
import { decidePlanRefusal, refusalOnceMade } from '#src/plans/rules/access.ts';
import { decidedPlan } from '#src/plans/rules/decisions.ts';
import { listedTemplates } from '#src/plans/rules/draft.ts';
import { editedDiagnostics } from '#src/plans/rules/edited-facts.ts';
import { draftLaunch, type LaunchDraft, type LaunchInput } from '#src/plans/rules/launch.ts';
import { assignmentsOf, decisionsOf, lockPlan, type PlanRow } from '#src/plans/store.ts';
import { type Act, transaction } from '#src/platform/database/connect.ts';
import { insertVisits } from '#src/surveys/store.ts';
import { latestVersions } from '#src/templates/store.ts';
import { nameIndexOf } from '#src/units/registry.ts';

/** What would be created from the plan as it is decided now. */
export async function previewLaunch(act: Pick<Act, 'db' | 'now'>, row: PlanRow): Promise<LaunchDraft> {
  const { db } = act;
  const decisions = await decisionsOf(db, row.id);
  const plan = decidedPlan(row.compiled.plan, decisions);
  const lists = await Promise.all(
    listedTemplates(plan).map(async (templateCode) =>
      (await assignmentsOf(db, row.id, templateCode)).map(({ unitId, title }) => ({
        templateCode,
        unitId,
        title,
      })),
    ),
  );
  const draft = await draftFrom(act, { planId: row.id, plan, assignments: lists.flat() });
  return { ...draft, diagnostics: [...draft.diagnostics, ...editedDiagnostics(row.compiled, decisions)] };
}

/** What would be created from these facts and lists, with the newest templates; nothing is stored. */
export async function draftFrom(
  { db, now }: Pick<Act, 'db' | 'now'>,
  given: Pick<LaunchInput, 'planId' | 'plan' | 'assignments'>,
): Promise<LaunchDraft> {
  const versions = await latestVersions(db);
  return draftLaunch({
    ...given,
    index: await nameIndexOf(db),
    templates: versions.map((v) => ({ code: v.code, versionId: v.id, name: v.name })),
    today: dateAt(now),
  });
}

/** Afterwards the campaign exists with everything the preview showed. Returns its slug. A plan makes one campaign. */
export async function launchCampaign(act: Act, planId: string): Promise<string> {
  insist(decidePlanRefusal(act.actor));
  return transaction(act.db, async (trx) => {
    const row = await lockPlan(trx, planId);
    if (!row) throw notFound();
    const within = { ...act, db: trx };
    insist(refusalOnceMade(await campaignsOfPlan(trx, planId)));
    const draft = await previewLaunch(within, row);
    const { id, slug } = await createCampaign(within, draft.campaign);
    await insertVisits(trx, id, draft.visits, act.now);
    return slug;
  });
}
