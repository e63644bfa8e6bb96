// An annex of figures as files see it: tables to fill in, cells found again in an upload, reasons instead of blanks. Pure.
import type { Words } from '#src/kernel/language.ts';

/** Why a cell has no number. */
export type NoValueReason = 'none-arose' | 'no-data' | 'not-applicable';

export type ExpectedColumn = { code: string; label: string; isTotal?: true };
export type ExpectedRow = {
  code: string;
  name: string;
  /** Unit of measure as printed: "cuộc", "%". */
  unit: string;
  /** Arithmetic over rows of the same column, e.g. "{B1.02} / {B1.01} * 100": the cell is locked and never read. */
  derived?: string;
  /** Printed indented ("trong đó"). */
  isWithin?: boolean;
};
export type ExpectedTable = { code: string; title: string; columns: ExpectedColumn[]; rows: ExpectedRow[] };

/** By row code, then column code. */
export type TableValues = Record<string, Record<string, number | NoValueReason>>;

export type AnnexTemplate = {
  templateCode: string;
  version: number;
  unitName?: string;
  tables: (ExpectedTable & { values?: TableValues })[];
};

export const reasonWords: Record<NoValueReason, Words> = {
  'none-arose': { vi: 'không phát sinh', en: 'none arose' },
  'no-data': { vi: 'không có số liệu', en: 'no data' },
  'not-applicable': { vi: 'không thuộc phạm vi', en: 'not applicable' },
};

/** A cell of a workbook that holds something. `row` and `column` count from 0. */
export type RawCell = {
  row: number;
  column: number;
  address: string;
  value: number | string | boolean | null;
  text: string;
  isFormula: boolean;
  /** Shown as a percentage: 0.955 reads 95,5%. */
  isPercent?: true;
  /** A formula's or Excel's own error: "#REF!". */
  isError?: true;
};

export type RawMerge = { startRow: number; startCol: number; endRow: number; endCol: number };

/** Rows hold only the cells that are not empty, in order. */
export type RawSheet = { name: string; rows: RawCell[][]; merges: RawMerge[] };
