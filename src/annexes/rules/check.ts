// Checks an annex table: every problem as a diagnostic that hangs from its cell. Codes are in docs/diagnostics-annex.md. Pure.
import type { Diagnostic, Severity } from '#src/kernel/diagnostic.ts';
import type { Words } from '#src/kernel/language.ts';
import { foldVietnamese, formatNumber } from '#src/kernel/vietnamese.ts';
import {
  type Annex,
  type AnnexColumn,
  type AnnexRule,
  type AnnexTable,
  columnWords,
  findIndicator,
  type Indicator,
} from '#src/templates/rules.ts';
import {
  type AnnexCells,
  cellAt,
  enterable,
  formatFigure,
  type TableProgress,
  tableProgress,
  type UnreadCells,
  unreadAt,
} from '../rules.ts';
import { type Derived, derive, wrongCells } from './derive.ts';
import { readCell, valueProblem } from './reading.ts';

type Finding = { code: string; severity: Severity; message: Words; hint: Words | null };

/** In the order of the table: rows, then columns. `unread` is what was typed but could not be read. */
export function checkTable(table: AnnexTable, cells: AnnexCells, unread: UnreadCells = {}): Diagnostic[] {
  const single = enterable(table).flatMap((i) =>
    table.columns.flatMap((c) => at(table, i, c, cellFindings(i, c, cells, unread))),
  );
  const wrong = wrongCells(single);
  const derived = derive(table, cells, wrong);
  const between = table.rules.flatMap((rule) =>
    table.columns.flatMap((column, k) => {
      const target = findIndicator(table, rule.kind === 'jump' ? rule.indicator : rule.part);
      if (!target) return [];
      const finding =
        rule.kind === 'jump'
          ? jump(rule, target, table, k, cells)
          : partOf(rule, table, column, cells, derived);
      return finding ? at(table, target, column, [finding]) : [];
    }),
  );
  return inTableOrder(table, [...single, ...between]);
}

function at(table: AnnexTable, indicator: Indicator, column: AnnexColumn, findings: Finding[]): Diagnostic[] {
  return findings.map((f) => ({
    ...f,
    where: { in: 'cell', table: table.code, row: indicator.code, column: column.code },
  }));
}

function inTableOrder(table: AnnexTable, list: Diagnostic[]): Diagnostic[] {
  const row = new Map(table.indicators.map((i, n) => [i.code, n]));
  const column = new Map(table.columns.map((c, n) => [c.code, n]));
  const rank = (d: Diagnostic) =>
    d.where?.in === 'cell' ? (row.get(d.where.row) ?? 0) * 1000 + (column.get(d.where.column) ?? 0) : -1;
  return list.sort((a, b) => rank(a) - rank(b));
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "Năm 2021: …" before what is said of the column. */
function inColumn(column: AnnexColumn, said: Words): Words {
  const name = columnWords(column);
  return { vi: `${capital(name.vi)}: ${said.vi}`, en: `${name.en}: ${said.en}` };
}

function cellFindings(
  indicator: Indicator,
  column: AnnexColumn,
  cells: AnnexCells,
  unread: UnreadCells,
): Finding[] {
  const text = unreadAt(unread, indicator.code, column.code);
  const cell = cellAt(cells, indicator.code, column.code);
  if (text !== null) {
    const reading = readCell(text, indicator);
    if (reading.kind !== 'problem') return [];
    const { code, message, hint } = reading.problem;
    return [{ code, severity: 'error', message: inColumn(column, message), hint }];
  }
  if (!cell)
    return [
      {
        code: 'A40',
        severity: 'note',
        message: inColumn(column, { vi: 'chưa nhập.', en: 'not filled in.' }),
        hint: null,
      },
    ];
  const problem = 'value' in cell ? valueProblem(cell.value, indicator) : null;
  if (!problem) return [];
  return [
    { code: problem.code, severity: 'error', message: inColumn(column, problem.message), hint: problem.hint },
  ];
}

/** The number in a cell, with "không phát sinh" as 0; null when it is blank, unknown or in error. */
function numberAt(
  code: string,
  column: string,
  cells: AnnexCells,
  derived: Record<string, Record<string, Derived>>,
): number | null {
  const computed = derived[code]?.[column];
  if (computed) return computed.kind === 'value' ? computed.value : null;
  const cell = cellAt(cells, code, column);
  if (!cell) return null;
  if ('value' in cell) return cell.value;
  return cell.reason === 'none-arose' ? 0 : null;
}

function partOf(
  rule: Extract<AnnexRule, { kind: 'part-of' }>,
  table: AnnexTable,
  column: AnnexColumn,
  cells: AnnexCells,
  derived: Record<string, Record<string, Derived>>,
): Finding | null {
  const [part, whole] = [findIndicator(table, rule.part), findIndicator(table, rule.whole)];
  if (!part || !whole) return null;
  const [p, w] = [
    numberAt(part.code, column.code, cells, derived),
    numberAt(whole.code, column.code, cells, derived),
  ];
  if (p === null || w === null || p <= w) return null;
  const name = shortName(part);
  return {
    code: 'A12',
    severity: 'error',
    message: inColumn(column, {
      vi: `${name} ${figure(p, part)}, nhiều hơn ${wholeInWords(w, whole)} (${whole.code}).`,
      en: `${part.code} is ${formatFigure(p, part.type)}, more than ${whole.code}, which is ${formatFigure(w, whole.type)}.`,
    }),
    hint: {
      vi: `Số ${name} không được lớn hơn.`,
      en: `${part.code} is a part of ${whole.code} and cannot be larger.`,
    },
  };
}

const figure = (value: number, indicator: Indicator) =>
  `${formatFigure(value, indicator.type)} ${indicator.unitOfMeasure}`;

/** "398 đơn đủ điều kiện"; without a short name "dân số trung bình 900 người". */
function wholeInWords(value: number, whole: Indicator): string {
  return whole.short
    ? `${figure(value, whole)} ${whole.short}`
    : `${shortName(whole)} ${figure(value, whole)}`;
}

/** "đã giải quyết", or the name in lower case without "trong đó" when the template gives no short one. */
function shortName(indicator: Indicator): string {
  if (indicator.short) return indicator.short;
  const name = foldVietnamese(indicator.name).startsWith('trong do:')
    ? indicator.name.slice(9).trim()
    : indicator.name;
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** Below this many a year nothing counts as a jump: from 1 to 6 conferences is no slip of the pen. */
const worthComparing = 20;

function jump(
  rule: Extract<AnnexRule, { kind: 'jump' }>,
  indicator: Indicator,
  table: AnnexTable,
  position: number,
  cells: AnnexCells,
): Finding | null {
  const [column, before] = [table.columns[position]!, table.columns[position - 1]];
  const cell = cellAt(cells, indicator.code, column.code);
  const earlier = before && cellAt(cells, indicator.code, before.code);
  if (!before || !cell || !earlier || !('value' in cell) || !('value' in earlier)) return null;
  const [now, then] = [perYear(cell.value, column, indicator), perYear(earlier.value, before, indicator)];
  if (Math.max(now, then) < worthComparing || Math.max(now, then) < rule.factor * Math.min(now, then))
    return null;
  const annual =
    (column.months ?? 12) === (before.months ?? 12) || indicator.stock ? '' : ' (tính theo cả năm)';
  const said = sayJump(now, then, capital(columnWords(column).vi) + annual, columnWords(before).vi);
  const figures = `${formatFigure(earlier.value, indicator.type)} → ${formatFigure(cell.value, indicator.type)}`;
  const en = `${columnWords(column).en} against ${columnWords(before).en}: ${figures}.`;
  if (cell.note)
    return {
      code: 'A31',
      severity: 'note',
      message: { vi: `${said}. Lý do đã ghi: ${cell.note}`, en: `${en} Reason given: ${cell.note}` },
      hint: null,
    };
  return {
    code: 'A31',
    severity: 'warning',
    message: { vi: `${said}.`, en },
    hint: {
      vi: 'Nếu đúng, ghi lý do; nếu gõ nhầm, sửa lại.',
      en: 'If it is right, give the reason; if it is a slip, mend it.',
    },
  };
}

/** A half-year's flow counts double beside a whole year; a level counts as it stands. */
function perYear(value: number, column: AnnexColumn, indicator: Indicator): number {
  return indicator.stock ? value : (value * 12) / (column.months ?? 12);
}

function sayJump(now: number, then: number, column: string, before: string): string {
  if (then === 0) return `${column} có ${formatNumber(now, 0)}, ${before} là 0`;
  if (now === 0) return `${column} là 0, ${before} có ${formatNumber(then, 0)}`;
  const times = formatNumber(Math.round(Math.max(now / then, then / now) * 10) / 10);
  return now > then ? `${column} gấp ${times} lần ${before}` : `${column} giảm ${times} lần so với ${before}`;
}

/** How far every table of an annex is filled in, in the order of the annex. */
export function annexProgress(
  annex: Annex,
  cells: Readonly<Record<string, AnnexCells>>,
  unread: Readonly<Record<string, UnreadCells>> = {},
): TableProgress[] {
  return annex.tables.map((table) => {
    const own = cells[table.code] ?? {};
    return tableProgress(table, own, checkTable(table, own, unread[table.code] ?? {}));
  });
}
