// The final report for someone who may write it: what every writing page begins with.
import { campaignSeenBy } from '#src/campaigns/actions.ts';
import { refusalToWrite } from '#src/finalreport/rules/access.ts';
import { finalReportOf } from '#src/finalreport/store.ts';
import { insist } from '#src/kernel/refusal.ts';
import { act, type Ctx, found } from '#src/web/env.ts';

/** `base` is the report's address. Refuses readers, and is not found for everyone else. */
export async function reportToWrite(c: Ctx) {
  const { db, actor } = act(c);
  insist(refusalToWrite(actor));
  const campaign = await campaignSeenBy({ db, actor }, c.req.param('slug')!);
  const report = found(await finalReportOf(db, campaign.id));
  return { db, campaign, report, base: `/campaigns/${campaign.slug}/final-report` };
}
