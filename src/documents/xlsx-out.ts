// Excel workbooks out: an annex to fill in, with validation, locked derived cells and a stamp. Annexes only; see `tables-xlsx.ts` for plain tables.
import {
  type Cell,
  type CellStyle,
  cellRef,
  type DataValidation,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx';
import { type AnnexTemplate, type ExpectedRow, type NoValueReason, reasonWords } from './annex.ts';
import { cleanText } from './canonical.ts';
import { stampLine, stampNames } from './outline.ts';
import { excelFormula } from './xlsx-formula.ts';

type Table = AnnexTemplate['tables'][number];

/** Rows above the first indicator: title, unit, how to fill in and stamp, header. */
const headRows = 4;
/** Columns before the first year: code, name, unit of measure. */
const headColumns = 3;

/** Units of measure that are not counted in whole things. */
const decimalUnits = /^(%|‰|.*đồng|ha|km|km²|km2|điểm|tấn|kg)$/iu;

/**
 * The bytes of an .xlsx, a sheet per table. Cells to fill in take a number from 0 or one of the three reasons; all
 * else is locked (without a password). The stamp is a custom property and a visible line. Words stay words: no text
 * becomes a formula.
 */
export async function writeWorkbook(annex: AnnexTemplate): Promise<Uint8Array> {
  const names = new Set<string>();
  const sheets = annex.tables.map((table) => tableSheet(annex, table, names));
  return writeXlsx({
    sheets: sheets.length ? sheets : [{ name: 'Trống', rows: [[stampLine(annex)]] }],
    defaultFont: { name: 'Times New Roman', size: 12 },
    properties: {
      title: stampLine(annex),
      creator: 'Tổng Kết',
      custom: { [stampNames.template]: annex.templateCode, [stampNames.version]: String(annex.version) },
    },
  });
}

/** A name that Excel takes: no []:*?/\, at most 31 characters, used once. */
function sheetName(wanted: string, taken: Set<string>): string {
  const base =
    cleanText(wanted)
      .replace(/[[\]:*?/\\']/g, ' ')
      .trim()
      .slice(0, 25) || 'Biểu';
  let name = base;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base} (${n})`;
  taken.add(name.toLowerCase());
  return name;
}

const thin = { style: 'thin' as const };
const border = { top: thin, bottom: thin, left: thin, right: thin };
const wrap = { vertical: 'center' as const, wrapText: true };
const solid = (rgb: string) => ({ type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb } });
const styles = {
  title: { font: { bold: true, size: 14 }, alignment: wrap },
  unit: { font: { bold: true }, alignment: wrap },
  stamp: { font: { italic: true, size: 10, color: { rgb: '595959' } }, alignment: wrap },
  header: {
    font: { bold: true },
    fill: solid('F2F2F2'),
    border,
    alignment: { ...wrap, horizontal: 'center' as const },
  },
  label: { border, alignment: wrap },
} satisfies Record<string, CellStyle>;

function numberStyle(row: ExpectedRow, isLocked: boolean): CellStyle {
  return {
    border,
    numFmt: decimalUnits.test(row.unit.trim()) ? '#,##0.00' : '#,##0',
    alignment: { horizontal: 'right', vertical: 'center', shrinkToFit: true },
    protection: { locked: isLocked },
    ...(isLocked ? { fill: solid('E7E6E6') } : {}),
  };
}

function tableSheet(annex: AnnexTemplate, table: Table, names: Set<string>): WriteSheet {
  const width = headColumns + table.columns.length;
  const cells = new Map<string, Cell>();
  const put = (row: number, column: number, text: string, style: CellStyle) =>
    cells.set(`${row},${column}`, { value: cleanText(text), type: 'string', style });
  put(0, 0, `Biểu ${table.code}. ${table.title}`, styles.title);
  put(1, 0, `Đơn vị báo cáo: ${annex.unitName ?? ''}`, styles.unit);
  put(2, 0, `${stampLine(annex)}. ${howToFill}`, styles.stamp);
  for (const [i, label] of ['Mã', 'Chỉ tiêu', 'Đơn vị tính', ...table.columns.map((c) => c.label)].entries())
    put(headRows - 1, i, label, styles.header);
  for (const [i, row] of table.rows.entries()) {
    put(headRows + i, 0, row.code, styles.label);
    put(
      headRows + i,
      1,
      row.name,
      row.isWithin ? { ...styles.label, alignment: { ...wrap, indent: 2 } } : styles.label,
    );
    put(headRows + i, 2, row.unit, styles.label);
    for (const [j] of table.columns.entries())
      cells.set(`${headRows + i},${headColumns + j}`, valueCell(table, i, j));
  }
  return {
    name: sheetName(table.code, names),
    rows: grid(cells, headRows + table.rows.length, width),
    cells,
    columns: [
      { width: 10 },
      { width: nameWidth },
      { width: 13 },
      ...table.columns.map(() => ({ width: 12 })),
    ],
    merges: [0, 1, 2].map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: width - 1 })),
    dataValidations: validations(table),
    rowDefs: rowHeights(table),
    freezePane: { rows: headRows, columns: headColumns },
    protection: { sheet: true, formatColumns: true, formatRows: true, formatCells: true },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${headRows}:$${headRows}`,
    },
  };
}

const nameWidth = 52;

/** Points: programs do not all fit a row to wrapped words, so the rows say how tall they are. */
function rowHeights(table: Table): Map<number, { height: number }> {
  const heights = table.rows.map((row, i) => {
    const lines = Math.ceil((row.name.length + (row.isWithin ? 4 : 0)) / (nameWidth - 4));
    return [headRows + i, { height: 4 + 16 * Math.max(1, lines) }] as const;
  });
  return new Map([[0, { height: 22 }], [2, { height: 32 }], [headRows - 1, { height: 36 }], ...heights]);
}

const howToFill =
  `Ô không có số ghi một trong ba cụm từ: «${reasonWords['none-arose'].vi}», «${reasonWords['no-data'].vi}», ` +
  `«${reasonWords['not-applicable'].vi}». Ô nền xám tự tính, không nhập.`;

function grid(cells: Map<string, Cell>, rows: number, columns: number) {
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => cells.get(`${r},${c}`)?.value ?? null),
  );
}

const addressOf = (row: number, column: number) => cellRef(headRows + row, headColumns + column);

function valueCell(table: Table, i: number, j: number): Cell {
  const row = table.rows[i]!;
  const column = table.columns[j]!;
  const formula = cellFormula(table, i, j);
  const style = numberStyle(row, formula !== null || row.derived !== undefined || column.isTotal === true);
  if (formula !== null) return { value: null, type: 'formula', formula, style };
  const value = table.values?.[row.code]?.[column.code];
  if (typeof value === 'number') return { value, type: 'number', style };
  if (value) return { value: reasonWords[value as NoValueReason].vi, type: 'string', style };
  return { value: null, type: 'empty', style };
}

function cellFormula(table: Table, i: number, j: number): string | null {
  const derived = table.rows[i]!.derived;
  const rowAt = (code: string) => table.rows.findIndex((row) => row.code === code);
  if (derived !== undefined)
    return excelFormula(derived, (code) => (rowAt(code) < 0 ? undefined : addressOf(rowAt(code), j)));
  if (!table.columns[j]!.isTotal) return null;
  const parts = table.columns.flatMap((column, k) => (column.isTotal ? [] : [addressOf(i, k)]));
  return parts.length ? `SUM(${parts.join(',')})` : null;
}

/** One rule per run of rows that are filled in, over the columns that are. */
function validations(table: Table): DataValidation[] {
  const open = table.columns.flatMap((column, j) => (column.isTotal ? [] : [j]));
  return table.rows.flatMap((row, i) => {
    if (row.derived !== undefined || open.length === 0) return [];
    const first = addressOf(i, open[0]!);
    const words = Object.values(reasonWords).map((reason) => `${first}="${reason.vi}"`);
    return {
      type: 'custom' as const,
      formula1: `OR(AND(ISNUMBER(${first}),${first}>=0),${words.join(',')})`,
      range: `${first}:${addressOf(i, open.at(-1)!)}`,
      allowBlank: true,
      showInputMessage: true,
      inputTitle: cleanText(`${row.code} (${row.unit})`).slice(0, 32),
      inputMessage: `Nhập số từ 0, hoặc ghi: ${Object.values(reasonWords)
        .map((r) => r.vi)
        .join('; ')}.`,
      showErrorMessage: true,
      errorStyle: 'stop' as const,
      errorTitle: 'Giá trị chưa hợp lệ',
      errorMessage: `Đề nghị nhập số không âm, hoặc ghi: ${Object.values(reasonWords)
        .map((r) => r.vi)
        .join('; ')}.`,
    };
  });
}
