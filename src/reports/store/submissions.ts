// What was sent, and what was decided on it: immutable copies, each with its receipt.
import { sql } from 'kysely';
import type { Db } from '#src/platform/database/connect.ts';
import { type Stage, type SubmissionContent, type SubmissionState, submissionState } from '../rules.ts';

export type SubmissionRow = {
  id: string;
  reportId: string;
  obligationId: string;
  campaignId: string;
  unitId: string;
  templateVersionId: string;
  stage: Stage;
  version: number;
  receiptNumber: number;
  sha256: string;
  submittedAt: Date;
  submittedBy: string;
  state: SubmissionState;
  returnedAt: Date | null;
  acceptedAt: Date | null;
  isLatest: boolean;
};

function submissions(db: Db) {
  return db
    .selectFrom('submissions as s')
    .innerJoin('reports as r', 'r.id', 's.report_id')
    .leftJoin('submission_returns as back', 'back.submission_id', 's.id')
    .leftJoin('submission_acceptances as yes', (join) =>
      join.onRef('yes.submission_id', '=', 's.id').on('yes.withdrawn_at', 'is', null),
    )
    .select([
      's.id',
      's.report_id as reportId',
      'r.obligation_id as obligationId',
      's.campaign_id as campaignId',
      's.unit_id as unitId',
      's.template_version_id as templateVersionId',
      's.stage',
      's.version',
      's.receipt_number as receiptNumber',
      's.sha256',
      's.submitted_at as submittedAt',
      's.submitted_by as submittedBy',
      'back.returned_at as returnedAt',
      'yes.accepted_at as acceptedAt',
    ])
    .select((eb) =>
      eb
        .not(
          eb.exists(
            eb
              .selectFrom('submissions as later')
              .select('later.id')
              .whereRef('later.report_id', '=', 's.report_id')
              .whereRef('later.version', '>', 's.version'),
          ),
        )
        .as('isLatest'),
    );
}

type Found = Omit<SubmissionRow, 'stage' | 'state' | 'isLatest'> & { stage: string; isLatest: unknown };

function asSubmission(row: Found): SubmissionRow {
  return { ...row, stage: row.stage as Stage, isLatest: row.isLatest === true, state: submissionState(row) };
}

export async function submissionById(db: Db, id: string): Promise<SubmissionRow | null> {
  const row = await submissions(db).where('s.id', '=', id).executeTakeFirst();
  return row ? asSubmission(row) : null;
}

/** Every submission of a report, latest first. */
export async function submissionsOf(db: Db, reportId: string): Promise<SubmissionRow[]> {
  const rows = await submissions(db)
    .where('s.report_id', '=', reportId)
    .orderBy('s.version', 'desc')
    .execute();
  return rows.map(asSubmission);
}

/** One row per obligation that has sent anything: its latest submission with the state of it. */
export async function latestSubmissions(db: Db, campaignId: string): Promise<SubmissionRow[]> {
  const rows = await submissions(db)
    .where('s.campaign_id', '=', campaignId)
    .distinctOn('s.report_id')
    .orderBy('s.report_id')
    .orderBy('s.version', 'desc')
    .execute();
  return rows.map(asSubmission);
}

export type AcceptedSubmission = SubmissionRow & { content: SubmissionContent };

/** For each obligation the latest accepted submission (official before draft) with its contents. */
export async function acceptedSubmissions(db: Db, campaignId: string): Promise<AcceptedSubmission[]> {
  const rows = await submissions(db)
    .select('s.content')
    .where('s.campaign_id', '=', campaignId)
    .where('yes.id', 'is not', null)
    .where('back.id', 'is', null)
    .distinctOn('s.report_id')
    .orderBy('s.report_id')
    .orderBy('s.stage', 'desc')
    .orderBy('s.version', 'desc')
    .execute();
  return rows.map((r) => ({ ...asSubmission(r), content: r.content as SubmissionContent }));
}

export async function submissionContent(db: Db, id: string): Promise<SubmissionContent | null> {
  const row = await db.selectFrom('submissions').select('content').where('id', '=', id).executeTakeFirst();
  return row ? (row.content as SubmissionContent) : null;
}

/** By what a receipt prints; what anyone may check it by. */
export async function submissionByReceipt(
  db: Db,
  receiptNumber: number,
  sha256: string,
): Promise<SubmissionRow | null> {
  const row = await submissions(db)
    .where('s.receipt_number', '=', receiptNumber)
    .where('s.sha256', '=', sha256)
    .executeTakeFirst();
  return row ? asSubmission(row) : null;
}

export type NewSubmission = Pick<
  SubmissionRow,
  | 'id'
  | 'reportId'
  | 'campaignId'
  | 'unitId'
  | 'templateVersionId'
  | 'stage'
  | 'sha256'
  | 'submittedAt'
  | 'submittedBy'
> & { content: SubmissionContent };

/** Afterwards the submission exists with the next version of its report and the next receipt number of its campaign. */
export async function insertSubmission(
  trx: Db,
  submission: NewSubmission,
): Promise<{ version: number; receiptNumber: number }> {
  const { campaignId, reportId } = submission;
  await sql`select pg_advisory_xact_lock(hashtextextended(${campaignId}, 7))`.execute(trx);
  const next = await trx
    .selectFrom('submissions')
    .select([
      sql<number>`coalesce(max(receipt_number), 0) + 1`.as('receiptNumber'),
      sql<number>`coalesce(max(version) filter (where report_id = ${reportId}), 0) + 1`.as('version'),
    ])
    .where('campaign_id', '=', campaignId)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('submissions')
    .values({
      id: submission.id,
      report_id: reportId,
      campaign_id: campaignId,
      unit_id: submission.unitId,
      template_version_id: submission.templateVersionId,
      stage: submission.stage,
      version: next.version,
      receipt_number: next.receiptNumber,
      content: submission.content,
      sha256: submission.sha256,
      submitted_at: submission.submittedAt,
      submitted_by: submission.submittedBy,
    })
    .execute();
  return next;
}
