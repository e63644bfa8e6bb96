// A campaign is amended after issue: the difference is shown first, one act makes it, nothing typed is lost, units are told.
import { type Change, type Made, stayingBehind, type Touched, touchedBy } from '#src/campaigns/amendments.ts';
import { type CampaignRow, type ObligationRow, refusalToDirect } from '#src/campaigns/rules.ts';
import { amendmentsOf, insertAmendment, lockCampaign } from '#src/campaigns/store/amendments.ts';
import { record } from '#src/events/record.ts';
import { insist, Refusal } from '#src/kernel/refusal.ts';
import { type Act, transaction } from '#src/platform/database/connect.ts';
import { applyAmendment } from './amend-apply.ts';
import { standingOf } from './amend-standing.ts';
import { tellUnits } from './telling.ts';

/** `staying`: those whose sent report keeps its version. `after`: the number of the latest amendment that was seen. */
export type Preview = { touched: Touched[]; staying: ObligationRow[]; after: number };

/** Who would be touched and how; throws the refusal of a change that cannot be made. Changes nothing. */
export async function previewAmendment(act: Act, campaign: CampaignRow, change: Change): Promise<Preview> {
  insist(refusalToDirect(act.actor));
  const made = await amendmentsOf(act.db, campaign.id);
  const undone: Made | null =
    (change.kind === 'undo' && made.find((a) => a.number === change.number)) || null;
  const standing = await standingOf(act, campaign, change, undone);
  const touched = touchedBy(change, standing);
  if (touched instanceof Refusal) throw touched;
  return { touched, staying: stayingBehind(change, standing), after: made[0]?.number ?? 0 };
}

export type Amending = {
  change: Change;
  reason: string;
  /** The latest amendment that the officer had seen; another one since then is shown first. */
  after?: number | undefined;
};

/**
 * Afterwards the change is made and on record with its reason, reports that are being written have moved with all that
 * was typed, and every unit touched has been told once. Returns its number. `baseUrl`: where letters lead.
 */
export async function amendCampaign(
  act: Act,
  campaign: CampaignRow,
  { change, reason, after }: Amending,
  baseUrl: string,
): Promise<number> {
  insist(refusalToDirect(act.actor));
  return transaction(act.db, async (trx) => {
    await lockCampaign(trx, campaign.id);
    const within = { ...act, db: trx };
    const preview = await previewAmendment(within, campaign, change);
    if (after !== undefined && after !== preview.after) throw amendedMeanwhile;
    const touched = await applyAmendment(within, campaign, { change, reason, touched: preview.touched });
    const by = act.actor.id;
    const { id, number } = await insertAmendment(trx, campaign.id, { change, touched, reason, by }, act.now);
    await tellUnits(within, campaign, { id, number, change, reason, touched }, baseUrl);
    await record(trx, act.actor, act.now, {
      name: 'campaign.amended',
      subjectType: 'campaign',
      subjectId: campaign.id,
      campaignId: campaign.id,
      data: { number, kind: change.kind, touched: touched.length, reason },
    });
    return number;
  });
}

const amendedMeanwhile = new Refusal('conflict', 'amended-meanwhile', {
  vi: 'Có người vừa ban hành một điều chỉnh khác. Dưới đây là thay đổi so với hiện nay; đề nghị xem lại rồi ban hành.',
  en: 'Someone has just issued another amendment. Below is the difference against the present state; look again before issuing.',
});
