// Cells of an annex as a workbook takes them.
import type { TableValues } from '#src/documents/annex.ts';
import type { AnnexCells } from './rules.ts';

/** Numbers and reasons by indicator and column; sources and notes stay behind. */
export function fileValues(cells: AnnexCells): TableValues {
  return Object.fromEntries(
    Object.entries(cells).map(([indicator, row]) => [
      indicator,
      Object.fromEntries(
        Object.entries(row).map(([column, cell]) => [column, 'value' in cell ? cell.value : cell.reason]),
      ),
    ]),
  );
}
