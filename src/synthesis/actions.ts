// What readers do: mark a section as read across units, and pick a passage as evidence.

import { campaignSeenBy } from '#src/campaigns/actions.ts';
import { templateVersionsOf } from '#src/campaigns/store/campaigns.ts';
import { record } from '#src/events/record.ts';
import { insist, notFound } from '#src/kernel/refusal.ts';
import { type Act, transaction } from '#src/platform/database/connect.ts';
import { submissionById } from '#src/reports/store/submissions.ts';
import { findSection } from '#src/templates/rules.ts';
import { templateVersionsById } from '#src/templates/store.ts';
import {
  refusalToPick,
  refusalToQuote,
  refusalToRead,
  type Stance,
  tidyQuote,
  wordsOfBlock,
} from './rules.ts';
import { insertEvidence, insertReadings, sectionAcross, sectionReading } from './store.ts';

export type Pick = {
  submissionId: string;
  sectionCode: string;
  blockId: string;
  quote: string;
  stance: Stance;
  quotable: boolean;
};

/** Afterwards the passage may be cited; it keeps its submission, section and block. An empty quote takes the whole block. Returns its id. */
export async function pickEvidence({ db, actor, now }: Act, slug: string, pick: Pick): Promise<string> {
  insist(refusalToPick(actor));
  const campaign = await campaignSeenBy({ db, actor }, slug);
  const submission = await submissionById(db, pick.submissionId);
  if (submission?.campaignId !== campaign.id) throw notFound();
  const section = await sectionReading(db, pick.submissionId, pick.sectionCode);
  const words = section && wordsOfBlock(section, pick.blockId);
  if (!words) throw notFound();
  const quote = tidyQuote(pick.quote) || words;
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

/** Afterwards the person has read this section of every latest submission; not found when no template has it. */
export async function markSectionRead(
  { db, actor, now }: Act,
  slug: string,
  sectionCode: string,
): Promise<void> {
  insist(refusalToRead(actor));
  const campaign = await campaignSeenBy({ db, actor }, slug);
  const asked = (await templateVersionsOf(db, campaign.id)).map((t) => t.templateVersionId);
  const versions = await templateVersionsById(db, asked);
  if (!versions.some((v) => findSection(v.outline, sectionCode))) throw notFound();
  const across = await sectionAcross(db, campaign.id, sectionCode);
  await transaction(db, async (trx) => {
    await insertReadings(
      trx,
      across.map((r) => r.submissionId),
      sectionCode,
      actor.id,
      now,
    );
    await record(trx, actor, now, {
      name: 'section.read',
      subjectType: 'campaign',
      subjectId: campaign.id,
      campaignId: campaign.id,
      data: { section: sectionCode, submissions: across.length },
    });
  });
}
