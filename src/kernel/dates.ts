// Calendar dates without a time of day, as ISO strings; Vietnam's calendar of working days.

/** An ISO date, e.g. "2023-08-30". Compares correctly as a string. */
export type LocalDate = string;

export const timeZone = 'Asia/Ho_Chi_Minh';

const inVietnam = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });

/** The date in Vietnam at an instant. */
export function dateAt(instant: Date): LocalDate {
  return inVietnam.format(instant);
}

/** True when the three numbers name a day of the calendar. */
export function isRealDate(year: number, month: number, day: number): boolean {
  const d = new Date(Date.UTC(year, month - 1, day));
  return (
    year >= 1900 && d.getUTCFullYear() === year && d.getUTCMonth() === month - 1 && d.getUTCDate() === day
  );
}

export function isoDate(year: number, month: number, day: number): LocalDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const asUtc = (date: LocalDate) => new Date(`${date}T00:00:00Z`);

export function addDays(date: LocalDate, days: number): LocalDate {
  const d = asUtc(date);
  d.setUTCDate(d.getUTCDate() + days);
  return d.toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((asUtc(to).getTime() - asUtc(from).getTime()) / 86_400_000);
}

export function lastDayOfMonth(year: number, month: number): LocalDate {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** 1 Monday … 7 Sunday (ISO 8601). */
export function weekdayOf(date: LocalDate): number {
  return asUtc(date).getUTCDay() || 7;
}

/** As official papers write it: the day always has two digits, January and February take a 0: 30/8/2023, 03/02/2023 (Decree 30/2020, Annex I). */
export function formatDate(date: LocalDate): string {
  const [y, m, d] = date.split('-');
  const month = Number(m) < 3 ? m : String(Number(m));
  return `${d}/${month}/${y}`;
}

/** "30/8": where the year is understood from what stands around it. */
export function shortDate(date: LocalDate): string {
  return formatDate(date).slice(0, -5);
}

const weekdays = {
  vi: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** "Thứ Tư, 30/8/2023". */
export function formatDateWithWeekday(date: LocalDate, language: 'vi' | 'en' = 'vi'): string {
  return `${weekdays[language][weekdayOf(date) - 1]}, ${formatDate(date)}`;
}

/** The time of day in Vietnam and the date: "09:40, 18/5/2023". */
export function formatInstant(instant: Date): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(
    instant,
  );
  return `${time}, ${formatDate(dateAt(instant))}`;
}
