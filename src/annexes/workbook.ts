// The figures of a table as an Excel workbook: all together on the first sheet, then a sheet per indicator by province.
import { type SheetTable, writeTables } from '#src/documents/tables-xlsx.ts';
import { formatDate } from '#src/kernel/dates.ts';
import type { Indicator } from '#src/templates/rules.ts';
import type { FigureGroup } from './boundaries.ts';
import { columnsOf, type FiguresSeen, groupFigure } from './reading.ts';
import { totalColumn } from './rules/rollup.ts';
import { reasonWords } from './rules.ts';

/** The bytes of an .xlsx; each sheet says what is counted, in which boundaries, and whether the figures are samples. */
export async function figuresWorkbook(seen: FiguresSeen, isSample: boolean): Promise<Uint8Array> {
  const { table } = seen;
  const columns = [...table.columns, ...(table.total ? [{ code: totalColumn, label: 'Cộng' }] : [])];
  const note = noteOf(seen, isSample);
  const labels = columns.map((c) => c.label);
  const nation: SheetTable = {
    name: table.code,
    title: `Biểu ${table.code}. ${table.title}`,
    note,
    header: ['Chỉ tiêu', 'Đơn vị tính', ...labels, 'Đơn vị có số', 'Đơn vị phải báo cáo'],
    rows: table.indicators.map((i) => {
      const figures = columns.map((c) => groupFigure(seen, seen.owing, i, columnsOf(table, c.code)));
      const covered = figures.map((f) => f.rolled.covered);
      return [
        `${i.code} ${i.name}`,
        i.unitOfMeasure,
        ...figures.map((f) => f.rolled.value),
        Math.max(0, ...covered),
        seen.owing.length,
      ];
    }),
  };
  const provinces = table.indicators.map((indicator) => ({
    name: indicator.code,
    title: `${indicator.code}. ${indicator.name} (${indicator.unitOfMeasure})`,
    note,
    header: ['Tỉnh, thành phố', ...labels, 'Đơn vị có số', 'Đơn vị phải báo cáo'],
    rows: seen.groups.map((group) =>
      provinceRow(
        seen,
        group,
        indicator,
        columns.map((c) => c.code),
      ),
    ),
  }));
  return writeTables([nation, ...provinces], nation.title);
}

function provinceRow(
  seen: FiguresSeen,
  group: FigureGroup,
  indicator: Indicator,
  columns: string[],
): (string | number | null)[] {
  const figures = columns.map((code) =>
    groupFigure(seen, group.members, indicator, columnsOf(seen.table, code)),
  );
  const cells = figures.map((f) => f.rolled.value ?? (f.reason ? reasonWords[f.reason].vi : null));
  const covered = Math.max(0, ...figures.map((f) => f.rolled.covered));
  return [group.id === null ? 'Đơn vị khác' : group.name, ...cells, covered, group.members.length];
}

function noteOf(seen: FiguresSeen, isSample: boolean): string {
  const { key, day } = seen.boundaries;
  const said = `Chỉ cộng báo cáo chính thức đã chấp nhận. Địa giới ${key} tỉnh, thành phố ngày ${formatDate(day)}. ${seen.campaign.name}, ${seen.campaign.planSymbol}.`;
  return isSample ? `SỐ LIỆU MINH HỌA. ${said}` : said;
}
