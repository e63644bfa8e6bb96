// The figures of an annex table as a section quotes them: one line per indicator, and the numbers to recognise in a text. Pure.
import { derive, totals } from '#src/annexes/rules/derive.ts';
import { type AnnexCells, cellAt, formatFigure } from '#src/annexes/rules.ts';
import type { AnnexTable, Indicator } from '#src/templates/rules.ts';

export type FigureLine = { name: string; value: string };
export type FiguresShown = {
  tables: { code: string; title: string; lines: FigureLine[] }[];
  /** Every number of these tables, totals too. */
  values: ReadonlySet<number>;
};

/** A flow by its total over the columns, a level by its latest column; indicators without a number are left out. */
export function figuresFor(
  tables: readonly AnnexTable[],
  annex: Readonly<Record<string, AnnexCells>>,
): FiguresShown {
  const values = new Set<number>();
  const shown = tables.map((table) => {
    const cells = annex[table.code] ?? {};
    const sums = table.total ? totals(table, cells) : {};
    const derived = derive(table, cells);
    const lines = table.indicators.flatMap((indicator): FigureLine[] => {
      const byColumn = table.columns.map((column) => {
        const computed = derived[indicator.code]?.[column.code];
        if (computed) return computed.kind === 'value' ? computed.value : null;
        const cell = cellAt(cells, indicator.code, column.code);
        return cell && 'value' in cell ? cell.value : null;
      });
      const total = sums[indicator.code];
      const sum = total?.kind === 'value' ? total.value : null;
      for (const value of [...byColumn, sum]) if (value !== null) values.add(value);
      return lineOf(indicator, byColumn, sum);
    });
    return { code: table.code, title: table.title, lines };
  });
  return { tables: shown, values };
}

function lineOf(
  indicator: Indicator,
  byColumn: readonly (number | null)[],
  sum: number | null,
): FigureLine[] {
  const value = sum ?? byColumn.findLast((v) => v !== null) ?? null;
  if (value === null) return [];
  const unit = indicator.unitOfMeasure === '%' ? '%' : '';
  return [{ name: indicator.name, value: formatFigure(value, indicator.type) + unit }];
}
