// A time as an officer types it into one or two fields, "30/8/2026", "10/2026", "quý IV/2026", and back. Pure.
import { formatDate, isoDate, isRealDate, lastDayOfMonth } from '#src/kernel/dates.ts';
import { fromRoman, toRoman } from '#src/kernel/roman.ts';
import type { Precision, When } from '#src/plans/compiler/model.ts';

type Period = Pick<When, 'from' | 'to' | 'precision'>;

/** One field's words → the first and last day that they mean; null when they name no day, month, quarter or year. */
export function readTime(typed: string): Period | null {
  const text = typed.trim().toLowerCase();
  const quarter = /^(?:quý|q)\s*([ivx\d]+)\s*[/.-]\s*(\d{4})$/u.exec(text);
  if (quarter) return quarterOf(Number(quarter[2]), numberOf(quarter[1]!));
  const minute = /^(\d{1,2}):(\d{2})[,\s]+(\S+)$/.exec(text);
  if (minute) return minuteOf(minute[3]!, Number(minute[1]), Number(minute[2]));
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const numbers = iso ? iso.slice(1).reverse() : text.split(/[/.-]/);
  if (numbers.some((n) => !/^\d{1,4}$/.test(n))) return null;
  const [year = 0, month, day] = numbers.map(Number).reverse();
  if (!isRealDate(year, month ?? 1, day ?? 1) || year > 2200 || numbers.length > 3) return null;
  if (month === undefined) return { from: isoDate(year, 1, 1), to: isoDate(year, 12, 31), precision: 'year' };
  if (day === undefined)
    return { from: isoDate(year, month, 1), to: lastDayOfMonth(year, month), precision: 'month' };
  return { from: isoDate(year, month, day), to: isoDate(year, month, day), precision: 'day' };
}

const numberOf = (words: string) => (/^\d+$/.test(words) ? Number(words) : (fromRoman(words) ?? 0));

function quarterOf(year: number, n: number): Period | null {
  if (n < 1 || n > 4 || year > 2200 || !isRealDate(year, 1, 1)) return null;
  return { from: isoDate(year, n * 3 - 2, 1), to: lastDayOfMonth(year, n * 3), precision: 'quarter' };
}

function minuteOf(day: string, hour: number, minute: number): Period | null {
  const read = readTime(day);
  if (read?.precision !== 'day' || hour > 23 || minute > 59) return null;
  const at = `${read.from}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return { from: at, to: at, precision: 'minute' };
}

/** What the field of the first or last edge shows. */
function written(at: string, precision: Precision): string {
  const [year, month] = [at.slice(0, 4), Number(at.slice(5, 7))];
  switch (precision) {
    case 'year':
      return year;
    case 'quarter':
      return `quý ${toRoman(Math.ceil(month / 3))}/${year}`;
    case 'month':
      return `${month}/${year}`;
    case 'minute':
      return `${at.slice(11, 16)} ${formatDate(at.slice(0, 10))}`;
    default:
      return formatDate(at.slice(0, 10));
  }
}

/** One field for a point or one month, two for a span; an end that the plan does not give has no field. */
export function writeTime({ from, to, precision }: When): { from: string | null; to: string | null } {
  const first = from && written(from, precision);
  const last = to && written(to, precision);
  return { from: first, to: first === last ? null : last };
}

/** The old time with the typed ones in its place; null when one cannot be read, `backwards` when they are the wrong way round. */
export function typedWhen(old: When, from: string | null, to: string | null): When | null | 'backwards' {
  const first = from === null ? null : readTime(from);
  const last = to === null ? null : readTime(to);
  if ((from !== null && !first) || (to !== null && !last)) return null;
  const [one, other] = [first ?? last!, last ?? first!];
  const precision = one.precision === other.precision ? one.precision : 'day';
  const when = { ...old, precision, from: first?.from ?? null, to: old.to === null ? null : other.to };
  if (when.from !== null && when.to !== null && when.to < when.from) return 'backwards';
  return when;
}
