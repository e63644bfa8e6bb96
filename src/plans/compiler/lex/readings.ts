// What the parts of a printed time amount to: a day, months, quarters, a range of days, a minute; null where no such time exists.
import { daysBetween, isoDate, isRealDate, lastDayOfMonth } from '#src/kernel/dates.ts';
import { fromRoman } from '#src/kernel/roman.ts';
import type { Precision } from '../model.ts';

/** A point or a range as printed, before anyone asks what it means. `a`, `b`: its place in the paragraph. */
export type Point = {
  a: number;
  b: number;
  precision: Precision;
  from: string | null;
  to: string | null;
  range: boolean;
};

/** The named parts of a match. */
export type Parts = Record<string, string | undefined>;
export type Reading = Omit<Point, 'a' | 'b'>;

const word = { '1': 1, '2': 2, '3': 3, '4': 4, i: 1, ii: 2, iii: 3, iv: 4 };

export const day = (y: number, m: number, d: number): Reading | null =>
  isRealDate(y, m, d)
    ? { precision: 'day', from: isoDate(y, m, d), to: isoDate(y, m, d), range: false }
    : null;
export const months = (
  y1: number,
  m1: number,
  y2: number,
  m2: number,
  precision: Precision = 'month',
): Reading | null =>
  m1 >= 1 && m1 <= 12 && m2 >= 1 && m2 <= 12 && isoDate(y1, m1, 1) <= isoDate(y2, m2, 1)
    ? {
        precision,
        from: isoDate(y1, m1, 1),
        to: lastDayOfMonth(y2, m2),
        range: precision === 'month' && (y1 !== y2 || m1 !== m2),
      }
    : null;
export const quarter = (text: string | undefined): number | null => {
  const q = word[(text ?? '').toLowerCase() as keyof typeof word] ?? fromRoman(text ?? '');
  return q !== null && q >= 1 && q <= 4 ? q : null;
};
export const quarters = (y: number | null, q1: number | null, q2: number | null): Reading | null => {
  if (y === null || q1 === null || q2 === null || q2 < q1) return null;
  const span = months(y, q1 * 3 - 2, y, q2 * 3, 'quarter');
  return span && { ...span, range: q1 !== q2 };
};
export const days = (first: Reading | null, last: Reading | null): Reading | null =>
  first?.from && last?.to && first.from <= last.to
    ? { precision: 'day', from: first.from, to: last.to, range: true }
    : null;
/** A range where the second day follows the first. */
export const neighbours = (first: Reading | null, last: Reading | null): Reading | null =>
  first?.from && last?.to && daysBetween(first.from, last.to) === 1 ? days(first, last) : null;
export const minute = (p: Parts, date: Reading | null): Reading | null => {
  const [h, min] = [Number(p.h), Number(p.min ?? 0)];
  if (!date?.from || h > 24 || min > 59) return null;
  const at = `${date.from}T${String(h).padStart(2, '0')}:${String(min).padStart(2, '0')}`;
  return { precision: 'minute', from: at, to: at, range: false };
};
/** From one time of a day to another. */
export const minutes = (p: Parts, date: Reading | null): Reading | null => {
  const [first, last] = [minute(p, date), minute({ h: p.h2, min: p.min2 }, date)];
  return first?.from && last?.to && first.from <= last.to ? { ...first, to: last.to, range: true } : null;
};
