// The demonstration as steps in time: each is one act of one person at one instant, played in order.
import type { LocalDate } from '#src/kernel/dates.ts';
import type { Db } from '#src/platform/database/connect.ts';

/**
 * `run` gets the database and the simulated instant. Steps of one `lane` follow each other; those without one (acts
 * whose order others can see: sending, deciding, publishing) follow each other too.
 */
export type Step = {
  at: Date;
  lane?: string;
  /** True for a step of a lane that also keeps its place among the steps without one. */
  inOrder?: boolean;
  run: (here: { db: Db; now: Date }) => Promise<void>;
};

/** That hour of that day in Vietnam. */
export function at(day: LocalDate, hour: number, minute = 0): Date {
  const two = (n: number) => String(n).padStart(2, '0');
  return new Date(`${day}T${two(hour)}:${two(minute)}:00+07:00`);
}

/** While the database works on one step, the next is prepared; more would gain nothing over one connection. */
const atOnce = 4;

/**
 * Afterwards every step has been played, earliest first; steps of the same instant in the order given. After a failure
 * nothing more is begun, and it is thrown once all that had begun has ended.
 */
export async function play(db: Db, steps: readonly Step[]): Promise<void> {
  const order = [...steps].sort((a, b) => a.at.getTime() - b.at.getTime());
  const last = new Map<string, Promise<void>>();
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  for (const step of order) {
    if (failures.length > 0) break;
    const lanes = [...(step.lane ? [step.lane] : []), ...(!step.lane || step.inOrder ? [''] : [])];
    const before = lanes.map((lane) => last.get(lane));
    const work = (async () => {
      await Promise.all(before);
      if (failures.length === 0) await step.run({ db, now: step.at });
    })().catch((error: unknown) => {
      failures.push(error);
    });
    for (const lane of lanes) last.set(lane, work);
    running.add(work);
    void work.then(() => running.delete(work));
    if (running.size >= atOnce) await Promise.race(running);
  }
  await Promise.all(running);
  if (failures.length > 0) throw failures[0];
}
