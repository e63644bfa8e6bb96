// A time of an earlier plan moved to its place in a new one, in the same precision; days of rest told apart. Pure.
import { addDays, daysBetween, isoDate, type LocalDate, lastDayOfMonth } from '#src/kernel/dates.ts';
import { addWorkingDays, isWorkingDay, restReason } from '#src/kernel/holidays.ts';
import type { Words } from '#src/kernel/language.ts';
import type { When } from '#src/plans/compiler/model.ts';

/** distance: as many days after the new date of issue as after the old; calendar: the same day so many months later. */
export type ShiftRule =
  | { kind: 'distance'; from: LocalDate; to: LocalDate }
  | { kind: 'calendar'; months: number };

const monthIndex = (date: LocalDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

/** The same day of the month so many months later; a day that the month does not have becomes its last. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const index = monthIndex(date) + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const day = Math.min(Number(date.slice(8, 10)), Number(lastDayOfMonth(year, month).slice(8)));
  return isoDate(year, month, day);
}

const wholeMonths: Partial<Record<When['precision'], number>> = { month: 1, quarter: 3, year: 12 };

/**
 * The time under the rule. A month stays a month, a quarter a quarter (moved by whole ones, the nearest), a time of day
 * stays; what has no date (recurring, relative, a week) is given back as it is.
 */
export function shiftWhen(when: When, rule: ShiftRule): When {
  const unit = wholeMonths[when.precision];
  const edge = unit ? wholeShift(rule, unit) : dayShift(rule);
  const move = (at: string | null) => (at === null ? null : edge(at.slice(0, 10)) + at.slice(10));
  return { ...when, from: move(when.from), to: move(when.to) };
}

function dayShift(rule: ShiftRule): (date: LocalDate) => LocalDate {
  if (rule.kind === 'calendar') return (date) => addMonths(date, rule.months);
  const days = daysBetween(rule.from, rule.to);
  return (date) => addDays(date, days);
}

function wholeShift(rule: ShiftRule, unit: number): (date: LocalDate) => LocalDate {
  const months = rule.kind === 'calendar' ? rule.months : monthIndex(rule.to) - monthIndex(rule.from);
  const whole = Math.round(months / unit) * unit;
  return (date) => {
    const moved = addMonths(date, whole);
    const [year, month] = [Number(moved.slice(0, 4)), Number(moved.slice(5, 7))];
    return isLastOfMonth(date) ? lastDayOfMonth(year, month) : moved;
  };
}

const isLastOfMonth = (date: LocalDate) =>
  date === lastDayOfMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));

/** The last day on which a day's deadline can be met; null for spans, months and what has no date. */
function lastDayOf({ rel, from, to, precision }: When): LocalDate | null {
  if (!from || !to || rel === 'between' || (precision !== 'day' && precision !== 'minute')) return null;
  return rel === 'before' && precision === 'day' ? addDays(from, -1) : to.slice(0, 10);
}

/** Why nobody works on the last day, or null. */
export function restOn(when: When): Words | null {
  const day = lastDayOf(when);
  return day ? restReason(day) : null;
}

/** The time moved so that its last day is a working day: the next one. Spans and months stay. */
export function offRest(when: When): When {
  const day = lastDayOf(when);
  if (!day || isWorkingDay(day)) return when;
  const days = daysBetween(day, addWorkingDays(day, 1));
  return shiftWhen(when, { kind: 'distance', from: day, to: addDays(day, days) });
}
