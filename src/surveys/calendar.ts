// The calendar of visits as weeks from Monday to Friday, and how its days are written. Pure.
import { addDays, type LocalDate, shortDate } from '#src/kernel/dates.ts';
import { mondayOf } from './proposal.ts';
import { type Calendar, daysOf, type Visit } from './rules.ts';

/** One cell of a week: a day, or the days that visits join. `span` counts weekdays. */
export type CalendarCell<V> = {
  from: LocalDate;
  to: LocalDate;
  span: number;
  off: boolean;
  today: boolean;
  visits: V[];
};
export type CalendarWeek<V> = { monday: LocalDate; friday: LocalDate; cells: CalendarCell<V>[] };

const mostWeeks = 60;

/** Every week that the windows and the dates of the visits touch, at most 60; none when no visit has either. */
export function calendarWeeks<V extends Visit>(
  visits: readonly V[],
  today: LocalDate,
  isWorkingDay: Calendar,
): CalendarWeek<V>[] {
  const days = visits.flatMap((v) => [v.windowFrom, v.windowTo, ...daysOf(v)]).filter((d) => d !== null);
  if (days.length === 0) return [];
  const sorted = days.sort();
  const weeks: CalendarWeek<V>[] = [];
  for (let monday = mondayOf(sorted[0]!); monday <= sorted.at(-1)!; monday = addDays(monday, 7)) {
    weeks.push({ monday, friday: addDays(monday, 4), cells: cellsOf(monday, visits, today, isWorkingDay) });
    if (weeks.length === mostWeeks) break;
  }
  return weeks;
}

function cellsOf<V extends Visit>(
  monday: LocalDate,
  visits: readonly V[],
  today: LocalDate,
  isWorkingDay: Calendar,
): CalendarCell<V>[] {
  const cells: CalendarCell<V>[] = [];
  for (let i = 0; i < 5; ) {
    const from = addDays(monday, i);
    const here: V[] = [];
    let last = i;
    // Visits that share a day share a cell, so the cell grows while a further visit begins inside it.
    for (let j = i; j <= last; j++)
      for (const visit of visits) {
        const days = daysOf(visit);
        if (here.includes(visit) || !days.includes(addDays(monday, j))) continue;
        here.push(visit);
        last = Math.max(last, ...days.map((day) => weekdayIndex(monday, day)).filter((n) => n < 5));
      }
    const to = addDays(monday, last);
    const off = here.length === 0 && !isWorkingDay(from);
    cells.push({ from, to, span: last - i + 1, off, today: from <= today && today <= to, visits: here });
    i = last + 1;
  }
  return cells;
}

function weekdayIndex(monday: LocalDate, day: LocalDate): number {
  for (let n = 0; n < 5; n++) if (addDays(monday, n) === day) return n;
  return -1;
}

/** "11–15/9", "28/8–01/9", "05/10". */
export function shortRange(from: LocalDate, to: LocalDate): string {
  if (from === to) return shortDate(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${from.slice(8)}–${shortDate(to)}`;
  return `${shortDate(from)}–${shortDate(to)}`;
}

/** "Tháng 9 và tháng 10/2023": the months that the weeks cover, given by their first and last day. */
export function monthRange(from: LocalDate, to: LocalDate): { vi: string; en: string } {
  const [year, last] = [to.slice(0, 4), Number(to.slice(5, 7))];
  const first = Number(from.slice(5, 7));
  if (from.slice(0, 4) !== year)
    return {
      vi: `Tháng ${first}/${from.slice(0, 4)} đến tháng ${last}/${year}`,
      en: `${first}/${from.slice(0, 4)} to ${last}/${year}`,
    };
  if (first === last) return { vi: `Tháng ${last}/${year}`, en: `${last}/${year}` };
  const joint = last - first === 1 ? 'và' : 'đến';
  return { vi: `Tháng ${first} ${joint} tháng ${last}/${year}`, en: `${first} to ${last}/${year}` };
}
