// What is done on the public pages: publishing, sending to a friend, feedback and its answers.
import { record } from '#src/events/record.ts';
import { insist } from '#src/kernel/refusal.ts';
import { type Act, transaction } from '#src/platform/database/connect.ts';
import type { Files } from '#src/platform/files.ts';
import { type ArticleDraft, refusalToPublish, slugFor } from './rules.ts';
import { insertArticle, takenSlugs } from './store.ts';

/**
 * Afterwards anyone can read the page at /public/{slug}; the slug never changes. Attachments are stored first, so
 * that a page never names a file that is not there. Joins the transaction of `act.db` when that is one.
 */
export async function publishArticle(
  act: Act & { files: Files },
  draft: ArticleDraft,
): Promise<{ id: string; slug: string }> {
  insist(refusalToPublish(act.actor, draft));
  const files = [];
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
