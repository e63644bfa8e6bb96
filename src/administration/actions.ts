// What an administrator may do to the platform itself.
import type { Actor } from '#src/kernel/actor.ts';
import { holds } from '#src/kernel/actor.ts';
import { type LocalDate } from '#src/kernel/dates.ts';
import { insist, notFound, type Refusal } from '#src/kernel/refusal.ts';
import { record } from '#src/events/record.ts';
import { type Act, transaction } from '#src/platform/database/connect.ts';
import { writeSetting } from './store.ts';

/** For everyone else the administrator's pages do not exist. */
export function administrationRefusal(actor: Actor | null): Refusal | null {
  return holds(actor, 'administrator') ? null : notFound();
}

/** Afterwards the platform stands at eight in the morning of that day (Vietnam); null returns to real time. */
export async function setDemoClock({ db, actor, now }: Act, day: LocalDate | null): Promise<void> {
  insist(administrationRefusal(actor));
  await transaction(db, async (trx) => {
    const real = new Date();
    const offset = day === null ? 0 : new Date(`${day}T08:00:00+07:00`).getTime() - real.getTime();
    await writeSetting(trx, actor, now, 'clock', { offset });
    await record(trx, actor, now, { name: 'clock.set', subjectType: 'setting', subjectId: actor.id, data: { day } });
  });
}
