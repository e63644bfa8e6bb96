// Annex workbooks as people send them back: headers merged over two rows, columns moved, numbers typed as text.
import { type Cell, type MergeRange, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { reasonWords } from '#src/annexes/rules.ts';
import { formatNumber } from '#src/kernel/vietnamese.ts';
import type { Annex, AnnexTable, Indicator } from '#src/templates/rules.ts';
import type { Figures } from './annex-figures.ts';

/** "merged": a title above, and "Năm" merged over the years. "moved": years backwards, no code column, one table with "1.234,5" as text. */
export type Habit = 'merged' | 'moved';

/** A sheet for each table, filled with the figures. */
export async function habitWorkbook(
  habit: Habit,
  unitName: string,
  annex: Annex,
  figures: Figures,
): Promise<Uint8Array> {
  const sheetOf = habit === 'merged' ? mergedSheet : movedSheet;
  return writeXlsx({ sheets: annex.tables.map((table) => sheetOf(unitName, table, figures)) });
}

type Value = string | number | null;

function mergedSheet(unitName: string, table: AnnexTable, figures: Figures): WriteSheet {
  const labels = table.columns.map((c) => c.label);
  const rows: Value[][] = [
    [unitName],
    [`Biểu ${table.code}: ${table.title.toLowerCase()}`],
    ['TT', 'Chỉ tiêu', 'Đơn vị', 'Năm', ...labels.slice(1).map(() => null)],
    [null, null, null, ...labels],
    ...entered(table).map((i, n) => [n + 1, i.name, i.unitOfMeasure, ...valuesOf(i, table, figures)]),
  ];
  const down = (column: number): MergeRange => ({ startRow: 2, endRow: 3, startCol: column, endCol: column });
  const years: MergeRange = { startRow: 2, endRow: 2, startCol: 3, endCol: 2 + labels.length };
  return { name: `Biểu ${table.code}`, rows, merges: [down(0), down(1), down(2), years] };
}

function movedSheet(unitName: string, table: AnnexTable, figures: Figures): WriteSheet {
  const columns = [...table.columns].reverse();
  const backwards = { ...table, columns };
  const cells = new Map<string, Cell>();
  const rows: Value[][] = [
    [`${table.code} - ${table.title} - ${unitName}`],
    [],
    ['Chỉ tiêu', ...columns.map((c) => c.label), 'Đơn vị tính', 'Ghi chú'],
  ];
  for (const indicator of entered(table)) {
    const values = valuesOf(indicator, backwards, figures).map((v) =>
      typeof v === 'number' && isTyped(table) ? formatNumber(v) : v,
    );
    for (const [i, value] of values.entries())
      if (typeof value === 'string') cells.set(`${rows.length},${i + 1}`, { value, type: 'string' });
    rows.push([indicator.name, ...values, indicator.unitOfMeasure, null]);
  }
  return { name: table.title.slice(0, 25), rows, cells };
}

/** One table was pasted from a letter, so its numbers are words to Excel. */
const isTyped = (table: AnnexTable) => table.code === 'B7';

const entered = (table: AnnexTable) => table.indicators.filter((i) => i.formula === null);

function valuesOf(indicator: Indicator, table: AnnexTable, figures: Figures): Value[] {
  return table.columns.map(({ code }) => {
    const figure = figures[indicator.code]?.[code] ?? null;
    return typeof figure === 'string' ? reasonWords[figure].vi : figure;
  });
}
