// Opening a report and sending it: each submission is an immutable copy with a receipt.
import { lockObligation } from '#src/campaigns/store/changes.ts';
import { obligationById } from '#src/campaigns/store/obligations.ts';
import { record } from '#src/events/record.ts';
import { isId, newId } from '#src/kernel/ids.ts';
import { insist, notFound } from '#src/kernel/refusal.ts';
import { type Act, transaction } from '#src/platform/database/connect.ts';
import { refusalToOpen, refusalToSend, type Stage, type SubmissionContent } from '../rules.ts';
import { sealOf } from '../seal.ts';
import { insertReport, lockReport, reportOfObligation } from '../store/reports.ts';
import { insertSubmission } from '../store/submissions.ts';
import { contentsOf, type ReportContents, type ReportSeen, surroundings } from './seeing.ts';

/** Afterwards the obligation has a working report, which only its unit sees. Returns its id; the first call makes it. */
export async function openReport({ db, actor, now }: Act, obligationId: string): Promise<string> {
  const obligation = isId(obligationId) ? await obligationById(db, obligationId) : null;
  if (!obligation) throw notFound();
  insist(refusalToOpen(obligation.unitId, actor));
  return transaction(db, async (trx) => {
    const kept = await reportOfObligation(trx, obligationId);
    if (kept) return kept.id;
    // An amendment under way holds the obligation: whoever waits here begins on the version that it leaves.
    await lockObligation(trx, obligationId);
    const { campaignId, unitId, templateVersionId } = (await obligationById(trx, obligationId))!;
    const id = newId(now);
    const report = {
      id,
      obligationId,
      campaignId,
      unitId,
      templateVersionId,
      openedAt: now,
      openedBy: actor.id,
    };
    if (!(await insertReport(trx, report))) return (await reportOfObligation(trx, obligationId))!.id;
    await record(trx, actor, now, {
      name: 'report.opened',
      subjectType: 'report',
      subjectId: id,
      campaignId,
    });
    return id;
  });
}

/** What a receipt says. */
export type Receipt = { submissionId: string; version: number; receiptNumber: number; sha256: string };

/**
 * Afterwards a copy of the whole report is kept for good under the next receipt number of the campaign; the working
 * report stays as it was. `confirmed`: the sender knows that the draft is incomplete.
 */
export async function submitReport(
  { db, actor, now }: Act,
  reportId: string,
  { stage, confirmed }: { stage: Stage; confirmed: boolean },
): Promise<Receipt> {
  return transaction(db, async (trx) => {
    const report = isId(reportId) ? await lockReport(trx, reportId) : null;
    if (!report) throw notFound();
    insist(refusalToOpen(report.unitId, actor));
    const seen = await surroundings(trx, report);
    const contents = await contentsOf(trx, seen);
    insist(refusalToSend(seen.standing, actor, stage, contents.missing, confirmed));
    const content = submissionOf(seen, contents);
    const sha256 = sealOf(content);
    const id = newId(now);
    const { campaignId, unitId, templateVersionId } = report;
    const sent = {
      id,
      reportId,
      campaignId,
      unitId,
      templateVersionId,
      stage,
      content,
      sha256,
      submittedAt: now,
      submittedBy: actor.id,
    };
    const receipt = await insertSubmission(trx, sent);
    await record(trx, actor, now, {
      name: 'report.submitted',
      subjectType: 'report',
      subjectId: reportId,
      campaignId,
      data: { submissionId: id, stage, sha256, ...receipt },
    });
    return { submissionId: id, sha256, ...receipt };
  });
}

/** The copy of a report as it stands: sections and tables that hold something. */
function submissionOf({ template, obligation }: ReportSeen, contents: ReportContents): SubmissionContent {
  const sections = Object.values(contents.sections)
    .filter((s) => s.body.length > 0 || s.items.length > 0)
    .map((s) => [s.code, { body: s.body, items: s.items }] as const);
  const annex = Object.entries(contents.annex).filter(([, cells]) => Object.keys(cells).length > 0);
  return {
    templateCode: template.code,
    templateVersion: template.version,
    title: obligation.title,
    sections: Object.fromEntries(sections),
    annex: Object.fromEntries(annex),
  };
}
