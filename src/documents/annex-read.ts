// Reads the cells of one table in the place where it was found. Pure.
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import type { RawCell } from './annex.ts';
import { cellDiagnostic, tableDiagnostic } from './annex-diagnostics.ts';
import type { FoundCell, Instance } from './annex-tables.ts';
import { readValue } from './annex-values.ts';

export type TableReading = { cells: FoundCell[]; diagnostics: Diagnostic[]; unknown: string[] };

/** The filled cells, what was doubtful or missing, and the addresses of rows that hold figures but no known label. */
export function readTable(instance: Instance): TableReading {
  const reading: TableReading = { cells: [], diagnostics: [], unknown: [] };
  const seen = new Map<number, RawCell>();
  for (const line of instance.rows) {
    const first = seen.get(line.expected);
    if (first)
      reading.diagnostics.push(cellDiagnostic('annex-row-duplicated', instance, line, null, [first.address]));
    else if (instance.table.rows[line.expected]!.derived === undefined) readRow(instance, line, reading);
    seen.set(line.expected, line.label);
  }
  reportMissing(instance, seen, reading);
  reportUnknown(instance, reading);
  return reading;
}

function readRow(instance: Instance, line: Instance['rows'][number], reading: TableReading): void {
  const row = instance.table.rows[line.expected]!;
  const read = new Set<number>();
  for (const place of instance.header.places) {
    const column = instance.table.columns[place.expected]!;
    const cell = line.cells.find((c) => c.column === place.column);
    if (!cell || column.isTotal || read.has(place.expected)) continue;
    read.add(place.expected);
    const { value, reason, note, problem } = readValue(cell, row.unit);
    const at = { table: instance.table.code, row: row.code, column: column.code };
    const place_ = { in: 'cell' as const, ...at, sheet: instance.sheet.name, address: cell.address };
    if (note) reading.diagnostics.push({ ...note, severity: 'note', where: place_ });
    if (problem) reading.diagnostics.push({ ...problem, severity: 'error', where: place_ });
    if (isMergedOverValues(instance, cell))
      reading.diagnostics.push(cellDiagnostic('annex-value-merged', instance, line, cell, []));
    reading.cells.push({
      ...at,
      raw: cell.text,
      value,
      reason,
      sheet: instance.sheet.name,
      address: cell.address,
    });
  }
}

/** A merged cell that covers more than one place for a value: only the first place gets it. */
function isMergedOverValues(instance: Instance, cell: RawCell): boolean {
  const merge = instance.sheet.merges.find((m) => m.startRow === cell.row && m.startCol === cell.column);
  if (!merge) return false;
  const columns = instance.header.places.filter(
    (p) => p.column >= merge.startCol && p.column <= merge.endCol,
  );
  const rows = instance.rows.filter((r) => r.row >= merge.startRow && r.row <= merge.endRow);
  return columns.length * rows.length > 1;
}

function reportMissing(instance: Instance, seen: ReadonlyMap<number, RawCell>, reading: TableReading): void {
  const { table, header } = instance;
  const rows = table.rows.filter((row, i) => !seen.has(i) && row.derived === undefined);
  if (rows.length)
    reading.diagnostics.push(
      tableDiagnostic(
        'annex-rows-missing',
        table,
        [instance],
        rows.map((row) => row.name),
      ),
    );
  const columns = table.columns.filter(
    (c, i) => !c.isTotal && !header.places.some((place) => place.expected === i),
  );
  if (columns.length)
    reading.diagnostics.push(
      tableDiagnostic(
        'annex-columns-missing',
        table,
        [instance],
        columns.map((c) => c.label),
      ),
    );
}

/** Rows between the header and the end of the table that hold figures under its columns, but no label of its own. */
function reportUnknown(instance: Instance, reading: TableReading): void {
  const { sheet, header, rows, labelColumn } = instance;
  const known = new Set(rows.map((row) => row.row));
  const lastRow = Math.max(...known);
  const columns = new Set(header.places.map((place) => place.column));
  let gap = 0;
  for (const cells of sheet.rows) {
    const row = cells[0]!.row;
    if (row <= header.row || known.has(row)) continue;
    if (instance.headerRows.has(row)) {
      if (row > lastRow) break;
      continue;
    }
    const hasFigures = cells.some((cell) => columns.has(cell.column) && typeof cell.value === 'number');
    if (row > lastRow && (!hasFigures || row > lastRow + ++gap)) break;
    const label =
      cells.find((cell) => cell.column <= labelColumn && typeof cell.value === 'string') ?? cells[0]!;
    if (!hasFigures || columns.has(label.column)) continue;
    reading.diagnostics.push(
      cellDiagnostic('annex-row-unknown', instance, { row, expected: -1, label, cells }, label, [label.text]),
    );
    reading.unknown.push(...cells.map((cell) => cell.address));
  }
}
