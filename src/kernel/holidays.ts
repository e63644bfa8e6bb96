// Working days in Vietnam: weekends, public holidays (Labour Code 45/2019/QH14, articles 111 and 112), compensation days.
// Yearly choices (which days of Tết, 01/9 or 03/9) follow the government's notices where known; swapped Saturdays are not kept.
import { addDays, type LocalDate, weekdayOf } from './dates.ts';
import type { Words } from './language.ts';
import { lunarDate } from './lunar.ts';

/** How many of the five days of Tết come before the first day of the year, by the yearly notice; otherwise one. */
const daysBeforeTet: Record<number, number> = {
  2020: 2,
  2021: 2,
  2022: 1,
  2023: 2,
  2024: 2,
  2025: 2,
  2026: 1,
};
/** The day beside 02/9, a holiday since 2021; by notice, otherwise the next day. */
const besideNationalDay: Record<number, string> = {
  2021: '09-03',
  2022: '09-01',
  2023: '09-01',
  2024: '09-03',
  2025: '09-01',
  2026: '09-01',
};

const names = {
  newYear: { vi: 'Tết Dương lịch', en: 'New Year' },
  tet: { vi: 'Tết Nguyên đán', en: 'Lunar New Year' },
  kings: { vi: 'Giỗ Tổ Hùng Vương', en: 'Hùng Kings’ Commemoration' },
  victory: { vi: 'Ngày Chiến thắng', en: 'Reunification Day' },
  labour: { vi: 'Quốc tế Lao động', en: 'Labour Day' },
  national: { vi: 'Quốc khánh', en: 'National Day' },
  instead: { vi: 'nghỉ bù', en: 'day off in lieu' },
} satisfies Record<string, Words>;

const remembered = new Map<number, Map<LocalDate, Words>>();

/** Every public holiday and compensation day of a year, with its name. */
export function holidaysOf(year: number): ReadonlyMap<LocalDate, Words> {
  const known = remembered.get(year);
  if (known) return known;
  const days = new Map<LocalDate, Words>();
  const tet = lunarDate(year, 1, 1);
  days.set(`${year}-01-01`, names.newYear);
  const first = addDays(tet, -(daysBeforeTet[year] ?? 1));
  for (let i = 0; i < 5; i++) days.set(addDays(first, i), names.tet);
  days.set(lunarDate(year, 3, 10), names.kings);
  days.set(`${year}-04-30`, names.victory);
  days.set(`${year}-05-01`, names.labour);
  days.set(`${year}-09-02`, names.national);
  if (year >= 2021) days.set(`${year}-${besideNationalDay[year] ?? '09-03'}`, names.national);
  for (const day of [...days.keys()].sort())
    if (weekdayOf(day) > 5) days.set(nextFree(day, days), names.instead);
  remembered.set(year, days);
  return days;
}

/** A holiday on a weekly day of rest moves the rest to the next working day (article 111, clause 3). */
function nextFree(day: LocalDate, taken: ReadonlyMap<LocalDate, Words>): LocalDate {
  let next = addDays(day, 1);
  while (weekdayOf(next) > 5 || taken.has(next)) next = addDays(next, 1);
  return next;
}

/** Why nobody works on a day: the weekend or a holiday's name; null on a working day. */
export function restReason(date: LocalDate): Words | null {
  const holiday = holidaysOf(Number(date.slice(0, 4))).get(date);
  if (holiday) return holiday;
  const weekday = weekdayOf(date);
  if (weekday === 6) return { vi: 'Thứ Bảy', en: 'Saturday' };
  return weekday === 7 ? { vi: 'Chủ nhật', en: 'Sunday' } : null;
}

export function isWorkingDay(date: LocalDate): boolean {
  return restReason(date) === null;
}

/** The date `days` working days after `date` (before, when negative); `date` itself is not counted. */
export function addWorkingDays(date: LocalDate, days: number): LocalDate {
  const step = days < 0 ? -1 : 1;
  let left = Math.abs(days);
  let day = date;
  while (left > 0) {
    day = addDays(day, step);
    if (isWorkingDay(day)) left--;
  }
  return day;
}

/** The working day itself, or the last one before it. */
export function lastWorkingDay(date: LocalDate): LocalDate {
  return isWorkingDay(date) ? date : addWorkingDays(date, -1);
}
