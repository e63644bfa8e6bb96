// All SQL of the letters' table.
import { newId } from '#src/kernel/ids.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { Letter, MailRow } from './rules.ts';

/** Afterwards the letter waits. Returns its id. */
export async function insertMail(trx: Db, letter: Letter, now: Date): Promise<string> {
  const id = newId(now);
  await trx
    .insertInto('mails')
    .values({ id, ...letter, queued_at: now })
    .execute();
  return id;
}

const columns = [
  'id',
  'recipient',
  'subject',
  'body',
  'queued_at as queuedAt',
  'delivered_at as deliveredAt',
  'delivered_to as deliveredTo',
  'failure',
  'failed_at as failedAt',
  'attempts',
] as const;

/** The letter, held until the transaction ends; null when there is none, or when someone else holds it. */
export async function holdMail(trx: Db, id: string): Promise<MailRow | null> {
  const row = await trx
    .selectFrom('mails')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row ?? null;
}

export async function mailById(db: Db, id: string): Promise<MailRow | null> {
  const row = await db.selectFrom('mails').select(columns).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** Afterwards the letter is known to have gone: 'smtp', or the name of its file. */
export async function writeDelivery(trx: Db, id: string, deliveredTo: string, now: Date): Promise<void> {
  await trx
    .updateTable('mails')
    .set((eb) => ({
      delivered_at: now,
      delivered_to: deliveredTo,
      failure: null,
      attempts: eb('attempts', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

/** Afterwards the failed attempt is known; `final` when the letter will not be tried again. */
export async function writeFailure(
  trx: Db,
  id: string,
  failure: string,
  final: boolean,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('mails')
    .set((eb) => ({
      failure: failure.slice(0, 500),
      failed_at: final ? now : null,
      attempts: eb('attempts', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

/** Which of these letters have left, which never will, which still wait. */
export async function mailStates(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, 'waiting' | 'sent' | 'failed'>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('mails')
    .select(['id', 'delivered_at', 'failed_at'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((r) => [r.id, r.delivered_at ? 'sent' : r.failed_at ? 'failed' : 'waiting']));
}
