// Letters: queued in the act's own transaction, delivered by a job, never twice.
import { insist } from '#src/kernel/refusal.ts';
import type { Config } from '#src/platform/config.ts';
import type { Db } from '#src/platform/database/connect.ts';
import { enqueue } from '#src/platform/jobs.ts';
import { deliver } from '#src/platform/mail.ts';
import { isPermanent, isSettled, type Letter, refusalToQueue, subjectLine } from './rules.ts';
import { holdMail, insertMail, writeDelivery, writeFailure } from './store.ts';

export const mailJob = 'mail';

/** Afterwards the letter leaves once the transaction has committed, and only then. Returns its id. */
export async function queueMail(trx: Db, letter: Letter, now: Date): Promise<string> {
  insist(refusalToQueue(letter));
  const id = await insertMail(trx, { ...letter, subject: subjectLine(letter.subject) }, now);
  await enqueue(trx, mailJob, { mailId: id }, { key: `mail:${id}` });
  return id;
}

/**
 * Afterwards the letter has left, or its row says why not; throws when the queue should try again. A letter that has
 * left, or that another worker holds, is not sent again. Its Message-ID is its own id: should the machine die between
 * the server's answer and our note of it, the receiver still sees one letter.
 */
export async function sendMail(
  db: Db,
  config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataDir'>,
  mailId: string,
  now: Date,
): Promise<void> {
  const failure = await db.transaction().execute(async (trx): Promise<unknown> => {
    const mail = await holdMail(trx, mailId);
    if (!mail || isSettled(mail)) return null;
    try {
      const went = await deliver(
        { id: mail.id, to: mail.recipient, subject: mail.subject, text: mail.body },
        config,
      );
      await writeDelivery(trx, mail.id, went.via === 'smtp' ? 'smtp' : went.name, now);
      return null;
    } catch (error) {
      await writeFailure(trx, mail.id, messageOf(error), isPermanent(error), now);
      return isPermanent(error) ? null : error;
    }
  });
  if (failure) throw failure;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
