// Making accounts: by invitation of the centre, never by sign-up.

import { record } from '#src/events/record.ts';
import { type Actor, holds } from '#src/kernel/actor.ts';
import { insist, Refusal } from '#src/kernel/refusal.ts';
import { type Act, transaction } from '#src/platform/database/connect.ts';
import { insertPerson, type NewPerson } from './store.ts';

/** Only an administrator makes accounts. */
export function accountRefusal(actor: Actor): Refusal | null {
  if (holds(actor, 'administrator')) return null;
  return new Refusal('forbidden', 'account-not-administrator', {
    vi: 'Chỉ quản trị viên tạo được tài khoản.',
    en: 'Only an administrator may create accounts.',
  });
}

/** Afterwards the person exists with the roles given. Returns the id. */
export async function createPerson({ db, actor, now }: Act, person: NewPerson): Promise<string> {
  insist(accountRefusal(actor));
  return transaction(db, async (trx) => {
    const id = await insertPerson(trx, person, now);
    await record(trx, actor, now, {
      name: 'person.created',
      subjectType: 'person',
      subjectId: id,
      data: { email: person.email },
    });
    return id;
  });
}
