// From accepted reports to totals: summed, recomputed from their parts, or marked as not additive. Pure.
import { type AnnexTable, findIndicator, type Indicator } from '#src/templates/rules.ts';
import type { Reason } from '../rules.ts';

/** What one accepted report says in one column: a number, a reason, or nothing, by indicator that is filled in. */
export type FigureRow = {
  unitId: string;
  submissionId: string;
  table: string;
  column: string;
  figures: Record<string, number | Reason | null>;
};

/**
 * One figure over several reports. `value` is null when nobody answered or when it cannot be added up.
 * `covered` counts the units whose answer is known in some column asked (a number, or that nothing arose or it does
 * not concern them), `complete` those known in every one. `numbers` counts those that gave a number; `units` are the
 * covered ones.
 */
export type Rolled = {
  value: number | null;
  covered: number;
  complete: number;
  numbers: number;
  isAdditive: boolean;
  units: string[];
};

/** By column code, then indicator code; the column "total" is there when the table has totals. */
export type RolledTable = Record<string, Record<string, Rolled>>;

export const totalColumn = 'total';

/** Each group's table; a unit that `groupOf` cannot place whole comes under null, so that no figure is lost or counted twice. */
export function rollUp(
  rows: readonly FigureRow[],
  table: AnnexTable,
  groupOf: (unitId: string) => string | null,
): Map<string | null, RolledTable> {
  const own = rows.filter((row) => row.table === table.code);
  const groups = Map.groupBy(own, (row) => groupOf(row.unitId));
  return new Map([...groups].map(([group, members]) => [group, rollUpGroup(members, table)]));
}

/** The table of all the rows together. */
export function rollUpGroup(rows: readonly FigureRow[], table: AnnexTable): RolledTable {
  const own = rows.filter((row) => row.table === table.code);
  const byColumn = table.columns.map((c) => [c.code, own.filter((row) => row.column === c.code)] as const);
  const rolled: RolledTable = Object.fromEntries(
    byColumn.map(([code, members]) => [code, rollUpCells(members, table, 1)]),
  );
  if (table.total) rolled[totalColumn] = rollUpCells(own, table, table.columns.length);
  return rolled;
}

/** One figure over some columns taken together, as a sum over the years is; levels and samples have no such sum. */
export function rollUpFigure(
  rows: readonly FigureRow[],
  table: AnnexTable,
  indicator: Indicator,
  columns: readonly string[],
): Rolled {
  const own = rows.filter((row) => row.table === table.code && columns.includes(row.column));
  return rollUpIndicator(own, table, indicator, columns.length);
}

function rollUpCells(rows: readonly FigureRow[], table: AnnexTable, columns: number): Record<string, Rolled> {
  return Object.fromEntries(table.indicators.map((i) => [i.code, rollUpIndicator(rows, table, i, columns)]));
}

function rollUpIndicator(
  rows: readonly FigureRow[],
  table: AnnexTable,
  indicator: Indicator,
  columns: number,
): Rolled {
  const leaves = leavesOf(table, indicator);
  const known = rows.filter((row) => leaves.every((code) => contribution(row, code) !== null));
  const perUnit = Map.groupBy(known, (row) => row.unitId);
  const complete = [...perUnit.values()].filter((own) => own.length === columns).length;
  const numbers = new Set(
    known
      .filter((row) => leaves.some((code) => typeof row.figures[code] === 'number'))
      .map((row) => row.unitId),
  ).size;
  const isAdditive = indicator.merging !== 'not-additive' && !(columns > 1 && indicator.stock === true);
  const value = isAdditive && numbers > 0 ? figureOver(table, indicator, known) : null;
  return { value, covered: perUnit.size, complete, numbers, isAdditive, units: [...perUnit.keys()] };
}

/** The indicators that people fill in on which this one rests; itself when it is filled in. */
function leavesOf(table: AnnexTable, indicator: Indicator): string[] {
  const { formula } = indicator;
  if (!formula) return [indicator.code];
  const inputs = formula.kind === 'percent' ? [formula.part, formula.whole] : formula.of;
  return inputs.flatMap((code) => {
    const input = findIndicator(table, code);
    return input ? leavesOf(table, input) : [];
  });
}

/** What a row adds to a sum; null when that is not known. */
function contribution(row: FigureRow, code: string): number | null {
  const figure = row.figures[code];
  if (typeof figure === 'number') return figure;
  return figure === 'none-arose' || figure === 'not-applicable' ? 0 : null;
}

/** A ratio is the sum of its parts over the sum of its wholes, over the rows that have both. Null of nothing. */
function figureOver(table: AnnexTable, indicator: Indicator, rows: readonly FigureRow[]): number | null {
  const { formula } = indicator;
  if (formula === null) return rows.reduce((sum, row) => sum + (contribution(row, indicator.code) ?? 0), 0);
  if (formula.kind === 'sum')
    return formula.of.reduce((sum, code) => sum + (inputValue(table, code, rows) ?? 0), 0);
  const [part, whole] = [inputValue(table, formula.part, rows), inputValue(table, formula.whole, rows)];
  return part === null || whole === null || whole === 0 ? null : (part / whole) * 100;
}

function inputValue(table: AnnexTable, code: string, rows: readonly FigureRow[]): number | null {
  const input = findIndicator(table, code);
  return input && figureOver(table, input, rows);
}
