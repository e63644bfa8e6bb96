// The public pages' doors: list, article, files, letter to a friend, feedback and its code. Nobody needs to sign in.
import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { amendmentName } from '#src/campaigns/amendments.ts';
import { publicWords } from '#src/campaigns/settings.ts';
import { amendmentsOf } from '#src/campaigns/store/amendments.ts';
import { campaignById } from '#src/campaigns/store/campaigns.ts';
import { dateAt } from '#src/kernel/dates.ts';
import { invalid, notFound, type Refusal } from '#src/kernel/refusal.ts';
import type { Db } from '#src/platform/database/connect.ts';
import { download } from '#src/web/download.ts';
import { type Ctx, type Env, found } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf, type Typed } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { forgetSender, sendFeedback, shareArticle } from '../actions.ts';
import { feedbackForm, shareForm } from '../forms.ts';
import { readCode, refusalToModerate, searchWords } from '../rules.ts';
import {
  type Article,
  articleBySlug,
  articleLineById,
  articlesWith,
  countView,
  latestArticles,
  mostViewed,
} from '../store/articles.ts';
import { feedbackByCode, publishedFeedback } from '../store/feedback.ts';
import { ArticleScreen } from './article.tsx';
import { rssOf, zipOf } from './downloads.ts';
import { FollowForm, FollowScreen } from './follow.tsx';
import { ArticleList } from './list.tsx';
import { articlePdf } from './pdf.ts';
import { FeedLink, PreviewCard } from './public-head.tsx';
import { type ArticleView, publicAct } from './view.ts';

export const publicPages = new Hono<Env>();

publicPages.get('/public', async (c) => {
  const query = (c.req.query('q') ?? '').normalize('NFC').trim().slice(0, 200);
  const articles = await articlesWith(c.var.services.db, searchWords(query), 200);
  return page(
    c,
    {
      title: { vi: 'Trang công khai', en: 'Public pages' },
      isPublic: true,
      head: <FeedLink language={c.var.language} />,
    },
    <ArticleList articles={articles} query={query} language={c.var.language} />,
  );
});

publicPages.get('/public/rss.xml', async (c) => {
  const { db, config } = c.var.services;
  const articles = await latestArticles(db, { limit: 30 });
  return c.body(rssOf(articles, config.baseUrl), 200, {
    'content-type': 'application/rss+xml; charset=utf-8',
  });
});

publicPages.get('/public/feedback', async (c) => {
  const typed = c.req.query('code') ?? '';
  if (typed === '') return followForm(c, '', null);
  const feedback = await feedbackByCode(c.var.services.db, readCode(typed));
  if (feedback) return c.redirect(`/public/feedback/${feedback.code}`, 303);
  return followForm(c, typed, noSuchCode);
});

const noSuchCode = invalid(
  'feedback-code-unknown',
  { vi: 'Không có phản hồi nào mang mã này.', en: 'No feedback has this code.' },
  { code: { vi: 'Đề nghị kiểm tra lại mã', en: 'Check the code' } },
);

function followForm(c: Ctx, typed: string, refusal: Refusal | null) {
  return page(
    c,
    {
      title: { vi: 'Kết quả phản hồi', en: 'The answer to feedback' },
      isPublic: true,
      status: statusOf(refusal),
    },
    <FollowForm typed={typed} refusal={refusal} language={c.var.language} />,
  );
}

publicPages.get('/public/feedback/:code', async (c) => {
  const { db } = c.var.services;
  const feedback = found(await feedbackByCode(db, readCode(c.req.param('code'))));
  const article = found(await articleLineById(db, feedback.articleId));
  return page(
    c,
    { title: { vi: 'Kết quả phản hồi', en: 'The answer to feedback' }, isPublic: true },
    <FollowScreen
      feedback={feedback}
      articleSlug={article.slug}
      articleTitle={article.title}
      isNew={c.req.query('new') === '1'}
      language={c.var.language}
    />,
  );
});

publicPages.post('/public/feedback/:code/sender-erasure', async (c) => {
  const code = readCode(c.req.param('code'));
  await forgetSender(publicAct(c), code);
  return c.redirect(`/public/feedback/${code}`, 303);
});

publicPages.get('/public/:slug', async (c) => {
  const article = await articleOf(c);
  const asked = c.req.query('text');
  if (asked === 'large' || asked === 'normal')
    setCookie(c, 'text-size', asked, {
      path: '/public',
      maxAge: 31_536_000,
      sameSite: 'Lax',
      httpOnly: true,
      secure: c.var.services.config.baseUrl.startsWith('https:'),
    });
  const isReading =
    c.req.method === 'GET' && asked === undefined && !c.req.header('sec-purpose')?.includes('prefetch');
  if (isReading) await countView(c.var.services.db, article.id, dateAt(c.var.now));
  return articlePage(c, article, {}, null);
});

publicPages.get('/public/:slug/files.zip', async (c) => {
  const article = await articleOf(c);
  if (article.attachments.length === 0) throw notFound();
  const bytes = await zipOf(article, c.var.services.files);
  return download(c, bytes, `${article.slug}.zip`, 'application/zip');
});

publicPages.get('/public/:slug/page.pdf', async (c) => {
  const article = await articleOf(c);
  const address = `${c.var.services.config.baseUrl}/public/${article.slug}`;
  const bytes = await articlePdf(article, address);
  return download(c, bytes, `${article.slug}.pdf`, 'application/pdf');
});

publicPages.get('/public/:slug/files/:id', async (c) => {
  const article = await articleOf(c);
  const file = found(article.attachments.find((one) => one.id === c.req.param('id')));
  const bytes = await c.var.services.files.getFile(file.fileKey);
  return download(c, bytes, file.fileName, file.mediaType);
});

publicPages.post('/public/:slug/shares', async (c) => {
  const typed = await readForm(c);
  const article = await articleOf(c);
  const { config } = c.var.services;
  const result = await attempt(() =>
    shareArticle(publicAct(c), article, parseForm(shareForm, typed), config),
  );
  if (result.refusal) return articlePage(c, article, typed, result.refusal);
  return c.redirect(`/public/${article.slug}?sent=share#gui`, 303);
});

publicPages.post('/public/:slug/feedback', async (c) => {
  const typed = await readForm(c);
  const article = await articleOf(c);
  const result = await attempt(() => {
    const { body, name, contact, mayPublish } = parseForm(feedbackForm, typed);
    const draft = { articleId: article.id, body, senderName: name, senderContact: contact, mayPublish };
    return sendFeedback(publicAct(c), draft);
  });
  if (result.refusal) return articlePage(c, article, typed, result.refusal);
  return c.redirect(`/public/feedback/${result.value.code}?new=1`, 303);
});

async function articleOf(c: Ctx): Promise<Article> {
  return found(await articleBySlug(c.var.services.db, c.req.param('slug') ?? ''));
}

async function articlePage(c: Ctx, article: Article, typed: Typed, refusal: Refusal | null) {
  const { db, config, demo } = c.var.services;
  const campaign = article.campaignId ? await campaignById(db, article.campaignId) : null;
  const address = `${config.baseUrl}/public/${article.slug}`;
  const size = c.req.query('text') ?? getCookie(c, 'text-size');
  const view = {
    article,
    address,
    language: c.var.language,
    typed,
    refusal,
    done: c.req.query('sent') === 'share' ? ('share' as const) : null,
    hasMailServer: config.smtpUrl !== null,
    large: size === 'large',
    others: await latestArticles(db, { except: article.id, limit: 5 }),
    popular: await mostViewed(db, dateAt(c.var.now), 5),
    answered: await publishedFeedback(db, article.id),
    amendments: campaign && article.kind === 'plan' ? await amendmentsShown(db, campaign.id) : [],
    moderation: campaign && refusalToModerate(c.var.actor) === null ? campaign.slug : null,
    demo,
  };
  return page(
    c,
    {
      title: { vi: article.title, en: article.title },
      isPublic: true,
      status: statusOf(refusal),
      scripts: ['page-tools'],
      head: <PreviewCard article={article} address={address} language={c.var.language} />,
      ...(campaign ? { org: campaign.issuer } : {}),
    },
    <ArticleScreen view={view} />,
  );
}

async function amendmentsShown(db: Db, campaignId: string): Promise<ArticleView['amendments']> {
  return (await amendmentsOf(db, campaignId)).map(({ number, decidedAt, change, touched }) => ({
    ...{ number, on: dateAt(decidedAt), what: amendmentName(change) },
    dates: publicWords(touched.flatMap((t) => t.after ?? [])),
  }));
}
