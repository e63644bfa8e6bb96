// A table of a Word file as a sheet, so that the annex is found in it as in a workbook. Pure.
import { parseNumber } from '#src/kernel/vietnamese.ts';
import type { RawSheet } from './annex.ts';
import type { Block } from './model.ts';
import { plainInlines } from './model.ts';
import { gridOf } from './table-grid.ts';

/** A word table has no types: what reads as a number is one. Addresses are "row,column" from 1, as there are no letters in a Word table. */
export function sheetOfTable(table: Extract<Block, { kind: 'table' }>, name: string): RawSheet {
  const cells = table.rows.map((row) =>
    row.map((cell) => ({
      text: plainInlines(cell.inlines).replace(/\s+/g, ' ').trim(),
      colspan: cell.colspan,
      rowspan: cell.rowspan,
    })),
  );
  const grid = gridOf<{ text: string }>(cells, { text: '' });
  const placed = grid.rows.flat();
  return {
    name,
    rows: grid.rows
      .map((row) =>
        row
          .filter((cell) => cell.text !== '')
          .map(({ x, y, text }) => ({
            row: y,
            column: x,
            address: `${y + 1},${x + 1}`,
            value: parseNumber(text) ?? text,
            text,
            isFormula: false,
          })),
      )
      .filter((row) => row.length > 0),
    merges: placed
      .filter((cell) => cell.colspan > 1 || cell.rowspan > 1)
      .map((c) => ({
        startRow: c.y,
        startCol: c.x,
        endRow: c.y + c.rowspan - 1,
        endCol: c.x + c.colspan - 1,
      })),
  };
}
