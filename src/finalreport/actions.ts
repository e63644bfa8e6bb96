// What officers do with the final report: begin, write a part, cite, insert a figure, set its face, freeze.
import { createHash } from 'node:crypto';
import { liveFigures } from '#src/annexes/figures.ts';
import { campaignSeenBy } from '#src/campaigns/actions.ts';
import { templateVersionsOf } from '#src/campaigns/store/campaigns.ts';
import { partyDocument } from '#src/documents/docx.ts';
import { fromMarkdown, toMarkdown } from '#src/documents/markdown.ts';
import type { Document } from '#src/documents/model.ts';
import { partyPdf } from '#src/documents/pdf.ts';
import { record } from '#src/events/record.ts';
import { newId } from '#src/kernel/ids.ts';
import { insist, invalid, notFound, Refusal } from '#src/kernel/refusal.ts';
import { type Act, transaction } from '#src/platform/database/connect.ts';
import type { Files } from '#src/platform/files.ts';
import { evidenceOf } from '#src/synthesis/store.ts';
import { templateVersion } from '#src/templates/store.ts';
import { citationLabel, finalPaper } from './paper.ts';
import { readReport } from './reading.ts';
import { refusalOfStale, refusalToFreeze, refusalToWrite } from './rules/access.ts';
import { appendTo, partsOf, replacePart } from './rules/parts.ts';
import { skeleton } from './rules/skeleton.ts';
import { firstSpec, type ReportSpec } from './rules/spec.ts';
import {
  type FinalReportRow,
  type FrozenCitation,
  type FrozenFigure,
  finalReportOf,
  insertFinalReport,
  insertFreeze,
  lockFinalReport,
  writeFinalReport,
} from './store.ts';

/** Afterwards the campaign has a final report with the headings of its first template; nothing when it has one already. */
export async function beginFinalReport(act: Act, slug: string): Promise<void> {
  insist(refusalToWrite(act.actor));
  const campaign = await campaignSeenBy(act, slug);
  const [first] = await templateVersionsOf(act.db, campaign.id);
  const outline = first && (await templateVersion(act.db, first.templateVersionId))?.outline;
  await transaction(act.db, async (trx) => {
    if (await finalReportOf(trx, campaign.id)) return;
    const body = outline ? skeleton(outline, () => newId(act.now)) : [];
    const id = await insertFinalReport(
      trx,
      campaign.id,
      { spec: firstSpec(campaign), body, by: act.actor.id },
      act.now,
    );
    await record(trx, act.actor, act.now, {
      name: 'final-report.begun',
      subjectType: 'final-report',
      subjectId: id,
      campaignId: campaign.id,
    });
  });
}

/** One save of the whole report in its own transaction; `change` gets the report as locked and returns what to keep. */
async function change(
  act: Act,
  slug: string,
  what: string,
  edit: (report: FinalReportRow) => { spec?: ReportSpec; body?: Document },
): Promise<void> {
  insist(refusalToWrite(act.actor));
  const campaign = await campaignSeenBy(act, slug);
  await transaction(act.db, async (trx) => {
    const report = await lockFinalReport(trx, campaign.id);
    if (!report) throw notFound();
    const next = { spec: report.spec, body: report.body, ...edit(report), by: act.actor.id };
    const version = await writeFinalReport(trx, report, next, act.now);
    await record(trx, act.actor, act.now, {
      name: 'final-report.saved',
      subjectType: 'final-report',
      subjectId: report.id,
      campaignId: campaign.id,
      data: { version, what },
    });
  });
}

/** Afterwards the part holds the typed Markdown; blocks whose words stay keep their ids. `version` is the one it was opened at. */
export function savePart(
  act: Act,
  slug: string,
  part: { id: string; version: number; markdown: string },
): Promise<void> {
  return change(act, slug, 'part', (report) => {
    const old = partsOf(report.body).find((p) => p.id === part.id);
    if (!old) throw notFound();
    const theirs = toMarkdown(old.blocks);
    const isSame = theirs === part.markdown;
    insist(isSame ? null : refusalOfStale(part.version, report.version, part.markdown, theirs));
    return {
      body: replacePart(report.body, part.id, withoutHeadings(fromMarkdown(part.markdown, old.blocks))),
    };
  });
}

/** Headings make parts; inside a part a line that looks like one is a paragraph, so that no part swallows another. */
function withoutHeadings(blocks: Document): Document {
  return blocks.map((b) => (b.kind === 'heading' ? { id: b.id, kind: 'paragraph', inlines: b.inlines } : b));
}

/** Afterwards the paragraph ends with a citation of the evidence. */
export async function citeEvidence(
  act: Act,
  slug: string,
  blockId: string,
  evidenceId: string,
): Promise<void> {
  const campaign = await campaignSeenBy(act, slug);
  const [found] = await evidenceOf(act.db, campaign.id, { ids: [evidenceId] });
  if (!found) throw notFound();
  await change(act, slug, 'citation', (report) => ({
    body: appendTo(report.body, blockId, { kind: 'citation', evidenceId }),
  }));
}

/** Afterwards the paragraph ends with the live figure. Refuses a reference that no accepted report gives. */
export async function insertFigure(act: Act, slug: string, blockId: string, ref: string): Promise<void> {
  const campaign = await campaignSeenBy(act, slug);
  const [figure] = await liveFigures(act.db, campaign.id, [ref]);
  if (!figure || figure.value === null)
    throw invalid(
      'figure-unknown',
      {
        vi: 'Chưa có số liệu này trong các báo cáo đã chấp nhận.',
        en: 'No accepted report gives this figure yet.',
      },
      {
        ref: { vi: 'Chọn chỉ tiêu và năm đã có số', en: 'Choose an indicator and a year that have figures' },
      },
    );
  await change(act, slug, 'figure', (report) => ({
    body: appendTo(report.body, blockId, { kind: 'figure', ref }),
  }));
}

export function saveSpec(act: Act, slug: string, spec: ReportSpec): Promise<void> {
  return change(act, slug, 'spec', () => ({ spec }));
}

/**
 * Afterwards a frozen version exists: figures and sources as they are now, the Word and PDF files kept, and the SHA-256
 * of the text with them. Refused while a sentence or a figure cannot be traced. Returns its number.
 */
export async function freezeReport(act: Act, slug: string, files: Files): Promise<number> {
  const campaign = await campaignSeenBy(act, slug);
  const report = await finalReportOf(act.db, campaign.id);
  if (!report) throw notFound();
  const { lints, figures, evidence, freezes } = await readReport(act.db, campaign, report);
  insist(refusalToFreeze(act.actor, lints));
  const number = (freezes[0]?.number ?? 0) + 1;
  const frozen = {
    spec: report.spec,
    body: report.body,
    figures: Object.fromEntries(
      [...figures].map(([ref, { ref: _, ...f }]): [string, FrozenFigure] => [ref, f]),
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
  const paper = finalPaper({ ...frozen, draft: `Dự thảo ${number}` });
  const [docx, pdf] = [
    await files.putFile(await partyDocument(paper)),
    await files.putFile(await partyPdf(paper)),
  ];
  const sha256 = createHash('sha256').update(JSON.stringify(frozen)).digest('hex');
  await transaction(act.db, async (trx) => {
    const now = await lockFinalReport(trx, campaign.id);
    insist(now?.version === report.version ? null : changedMeanwhile);
    const row = {
      ...frozen,
      number,
      version: report.version,
      docxKey: docx.key,
      pdfKey: pdf.key,
      sha256,
      frozenBy: act.actor.id,
    };
    await insertFreeze(trx, report.id, row, act.now);
    await record(trx, act.actor, act.now, {
      name: 'final-report.frozen',
      subjectType: 'final-report',
      subjectId: report.id,
      campaignId: campaign.id,
      data: { number, sha256 },
    });
  });
  return number;
}

const changedMeanwhile = new Refusal('conflict', 'final-report-changed-while-freezing', {
  vi: 'Báo cáo vừa được sửa trong lúc chốt. Đề nghị xem lại rồi chốt lần nữa.',
  en: 'The report was changed while it was being frozen. Read it again, then freeze.',
});
