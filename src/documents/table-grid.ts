// A table's cells on a full grid, so that neither Word nor Typst has to guess where a span ends. Pure.
import { timesWidth } from './times-width.ts';

type Spanning = { colspan?: number | undefined; rowspan?: number | undefined; header?: boolean | undefined };
export type PlacedCell<T> = T & { x: number; y: number; colspan: number; rowspan: number };

/**
 * Every cell with its place; spans cut where they would run out of the table or into another cell, holes filled with
 * `blank`. `headerRows` counts the rows at the top that are header in every cell, with all that their spans reach;
 * 0 when that would be the whole table.
 */
export function gridOf<T extends object>(
  rows: readonly (T & Spanning)[][],
  blank: T,
): { rows: PlacedCell<T>[][]; columns: number; headerRows: number } {
  const taken: boolean[][] = rows.map(() => []);
  const placed = rows.map((row, y) => {
    let x = 0;
    return row.map((cell) => {
      while (taken[y]![x]) x++;
      let colspan = 1;
      while (colspan < (cell.colspan ?? 1) && !taken[y]![x + colspan]) colspan++;
      const rowspan = Math.min(cell.rowspan ?? 1, rows.length - y);
      for (let dy = 0; dy < rowspan; dy++) mark(taken[y + dy]!, x, colspan);
      return { ...cell, x, y, colspan, rowspan };
    });
  });
  const columns = Math.max(1, ...taken.map((row) => row.length));
  for (const [y, row] of placed.entries()) {
    for (let x = 0; x < columns; x++)
      if (!taken[y]![x]) row.push({ ...blank, x, y, colspan: 1, rowspan: 1 } as (typeof row)[number]);
    row.sort((a, b) => a.x - b.x);
  }
  return { rows: placed, columns, headerRows: countHeaderRows(placed) };
}

function mark(row: boolean[], from: number, length: number): void {
  for (let x = from; x < from + length; x++) row[x] = true;
}

function countHeaderRows(rows: (Spanning & { y: number; rowspan: number })[][]): number {
  let count = rows.findIndex((row) => row.some((cell) => !cell.header) || row.length === 0);
  if (count < 0) return 0;
  for (let y = 0; y < count; y++) for (const cell of rows[y]!) count = Math.max(count, y + cell.rowspan);
  return count >= rows.length ? 0 : count;
}

/**
 * Shares of a width of `room` em by what the columns hold: every line whole when there is room, otherwise every word
 * whole and the rest by how long the lines are. They sum to 1.
 */
export function columnShares<T>(
  rows: readonly PlacedCell<T>[][],
  columns: number,
  room: number,
  textOf: (cell: PlacedCell<T>) => string,
): number[] {
  const least = new Array<number>(columns).fill(2);
  const natural = new Array<number>(columns).fill(2);
  for (const cell of rows.flat()) {
    if (cell.colspan > 1) continue;
    const text = textOf(cell);
    const longestWord = Math.max(0, ...text.split(/\s+/).map((word) => timesWidth(word, true)));
    least[cell.x] = Math.max(least[cell.x]!, Math.min(longestWord, 15) + 1.2);
    natural[cell.x] = Math.max(natural[cell.x]!, Math.min(timesWidth(text, true), 40) + 1.2, least[cell.x]!);
  }
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const [allLeast, allNatural] = [sum(least), sum(natural)];
  const give = Math.max(0, room - allLeast) / Math.max(1, allNatural - allLeast);
  const widths = allNatural <= room ? natural : least.map((w, i) => w + give * (natural[i]! - w));
  return widths.map((w) => w / sum(widths));
}
