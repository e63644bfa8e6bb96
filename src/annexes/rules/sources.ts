// "Số lấy từ đâu": where the cells of a table came from, a line for each source. Pure.
import { dateAt, formatDate } from '#src/kernel/dates.ts';
import type { Words } from '#src/kernel/language.ts';
import type { AnnexTable, Formula } from '#src/templates/rules.ts';
import { type AnnexCells, type CellSource, cellAt, enterable } from '../rules.ts';

type Found = { key: string; source: CellSource; codes: string[]; addresses: string[] };

/** One line per source in the order of the table, then the derived indicators. Blank cells say nothing. */
export function sourceLines(table: AnnexTable, cells: AnnexCells): Words[] {
  const found = new Map<string, Found>();
  for (const { code } of enterable(table))
    for (const column of table.columns) {
      const source = cellAt(cells, code, column.code)?.source;
      if (!source) continue;
      const key = keyOf(source);
      const entry = found.get(key) ?? { key, source, codes: [], addresses: [] };
      if (!entry.codes.includes(code)) entry.codes.push(code);
      if (source.kind === 'file') entry.addresses.push(source.address);
      found.set(key, entry);
    }
  const order = table.indicators.map((i) => i.code);
  const derived = table.indicators.filter((i) => i.formula).map((i) => i.code);
  return [
    ...[...found.values()].map((f) => line(f, order)),
    ...(derived.length > 0 ? [derivedLine(derived, order)] : []),
  ];
}

function keyOf(source: CellSource): string {
  return source.kind === 'typed'
    ? `typed ${source.by} ${dayOf(source.at)}`
    : `file ${source.uploadId} ${source.sheet}`;
}

const dayOf = (at: string) => formatDate(dateAt(new Date(at)));

function line({ source, codes, addresses }: Found, order: string[]): Words {
  const range = codeRanges(codes, order);
  if (source.kind === 'typed') {
    const said = `${source.by}, ${dayOf(source.at)}`;
    return { vi: `${range}: nhập tay, ${said}.`, en: `${range}: typed by ${said}.` };
  }
  const [first, last] = [addresses[0]!, addresses.at(-1)!];
  const cells = first === last ? first : `${first} đến ${last}`;
  return {
    vi: `${range}: tệp ${source.fileName}, trang “${source.sheet}”, ô ${cells}.`,
    en: `${range}: file ${source.fileName}, sheet “${source.sheet}”, cells ${first}${first === last ? '' : ` to ${last}`}.`,
  };
}

function derivedLine(codes: string[], order: string[]): Words {
  const range = codeRanges(codes, order);
  return { vi: `${range}: tự tính, không nhập.`, en: `${range}: computed, not entered.` };
}

/** "B3.01–B3.03, B3.08": neighbours in the table joined. */
export function codeRanges(codes: readonly string[], order: readonly string[]): string {
  const runs: string[][] = [];
  for (const code of codes) {
    const run = runs.at(-1);
    if (run && order.indexOf(code) === order.indexOf(run.at(-1)!) + 1) run.push(code);
    else runs.push([code]);
  }
  return runs.map((run) => (run.length > 1 ? `${run[0]}–${run.at(-1)}` : run[0])).join(', ');
}

/** "B3.06 chia B3.05", "cộng B4.01 đến B4.05": a formula in words. */
export function formulaWords(formula: Formula): Words {
  if (formula.kind === 'percent') {
    const { part, whole } = formula;
    return { vi: `${part} chia ${whole}`, en: `${part} over ${whole}` };
  }
  const [first, last] = [formula.of[0], formula.of.at(-1)];
  return { vi: `cộng ${first} đến ${last}`, en: `sum of ${first} to ${last}` };
}
