// A cell of the annex: a number with its source, or a reason why there is none. Pure.
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import type { Words } from '#src/kernel/language.ts';
import { formatNumber } from '#src/kernel/vietnamese.ts';
import type { AnnexTable, Indicator } from '#src/templates/rules.ts';

/** Why a cell has no number: nothing arose, no data exist, or it does not concern this body. Never a blank. */
export type Reason = 'none-arose' | 'no-data' | 'not-applicable';

/** Where a cell's value came from; every fact keeps its source. `by` is the person's name as shown. */
export type CellSource =
  | { kind: 'typed'; by: string; at: string }
  | { kind: 'file'; uploadId: string; fileName: string; sheet: string; address: string };

export type AnnexCell = ({ value: number } | { reason: Reason }) & { source: CellSource; note?: string };

/** By indicator code, then column code. A missing cell has not been filled in yet. Derived cells are never stored. */
export type AnnexCells = Record<string, Record<string, AnnexCell>>;

/** What was typed but is not a number or a reason, by indicator and column: kept as it is until it is mended. */
export type UnreadCells = Record<string, Record<string, string>>;

export const reasonWords: Record<Reason, Words> = {
  'none-arose': { vi: 'không phát sinh', en: 'none arose' },
  'no-data': { vi: 'không có số liệu', en: 'no data' },
  'not-applicable': { vi: 'không thuộc phạm vi', en: 'not applicable' },
};

export function cellAt(cells: AnnexCells, indicator: string, column: string): AnnexCell | null {
  return cells[indicator]?.[column] ?? null;
}

export function unreadAt(unread: UnreadCells, indicator: string, column: string): string | null {
  return unread[indicator]?.[column] ?? null;
}

/** Afterwards (in the copy) the place holds the item; null empties it. */
export function withCell<T>(
  cells: Record<string, Record<string, T>>,
  indicator: string,
  column: string,
  item: NoInfer<T> | null,
) {
  const row = { ...cells[indicator] };
  if (item === null) delete row[column];
  else row[column] = item;
  const { [indicator]: _, ...others } = cells;
  return Object.keys(row).length > 0 ? { ...others, [indicator]: row } : others;
}

/** The indicators that people fill in; the others are derived. */
export function enterable(table: AnnexTable): Indicator[] {
  return table.indicators.filter((i) => i.formula === null);
}

/** As papers write it: whole numbers 1.234, percentages one decimal, decimals up to two. Without a unit. */
export function formatFigure(value: number, type: Indicator['type']): string {
  if (type === 'percent') return formatNumber(value, 1);
  return formatNumber(type === 'integer' ? value : Math.round(value * 100) / 100);
}

/** What the field shows for a cell: exactly what it would read back. */
export function cellText(cell: AnnexCell | null): string {
  if (!cell) return '';
  return 'reason' in cell ? reasonWords[cell.reason].vi : formatNumber(cell.value);
}

/** How far one annex table is filled in; cells are numbers or reasons, derived cells not counted. */
export type TableProgress = { code: string; title: string; filled: number; cells: number; errors: number };

/** Counts the filled cells of a table; `diagnostics` are those of the same table. */
export function tableProgress(
  table: AnnexTable,
  cells: AnnexCells,
  diagnostics: readonly Diagnostic[],
): TableProgress {
  const rows = enterable(table);
  const filled = rows.flatMap((i) => table.columns.filter((c) => cellAt(cells, i.code, c.code))).length;
  return {
    code: table.code,
    title: table.title,
    filled,
    cells: rows.length * table.columns.length,
    errors: diagnostics.filter((d) => d.severity === 'error').length,
  };
}

type Contents = { cells: AnnexCells; unread: UnreadCells };

/** True when two states of a table say the same, whatever the order in which it is written down. */
export function isSameTable(a: Contents, b: Contents): boolean {
  return JSON.stringify(sorted([a.cells, a.unread])) === JSON.stringify(sorted([b.cells, b.unread]));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
