// Proposing a calendar of visits: greedy and deterministic, sound though not the best. Pure.
import { addDays, daysBetween, type LocalDate, weekdayOf } from '#src/kernel/dates.ts';
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import { type Calendar, daysFrom, daysOf, lastNoticeDay } from './rules.ts';
import { clash, diagnostic, type NamedVisit, type Placed, workingDays } from './schedule.ts';

export type Proposal = { visitId: string; startsOn: LocalDate; delegation: string };

/** `slack`: days from today until the notice must leave. */
type Option = { startsOn: LocalDate; delegation: string; slack: number };

/** A notice that must leave sooner than this after today is hard to write. */
const comfortableSlack = 5;

/**
 * A calendar for the visits that have no date yet: working days inside the window, notice still possible from `today`,
 * no delegation in two places, spread over weeks and delegations. Dates already set stay. The same input gives the same
 * calendar. Visits that fit nowhere are named in `diagnostics` (V108). Greedy: not the best calendar, a sound one.
 */
export function proposeSchedule(
  visits: readonly NamedVisit[],
  delegations: readonly string[],
  today: LocalDate,
  isWorkingDay: Calendar,
): { proposals: Proposal[]; diagnostics: Diagnostic[] } {
  const placed: Placed[] = visits.filter((v) => v.startsOn !== null);
  const proposals: Proposal[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const visit of byNeed(visits.filter((v) => v.startsOn === null))) {
    const best = bestOption(visit, optionsFor(visit, placed, delegations, today, isWorkingDay), placed);
    if (best) {
      const { startsOn, delegation } = best;
      placed.push({ startsOn, delegation, halfDays: visit.halfDays });
      proposals.push({ visitId: visit.id, startsOn, delegation });
    } else diagnostics.push(noRoomFor(visit));
  }
  return { proposals, diagnostics };
}

/** Longer visits first, for they are harder to place; then the plan's order. */
function byNeed(visits: NamedVisit[]): NamedVisit[] {
  return visits.sort((a, b) => b.halfDays - a.halfDays || a.position - b.position);
}

function optionsFor(
  visit: NamedVisit,
  placed: readonly Placed[],
  delegations: readonly string[],
  today: LocalDate,
  isWorkingDay: Calendar,
): Option[] {
  if (visit.windowFrom === null || visit.windowTo === null) return [];
  const from = visit.windowFrom > today ? visit.windowFrom : addDays(today, 1);
  const asked = visit.delegation === null ? delegations : [visit.delegation];
  return workingDays(from, visit.windowTo, isWorkingDay)
    .filter((start) => {
      const days = daysFrom(start, visit.halfDays);
      return days.at(-1)! <= visit.windowTo! && days.every(isWorkingDay);
    })
    .map((startsOn) => {
      const by =
        visit.noticeDays === null ? startsOn : lastNoticeDay(startsOn, visit.noticeDays, isWorkingDay);
      return { startsOn, slack: daysBetween(today, by) };
    })
    .filter((start) => start.slack >= 0)
    .flatMap((start) => asked.map((delegation) => ({ ...start, delegation })))
    .filter((o) => placed.every((p) => clash({ ...o, halfDays: visit.halfDays }, p) === null));
}

/** The option with the least load around it; earlier days and delegations first among equals. */
function bestOption(visit: NamedVisit, options: Option[], placed: readonly Placed[]): Option | null {
  let best: { option: Option; cost: number } | null = null;
  for (const option of options) {
    const cost = costOf(option, visit, placed);
    if (best === null || cost < best.cost) best = { option, cost };
  }
  return best?.option ?? null;
}

/** A hurried notice and crowded weeks cost most, then a delegation's own load, then two visits without a free day between. */
function costOf(option: Option, visit: NamedVisit, placed: readonly Placed[]): number {
  const week = mondayOf(option.startsOn);
  const own = placed.filter((p) => p.delegation === option.delegation);
  const inWeek = (list: readonly Placed[]) => list.filter((p) => mondayOf(p.startsOn!) === week).length;
  const days = daysFrom(option.startsOn, visit.halfDays);
  const beside = new Set([addDays(days[0]!, -1), addDays(days.at(-1)!, 1)]);
  const touching = own.filter((p) => daysOf(p).some((day) => beside.has(day))).length;
  const hurried = option.slack < comfortableSlack ? 15 : 0;
  // Delegations travel the day before, so Monday is the last choice; and not everyone sets out on the same weekday.
  const sameDay = placed.filter((p) => weekdayOf(p.startsOn!) === weekdayOf(option.startsOn)).length;
  const monday = weekdayOf(option.startsOn) === 1 ? 3 : 0;
  return hurried + monday + sameDay + inWeek(placed) * 10 + inWeek(own) * 6 + own.length * 3 + touching * 4;
}

/** The Monday of a day's week. */
export function mondayOf(day: LocalDate): LocalDate {
  return addDays(day, 1 - weekdayOf(day));
}

function noRoomFor(visit: NamedVisit): Diagnostic {
  const noWindow = visit.windowFrom === null || visit.windowTo === null;
  return diagnostic(visit, {
    code: 'V108',
    severity: 'warning',
    vi: noWindow
      ? `${visit.name}: kế hoạch không nêu thời gian khảo sát nên chưa đề xuất được ngày.`
      : `${visit.name}: không còn ngày nào đủ thời gian báo trước mà đoàn rảnh.`,
    en: noWindow
      ? `${visit.name}: the plan gives no window, so no date can be proposed.`
      : `${visit.name}: no day is left with time for the notice and a free delegation.`,
    hintVi: 'Xếp ngày bằng tay, hoặc thêm đoàn.',
    hintEn: 'Set a date by hand, or add a delegation.',
  });
}
