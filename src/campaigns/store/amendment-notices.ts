// Whom each amendment was told to, by which letters, and who of the unit has said that it was read.
import type { Db } from '#src/platform/database/connect.ts';
import { type AmendmentRow, amendmentsOf } from './amendments.ts';

export type NoticeRow = {
  amendmentId: string;
  unitId: string;
  obligationId: string;
  toldAt: Date;
  mails: string[];
  readAt: Date | null;
  readBy: string | null;
};

function notices(db: Db) {
  return db
    .selectFrom('campaign_amendment_notices as n')
    .innerJoin('campaign_amendments as a', 'a.id', 'n.amendment_id')
    .select([
      'n.amendment_id as amendmentId',
      'n.unit_id as unitId',
      'n.obligation_id as obligationId',
      'n.told_at as toldAt',
      'n.mails',
      'n.read_at as readAt',
      'n.read_by as readBy',
    ]);
}

/** Of every amendment of a campaign. */
export function noticesOf(db: Db, campaignId: string): Promise<NoticeRow[]> {
  return notices(db).where('a.campaign_id', '=', campaignId).execute();
}

/** What these units were told of one amendment. */
export async function noticesTo(
  db: Db,
  amendmentId: string,
  unitIds: readonly string[],
): Promise<NoticeRow[]> {
  if (unitIds.length === 0) return [];
  return notices(db).where('a.id', '=', amendmentId).where('n.unit_id', 'in', unitIds).execute();
}

/** The amendments that touched an obligation and that its unit has not said to have read, latest first. */
export async function unreadBy(db: Db, owed: { id: string; campaignId: string }): Promise<AmendmentRow[]> {
  const rows = await notices(db)
    .where('n.obligation_id', '=', owed.id)
    .where('n.read_at', 'is', null)
    .execute();
  if (rows.length === 0) return [];
  const unread = new Set(rows.map((r) => r.amendmentId));
  return (await amendmentsOf(db, owed.campaignId)).filter((a) => unread.has(a.id));
}

/** Afterwards the unit is known to have been told, once for each amendment. */
export async function insertNotice(trx: Db, notice: Omit<NoticeRow, 'readAt' | 'readBy'>): Promise<void> {
  const { amendmentId, unitId, obligationId, toldAt, mails } = notice;
  await trx
    .insertInto('campaign_amendment_notices')
    .values({
      ...{ amendment_id: amendmentId, unit_id: unitId, obligation_id: obligationId },
      ...{ told_at: toldAt, mails },
    })
    .execute();
}

/** True when this call was the first to say so; the first stays on record. */
export async function markRead(
  trx: Db,
  { amendmentId, unitId }: Pick<NoticeRow, 'amendmentId' | 'unitId'>,
  { at, by }: { at: Date; by: string },
): Promise<boolean> {
  const read = await trx
    .updateTable('campaign_amendment_notices')
    .set({ read_at: at, read_by: by })
    .where('amendment_id', '=', amendmentId)
    .where('unit_id', '=', unitId)
    .where('read_at', 'is', null)
    .executeTakeFirst();
  return read.numUpdatedRows > 0n;
}
