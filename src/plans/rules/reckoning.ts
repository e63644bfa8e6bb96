// Times counted from the plan's own issue get their day: "chậm nhất sau 07 ngày làm việc kể từ ngày ký". Pure.
import { addDays, type LocalDate } from '#src/kernel/dates.ts';
import { addWorkingDays, isWorkingDay } from '#src/kernel/holidays.ts';
import type { PlanFacts, When } from '#src/plans/compiler/model.ts';

const fromIssue = /ngày\s+(?:được\s+)?(?:ban hành|ký)/u;
const counted = /(\d{1,3})\s*(ngày|tuần)(\s+làm việc)?/u;

/**
 * The time with its day, where it counts onward from the plan's issue; any other time as it is. The first day is not
 * counted, and a last day of rest gives way to the next working day (Civil Code 2015, articles 147 and 148).
 */
export function reckoned(when: When | null, issuedOn: When | null): When | null {
  if (!when?.relative || issuedOn?.precision !== 'day' || !issuedOn.from) return when;
  const words = `${when.relative.text} ${when.relative.after}`;
  const count = counted.exec(words);
  if (!count || !fromIssue.test(words) || /trước\s+(?:khi|ngày)/u.test(words)) return when;
  const day = lastDayOf(issuedOn.from.slice(0, 10), Number(count[1]), count[2]!, count[3] !== undefined);
  return { rel: 'by', from: day, to: day, precision: 'day', tentative: when.tentative };
}

function lastDayOf(from: LocalDate, count: number, unit: string, working: boolean): LocalDate {
  if (working) return addWorkingDays(from, count);
  const day = addDays(from, unit === 'tuần' ? 7 * count : count);
  return isWorkingDay(day) ? day : addWorkingDays(day, 1);
}

/** The plan with every such time reckoned: what a campaign is made of. */
export function withReckonedTimes(plan: PlanFacts): PlanFacts {
  const on = <T extends { due: When | null }>(fact: T): T => ({
    ...fact,
    due: reckoned(fact.due, plan.issuedOn),
  });
  return {
    ...plan,
    reportTargets: plan.reportTargets.map(on),
    tasks: plan.tasks.map(on),
    deadlines: plan.deadlines.map((d) => ({ ...d, when: reckoned(d.when, plan.issuedOn) ?? d.when })),
  };
}
