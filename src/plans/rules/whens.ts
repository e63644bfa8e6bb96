// A time of the plan in words: "hết ngày 29/8/2023 (không tính 30/8)", "trong tháng 10/2023". Pure.
import { addDays, formatDate, formatDateWithWeekday } from '#src/kernel/dates.ts';
import type { Language } from '#src/kernel/language.ts';
import type { When } from '#src/plans/compiler/model.ts';

const day = (date: string) => date.slice(0, 10);
const short = (date: string) => formatDate(day(date)).replace(/\/\d{4}$/, '');

/** How the platform understands the time, so that an officer can confirm or mend it. */
export function whenWords(when: When | null, language: Language): string {
  const vi = language === 'vi';
  if (!when) return vi ? 'không nêu thời gian' : 'no time given';
  if (when.relative) return when.relative.text;
  if (when.every) return (vi ? 'định kỳ: ' : 'recurring: ') + when.every;
  if (!when.from || !when.to) return vi ? 'chưa có ngày' : 'no date yet';
  const tentative = when.tentative ? (vi ? ' (dự kiến)' : ' (tentative)') : '';
  return timeWords(when.rel, when.from, when.to, when.precision, vi) + tentative;
}

function timeWords(
  rel: When['rel'],
  from: string,
  to: string,
  precision: When['precision'],
  vi: boolean,
): string {
  if (rel === 'before') {
    const last = addDays(day(from), -1);
    return vi
      ? `hết ${formatDateWithWeekday(last)} (không tính ${short(from)})`
      : `until the end of ${formatDateWithWeekday(last, 'en')} (${short(from)} not included)`;
  }
  if (precision === 'month' && from.slice(0, 7) === to.slice(0, 7)) {
    const month = `${Number(from.slice(5, 7))}/${from.slice(0, 4)}`;
    return vi ? `trong tháng ${month}` : `within ${month}`;
  }
  if (day(from) !== day(to))
    return vi ? `${short(from)} đến ${formatDate(day(to))}` : `${short(from)} to ${formatDate(day(to))}`;
  if (rel === 'by')
    return vi
      ? `hết ${formatDateWithWeekday(day(to))}`
      : `until the end of ${formatDateWithWeekday(day(to), 'en')}`;
  return formatDateWithWeekday(day(from), vi ? 'vi' : 'en');
}
