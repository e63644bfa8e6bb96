// Locked cells: sums, percentages and totals, always computed from the cells that were filled in. Pure.
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import { type AnnexTable, findIndicator, type Indicator } from '#src/templates/rules.ts';
import { type AnnexCells, cellAt } from '../rules.ts';

/** A computed figure; `waiting` when one of its inputs is in error, `none` when there is nothing to compute from. */
export type Derived = { kind: 'value'; value: number } | { kind: 'none' } | { kind: 'waiting' };

const none: Derived = { kind: 'none' };
const waiting: Derived = { kind: 'waiting' };

/** Cells that must not be computed with, as "B3.06 2021". */
export type WrongCells = ReadonlySet<string>;

export const cellKey = (indicator: string, column: string): string => `${indicator} ${column}`;

/** The cells at which an error hangs. */
export function wrongCells(diagnostics: readonly Diagnostic[]): WrongCells {
  return new Set(
    diagnostics.flatMap((d) =>
      d.severity === 'error' && d.where?.in === 'cell' ? [cellKey(d.where.row, d.where.column)] : [],
    ),
  );
}

type Known = (indicator: string, column: string) => Derived;

/** A reader of any cell, entered or derived. "Không phát sinh" and "không thuộc phạm vi" count as 0; no data as nothing known. */
function reader(table: AnnexTable, cells: AnnexCells, wrong: WrongCells): Known {
  const known = new Map<string, Derived>();
  const read: Known = (code, column) => {
    const key = cellKey(code, column);
    const before = known.get(key);
    if (before) return before;
    const indicator = findIndicator(table, code);
    const found = indicator?.formula ? compute(indicator.formula, column, read) : entered(code, column);
    known.set(key, found);
    return found;
  };
  const entered: Known = (code, column) => {
    if (wrong.has(cellKey(code, column))) return waiting;
    const cell = cellAt(cells, code, column);
    if (!cell) return none;
    if ('value' in cell) return { kind: 'value', value: cell.value };
    return cell.reason === 'no-data' ? none : { kind: 'value', value: 0 };
  };
  return read;
}

function compute(formula: NonNullable<Indicator['formula']>, column: string, read: Known): Derived {
  if (formula.kind === 'percent') return percent(read(formula.part, column), read(formula.whole, column));
  const parts = formula.of.map((code) => read(code, column));
  if (parts.some((p) => p.kind === 'waiting')) return waiting;
  if (parts.some((p) => p.kind === 'none')) return none;
  return { kind: 'value', value: sum(parts) };
}

const sum = (parts: readonly Derived[]) =>
  parts.reduce((total, p) => total + (p.kind === 'value' ? p.value : 0), 0);

/** Of nothing there is no percentage. */
function percent(part: Derived, whole: Derived): Derived {
  if (part.kind === 'waiting' || whole.kind === 'waiting') return waiting;
  if (part.kind === 'none' || whole.kind === 'none' || whole.value === 0) return none;
  return { kind: 'value', value: (part.value / whole.value) * 100 };
}

/** Every derived cell, by indicator and column. */
export function derive(
  table: AnnexTable,
  cells: AnnexCells,
  wrong: WrongCells = new Set(),
): Record<string, Record<string, Derived>> {
  const read = reader(table, cells, wrong);
  return Object.fromEntries(
    table.indicators
      .filter((i) => i.formula !== null)
      .map((i) => [i.code, Object.fromEntries(table.columns.map((c) => [c.code, read(i.code, c.code)]))]),
  );
}

/**
 * The total over the columns, by indicator: flows are summed over the columns that have a number; a percentage is
 * the sum of its parts over the sum of its wholes, over the columns that have both (a mean of percentages would
 * weigh small and large years alike); levels at the end of a period have none.
 */
export function totals(
  table: AnnexTable,
  cells: AnnexCells,
  wrong: WrongCells = new Set(),
): Record<string, Derived> {
  const read = reader(table, cells, wrong);
  return Object.fromEntries(table.indicators.map((i) => [i.code, totalOf(i, table, cells, read)]));
}

function totalOf(indicator: Indicator, table: AnnexTable, cells: AnnexCells, read: Known): Derived {
  if (indicator.stock || indicator.merging === 'not-additive') return none;
  const { formula } = indicator;
  if (formula?.kind === 'percent') {
    const pairs = table.columns.map(
      (c) => [read(formula.part, c.code), read(formula.whole, c.code)] as const,
    );
    if (pairs.flat().some((p) => p.kind === 'waiting')) return waiting;
    const both = pairs.filter(([part, whole]) => part.kind === 'value' && whole.kind === 'value');
    if (both.length === 0) return none;
    const [part, whole] = [both.map(([p]) => p), both.map(([, w]) => w)];
    return percent({ kind: 'value', value: sum(part) }, { kind: 'value', value: sum(whole) });
  }
  const parts = table.columns.map((c) => read(indicator.code, c.code));
  if (parts.some((p) => p.kind === 'waiting')) return waiting;
  const hasNumber = table.columns.some((c) =>
    formula
      ? read(indicator.code, c.code).kind === 'value'
      : 'value' in (cellAt(cells, indicator.code, c.code) ?? {}),
  );
  return hasNumber ? { kind: 'value', value: sum(parts) } : none;
}
