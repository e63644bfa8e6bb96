// One act makes the campaign: obligations, stages, tasks and visits, all or nothing.

import { createCampaign } from '#src/campaigns/actions.ts';
import { campaignsOfPlan } from '#src/campaigns/store/campaigns.ts';
import { dateAt } from '#src/kernel/dates.ts';
import { insist, notFound } from '#src/kernel/refusal.ts';
import { decidePlanRefusal, refusalOnceMade } from '#src/plans/rules/access.ts';
import { decidedPlan } from '#src/plans/rules/decisions.ts';
import { listedTemplates } from '#src/plans/rules/draft.ts';
import { draftLaunch, type LaunchDraft } from '#src/plans/rules/launch.ts';
import { assignmentsOf, decisionsOf, lockPlan, type PlanRow } from '#src/plans/store.ts';
import { type Act, transaction } from '#src/platform/database/connect.ts';
import { insertVisits } from '#src/surveys/store.ts';
import { latestVersions } from '#src/templates/store.ts';
import { nameIndexOf } from '#src/units/registry.ts';

/** What would be created from the plan as it is decided now. */
export async function previewLaunch(
  { db, now }: Pick<Act, 'db' | 'now'>,
  row: PlanRow,
): Promise<LaunchDraft> {
  const plan = decidedPlan(row.compiled.plan, await decisionsOf(db, row.id));
  const lists = await Promise.all(
    listedTemplates(plan).map(async (templateCode) =>
      (await assignmentsOf(db, row.id, templateCode)).map((a) => ({
        templateCode,
        unitId: a.unitId,
        title: a.title,
      })),
    ),
  );
  const versions = await latestVersions(db);
  return draftLaunch({
    planId: row.id,
    plan,
    index: await nameIndexOf(db),
    assignments: lists.flat(),
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
