// What an administrator may do to the platform itself.

import { record } from '#src/events/record.ts';
import type { Actor } from '#src/kernel/actor.ts';
import { holds } from '#src/kernel/actor.ts';
import type { LocalDate } from '#src/kernel/dates.ts';
import { insist, notFound, type Refusal } from '#src/kernel/refusal.ts';
import { type Act, transaction } from '#src/platform/database/connect.ts';
import { writeSetting } from './store.ts';

/** For everyone else the administrator's pages do not exist. */
export function administrationRefusal(actor: Actor | null): Refusal | null {
  return holds(actor, 'administrator') ? null : notFound();
}

/**
 * Afterwards the platform will stand at eight in the morning of that day (Vietnam) when it starts again; null returns to
 * real time. Returns the instant to stand at now. `real` is the real time.
 */
export async function setDemoClock(
  { db, actor, now }: Act,
  day: LocalDate | null,
  real: Date,
): Promise<Date | null> {
  insist(administrationRefusal(actor));
  const instant = day === null ? null : new Date(`${day}T08:00:00+07:00`);
  await transaction(db, async (trx) => {
    await writeSetting(trx, actor, now, 'clock', {
      offset: instant ? instant.getTime() - real.getTime() : 0,
    });
    await record(trx, actor, now, {
      name: 'clock.set',
      subjectType: 'setting',
      subjectId: actor.id,
      data: { day },
    });
  });
  return instant;
}
