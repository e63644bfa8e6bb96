// The annex of each report now and every version it had; and the accepted figures that every total is made of.
import { sql } from 'kysely';
import { Refusal } from '#src/kernel/refusal.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { Annex, AnnexTable } from '#src/templates/rules.ts';
import type { FigureRow } from './rules/rollup.ts';
import { type AnnexCells, cellAt, enterable, isSameTable, type UnreadCells } from './rules.ts';

/** A table as it stands; version 0 has never been saved. */
export type TableDraft = {
  cells: AnnexCells;
  unread: UnreadCells;
  version: number;
  savedAt: Date | null;
  savedBy: string | null;
};

const blank: TableDraft = { cells: {}, unread: {}, version: 0, savedAt: null, savedBy: null };

const draftColumns = ['table_code', 'cells', 'unread', 'version', 'saved_at', 'saved_by'] as const;

type DraftRow = { cells: unknown; unread: unknown; version: number; saved_at: Date; saved_by: string };

const asDraft = (row: DraftRow): TableDraft => ({
  cells: row.cells as AnnexCells,
  unread: row.unread as UnreadCells,
  version: row.version,
  savedAt: row.saved_at,
  savedBy: row.saved_by,
});

/** Every table of a report that has been saved at least once, by code. */
export async function tableDrafts(db: Db, reportId: string): Promise<Record<string, TableDraft>> {
  const rows = await db
    .selectFrom('annex_tables')
    .select(draftColumns)
    .where('report_id', '=', reportId)
    .execute();
  return Object.fromEntries(rows.map((row) => [row.table_code, asDraft(row)]));
}

/** One table of a report; blank at version 0 when it was never saved. */
export async function tableDraft(db: Db, reportId: string, table: string): Promise<TableDraft> {
  const row = await db
    .selectFrom('annex_tables')
    .select(draftColumns)
    .where('report_id', '=', reportId)
    .where('table_code', '=', table)
    .executeTakeFirst();
  return row ? asDraft(row) : blank;
}

/** The cells of a report by table: what a submission copies. */
export async function readAnnex(db: Db, reportId: string): Promise<Record<string, AnnexCells>> {
  return Object.fromEntries(
    Object.entries(await tableDrafts(db, reportId)).map(([code, draft]) => [code, draft.cells]),
  );
}

export type TableVersion = TableDraft & { origin: string };

/** Every version of a table, latest first; those kept aside in a conflict among them. */
export async function tableVersions(db: Db, reportId: string, table: string): Promise<TableVersion[]> {
  const rows = await db
    .selectFrom('annex_table_versions')
    .select([...draftColumns, 'origin'])
    .where('report_id', '=', reportId)
    .where('table_code', '=', table)
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({ ...asDraft(row), origin: row.origin }));
}

export type TableSave = {
  reportId: string;
  table: string;
  /** The version that the writer saw; 0 for a table never saved. */
  from: number;
  cells: AnnexCells;
  unread: UnreadCells;
  /** 'typed' or 'file:<upload id>'. */
  origin: string;
  savedAt: Date;
  savedBy: string;
};

export type TableConflict = {
  mine: { cells: AnnexCells; unread: UnreadCells };
  keptAs: number;
  theirs: TableDraft;
};

export type SaveOutcome =
  | { kind: 'saved' | 'unchanged'; version: number }
  | ({ kind: 'conflict' } & TableConflict);

/**
 * Afterwards the table holds what was given under a new version. When another version has been saved since `from`,
 * the table stays as it is, what was given is kept among its versions, and the outcome is the conflict: the caller
 * commits, then refuses with `refusalToOverwrite`. The caller holds the report's lock.
 */
export async function saveTable(trx: Db, save: TableSave): Promise<SaveOutcome> {
  const current = await tableDraft(trx, save.reportId, save.table);
  if (isSameTable(current, save)) return { kind: 'unchanged', version: current.version };
  if (current.version !== save.from) {
    const keptAs = await keepVersion(trx, save, 'conflict');
    return { kind: 'conflict', mine: { cells: save.cells, unread: save.unread }, keptAs, theirs: current };
  }
  const version = await keepVersion(trx, save, save.origin);
  const now = {
    version,
    cells: save.cells,
    unread: save.unread,
    saved_at: save.savedAt,
    saved_by: save.savedBy,
  };
  await trx
    .insertInto('annex_tables')
    .values({ report_id: save.reportId, table_code: save.table, ...now })
    .onConflict((conflict) => conflict.columns(['report_id', 'table_code']).doUpdateSet(now))
    .execute();
  return { kind: 'saved', version };
}

async function keepVersion(trx: Db, save: TableSave, origin: string): Promise<number> {
  const { last } = await trx
    .selectFrom('annex_table_versions')
    .select(sql<number>`coalesce(max(version), 0)`.as('last'))
    .where('report_id', '=', save.reportId)
    .where('table_code', '=', save.table)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('annex_table_versions')
    .values({
      report_id: save.reportId,
      table_code: save.table,
      version: last + 1,
      cells: save.cells,
      unread: save.unread,
      saved_at: save.savedAt,
      saved_by: save.savedBy,
      origin,
    })
    .execute();
  return last + 1;
}

/** Both versions stay; `details` is the `TableConflict` for the page that shows them side by side. */
export function refusalToOverwrite(table: string, conflict: TableConflict): Refusal {
  const words = {
    vi: `Có người đã lưu biểu ${table} sau khi ông/bà mở. Cả hai bản đều được giữ; bản của ông/bà là phiên bản ${conflict.keptAs}.`,
    en: `Someone saved table ${table} after you opened it. Both are kept; yours is version ${conflict.keptAs}.`,
  };
  return new Refusal('conflict', 'annex-conflict', words, { details: conflict });
}

export type Acceptance = {
  campaignId: string;
  unitId: string;
  submissionId: string;
  /** The annex of the template version that the report was written on. */
  annex: Annex;
  /** The accepted cells by table. */
  cells: Readonly<Record<string, AnnexCells>>;
};

/** Afterwards these figures, and no earlier ones of the same unit, count in the totals of the campaign. */
export async function acceptFigures(trx: Db, accepted: Acceptance): Promise<void> {
  const { campaignId, unitId } = accepted;
  await trx
    .deleteFrom('accepted_figures')
    .where('campaign_id', '=', campaignId)
    .where('unit_id', '=', unitId)
    .execute();
  const rows = accepted.annex.tables.flatMap((table) => figureRows(accepted, table));
  if (rows.length > 0) await trx.insertInto('accepted_figures').values(rows).execute();
}

function figureRows({ campaignId, unitId, submissionId, cells }: Acceptance, table: AnnexTable) {
  const own = cells[table.code] ?? {};
  const indicators = enterable(table).map((i) => i.code);
  return table.columns.map((column) => {
    const row = indicators.map((code) => cellAt(own, code, column.code));
    const figures = row.map((cell) => (cell && 'value' in cell ? cell.value : null));
    const reasons = row.map((cell) => (cell && 'reason' in cell ? cell.reason : null));
    return {
      campaign_id: campaignId,
      unit_id: unitId,
      submission_id: submissionId,
      table_code: table.code,
      column_code: column.code,
      indicators: sql<string[]>`${indicators}::text[]`,
      figures: sql<number[]>`${figures}::float8[]`,
      reasons: sql<string[]>`${reasons}::text[]`,
    };
  });
}

/** Afterwards nothing of this submission counts in any total. */
export async function withdrawFigures(trx: Db, submissionId: string): Promise<void> {
  await trx.deleteFrom('accepted_figures').where('submission_id', '=', submissionId).execute();
}

/** The accepted figures of a campaign, of some tables or all; one row per unit, table and column. */
export async function acceptedFigures(
  db: Db,
  campaignId: string,
  tables?: readonly string[],
): Promise<FigureRow[]> {
  // As JSON: postgres.js reads a null inside an array as NaN, or as the word NULL.
  let query = db
    .selectFrom('accepted_figures')
    .select(['unit_id', 'submission_id', 'table_code', 'column_code', 'indicators'])
    .select(sql<(number | null)[]>`to_jsonb(figures)`.as('figures'))
    .select(sql<(string | null)[]>`to_jsonb(reasons)`.as('reasons'))
    .where('campaign_id', '=', campaignId);
  if (tables) query = query.where('table_code', 'in', [...tables]);
  const rows = tables?.length === 0 ? [] : await query.execute();
  return rows.map((row) => ({
    unitId: row.unit_id,
    submissionId: row.submission_id,
    table: row.table_code,
    column: row.column_code,
    figures: Object.fromEntries(row.indicators.map((code, i) => [code, figureAt(row, i)])),
  }));
}

function figureAt(
  row: { figures: (number | null)[]; reasons: (string | null)[] },
  i: number,
): FigureRow['figures'][string] {
  return row.figures[i] ?? (row.reasons[i] as FigureRow['figures'][string]) ?? null;
}

/** The accepted official reports of a campaign, one per unit; a withdrawn acceptance does not count. */
export function acceptedReports(
  db: Db,
  campaignId: string,
): Promise<{ unitId: string; submissionId: string }[]> {
  return db
    .selectFrom('submission_acceptances as a')
    .innerJoin('submissions as s', 's.id', 'a.submission_id')
    .select(['s.unit_id as unitId', 's.id as submissionId'])
    .distinctOn('s.unit_id')
    .where('s.campaign_id', '=', campaignId)
    .where('s.stage', '=', 'official')
    .where('a.withdrawn_at', 'is', null)
    .orderBy('s.unit_id')
    .orderBy('s.version', 'desc')
    .execute();
}
