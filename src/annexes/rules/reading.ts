// What a person types into a cell: a number as Vietnam writes it, or one of the three reasons. Pure.
import type { Words } from '#src/kernel/language.ts';
import { foldVietnamese, formatNumber, parseNumber } from '#src/kernel/vietnamese.ts';
import type { Indicator } from '#src/templates/rules.ts';
import type { Reason } from '../rules.ts';

/** Why a cell cannot be taken; `code` is in docs/diagnostics-annex.md. */
export type CellProblem = { code: 'A10' | 'A11' | 'A13' | 'A14' | 'A15'; message: Words; hint: Words };

export type Reading =
  | { kind: 'empty' }
  | { kind: 'value'; value: number }
  | { kind: 'reason'; reason: Reason }
  | { kind: 'problem'; problem: CellProblem };

/** Letters, words and the signs of the statistical yearbook ("-": nothing arose, "...": no data). Folded. */
const reasonSpellings: ReadonlyMap<string, Reason> = new Map([
  ...['k', 'kps', '-', '–', '—', 'khong phat sinh', 'khong co phat sinh', 'none arose', 'none'].map(
    (s) => [s, 'none-arose'] as const,
  ),
  ...['x', '...', '…', 'khong co so lieu', 'khong so lieu', 'no data'].map((s) => [s, 'no-data'] as const),
  ...['o', 'khong thuoc pham vi', 'khong ap dung', 'not applicable', 'n/a'].map(
    (s) => [s, 'not-applicable'] as const,
  ),
]);

const folded = (text: string) =>
  foldVietnamese(text)
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();

/** The reason that the words give, or null. */
export function readReason(text: string): Reason | null {
  return reasonSpellings.get(folded(text).replace(/(?<=[a-z])\.$/, '')) ?? null;
}

/** Reads what was typed for an indicator. "1.234,5" is one thousand and a half; the indicator's own unit may follow. */
export function readCell(text: string, indicator: Pick<Indicator, 'type' | 'unitOfMeasure'>): Reading {
  if (text.trim() === '') return { kind: 'empty' };
  const reason = readReason(text);
  if (reason) return { kind: 'reason', reason };
  const value = readNumber(text, indicator.unitOfMeasure);
  if (value === null) return { kind: 'problem', problem: unreadable(text) };
  const problem = valueProblem(value, indicator, text);
  return problem ? { kind: 'problem', problem } : { kind: 'value', value: value === 0 ? 0 : value };
}

function readNumber(text: string, unit: string): number | null {
  const words = folded(text);
  const bare = words.endsWith(folded(unit))
    ? words.slice(0, words.length - folded(unit).length).trim()
    : words;
  // "0.125" has no thousands to group: its point is a decimal point.
  return parseNumber(/^[-−]?0\.\d+$/.test(bare) ? bare.replace('.', ',') : bare);
}

const largest = 1e12;

/** What is wrong with a number in itself, whatever stands beside it; null when nothing. */
export function valueProblem(
  value: number,
  indicator: Pick<Indicator, 'type'>,
  typed = formatNumber(value),
): CellProblem | null {
  if (!Number.isFinite(value) || Math.abs(value) > largest) return tooLarge(typed);
  if (value < 0) return negative(typed);
  if (indicator.type === 'percent' && value > 100) return beyondHundred(typed);
  if (indicator.type === 'integer' && !Number.isInteger(value)) return fraction(typed);
  return null;
}

const clip = (text: string) => {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length > 40 ? `${words.slice(0, 40)}…` : words;
};

function unreadable(text: string): CellProblem {
  return {
    code: 'A10',
    message: { vi: `“${clip(text)}” không phải là số.`, en: `“${clip(text)}” is not a number.` },
    hint: {
      vi: 'Chỉ nhập số, thí dụ 1.234,5. Không có số thì gõ k (không phát sinh), x (không có số liệu) hoặc o (không thuộc phạm vi).',
      en: 'Enter a number only, e.g. 1.234,5. Without one type k (none arose), x (no data) or o (not applicable).',
    },
  };
}

function negative(typed: string): CellProblem {
  return {
    code: 'A11',
    message: { vi: `${clip(typed)} là số âm.`, en: `${clip(typed)} is negative.` },
    hint: { vi: 'Chỉ tiêu này không nhỏ hơn 0.', en: 'This indicator is never below 0.' },
  };
}

function beyondHundred(typed: string): CellProblem {
  return {
    code: 'A13',
    message: { vi: `${clip(typed)} vượt quá 100%.`, en: `${clip(typed)} is more than 100%.` },
    hint: { vi: 'Tỷ lệ phải từ 0 đến 100.', en: 'A percentage lies between 0 and 100.' },
  };
}

function fraction(typed: string): CellProblem {
  const thousands = /^\d{1,3},\d{3}$/.test(typed.trim()) ? typed.trim().replace(',', '.') : null;
  return {
    code: 'A14',
    message: {
      vi: `${clip(typed)} có phần lẻ, chỉ tiêu này đếm bằng số nguyên.`,
      en: `${clip(typed)} has a fraction; this indicator counts whole things.`,
    },
    hint: thousands
      ? {
          vi: `Dấu phẩy là phần lẻ. Nếu là hàng nghìn, viết ${thousands}.`,
          en: `A comma is the decimal mark. For thousands write ${thousands}.`,
        }
      : { vi: 'Nhập số nguyên.', en: 'Enter a whole number.' },
  };
}

function tooLarge(typed: string): CellProblem {
  return {
    code: 'A15',
    message: { vi: `${clip(typed)} quá lớn.`, en: `${clip(typed)} is too large.` },
    hint: { vi: 'Đề nghị xem lại đơn vị tính.', en: 'Check the unit of measure.' },
  };
}
