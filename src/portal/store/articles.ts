// All SQL of published articles, their attachments and the counts of their views.

import { sql } from 'kysely';
import type { Document } from '#src/documents/model.ts';
import type { Actor } from '#src/kernel/actor.ts';
import { addDays, type LocalDate } from '#src/kernel/dates.ts';
import { newId } from '#src/kernel/ids.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { Json } from '#src/platform/database/json.ts';
import type { StoredFile } from '#src/platform/files.ts';
import {
  type ArticleDraft,
  type ArticleKind,
  type AttachmentDraft,
  type Fact,
  foldedText,
} from '../rules.ts';

/** Afterwards the article can be read at its slug, with attachments whose bytes are already stored. */
export async function insertArticle(
  trx: Db,
  draft: ArticleDraft,
  files: readonly { draft: AttachmentDraft; stored: StoredFile }[],
  slug: string,
  actor: Actor,
  now: Date,
): Promise<string> {
  const id = newId(now);
  await trx
    .insertInto('articles')
    .values({
      id,
      slug,
      kind: draft.kind,
      campaign_id: draft.campaignId,
      published_on: draft.publishedOn,
      number: draft.number,
      title: draft.title,
      folded: foldedText(draft),
      summary_en: draft.summaryEn,
      body: draft.body as unknown as Json,
      facts: [...draft.facts] as unknown as Json,
      created_at: now,
      created_by: actor.id,
    })
    .execute();
  const rows = files.map(({ draft: file, stored }, i) => ({
    id: newId(now),
    article_id: id,
    position: i + 1,
    title: file.title,
    file_name: file.fileName,
    media_type: file.mediaType,
    file_key: stored.key,
    size_bytes: stored.size,
    sha256: stored.sha256,
    detail: file.detail,
  }));
  if (rows.length > 0) await trx.insertInto('article_attachments').values(rows).execute();
  return id;
}

/** The slugs in use. Holds up other publications until the transaction ends, so that none takes the same slug. */
export async function takenSlugs(trx: Db): Promise<Set<string>> {
  await sql`select pg_advisory_xact_lock(hashtext('articles.slug'))`.execute(trx);
  const rows = await trx.selectFrom('articles').select('slug').execute();
  return new Set(rows.map((r) => r.slug));
}

export type ArticleLine = {
  id: string;
  slug: string;
  kind: ArticleKind;
  publishedOn: LocalDate;
  number: string | null;
  title: string;
};

export type Article = ArticleLine & {
  campaignId: string | null;
  summaryEn: string | null;
  body: Document;
  facts: Fact[];
  attachments: Attachment[];
};

export type Attachment = {
  id: string;
  title: string;
  fileName: string;
  mediaType: string;
  fileKey: string;
  sizeBytes: number;
  sha256: string;
  detail: string | null;
};

const lineColumns = ['id', 'slug', 'kind', 'published_on as publishedOn', 'number', 'title'] as const;

/** The article with its attachments; null when no such page was published. */
export async function articleBySlug(db: Db, slug: string): Promise<Article | null> {
  const row = await db
    .selectFrom('articles')
    .select(lineColumns)
    .select(['campaign_id as campaignId', 'summary_en as summaryEn', 'body', 'facts'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (!row) return null;
  const attachments = await db
    .selectFrom('article_attachments')
    .select(['id', 'title', 'file_name as fileName', 'media_type as mediaType', 'file_key as fileKey'])
    .select(['size_bytes as sizeBytes', 'sha256', 'detail'])
    .where('article_id', '=', row.id)
    .orderBy('position')
    .execute();
  return {
    ...row,
    kind: row.kind as ArticleKind,
    body: row.body as unknown as Document,
    facts: row.facts as unknown as Fact[],
    attachments,
  };
}

/** Published articles that hold every word (folded), plans first, then the latest; all when there are no words. */
export async function articlesWith(db: Db, folded: readonly string[], limit: number): Promise<ArticleLine[]> {
  let query = db.selectFrom('articles').select(lineColumns);
  for (const word of folded) query = query.where('folded', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const rows = await query
    .orderBy((eb) => eb('kind', '=', 'plan'), 'desc')
    .orderBy('published_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(asLine);
}

/** The latest articles, newest first. `except`: the one being read. */
export async function latestArticles(
  db: Db,
  options: { except?: string; limit: number },
): Promise<ArticleLine[]> {
  let query = db.selectFrom('articles').select(lineColumns);
  if (options.except) query = query.where('id', '!=', options.except);
  const rows = await query
    .orderBy('published_on', 'desc')
    .orderBy('id', 'desc')
    .limit(options.limit)
    .execute();
  return rows.map(asLine);
}

const asLine = <T extends { kind: string }>(row: T) => ({ ...row, kind: row.kind as ArticleKind });

/** Afterwards the page has been seen once more that day. Nothing about the reader is kept. */
export async function countView(db: Db, articleId: string, day: LocalDate): Promise<void> {
  await db
    .insertInto('article_views')
    .values({ article_id: articleId, day, views: 1 })
    .onConflict((oc) =>
      oc.columns(['article_id', 'day']).doUpdateSet((eb) => ({ views: eb('article_views.views', '+', 1) })),
    )
    .execute();
}

/** The most seen pages of the 30 days that end with `day`, with their counts. */
export async function mostViewed(
  db: Db,
  day: LocalDate,
  limit: number,
): Promise<(ArticleLine & { views: number })[]> {
  const rows = await db
    .selectFrom('articles')
    .innerJoin('article_views', 'article_views.article_id', 'articles.id')
    .select(lineColumns)
    .select((eb) => eb.fn.sum<number>('views').as('views'))
    .where('day', '>', addDays(day, -30))
    .where('day', '<=', day)
    .groupBy('articles.id')
    .orderBy('views', 'desc')
    .orderBy('published_on', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...asLine(row), views: Number(row.views) }));
}

/** The slugs of the pages published for a campaign, the plan's own first. */
export async function articlesOfCampaign(db: Db, campaignId: string): Promise<ArticleLine[]> {
  const rows = await db
    .selectFrom('articles')
    .select(lineColumns)
    .where('campaign_id', '=', campaignId)
    .orderBy((eb) => eb('kind', '=', 'plan'), 'desc')
    .orderBy('published_on')
    .execute();
  return rows.map(asLine);
}

export async function articleLineById(db: Db, id: string): Promise<ArticleLine | null> {
  const row = await db.selectFrom('articles').select(lineColumns).where('id', '=', id).executeTakeFirst();
  return row ? asLine(row) : null;
}
