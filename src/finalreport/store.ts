// The final report now, every save of it, and the frozen versions.
import type { LiveFigure } from '#src/annexes/rules/references.ts';
import type { Document } from '#src/documents/model.ts';
import { newId } from '#src/kernel/ids.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { Json } from '#src/platform/database/json.ts';
import type { ReportSpec } from './rules/spec.ts';

export type FinalReportRow = {
  id: string;
  campaignId: string;
  version: number;
  spec: ReportSpec;
  body: Document;
  savedAt: Date;
  savedBy: string;
};

export async function finalReportOf(db: Db, campaignId: string): Promise<FinalReportRow | null> {
  const row = await db
    .selectFrom('final_reports')
    .selectAll()
    .where('campaign_id', '=', campaignId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    campaignId: row.campaign_id,
    version: row.version,
    spec: row.spec as ReportSpec,
    body: row.body as Document,
    savedAt: row.saved_at,
    savedBy: row.saved_by,
  };
}

/** Holds the report until the transaction ends, so that two saves cannot both begin from one version. */
export async function lockFinalReport(trx: Db, campaignId: string): Promise<FinalReportRow | null> {
  await trx
    .selectFrom('final_reports')
    .select('id')
    .where('campaign_id', '=', campaignId)
    .forUpdate()
    .execute();
  return finalReportOf(trx, campaignId);
}

type Save = { spec: ReportSpec; body: Document; by: string };

/** Version 1 of a campaign's final report and its id; null when the campaign has one already. */
export async function insertFinalReport(
  db: Db,
  campaignId: string,
  { spec, body, by }: Save,
  now: Date,
): Promise<string | null> {
  const id = newId(now);
  const save = { version: 1, spec: spec as Json, body: body as Json, saved_at: now, saved_by: by };
  const made = await db
    .insertInto('final_reports')
    .values({ id, campaign_id: campaignId, ...save })
    .onConflict((oc) => oc.column('campaign_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return null;
  await db
    .insertInto('final_report_versions')
    .values({ final_report_id: id, ...save })
    .execute();
  return id;
}

/** Afterwards the report stands at the next version and the earlier ones are kept. Returns the version. */
export async function writeFinalReport(
  db: Db,
  report: FinalReportRow,
  { spec, body, by }: Save,
  now: Date,
): Promise<number> {
  const save = {
    version: report.version + 1,
    spec: spec as Json,
    body: body as Json,
    saved_at: now,
    saved_by: by,
  };
  await db.updateTable('final_reports').set(save).where('id', '=', report.id).execute();
  await db
    .insertInto('final_report_versions')
    .values({ final_report_id: report.id, ...save })
    .execute();
  return save.version;
}

/** `label` is in the language of the paper, Vietnamese. */
export type FrozenFigure = Omit<LiveFigure, 'ref' | 'label'> & { label: string };
export type FrozenCitation = {
  label: string;
  unit: string;
  section: string | null;
  version: number | null;
  quote: string;
};

export type FreezeRow = {
  id: string;
  number: number;
  version: number;
  spec: ReportSpec;
  body: Document;
  figures: Record<string, FrozenFigure>;
  citations: Record<string, FrozenCitation>;
  docxKey: string;
  pdfKey: string;
  sha256: string;
  frozenAt: Date;
  frozenBy: string;
};

/** The text as it was at a version, or null when there was none. */
export async function bodyAt(db: Db, finalReportId: string, version: number): Promise<Document | null> {
  const row = await db
    .selectFrom('final_report_versions')
    .select('body')
    .where('final_report_id', '=', finalReportId)
    .where('version', '=', version)
    .executeTakeFirst();
  return row ? (row.body as Document) : null;
}

/** The number that the next frozen version takes; the report must be locked. */
export async function nextFreezeNumber(trx: Db, finalReportId: string): Promise<number> {
  const row = await trx
    .selectFrom('final_report_freezes')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('final_report_id', '=', finalReportId)
    .executeTakeFirst();
  return (row?.number ?? 0) + 1;
}

/** Latest first. */
export async function freezesOf(db: Db, finalReportId: string): Promise<FreezeRow[]> {
  const rows = await db
    .selectFrom('final_report_freezes')
    .selectAll()
    .where('final_report_id', '=', finalReportId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map((r) => ({
    id: r.id,
    number: r.number,
    version: r.version,
    spec: r.spec as ReportSpec,
    body: r.body as Document,
    figures: r.figures as Record<string, FrozenFigure>,
    citations: r.citations as Record<string, FrozenCitation>,
    docxKey: r.docx_key,
    pdfKey: r.pdf_key,
    sha256: r.sha256,
    frozenAt: r.frozen_at,
    frozenBy: r.frozen_by,
  }));
}

export async function insertFreeze(
  db: Db,
  finalReportId: string,
  freeze: Omit<FreezeRow, 'id' | 'frozenAt'>,
  now: Date,
): Promise<void> {
  await db
    .insertInto('final_report_freezes')
    .values({
      id: newId(now),
      final_report_id: finalReportId,
      number: freeze.number,
      version: freeze.version,
      spec: freeze.spec as Json,
      body: freeze.body as Json,
      figures: freeze.figures as Json,
      citations: freeze.citations as Json,
      docx_key: freeze.docxKey,
      pdf_key: freeze.pdfKey,
      sha256: freeze.sha256,
      frozen_at: now,
      frozen_by: freeze.frozenBy,
    })
    .execute();
}

/** The General Statistics Office's code of each of the 63 provinces as they were before July 2025, by the province's id. */
export async function provinceCodes(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('unit_codes')
    .innerJoin('units', 'units.id', 'unit_codes.unit_id')
    .select(['units.id', 'unit_codes.code'])
    .where('unit_codes.scheme', '=', 'gso')
    .where('units.kind', '=', 'province')
    .where((eb) =>
      eb.or([eb('unit_codes.valid_from', 'is', null), eb('unit_codes.valid_from', '<', '2025-07-01')]),
    )
    .execute();
  return new Map(rows.map((r) => [r.id, r.code]));
}
