// What readers do: mark a section as read across units, and pick a passage as evidence.

import { campaignSeenBy } from '#src/campaigns/actions.ts';
import { templateVersionsOf } from '#src/campaigns/store/campaigns.ts';
import { record } from '#src/events/record.ts';
import { insist, notFound } from '#src/kernel/refusal.ts';
import { type Act, type Db, transaction } from '#src/platform/database/connect.ts';
import { submissionById } from '#src/reports/store/submissions.ts';
import { findSection, type OutlineSection } from '#src/templates/rules.ts';
import { templateVersionsById } from '#src/templates/store.ts';
import {
  onOneLine,
  type PickedPassage,
  refusalToPick,
  refusalToQuote,
  refusalToRead,
  wordsOfBlock,
} from './rules.ts';
import { insertEvidence, insertReadings, sectionAcross, sectionReading } from './store.ts';

/** Afterwards the passage may be cited; it keeps its submission, section and block. An empty quote takes the whole block. Returns its id. */
export async function pickEvidence(
  { db, actor, now }: Act,
  slug: string,
  pick: PickedPassage,
): Promise<string> {
  insist(refusalToPick(actor));
  const campaign = await campaignSeenBy({ db, actor }, slug);
  const submission = await submissionById(db, pick.submissionId);
  if (submission?.campaignId !== campaign.id) throw notFound();
  const section = await sectionReading(db, pick.submissionId, pick.sectionCode);
  const words = section && wordsOfBlock(section, pick.blockId);
  if (!words) throw notFound();
  const quote = onOneLine(pick.quote) || words;
  insist(refusalToQuote(quote, words));
  return transaction(db, async (trx) => {
    const id = await insertEvidence(
      trx,
      { ...pick, quote, campaignId: campaign.id, unitId: submission.unitId, pickedBy: actor.id },
      now,
    );
    await record(trx, actor, now, {
      name: 'evidence.picked',
      subjectType: 'evidence',
      subjectId: id,
      campaignId: campaign.id,
      data: { submissionId: pick.submissionId, section: pick.sectionCode },
    });
    return id;
  });
}

/** A section of a template of the campaign: of the one asked for, else of the first that has a section of this code. */
export async function sectionOfCampaign(
  db: Db,
  campaignId: string,
  code: string,
  templateCode: string | null,
): Promise<{ templateCode: string; section: OutlineSection }> {
  const asked = (await templateVersionsOf(db, campaignId)).map((t) => t.templateVersionId);
  for (const version of await templateVersionsById(db, asked)) {
    const section = findSection(version.outline, code);
    if (section && (templateCode === null || templateCode === version.code))
      return { templateCode: version.code, section };
  }
  throw notFound();
}

/** Afterwards the person has read this section of every latest submission of the template; not found when there is none. */
export async function markSectionRead(
  { db, actor, now }: Act,
  slug: string,
  sectionCode: string,
  template: string | null = null,
): Promise<void> {
  insist(refusalToRead(actor));
  const campaign = await campaignSeenBy({ db, actor }, slug);
  const { templateCode } = await sectionOfCampaign(db, campaign.id, sectionCode, template);
  const across = await sectionAcross(db, campaign.id, sectionCode, templateCode);
  const ids = across.map((r) => r.submissionId);
  await transaction(db, async (trx) => {
    await insertReadings(trx, ids, sectionCode, actor.id, now);
    await record(trx, actor, now, {
      name: 'section.read',
      subjectType: 'campaign',
      subjectId: campaign.id,
      campaignId: campaign.id,
      data: { template: templateCode, section: sectionCode, submissions: ids.length },
    });
  });
}
