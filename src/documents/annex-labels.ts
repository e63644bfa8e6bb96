// The labels of a sheet: which expected row or column a cell names. Pure.
import { foldVietnamese } from '#src/kernel/vietnamese.ts';
import type { ExpectedColumn, ExpectedRow, ExpectedTable, RawCell, RawSheet } from './annex.ts';

/** What labels are compared by: no diacritics, no punctuation, no numbering before the words ("1.", "a)", "-"). */
function labelKey(text: string): string {
  const words = foldVietnamese(text.normalize('NFC'))
    .replace(/^\s*(?:[-+*•]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,5}|[a-z])[.)])\s*/, '')
    .replace(/^\s*trong do\s*[:,]?\s*/, '');
  return words.replace(/[^a-z0-9%]+/g, ' ').trim();
}

const codeKey = (text: string) =>
  foldVietnamese(text)
    .replace(/\s+/g, '')
    .replace(/[.)]+$/, '');

export type RowIndex = { byName: Map<string, number[]>; byCode: Map<string, number> };

/** A table's rows by label. A code of digits alone is left out: it cannot be told from a running number. */
export function indexRows(rows: readonly ExpectedRow[]): RowIndex {
  const places = rows.map((row, i) => [labelKey(row.name), i] as const).filter(([key]) => key !== '');
  const byName = new Map<string, number[]>();
  for (const [key, i] of places) byName.set(key, [...(byName.get(key) ?? []), i]);
  const byCode = new Map(
    rows.flatMap((row, i) => (/^\d*$/.test(codeKey(row.code)) ? [] : [[codeKey(row.code), i] as const])),
  );
  return { byName, byCode };
}

/** The rows that a cell may name, the best kind of match first. */
export function matchRow(cell: RawCell, index: RowIndex): { rows: number[]; isByCode: boolean } | null {
  if (typeof cell.value !== 'string') return null;
  const code = index.byCode.get(codeKey(cell.text));
  if (code !== undefined) return { rows: [code], isByCode: true };
  const named =
    index.byName.get(labelKey(cell.text)) ??
    index.byName.get(labelKey(cell.text.replace(/\([^()]*\)\s*$/, '')));
  return named ? { rows: named, isByCode: false } : null;
}

/** Where each expected column stands in one header row. */
export type Header = { row: number; places: { column: number; expected: number }[] };

/** True when a header's words name the column: the same words, or the same single year or period. */
function namesColumn(words: string, column: ExpectedColumn): boolean {
  if (labelKey(words) === '') return false;
  if (labelKey(words) === labelKey(column.label)) return true;
  const years = (text: string) => (text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []).join('-');
  const isOnlyYears = /^(?:nam|giai doan|nien do|year)?[\s\d-]*$/.test(labelKey(column.label));
  return isOnlyYears && years(column.label) !== '' && years(words) === years(column.label);
}

/** For every row of the sheet, the columns that it heads, alone or with the words of the two rows above it (merged headers). */
export function findHeaders(sheet: RawSheet, table: ExpectedTable): Header[] {
  const texts = headerTexts(sheet);
  const expected = table.columns.map((column, i) => ({ column, i })).filter(({ column }) => !column.isTotal);
  return sheet.rows.flatMap((cells) => {
    const row = cells[0]!.row;
    const columns = [...(texts.get(row)?.keys() ?? [])].sort((a, b) => a - b);
    const places = columns.flatMap((column) => {
      const above = [row - 2, row - 1, row].map((r) => texts.get(r)?.get(column) ?? '');
      const stacks = [joined(above.slice(1)), joined(above)].map(labelKey);
      const found =
        expected.find((e) => namesColumn(above[2]!, e.column)) ??
        expected.find((e) => stacks.includes(labelKey(e.column.label)));
      return found ? [{ column, expected: found.i }] : [];
    });
    const distinct = new Set(places.map((place) => place.expected)).size;
    return distinct > 0 && distinct >= Math.ceil(expected.length / 2) ? [{ row, places }] : [];
  });
}

const joined = (words: string[]) => words.filter((word, i) => word && word !== words[i - 1]).join(' ');

/** Words by row and column, those of a merged cell in every place that it covers. */
function headerTexts(sheet: RawSheet): Map<number, Map<number, string>> {
  const texts = new Map<number, Map<number, string>>();
  const put = (row: number, column: number, text: string) => {
    const line = texts.get(row) ?? new Map<number, string>();
    texts.set(row, line.set(column, text));
  };
  for (const cell of sheet.rows.flat()) put(cell.row, cell.column, headerText(cell));
  for (const merge of sheet.merges) {
    const words = texts.get(merge.startRow)?.get(merge.startCol);
    const size = (merge.endRow - merge.startRow + 1) * (merge.endCol - merge.startCol + 1);
    if (words === undefined || size > 10_000) continue;
    for (let row = merge.startRow; row <= merge.endRow; row++)
      for (let column = merge.startCol; column <= merge.endCol; column++) put(row, column, words);
  }
  return texts;
}

/** A year typed as a number reads 2013, not 2.013. */
const headerText = (cell: RawCell) => (typeof cell.value === 'number' ? String(cell.value) : cell.text);
