// Plain tables as an Excel workbook: a title, a note and a grid per sheet. Words stay words: no text becomes a formula.
import { type Cell, type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { cleanText } from './canonical.ts';

export type SheetTable = {
  /** Of the sheet: at most 31 characters are kept, used once. */
  name: string;
  title: string;
  /** What the figures are and where they come from; a line under the title. */
  note: string;
  header: string[];
  /** Null is an empty cell. */
  rows: (string | number | null)[][];
};

const thin = { style: 'thin' as const };
const border = { top: thin, bottom: thin, left: thin, right: thin };
const wrap = { vertical: 'center' as const, wrapText: true };
const styles = {
  title: { font: { bold: true, size: 14 } },
  note: { font: { italic: true, size: 10, color: { rgb: '595959' } } },
  header: { font: { bold: true }, border, alignment: { ...wrap, horizontal: 'center' as const } },
  text: { border, alignment: wrap },
  number: { border, numFmt: '#,##0.##', alignment: { horizontal: 'right' as const } },
} satisfies Record<string, CellStyle>;

/** The bytes of an .xlsx with a sheet per table. */
export async function writeTables(tables: readonly SheetTable[], title: string): Promise<Uint8Array> {
  return writeXlsx({
    sheets: tables.map(sheetOf),
    defaultFont: { name: 'Times New Roman', size: 12 },
    properties: { title: cleanText(title), creator: 'Tổng Kết' },
  });
}

function sheetOf(table: SheetTable): WriteSheet {
  const lines = [[table.title], [table.note], table.header, ...table.rows];
  const width = table.header.length;
  const cells = new Map<string, Cell>();
  for (const [r, line] of lines.entries())
    for (const [c, value] of line.entries()) {
      const style = r === 0 ? styles.title : r === 1 ? styles.note : r === 2 ? styles.header : undefined;
      cells.set(`${r},${c}`, cellOf(value, style));
    }
  return {
    name:
      cleanText(table.name)
        .replace(/[[\]:*?/\\']/g, ' ')
        .trim()
        .slice(0, 31) || 'Biểu',
    rows: lines.map((line) => Array.from({ length: width }, (_, c) => line[c] ?? null)),
    cells,
    columns: table.header.map((_, c) => ({ width: c === 0 ? 34 : 14 })),
    freezePane: { rows: 3, columns: 1 },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

function cellOf(value: string | number | null, style: CellStyle | undefined): Cell {
  if (typeof value === 'number') return { value, type: 'number', style: style ?? styles.number };
  if (value === null) return { value: null, type: 'empty', style: style ?? styles.text };
  return { value: cleanText(value), type: 'string', style: style ?? styles.text };
}
