// What the centre decided on a submission: returned, accepted, acceptance withdrawn; each a row with who and when.
import type { Db } from '#src/platform/database/connect.ts';
import type { Mark } from '../rules.ts';

export type ReturnRow = {
  submissionId: string;
  reason: string;
  marks: Mark[];
  returnedAt: Date;
  returnedBy: string;
};

export async function returnOf(db: Db, submissionId: string): Promise<ReturnRow | null> {
  const row = await db
    .selectFrom('submission_returns')
    .select([
      'submission_id as submissionId',
      'reason',
      'marks',
      'returned_at as returnedAt',
      'returned_by as returnedBy',
    ])
    .where('submission_id', '=', submissionId)
    .executeTakeFirst();
  return row ? { ...row, marks: row.marks as Mark[] } : null;
}

export async function insertReturn(trx: Db, id: string, row: ReturnRow): Promise<void> {
  await trx
    .insertInto('submission_returns')
    .values({
      id,
      submission_id: row.submissionId,
      reason: row.reason,
      marks: row.marks,
      returned_at: row.returnedAt,
      returned_by: row.returnedBy,
    })
    .execute();
}

export type AcceptanceRow = {
  id: string;
  acceptedAt: Date;
  acceptedBy: string;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  withdrawalReason: string | null;
};

/** Every acceptance of a submission, withdrawn ones too, oldest first. */
export function acceptancesOf(db: Db, submissionId: string): Promise<AcceptanceRow[]> {
  return db
    .selectFrom('submission_acceptances')
    .select([
      'id',
      'accepted_at as acceptedAt',
      'accepted_by as acceptedBy',
      'withdrawn_at as withdrawnAt',
      'withdrawn_by as withdrawnBy',
      'withdrawal_reason as withdrawalReason',
    ])
    .where('submission_id', '=', submissionId)
    .orderBy('accepted_at')
    .execute();
}

export async function insertAcceptance(
  trx: Db,
  row: { id: string; submissionId: string; at: Date; by: string },
): Promise<void> {
  await trx
    .insertInto('submission_acceptances')
    .values({ id: row.id, submission_id: row.submissionId, accepted_at: row.at, accepted_by: row.by })
    .execute();
}

/** Afterwards no acceptance of the submission stands; the withdrawn one keeps who, when and why. */
export async function withdrawAcceptances(
  trx: Db,
  row: { submissionId: string; at: Date; by: string; reason: string },
): Promise<void> {
  await trx
    .updateTable('submission_acceptances')
    .set({ withdrawn_at: row.at, withdrawn_by: row.by, withdrawal_reason: row.reason })
    .where('submission_id', '=', row.submissionId)
    .where('withdrawn_at', 'is', null)
    .execute();
}
