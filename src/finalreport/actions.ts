// What officers do with the final report: begin, write a part, cite, insert a figure, set its face.
import { liveFigures } from '#src/annexes/figures.ts';
import { campaignSeenBy } from '#src/campaigns/actions.ts';
import { templateVersionsOf } from '#src/campaigns/store/campaigns.ts';
import { fromMarkdown, toMarkdown } from '#src/documents/markdown.ts';
import type { Document } from '#src/documents/model.ts';
import { record } from '#src/events/record.ts';
import { newId } from '#src/kernel/ids.ts';
import { insist, invalid, notFound } from '#src/kernel/refusal.ts';
import { type Act, type Db, transaction } from '#src/platform/database/connect.ts';
import { evidenceOf } from '#src/synthesis/store.ts';
import { templateVersion } from '#src/templates/store.ts';
import { refusalOfStale, refusalToWrite } from './rules/access.ts';
import { partsOf, replacePart } from './rules/parts.ts';
import { lastSentence, type Placed, placeIn } from './rules/placing.ts';
import { skeleton } from './rules/skeleton.ts';
import { firstSpec, type ReportSpec } from './rules/spec.ts';
import {
  bodyAt,
  type FinalReportRow,
  finalReportOf,
  insertFinalReport,
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
    if (id === null) return;
    await record(trx, act.actor, act.now, {
      name: 'final-report.begun',
      subjectType: 'final-report',
      subjectId: id,
      campaignId: campaign.id,
    });
  });
}

type Edit = { spec?: ReportSpec; body?: Document };

/** One save of the whole report in its own transaction; `change` gets the report as locked and returns what to keep. */
async function change(
  act: Act,
  slug: string,
  what: string,
  edit: (report: FinalReportRow, trx: Db) => Edit | Promise<Edit>,
): Promise<void> {
  insist(refusalToWrite(act.actor));
  const campaign = await campaignSeenBy(act, slug);
  await transaction(act.db, async (trx) => {
    const report = await lockFinalReport(trx, campaign.id);
    if (!report) throw notFound();
    const next = { spec: report.spec, body: report.body, ...(await edit(report, trx)), by: act.actor.id };
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

/**
 * Afterwards the part holds the typed Markdown; blocks whose words stay keep their ids. `version` is the one it was
 * opened at: when this part has been saved differently since, nothing is written and both texts are in the refusal.
 */
export function savePart(
  act: Act,
  slug: string,
  part: { id: string; version: number; markdown: string },
): Promise<void> {
  return change(act, slug, 'part', async (report, trx) => {
    const wordsIn = (body: Document) => {
      const found = partsOf(body).find((p) => p.id === part.id);
      return found ? toMarkdown(found.blocks) : null;
    };
    const theirs = wordsIn(report.body);
    if (theirs === null) throw notFound();
    const started =
      part.version === report.version ? report.body : await bodyAt(trx, report.id, part.version);
    const isUntouched = started !== null && wordsIn(started) === theirs;
    if (!isUntouched && theirs !== part.markdown) insist(refusalOfStale(part.markdown, theirs));
    const old = partsOf(report.body).find((p) => p.id === part.id)!.blocks;
    return { body: replacePart(report.body, part.id, withoutHeadings(fromMarkdown(part.markdown, old))) };
  });
}

/** Headings make parts; inside a part a line that looks like one is a paragraph, so that no part swallows another. */
function withoutHeadings(blocks: Document): Document {
  return blocks.map((b) => (b.kind === 'heading' ? { id: b.id, kind: 'paragraph', inlines: b.inlines } : b));
}

/** A block of the report and one of its sentences, counted from 0; without a number the last one. */
export type PlaceInText = { block: string; sentence: number | null };

function placing({ block, sentence }: PlaceInText, placed: Placed) {
  return (report: FinalReportRow): Edit => {
    const body = placeIn(report.body, block, sentence ?? lastSentence(report.body, block), placed);
    if (!body) throw notFound();
    return { body };
  };
}

/** Afterwards the sentence cites the evidence, behind its full stop and its earlier citations. */
export async function citeEvidence(
  act: Act,
  slug: string,
  place: PlaceInText,
  evidenceId: string,
): Promise<void> {
  insist(refusalToWrite(act.actor));
  const campaign = await campaignSeenBy(act, slug);
  const [found] = await evidenceOf(act.db, campaign.id, { ids: [evidenceId] });
  if (!found) throw notFound();
  await change(act, slug, 'citation', placing(place, { kind: 'citation', evidenceId }));
}

/** Afterwards the live figure stands before the sentence's full stop. Refuses a reference that no accepted report gives. */
export async function insertFigure(act: Act, slug: string, place: PlaceInText, ref: string): Promise<void> {
  insist(refusalToWrite(act.actor));
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
  await change(act, slug, 'figure', placing(place, { kind: 'figure', ref }));
}

export function saveSpec(act: Act, slug: string, spec: ReportSpec): Promise<void> {
  return change(act, slug, 'spec', () => ({ spec }));
}
