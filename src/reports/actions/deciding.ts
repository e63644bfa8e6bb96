// What the centre decides on a submission: return it with a reason, accept it, undo an acceptance.
import { acceptFigures, withdrawFigures } from '#src/annexes/store.ts';
import { record } from '#src/events/record.ts';
import { isId, newId } from '#src/kernel/ids.ts';
import { insist, invalid, notFound, type Refusal } from '#src/kernel/refusal.ts';
import { type Act, type Db, transaction } from '#src/platform/database/connect.ts';
import { templateVersion } from '#src/templates/store.ts';
import { type Mark, refusalToAccept, refusalToReturn, refusalToWithdrawAcceptance } from '../rules.ts';
import { insertAcceptance, insertReturn, withdrawAcceptances } from '../store/decisions.ts';
import { lockReport } from '../store/reports.ts';
import { type SubmissionRow, submissionById, submissionContent } from '../store/submissions.ts';

/** The submission with its report locked, so that two decisions never cross. */
async function lockSubmission(trx: Db, id: string): Promise<SubmissionRow> {
  const found = isId(id) ? await submissionById(trx, id) : null;
  if (!found) throw notFound();
  await lockReport(trx, found.reportId);
  return (await submissionById(trx, id)) ?? found;
}

/** A decision on a submission without a reason helps nobody. */
function refusalWithoutReason(reason: string): Refusal | null {
  if (reason.trim() !== '') return null;
  const words = { vi: 'Đề nghị ghi rõ lý do.', en: 'Give the reason.' };
  return invalid('reason-missing', words, { reason: words });
}

/** Afterwards the unit may write again and sees the reason and the marked places; the version sent stays. */
export async function returnSubmission(
  { db, actor, now }: Act,
  submissionId: string,
  { reason, marks }: { reason: string; marks: readonly Mark[] },
): Promise<void> {
  await transaction(db, async (trx) => {
    const submission = await lockSubmission(trx, submissionId);
    insist(refusalToReturn(submission, actor));
    insist(refusalWithoutReason(reason));
    const row = {
      submissionId,
      reason: reason.trim(),
      marks: [...marks],
      returnedAt: now,
      returnedBy: actor.id,
    };
    await insertReturn(trx, newId(now), row);
    await record(trx, actor, now, {
      name: 'report.returned',
      subjectType: 'report',
      subjectId: submission.reportId,
      campaignId: submission.campaignId,
      data: { submissionId, version: submission.version, reason: reason.trim(), marks },
    });
  });
}

/** Afterwards the submission is accepted; the figures of an official one count in every total. */
export async function acceptSubmission({ db, actor, now }: Act, submissionId: string): Promise<void> {
  await transaction(db, async (trx) => {
    const submission = await lockSubmission(trx, submissionId);
    insist(refusalToAccept(submission, actor));
    await insertAcceptance(trx, { id: newId(now), submissionId, at: now, by: actor.id });
    if (submission.stage === 'official') await countFigures(trx, submission);
    await record(trx, actor, now, {
      name: 'report.accepted',
      subjectType: 'report',
      subjectId: submission.reportId,
      campaignId: submission.campaignId,
      data: { submissionId, version: submission.version, stage: submission.stage },
    });
  });
}

async function countFigures(trx: Db, submission: SubmissionRow): Promise<void> {
  const content = await submissionContent(trx, submission.id);
  const template = await templateVersion(trx, submission.templateVersionId);
  if (!content || !template) throw notFound();
  const { campaignId, unitId, id: submissionId } = submission;
  await acceptFigures(trx, { campaignId, unitId, submissionId, annex: template.annex, cells: content.annex });
}

/** Afterwards the submission is being read again and its figures have left the totals; the slip stays on record. */
export async function withdrawAcceptance(
  { db, actor, now }: Act,
  submissionId: string,
  reason: string,
): Promise<void> {
  await transaction(db, async (trx) => {
    const submission = await lockSubmission(trx, submissionId);
    insist(refusalToWithdrawAcceptance(submission, actor));
    insist(refusalWithoutReason(reason));
    await withdrawAcceptances(trx, { submissionId, at: now, by: actor.id, reason: reason.trim() });
    await withdrawFigures(trx, submissionId);
    await record(trx, actor, now, {
      name: 'report.acceptance-withdrawn',
      subjectType: 'report',
      subjectId: submission.reportId,
      campaignId: submission.campaignId,
      data: { submissionId, version: submission.version, reason: reason.trim() },
    });
  });
}
