// What is done on the public pages: publishing, sending to a friend, feedback and its answers.
import { createHmac, randomBytes } from 'node:crypto';
import { record } from '#src/events/record.ts';
import { insist, notFound } from '#src/kernel/refusal.ts';
import { queueMail } from '#src/notices/actions.ts';
import { type Act, transaction } from '#src/platform/database/connect.ts';
import type { Files, StoredFile } from '#src/platform/files.ts';
import { enqueue } from '#src/platform/jobs.ts';
import { friendLetter } from './letters.ts';
import {
  type ArticleDraft,
  type AttachmentDraft,
  feedbackCode,
  refusalToAnswer,
  refusalToPublish,
  refusalToSendFeedback,
  refusalToShare,
  senderKeptDays,
  slugFor,
} from './rules.ts';
import { type ArticleLine, insertArticle, takenSlugs } from './store/articles.ts';
import {
  eraseSender,
  type FeedbackDraft,
  feedbackByCode,
  feedbackSince,
  holdFeedback,
  insertFeedback,
  insertShare,
  sharesSince,
  writeAnswer,
} from './store/feedback.ts';

export const forgetSenderJob = 'forget-feedback-sender';

const hour = 3_600_000;

/**
 * Afterwards anyone can read the page at /public/{slug}; the slug never changes. Attachments are stored first, so
 * that a page never names a file that is not there. Joins the transaction of `act.db` when that is one.
 */
export async function publishArticle(
  act: Act & { files: Files },
  draft: ArticleDraft,
): Promise<{ id: string; slug: string }> {
  insist(refusalToPublish(act.actor, draft));
  const files: { draft: AttachmentDraft; stored: StoredFile }[] = [];
  for (const file of draft.attachments)
    files.push({ draft: file, stored: await act.files.putFile(file.bytes) });
  return transaction(act.db, async (trx) => {
    const slug = slugFor(draft, await takenSlugs(trx));
    const id = await insertArticle(trx, draft, files, slug, act.actor, act.now);
    await record(trx, act.actor, act.now, {
      name: 'article.published',
      subjectType: 'article',
      subjectId: id,
      campaignId: draft.campaignId,
      data: { slug, attachments: files.map((f) => f.stored.sha256) },
    });
    return { id, slug };
  });
}

/** Afterwards a letter with the page's address waits in the queue. The recipient's address stays only in that letter. */
export async function shareArticle(
  { db, actor, now }: Act,
  article: ArticleLine,
  share: { recipient: string; senderName: string },
  site: { baseUrl: string; secret: string },
): Promise<void> {
  const recipientHash = createHmac('sha256', site.secret)
    .update(`share:${share.recipient.toLowerCase()}`)
    .digest('hex');
  await transaction(db, async (trx) => {
    const since = new Date(now.getTime() - hour);
    insist(refusalToShare(await sharesSince(trx, article.id, recipientHash, since)));
    await insertShare(trx, article.id, recipientHash, now);
    const address = `${site.baseUrl}/public/${article.slug}`;
    await queueMail(trx, friendLetter(article, address, share.recipient, share.senderName), now);
    await record(trx, actor, now, { name: 'article.shared', subjectType: 'article', subjectId: article.id });
  });
}

/** Afterwards the feedback can be followed by the code returned; the sender's name and contact go after a year. */
export async function sendFeedback({ db, actor, now }: Act, draft: FeedbackDraft): Promise<{ code: string }> {
  return transaction(db, async (trx) => {
    const since = new Date(now.getTime() - hour);
    insist(refusalToSendFeedback({ ofPage: await feedbackSince(trx, draft.articleId, since) }));
    const code = feedbackCode(randomBytes(10));
    const id = await insertFeedback(trx, draft, code, now);
    await record(trx, actor, now, { name: 'feedback.sent', subjectType: 'feedback', subjectId: id });
    if (draft.senderName !== null || draft.senderContact !== null) {
      const runAt = new Date(Date.now() + senderKeptDays * 24 * hour);
      await enqueue(trx, forgetSenderJob, { feedbackId: id }, { runAt, key: `forget:${id}` });
    }
    return { code };
  });
}

/** Afterwards whoever has the code reads the answer; the page shows it when the sender allowed that. */
export async function answerFeedback(
  { db, actor, now }: Act,
  feedbackId: string,
  answer: { state: 'answered' | 'declined'; text: string },
  articleIds: readonly string[],
): Promise<void> {
  await transaction(db, async (trx) => {
    const feedback = await holdFeedback(trx, feedbackId);
    if (!feedback || !articleIds.includes(feedback.articleId)) throw notFound();
    insist(refusalToAnswer(actor, feedback.state));
    await writeAnswer(trx, feedbackId, answer, actor, now);
    await record(trx, actor, now, {
      name: 'feedback.answered',
      subjectType: 'feedback',
      subjectId: feedbackId,
      data: { state: answer.state },
    });
  });
}

/** Afterwards nothing says who sent the feedback with this code: the right to erasure, for whoever holds the code. */
export async function forgetSender({ db, actor, now }: Act, code: string): Promise<void> {
  await transaction(db, async (trx) => {
    const feedback = await feedbackByCode(trx, code);
    if (!feedback) throw notFound();
    await eraseSender(trx, feedback.id);
    await record(trx, actor, now, {
      name: 'feedback.sender-erased',
      subjectType: 'feedback',
      subjectId: feedback.id,
    });
  });
}

/** Afterwards the sender's name and contact are gone because their year is over. */
export async function forgetSenderInTime({ db, actor, now }: Act, feedbackId: string): Promise<void> {
  await transaction(db, async (trx) => {
    await eraseSender(trx, feedbackId);
    await record(trx, actor, now, {
      name: 'feedback.sender-erased',
      subjectType: 'feedback',
      subjectId: feedbackId,
    });
  });
}
