// Excel workbooks in: what every cell holds and where. Only this file reads Excel; runs inside the parsing worker.
import { type Cell, cellRef, readXlsx, type Sheet } from 'hucre/xlsx';
import { formatDate } from '#src/kernel/dates.ts';
import type { RawCell, RawSheet } from './annex.ts';
import { cleanText } from './canonical.ts';
import { detectEncoding, encodingOfFont, type LegacyEncoding, repairText } from './legacy-fonts.ts';
import { readStamp, type Stamp } from './outline.ts';

/** Made once: a hundred thousand cells would take seconds otherwise. */
const numbers = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 4 });

export type Workbook = { stamp: Stamp | null; sheets: RawSheet[] };

/** The cells that are not empty, sheet by sheet, hidden sheets too; the stamp of the template it was made from. */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const book = await readXlsx(bytes, { readStyles: true });
  const encoding = detectEncoding(book.sheets.map(unfontedText).join('\n'));
  const sheets = book.sheets.map((sheet) => rawSheet(sheet, encoding));
  const properties = new Map(Object.entries(book.properties?.custom ?? {}).map(([k, v]) => [k, String(v)]));
  const top = sheets.flatMap((sheet) =>
    sheet.rows
      .slice(0, 12)
      .flat()
      .map((cell) => cell.text),
  );
  return { stamp: readStamp(properties, top.join('\n')), sheets };
}

/** Words of cells whose style names no legacy font: only their look can tell what they are in. */
function unfontedText(sheet: Sheet): string {
  const texts = sheet.rows.flatMap((values, row) =>
    values.flatMap((value, column) => {
      const font = sheet.cells?.get(`${row},${column}`)?.style?.font?.name;
      return typeof value === 'string' && !encodingOfFont(font) ? [value] : [];
    }),
  );
  return texts.join('\n').slice(0, 200_000);
}

function rawSheet(sheet: Sheet, encoding: LegacyEncoding | null): RawSheet {
  const rows: RawCell[][] = [];
  for (const [row, values] of sheet.rows.entries()) {
    const cells = values.flatMap((value, column) => {
      const detail = sheet.cells?.get(`${row},${column}`);
      const cell = rawCell(value ?? null, detail, row, column, encoding);
      return cell ? [cell] : [];
    });
    if (cells.length) rows.push(cells);
  }
  const merges = (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
    startRow,
    startCol,
    endRow,
    endCol,
  }));
  return { name: cleanText(sheet.name), rows, merges };
}

function rawCell(
  value: Sheet['rows'][number][number],
  cell: Cell | undefined,
  row: number,
  column: number,
  encoding: LegacyEncoding | null,
): RawCell | null {
  const isFormula = cell?.type === 'formula' || cell?.formula !== undefined;
  const plain =
    value instanceof Date
      ? dateText(value)
      : typeof value === 'string'
        ? words(value, cell, encoding)
        : value;
  if ((plain === null || plain === '') && !isFormula) return null;
  const isPercent = typeof plain === 'number' && /%/.test(cell?.style?.numFmt ?? '');
  const isError =
    cell?.type === 'error' ||
    (typeof plain === 'string' && /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/.test(plain));
  return {
    row,
    column,
    address: cellRef(row, column),
    value: plain,
    text: typeof plain === 'number' ? numbers.format(plain) : String(plain ?? ''),
    isFormula,
    ...(isPercent ? { isPercent: true as const } : {}),
    ...(isError ? { isError: true as const } : {}),
  };
}

/** Text in a legacy font is repaired by the font's name, or by the look of the words. */
function words(value: string, cell: Cell | undefined, encoding: LegacyEncoding | null): string {
  return repairText(cleanText(value), cell?.style?.font?.name, encoding).trim();
}

function dateText(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : formatDate(date.toISOString().slice(0, 10));
}
