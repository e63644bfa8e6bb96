// The figures of a campaign: accepted official reports only, with how many of the bodies that owe them are in.
import { type ObligationRow, releaseOf } from '#src/campaigns/rules.ts';
import { templateVersionsOf } from '#src/campaigns/store/campaigns.ts';
import { obligationsOf } from '#src/campaigns/store/obligations.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { AnnexTable } from '#src/templates/rules.ts';
import { templateVersionsById } from '#src/templates/store.ts';
import {
  choiceReferences,
  type FigureReference,
  figureText,
  type LiveFigure,
  parseReference,
  referenceLabel,
} from './rules/references.ts';
import { type FigureRow, rollUpFigure } from './rules/rollup.ts';
import { acceptedFigures, acceptedReports } from './store.ts';

export type CampaignFigures = {
  /** Every table that the campaign's templates ask for, once, in the order of the templates. */
  tables: AnnexTable[];
  /** Those who owe a report and are not released from it. */
  owing: ObligationRow[];
  /** Of the owing, who owes a table, by its code. */
  owingTable: Map<string, ObligationRow[]>;
  rows: FigureRow[];
};

/** Which tables' figures to read, of those that the campaign asks for. */
type Choose = (tables: readonly AnnexTable[]) => readonly string[];

/** The tables, who owes them, and the accepted rows of the chosen tables (all when not given). Released bodies are left out. */
export async function campaignFigures(db: Db, campaignId: string, choose?: Choose): Promise<CampaignFigures> {
  const asked = await templateVersionsOf(db, campaignId);
  const obligations = await obligationsOf(db, campaignId);
  const owing = obligations.filter((o) => releaseOf(o.decisions) === null);
  const ids = [...asked.map((t) => t.templateVersionId), ...owing.map((o) => o.templateVersionId)];
  const versions = (await templateVersionsById(db, ids)).sort((a, b) => (a.code < b.code ? -1 : 1));
  const annexOf = new Map(versions.map((v) => [v.id, v.annex]));
  const tables = new Map<string, AnnexTable>();
  for (const version of versions)
    for (const table of version.annex.tables) if (!tables.has(table.code)) tables.set(table.code, table);
  const owes = (o: ObligationRow, code: string) =>
    annexOf.get(o.templateVersionId)?.tables.some((t) => t.code === code) ?? false;
  const owingTable = new Map([...tables.keys()].map((code) => [code, owing.filter((o) => owes(o, code))]));
  const counted = new Set(owing.map((o) => o.unitId));
  const all = [...tables.values()];
  const rows = (await acceptedFigures(db, campaignId, choose?.(all))).filter((row) =>
    counted.has(row.unitId),
  );
  return { tables: all, owing, owingTable, rows };
}

/** The figures of these references, in their order; one that is not a reference is left out. One read whatever the number. */
export async function liveFigures(
  db: Db,
  campaignId: string,
  refs: readonly string[],
): Promise<LiveFigure[]> {
  if (refs.length === 0) return [];
  const figures = await campaignFigures(db, campaignId, (tables) => tablesNamed(refs, tables));
  const accepted = refs.some((ref) => ref.startsWith('reports:'))
    ? await acceptedReports(db, campaignId)
    : [];
  return refs.flatMap((ref) => {
    const reference = parseReference(ref, figures.tables);
    return reference ? [readFigure(ref, reference, figures, accepted)] : [];
  });
}

/** One figure, or null when the reference is not one. */
export async function liveFigure(db: Db, campaignId: string, ref: string): Promise<LiveFigure | null> {
  return (await liveFigures(db, campaignId, [ref]))[0] ?? null;
}

/** Every figure that a text may take and that somebody has given: each indicator by year and over the years. */
export async function figureChoices(db: Db, campaignId: string): Promise<LiveFigure[]> {
  const figures = await campaignFigures(db, campaignId);
  const accepted = await acceptedReports(db, campaignId);
  if (accepted.length === 0) return [];
  return ['reports:accepted', 'reports:due', ...choiceReferences(figures.tables)].flatMap((ref) => {
    const reference = parseReference(ref, figures.tables);
    const figure = reference && readFigure(ref, reference, figures, accepted);
    return figure && figure.value !== null ? [figure] : [];
  });
}

function tablesNamed(refs: readonly string[], tables: readonly AnnexTable[]): string[] {
  const named = refs.map((ref) => parseReference(ref, tables));
  return [...new Set(named.flatMap((r) => (r?.kind === 'figure' ? [r.table.code] : [])))];
}

type AcceptedReport = { unitId: string; submissionId: string };

function readFigure(
  ref: string,
  reference: FigureReference,
  figures: CampaignFigures,
  accepted: AcceptedReport[],
): LiveFigure {
  const label = referenceLabel(reference);
  if (reference.kind === 'reports')
    return { ref, label, ...countReports(reference.of, figures.owing, accepted) };
  const { table, indicator, columns, asCount } = reference;
  const rolled = rollUpFigure(figures.rows, table, indicator, columns);
  const value = asCount ? rolled.numbers : rolled.value;
  const units = new Set(rolled.units);
  const rows = figures.rows.filter(
    (r) => r.table === table.code && columns.includes(r.column) && units.has(r.unitId),
  );
  return {
    ref,
    label,
    value,
    text: value === null ? '–' : figureText(value, asCount ? null : indicator),
    covered: rolled.covered,
    of: figures.owingTable.get(table.code)?.length ?? 0,
    submissionIds: [...new Set(rows.map((r) => r.submissionId))],
  };
}

function countReports(
  what: 'accepted' | 'due',
  owing: ObligationRow[],
  accepted: AcceptedReport[],
): Omit<LiveFigure, 'ref' | 'label'> {
  const owers = new Set(owing.map((o) => o.unitId));
  const counted = accepted.filter((a) => owers.has(a.unitId));
  const value = what === 'accepted' ? counted.length : owing.length;
  return {
    value,
    text: figureText(value, null),
    covered: counted.length,
    of: owing.length,
    submissionIds: counted.map((a) => a.submissionId),
  };
}
