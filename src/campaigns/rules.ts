// What each body owes in a campaign, and by when. Pure.
import { addDays, type LocalDate } from '#src/kernel/dates.ts';

/** A date as the plan prints it, and how it counts: "trước ngày 30/8" excludes the day itself. */
export type Deadline = { printedOn: LocalDate; inclusive: boolean; wording: string };

/** The last day that is in time. "trước ngày 30/8/2023" ends with 29/8/2023. */
export function lastDay(deadline: Pick<Deadline, 'printedOn' | 'inclusive'>): LocalDate {
  return deadline.inclusive ? deadline.printedOn : addDays(deadline.printedOn, -1);
}
