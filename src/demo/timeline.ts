// The demonstration as steps in time: each is one act of one person at one instant, played in order.
import type { LocalDate } from '#src/kernel/dates.ts';
import type { Db } from '#src/platform/database/connect.ts';

/** `run` gets the database and the simulated instant. */
export type Step = { at: Date; run: (here: { db: Db; now: Date }) => Promise<void> };

/** That hour of that day in Vietnam. */
export function at(day: LocalDate, hour: number, minute = 0): Date {
  const two = (n: number) => String(n).padStart(2, '0');
  return new Date(`${day}T${two(hour)}:${two(minute)}:00+07:00`);
}

/** Afterwards every step has been played, earliest first; steps of the same instant in the order given. */
export async function play(db: Db, steps: readonly Step[]): Promise<void> {
  const order = [...steps].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const step of order) await step.run({ db, now: step.at });
}
