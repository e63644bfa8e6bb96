// The report of Lạng Sơn in a campaign of its own, opened and empty: where the tests of writing and sending begin.
import { obligationOfUnit } from '#src/campaigns/store/obligations.ts';
import { openReport } from '#src/reports/actions/sending.ts';
import type { TemplateVersion } from '#src/templates/rules.ts';
import { templateVersion } from '#src/templates/store.ts';
import type { TestApp } from './app.ts';
import { testCampaign } from './campaign.ts';

export type OwnReport = {
  campaign: { id: string; slug: string };
  reportId: string;
  template: TemplateVersion;
};

/** Afterwards "chau" has a report to write and "ha" a campaign to receive it in. */
export async function ownReport(test: TestApp): Promise<OwnReport> {
  const campaign = await testCampaign(test.act('ha'));
  const unitId = test.people.chau.memberships[0]!.unitId!;
  const obligation = (await obligationOfUnit(test.services.db, campaign.id, unitId))!;
  const reportId = await openReport(test.act('chau'), obligation.id);
  const template = (await templateVersion(test.services.db, obligation.templateVersionId))!;
  return { campaign, reportId, template };
}
