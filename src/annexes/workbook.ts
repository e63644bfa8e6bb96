// The figures of a table as an Excel workbook: all together on the first sheet, then a sheet per indicator by province.
import { type SheetTable, writeTables } from '#src/documents/tables-xlsx.ts';
import { formatDate } from '#src/kernel/dates.ts';
import type { AnnexColumn, Indicator } from '#src/templates/rules.ts';
import { groupName } from './boundaries.ts';
import { columnsOf, type FiguresSeen, figureOf, figuresByGroup, type GroupFigure } from './reading.ts';
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
      const figures = columns.map((c) => figureOf(seen, seen.owing, i, columnsOf(table, c.code)));
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
    header: ['Tỉnh, thành phố', ...labels, 'Đơn vị có số', 'Đơn vị phải báo cáo', 'Ghi chú'],
    rows: provinceRows(seen, indicator, columns),
  }));
  return writeTables([nation, ...provinces], nation.title);
}

function provinceRows(seen: FiguresSeen, indicator: Indicator, columns: readonly AnnexColumn[]) {
  const byColumn = columns.map((c) => figuresByGroup(seen, indicator, columnsOf(seen.table, c.code)));
  return seen.groups.map((group): (string | number | null)[] => {
    const figures = byColumn.map((groups) => groups.get(group.key)!);
    const cells = figures.map((f) => f.rolled.value ?? (f.reason ? reasonWords[f.reason].vi : null));
    const covered = Math.max(0, ...figures.map((f) => f.rolled.covered));
    return [groupName(group, 'vi'), ...cells, covered, group.members.length, remarkOn(figures, columns)];
  });
}

/** Which of a row's figures are estimates or cannot be added, in words. */
function remarkOn(figures: readonly GroupFigure[], columns: readonly AnnexColumn[]): string | null {
  const named = (quality: GroupFigure['quality'], words: string) => {
    const labels = columns.filter((_, i) => figures[i]?.quality === quality && figures[i].rolled.numbers > 0);
    return labels.length > 0 ? [`${words}: ${labels.map((c) => c.label).join(', ')}`] : [];
  };
  const all = [...named('estimate', 'ước tính'), ...named('not-additive', 'không cộng được')];
  return all.length > 0 ? all.join('; ') : null;
}

function noteOf(seen: FiguresSeen, isSample: boolean): string {
  const { key, day } = seen.boundaries;
  const said = `Chỉ cộng báo cáo chính thức đã chấp nhận. Địa giới ${key} tỉnh, thành phố ngày ${formatDate(day)}. ${seen.campaign.name}, ${seen.campaign.planSymbol}.`;
  return isSample ? `SỐ LIỆU MINH HỌA. ${said}` : said;
}
