// What a cell of an annex says: a number, a reason why there is none, or something that cannot be read. Pure.

import type { Words } from '#src/kernel/language.ts';
import { foldVietnamese, formatNumber, parseNumber } from '#src/kernel/vietnamese.ts';
import type { NoValueReason, RawCell } from './annex.ts';

/** `note` says how a doubtful value was read; `problem` why it was not. */
export type Reading = {
  value: number | null;
  reason: NoValueReason | null;
  note?: { code: string; message: Words; hint: Words };
  problem?: { code: string; message: Words; hint: Words };
};

/** As the field writes them; "-", "…" and "x" as in the signs of Vietnamese statistics. Keys are folded. */
const reasons: Record<NoValueReason, string[]> = {
  'none-arose': [
    'khong phat sinh',
    'khong ps',
    'kps',
    'k',
    'khong',
    'khong co',
    'chua phat sinh',
    'none',
    '-',
    '–',
    '—',
  ],
  'no-data': ['khong co so lieu', 'chua co so lieu', 'khong so lieu', 'kcsl', 'no data', '…', '...', '..'],
  'not-applicable': ['khong thuoc pham vi', 'khong ap dung', 'kap', 'x', 'n/a', 'na', 'not applicable'],
};
const reasonOf = new Map(
  Object.entries(reasons).flatMap(([reason, words]) =>
    words.map((w) => [w, reason as NoValueReason] as const),
  ),
);

const plain = (vi: string, en: string): Words => ({ vi, en });
const typeNumber = plain('Đề nghị nhập số vào ô, không nhập chữ.', 'Enter a number in the cell, not words.');

/** Reads one cell that is not empty, for a row with this unit of measure. */
export function readValue(cell: RawCell, unit: string): Reading {
  if (cell.isError)
    return unreadable('annex-cell-error', cell, 'Ô báo lỗi của Excel', 'The cell holds an Excel error');
  if (typeof cell.value === 'number') return readNumber(cell, cell.value, unit);
  if (cell.value === null)
    return unreadable(
      'annex-formula-no-result',
      cell,
      'Công thức chưa có kết quả',
      'The formula has no result',
    );
  return readText(cell, unit);
}

function readNumber(cell: RawCell, value: number, unit: string): Reading {
  if (!Number.isFinite(value))
    return unreadable('annex-value-unreadable', cell, 'Không phải số', 'Not a number');
  if (!(cell.isPercent && unit.trim() === '%')) return { value, reason: null };
  // 0.955 shown as 95,5%; rounding takes away what the binary fraction adds.
  return { value: Number((value * 100).toPrecision(12)), reason: null };
}

function readText(cell: RawCell, unit: string): Reading {
  const text = cell.text.trim();
  const folded = foldVietnamese(text)
    .replace(/\s+/g, ' ')
    .replace(/[;,]$|(?<=[a-z])\.$/g, '')
    .trim();
  const reason = reasonOf.get(folded);
  if (reason) return { value: null, reason };
  if (/^o$/i.test(text))
    return doubtful(0, 'annex-letter-o', cell, 'chữ o được đọc là số 0', 'the letter o was read as 0');
  const value = parseNumber(text) ?? parseNumber(withoutUnit(text, unit));
  if (value !== null)
    return doubtful(
      value,
      'annex-number-as-text',
      cell,
      `số được nhập dưới dạng chữ, đọc là ${formatNumber(value)}`,
      `a number typed as text, read as ${formatNumber(value)}`,
    );
  return unreadable('annex-value-unreadable', cell, 'Không đọc được số', 'No number could be read');
}

function withoutUnit(text: string, unit: string): string {
  const [words, end] = [foldVietnamese(text), foldVietnamese(unit.trim())];
  return end && words.endsWith(end) ? text.slice(0, text.length - end.length).trim() : text;
}

function doubtful(value: number, code: string, cell: RawCell, vi: string, en: string): Reading {
  const message = plain(
    `Ô ${cell.address} («${short(cell)}»): ${vi}.`,
    `Cell ${cell.address} ("${short(cell)}"): ${en}.`,
  );
  const hint = plain('Đề nghị kiểm tra lại giá trị.', 'Please check the value.');
  return { value, reason: null, note: { code, message, hint } };
}

function unreadable(code: string, cell: RawCell, vi: string, en: string): Reading {
  const message = plain(
    `${vi} ở ô ${cell.address}: «${short(cell)}».`,
    `${en} in cell ${cell.address}: "${short(cell)}".`,
  );
  return { value: null, reason: null, problem: { code, message, hint: typeNumber } };
}

const short = (cell: RawCell) => (cell.text.length > 60 ? `${cell.text.slice(0, 60)}…` : cell.text);
