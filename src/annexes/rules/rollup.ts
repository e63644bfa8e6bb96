// From accepted reports to totals: summed, recomputed from their parts, or marked as not additive. Pure.
import { type AnnexTable, findIndicator, type Indicator } from '#src/templates/rules.ts';
import type { Measure } from '#src/units/rules/boundaries.ts';
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

export const totalColumn = 'total';

/** The rows whose answer is known for everything that the indicator rests on. */
function knownRows(
  rows: readonly FigureRow[],
  table: AnnexTable,
  indicator: Indicator,
  columns: readonly string[],
): FigureRow[] {
  const leaves = leavesOf(table, indicator);
  return rows
    .filter((row) => row.table === table.code && columns.includes(row.column))
    .filter((row) => leaves.every((code) => contribution(row, code) !== null));
}

const isAdditiveOver = (indicator: Indicator, columns: readonly string[]): boolean =>
  indicator.merging !== 'not-additive' && !(columns.length > 1 && indicator.stock === true);

/** One figure over some columns taken together, as a sum over the years is; levels and samples have no such sum. */
export function rollUpFigure(
  rows: readonly FigureRow[],
  table: AnnexTable,
  indicator: Indicator,
  columns: readonly string[],
): Rolled {
  const leaves = leavesOf(table, indicator);
  const known = knownRows(rows, table, indicator, columns);
  const perUnit = Map.groupBy(known, (row) => row.unitId);
  const complete = [...perUnit.values()].filter((own) => own.length === columns.length).length;
  const numbers = new Set(
    known
      .filter((row) => leaves.some((code) => typeof row.figures[code] === 'number'))
      .map((row) => row.unitId),
  ).size;
  const isAdditive = isAdditiveOver(indicator, columns);
  const value = isAdditive && numbers > 0 ? figureOver(table, indicator, known) : null;
  return { value, covered: perUnit.size, complete, numbers, isAdditive, units: [...perUnit.keys()] };
}

/** How the registry has to read an indicator over these columns in other boundaries. */
export function measureOf(indicator: Indicator, columns: readonly string[]): Measure {
  const { code, formula } = indicator;
  if (!isAdditiveOver(indicator, columns)) return { code, merging: 'not-additive' };
  if (formula?.kind === 'percent')
    return { code, merging: 'ratio', part: 'part', whole: 'whole', times: 100 };
  return indicator.type === 'integer' ? { code, merging: 'sum', decimals: 0 } : { code, merging: 'sum' };
}

/** What one body's rows give to that measure: the sum, the two parts of a ratio, or the single figure that does not add. */
export function measuredValues(
  rows: readonly FigureRow[],
  table: AnnexTable,
  indicator: Indicator,
  columns: readonly string[],
): Record<string, number | null> {
  const { code, formula } = indicator;
  const known = knownRows(rows, table, indicator, columns);
  const { value, numbers, isAdditive } = rollUpFigure(rows, table, indicator, columns);
  if (!isAdditive) return { [code]: columns.length === 1 ? numberIn(known[0], code) : null };
  if (formula?.kind !== 'percent') return { [code]: value };
  if (numbers === 0) return { part: null, whole: null };
  const [part, whole] = [inputValue(table, formula.part, known), inputValue(table, formula.whole, known)];
  return { part, whole };
}

const numberIn = (row: FigureRow | undefined, code: string): number | null => {
  const figure = row?.figures[code];
  return typeof figure === 'number' ? figure : null;
};

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
