// All SQL of feedback and of letters to friends.

import type { Actor } from '#src/kernel/actor.ts';
import { newId } from '#src/kernel/ids.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { FeedbackState } from '../rules.ts';

export type FeedbackDraft = {
  articleId: string;
  body: string;
  senderName: string | null;
  senderContact: string | null;
  mayPublish: boolean;
};

export type FeedbackRow = FeedbackDraft & {
  id: string;
  code: string;
  state: FeedbackState;
  answer: string | null;
  sentAt: Date;
  answeredAt: Date | null;
};

const columns = [
  'id',
  'article_id as articleId',
  'code',
  'body',
  'sender_name as senderName',
  'sender_contact as senderContact',
  'may_publish as mayPublish',
  'state',
  'answer',
  'sent_at as sentAt',
  'answered_at as answeredAt',
] as const;

const asRow = <T extends { state: string }>(row: T) => ({ ...row, state: row.state as FeedbackState });

/** Afterwards the feedback waits for an answer under its code. Returns its id. */
export async function insertFeedback(
  trx: Db,
  draft: FeedbackDraft,
  code: string,
  now: Date,
): Promise<string> {
  const id = newId(now);
  await trx
    .insertInto('feedback')
    .values({
      id,
      article_id: draft.articleId,
      code,
      body: draft.body,
      sender_name: draft.senderName,
      sender_contact: draft.senderContact,
      may_publish: draft.mayPublish,
      sent_at: now,
    })
    .execute();
  return id;
}

export async function feedbackByCode(db: Db, code: string): Promise<FeedbackRow | null> {
  const row = await db.selectFrom('feedback').select(columns).where('code', '=', code).executeTakeFirst();
  return row ? asRow(row) : null;
}

/** The feedback, held until the transaction ends. */
export async function holdFeedback(trx: Db, id: string): Promise<FeedbackRow | null> {
  const row = await trx
    .selectFrom('feedback')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? asRow(row) : null;
}

/** Everything sent about these articles, unanswered first, then the latest. */
export async function feedbackOf(db: Db, articleIds: readonly string[]): Promise<FeedbackRow[]> {
  if (articleIds.length === 0) return [];
  const rows = await db
    .selectFrom('feedback')
    .select(columns)
    .where('article_id', 'in', articleIds)
    .orderBy((eb) => eb('state', '=', 'received'), 'desc')
    .orderBy('sent_at', 'desc')
    .execute();
  return rows.map(asRow);
}

/** What may be shown on the page: answered, and allowed by its sender; without any sender. */
export async function publishedFeedback(
  db: Db,
  articleId: string,
): Promise<{ id: string; body: string; answer: string; answeredAt: Date }[]> {
  const rows = await db
    .selectFrom('feedback')
    .select(['id', 'body', 'answer', 'answered_at as answeredAt'])
    .where('article_id', '=', articleId)
    .where('state', '=', 'answered')
    .where('may_publish', '=', true)
    .orderBy('answered_at', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({ ...row, answer: row.answer ?? '', answeredAt: row.answeredAt! }));
}

/** How much was sent about a page since an instant. */
export async function feedbackSince(db: Db, articleId: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom('feedback')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('article_id', '=', articleId)
    .where('sent_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Afterwards the feedback is answered, or declined with its reason as the answer. */
export async function writeAnswer(
  trx: Db,
  id: string,
  answer: { state: 'answered' | 'declined'; text: string },
  actor: Actor,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('feedback')
    .set({ state: answer.state, answer: answer.text, answered_at: now, answered_by: actor.id })
    .where('id', '=', id)
    .execute();
}

/** Afterwards nothing says who sent the feedback. */
export async function eraseSender(trx: Db, id: string): Promise<void> {
  await trx
    .updateTable('feedback')
    .set({ sender_name: null, sender_contact: null })
    .where('id', '=', id)
    .execute();
}

/** Afterwards the letter is counted, by a hash that cannot be read back. */
export async function insertShare(
  trx: Db,
  articleId: string,
  recipientHash: string,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('article_shares')
    .values({ id: newId(now), article_id: articleId, recipient_hash: recipientHash, shared_at: now })
    .execute();
}

/** Letters since an instant: to this address about anything, and of this page to anyone. */
export async function sharesSince(
  db: Db,
  articleId: string,
  recipientHash: string,
  since: Date,
): Promise<{ toAddress: number; ofPage: number }> {
  const row = await db
    .selectFrom('article_shares')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('recipient_hash', '=', recipientHash).as('toAddress'),
      eb.fn.countAll<number>().filterWhere('article_id', '=', articleId).as('ofPage'),
    ])
    .where('shared_at', '>', since)
    .executeTakeFirstOrThrow();
  return { toAddress: Number(row.toAddress), ofPage: Number(row.ofPage) };
}
