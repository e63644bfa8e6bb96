// The new time of each old one: by the officer's rule, or as typed for it; what is wrong is said at its own field. Pure.
import type { LocalDate } from '#src/kernel/dates.ts';
import type { Words } from '#src/kernel/language.ts';
import { invalid, type Refusal } from '#src/kernel/refusal.ts';
import type { When } from '#src/plans/compiler/model.ts';
import type { PlanTime } from './plan-times.ts';
import { offRest, type ShiftRule, shiftWhen } from './shifting.ts';
import { whenWords } from './whens.ts';
import { typedWhen } from './written-times.ts';

export const dateRules = ['distance', 'calendar', 'hand'] as const;
/** `months` for calendar: null means as many whole years as lie between the two dates of issue. */
export type DateRule = { kind: (typeof dateRules)[number]; months: number | null; offRest: boolean };

/** The rule between two dates of issue; null when each time is given by hand. Refuses what needs an earlier date that is not known. */
export function shiftOf(rule: DateRule, from: LocalDate | null, to: LocalDate): ShiftRule | null | Refusal {
  if (rule.kind === 'hand') return null;
  if (rule.kind === 'calendar' && rule.months !== null) return { kind: 'calendar', months: rule.months };
  if (from === null) return invalid('earlier-without-date', withoutDate, { rule: withoutDate });
  if (rule.kind === 'distance') return { kind: 'distance', from, to };
  return { kind: 'calendar', months: (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 };
}

const withoutDate = {
  vi: 'Đợt trước không có ngày ban hành: ghi số năm, số tháng, hoặc ghi từng ngày.',
  en: 'The earlier plan has no date of issue: give years and months, or each date by hand.',
};

export type TypedTime = { from: string | null; to: string | null };
/** `ruled`: what the rule alone gives; `next`: what counts; `typed`: the officer's own words for it. */
export type NewTime = PlanTime & {
  ruled: When | null;
  next: When | null;
  typed: TypedTime | null;
  problem: Words | null;
};

/** One for each old time. What is typed counts as typed, days of rest too; only the rule steps over them. */
export function newTimes(
  times: readonly PlanTime[],
  shift: ShiftRule | null,
  { stepsOver, typed }: { stepsOver: boolean; typed: ReadonlyMap<string, TypedTime> },
): NewTime[] {
  return times.map((time) => {
    const shifted = shift && sane(shiftWhen(time.when, shift));
    const ruled = shifted && stepsOver ? offRest(shifted) : shifted;
    const own = typed.get(time.key);
    if (!own) return { ...time, ruled, next: ruled, typed: null, problem: ruled ? null : missing };
    const read = typedWhen(time.when, own.from, own.to);
    const isBlank = own.from?.trim() === '' || own.to?.trim() === '';
    const problem = isBlank ? missing : read === null ? unreadable : read === 'backwards' ? backwards : null;
    return { ...time, ruled, typed: own, next: problem ? null : (read as When), problem };
  });
}

/** Nothing of a plan lies centuries away: such a time is asked for instead. */
const sane = (when: When): When | null =>
  [when.from, when.to].every((edge) => edge === null || (edge > '1900' && edge < '2300')) ? when : null;

/** The new times by the keys of the old; refused, field by field, while one is missing or cannot be read. */
export function timesGiven(times: readonly NewTime[]): Map<string, When> | Refusal {
  const fields = Object.fromEntries(
    times.flatMap((t) => (t.problem ? [[fieldOf(t), named(t, t.problem)]] : [])),
  );
  if (Object.keys(fields).length > 0) return invalid('new-times-invalid', notAll, fields);
  return new Map(times.flatMap((t) => (t.next ? [[t.key, t.next]] : [])));
}

/** Which of the old times is meant. */
const named = ({ when }: PlanTime, problem: Words): Words => ({
  vi: `${whenWords(when, 'vi')}: ${problem.vi}`,
  en: `${whenWords(when, 'en')}: ${problem.en}`,
});

const fieldOf = (time: PlanTime) => `${time.key}.${time.when.from ? 'from' : 'to'}`;

const notAll = { vi: 'Còn mốc chưa rõ ngày mới.', en: 'Some dates are not clear yet.' };
const missing = { vi: 'Ghi ngày mới, thí dụ 30/8/2026', en: 'Give the new date, e.g. 30/8/2026' };
const unreadable = {
  vi: 'Ghi ngày có thật, thí dụ 30/8/2026; tháng thì ghi 10/2026',
  en: 'Give a real date, e.g. 30/8/2026, or a month: 10/2026',
};
const backwards = { vi: 'Ngày cuối trước ngày đầu', en: 'The last day is before the first' };
