// Finds the tables of an annex in a workbook that people have moved about: by row and column labels. Pure.
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import type { ExpectedTable, NoValueReason, RawCell, RawSheet } from './annex.ts';
import { tableDiagnostic } from './annex-diagnostics.ts';
import { findHeaders, type Header, indexRows, matchRow, type RowIndex } from './annex-labels.ts';
import { readTable } from './annex-read.ts';

export type FoundCell = {
  table: string;
  row: string;
  column: string;
  /** What the cell shows. */
  raw: string;
  /** Null when there is a reason, or when nothing could be read (a diagnostic says so). */
  value: number | null;
  reason: NoValueReason | null;
  sheet: string;
  address: string;
};

/** A cell with something in it that no table took. */
export type LeftoverCell = { sheet: string; address: string; text: string };

/** One place where a table stands: its label column, the header above, the rows found there. */
export type Instance = {
  table: ExpectedTable;
  sheet: RawSheet;
  header: Header;
  /** Every row of the sheet that heads this table's columns. */
  headerRows: ReadonlySet<number>;
  labelColumn: number;
  /** In order of the sheet; `expected` is the place in the table's rows. */
  rows: { cells: RawCell[]; row: number; expected: number; label: RawCell }[];
};

/**
 * Every filled cell of every expected table, with the sheet and address that it came from. A table is the place where
 * most of its rows are named under a header that names at least half of its columns; columns may have moved, rows may
 * be added, two tables may share a sheet. Derived rows and total columns are not read. What is missing, doubled,
 * unknown, or doubtful is a diagnostic at its cell; what no table took is a leftover.
 */
export function findTables(
  sheets: readonly RawSheet[],
  tables: readonly ExpectedTable[],
): { cells: FoundCell[]; diagnostics: Diagnostic[]; leftovers: LeftoverCell[] } {
  const cells: FoundCell[] = [];
  const diagnostics: Diagnostic[] = [];
  const taken = new Map<string, Set<string>>();
  const unknown: { sheet: string; address: string }[] = [];
  for (const table of tables) {
    const [best, ...others] = instancesOf(table, sheets);
    if (!best) {
      diagnostics.push(tableDiagnostic('annex-table-missing', table));
      continue;
    }
    for (const other of others) {
      diagnostics.push(tableDiagnostic('annex-table-duplicated', table, [best, other]));
      markTaken(other, taken);
    }
    const read = readTable(best);
    cells.push(...read.cells);
    diagnostics.push(...read.diagnostics);
    markTaken(best, taken);
    unknown.push(...read.unknown.map((address) => ({ sheet: best.sheet.name, address })));
  }
  for (const { sheet, address } of unknown) taken.get(sheet)?.delete(address);
  return { cells, diagnostics, leftovers: leftoversOf(sheets, taken) };
}

/** Places where at least two in five of the rows stand, fullest first. */
function instancesOf(table: ExpectedTable, sheets: readonly RawSheet[]): Instance[] {
  const index = indexRows(table.rows);
  const least = Math.max(1, Math.ceil(table.rows.length * 0.4));
  return sheets
    .flatMap((sheet) => instancesOn(sheet, table, index))
    .filter((instance) => instance.rows.length >= least)
    .sort((a, b) => b.rows.length - a.rows.length);
}

function instancesOn(sheet: RawSheet, table: ExpectedTable, index: RowIndex): Instance[] {
  const headers = findHeaders(sheet, table);
  const groups = new Map<string, { header: Header; lines: Line[] }>();
  let at = -1;
  for (const cells of sheet.rows) {
    const row = cells[0]!.row;
    while (at + 1 < headers.length && headers[at + 1]!.row < row) at++;
    const header = headers[at];
    if (!header) continue;
    for (const line of linesOf(cells, header, index)) {
      const key = `${at}|${line.segment}`;
      const group = groups.get(key) ?? { header, lines: [] };
      group.lines.push(line);
      groups.set(key, group);
    }
  }
  const headerRows = new Set(headers.map((header) => header.row));
  return joinPages([...groups.values()]).map(({ header, lines }) => {
    const labelColumn = lines[0]!.label.column;
    const places = header.places.filter((place) => place.column > labelColumn);
    const rows = assignRows(lines, table);
    return { table, sheet, header: { row: header.row, places }, headerRows, labelColumn, rows };
  });
}

type Group = { header: Header; lines: Line[] };

/** A table whose header is printed again further down is one table: the same columns, and no row named twice. */
function joinPages(groups: Group[]): Group[] {
  const joined: Group[] = [];
  for (const group of groups) {
    const columns = group.header.places.map((place) => place.column).join();
    const rows = new Set(group.lines.map((line) => line.matches.join()));
    const start = joined.find(
      (other) =>
        other.header.places.map((place) => place.column).join() === columns &&
        other.lines[0]!.segment === group.lines[0]!.segment &&
        !other.lines.some((line) => rows.has(line.matches.join())),
    );
    if (start) start.lines.push(...group.lines);
    else joined.push(group);
  }
  return joined;
}

type Line = { cells: RawCell[]; row: number; label: RawCell; matches: number[]; segment: number };

/** The labelled rows that one sheet row holds: one, or one per table when tables stand side by side. */
function linesOf(cells: RawCell[], header: Header, index: RowIndex): Line[] {
  const bySegment = new Map<number, Line>();
  for (const label of cells) {
    const segment = header.places.find((place) => place.column > label.column)?.column;
    if (segment === undefined || header.places.some((place) => place.column === label.column)) continue;
    const match = matchRow(label, index);
    if (!match) continue;
    const before = bySegment.get(segment);
    // A name says more than a code; a code decides between rows of the same name.
    const matches = before?.matches.some((m) => match.rows.includes(m))
      ? before.matches.filter((m) => match.rows.includes(m))
      : match.isByCode && before
        ? before.matches
        : match.rows;
    bySegment.set(segment, {
      cells,
      row: label.row,
      label: before && match.isByCode ? before.label : label,
      matches,
      segment,
    });
  }
  return [...bySegment.values()];
}

/** Rows of the same name are told apart by their order. */
function assignRows(lines: Line[], table: ExpectedTable): Instance['rows'] {
  const used = new Set<number>();
  let last = -1;
  return lines.map(({ cells, row, label, matches }) => {
    const free = matches.filter((m) => !used.has(m));
    const expected = free.find((m) => m > last) ?? free[0] ?? matches[0]!;
    used.add(expected);
    last = expected;
    return { cells, row, expected: Math.min(expected, table.rows.length - 1), label };
  });
}

function markTaken(instance: Instance, taken: Map<string, Set<string>>): void {
  const addresses = taken.get(instance.sheet.name) ?? new Set();
  taken.set(instance.sheet.name, addresses);
  const lastRow = Math.max(...instance.rows.map((row) => row.row));
  for (const cells of instance.sheet.rows)
    for (const cell of cells) if (cell.row <= lastRow) addresses.add(cell.address);
}

/** At most 500, so that a page can show them. */
function leftoversOf(sheets: readonly RawSheet[], taken: Map<string, Set<string>>): LeftoverCell[] {
  const left = sheets.flatMap((sheet) =>
    sheet.rows
      .flat()
      .flatMap((cell) =>
        taken.get(sheet.name)?.has(cell.address) || !cell.text
          ? []
          : [{ sheet: sheet.name, address: cell.address, text: cell.text }],
      ),
  );
  return left.slice(0, 500);
}
