// A version is frozen: its figures and sources as they are now, in Word and PDF, sealed; nothing changes it afterwards.
import { campaignSeenBy } from '#src/campaigns/actions.ts';
import { partyDocument } from '#src/documents/docx.ts';
import { partyPdf } from '#src/documents/pdf.ts';
import { record } from '#src/events/record.ts';
import { insist, notFound, Refusal } from '#src/kernel/refusal.ts';
import { type Act, transaction } from '#src/platform/database/connect.ts';
import type { Files } from '#src/platform/files.ts';
import { sealOf } from '#src/reports/seal.ts';
import { citationLabel, finalPaper } from './paper.ts';
import { type ReportReading, readReport } from './reading.ts';
import { refusalToFreeze, refusalToWrite } from './rules/access.ts';
import {
  type FinalReportRow,
  type FrozenCitation,
  type FrozenFigure,
  finalReportOf,
  insertFreeze,
  lockFinalReport,
  nextFreezeNumber,
} from './store.ts';

export type Frozen = Pick<FinalReportRow, 'spec' | 'body'> & {
  figures: Record<string, FrozenFigure>;
  citations: Record<string, FrozenCitation>;
};

/** The text with its figures and sources as they are read now: what is printed, sealed and kept. */
export function frozenNow(report: FinalReportRow, { figures, evidence }: ReportReading): Frozen {
  return {
    spec: report.spec,
    body: report.body,
    figures: Object.fromEntries(
      [...figures].map(([ref, { ref: _, ...f }]): [string, FrozenFigure] => [
        ref,
        { ...f, label: f.label.vi },
      ]),
    ),
    citations: Object.fromEntries(
      [...evidence].map(([id, e]): [string, FrozenCitation] => [
        id,
        {
          label: citationLabel(e),
          unit: e.unitName,
          section: e.sectionCode,
          version: e.version,
          quote: e.quote,
        },
      ]),
    ),
  };
}

/**
 * Afterwards a frozen version exists: figures and sources as they are now, the Word and PDF files kept, and the SHA-256
 * of the text with them. Refused while a sentence or a figure cannot be traced. Returns its number.
 */
export async function freezeReport(act: Act, slug: string, files: Files): Promise<number> {
  insist(refusalToWrite(act.actor));
  const campaign = await campaignSeenBy(act, slug);
  const report = await finalReportOf(act.db, campaign.id);
  if (!report) throw notFound();
  const reading = await readReport(act.db, campaign, report);
  insist(refusalToFreeze(act.actor, report.body, reading.lints));
  const number = (reading.freezes[0]?.number ?? 0) + 1;
  const frozen = frozenNow(report, reading);
  const paper = finalPaper({ ...frozen, draft: `Dự thảo ${number}` });
  const docx = await files.putFile(await partyDocument(paper));
  const pdf = await files.putFile(await partyPdf(paper));
  const sha256 = sealOf(frozen);
  await transaction(act.db, async (trx) => {
    const now = await lockFinalReport(trx, campaign.id);
    const isSame = now?.version === report.version && (await nextFreezeNumber(trx, report.id)) === number;
    insist(isSame ? null : changedMeanwhile);
    const { id, version } = report;
    const kept = { number, version, docxKey: docx.key, pdfKey: pdf.key, sha256, frozenBy: act.actor.id };
    await insertFreeze(trx, id, { ...frozen, ...kept }, act.now);
    await record(trx, act.actor, act.now, {
      name: 'final-report.frozen',
      subjectType: 'final-report',
      subjectId: id,
      campaignId: campaign.id,
      data: { number, sha256 },
    });
  });
  return number;
}

const changedMeanwhile = new Refusal('conflict', 'final-report-changed-while-freezing', {
  vi: 'Báo cáo vừa được sửa hoặc chốt trong lúc này. Đề nghị xem lại rồi chốt lần nữa.',
  en: 'The report was changed or frozen just now. Read it again, then freeze.',
});
