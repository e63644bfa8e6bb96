// The board and its printed sheet, the centre's list of reports, and the page of one body's obligation.
import { Hono } from 'hono';
import {
  campaignSeenBy,
  decideObligation,
  obligationSeenBy,
  withdrawDecision,
} from '#src/campaigns/actions.ts';
import { decisionForm } from '#src/campaigns/forms.ts';
import { type CampaignRow, refusalToDirect } from '#src/campaigns/rules.ts';
import { isCentral } from '#src/kernel/actor.ts';
import { isId } from '#src/kernel/ids.ts';
import { notFound, type Refusal } from '#src/kernel/refusal.ts';
import { templateVersion } from '#src/templates/store.ts';
import { act, type Ctx, type Env } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf, type Typed } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { Board } from './pages/board.tsx';
import { ReportList } from './pages/list.tsx';
import { ObligationView } from './pages/obligation.tsx';
import { Sheet } from './pages/print.tsx';
import { progressOf } from './reading.ts';
import { territoryCodes } from './store.ts';
import { storyOf } from './story.ts';

export const progressPages = new Hono<Env>();

/** The board is the centre's; for everyone else it does not exist. */
async function campaignAtCentre(c: Ctx, slug: string): Promise<CampaignRow> {
  const { db, actor } = act(c);
  if (!isCentral(actor)) throw notFound();
  return campaignSeenBy({ db, actor }, slug);
}

async function boardData(c: Ctx, campaign: CampaignRow) {
  const { db, now } = act(c);
  const [progress, codes] = await Promise.all([
    progressOf(db, campaign, now),
    territoryCodes(db, campaign.id),
  ]);
  return { campaign, progress, codes, now, isSample: c.var.services.demo, language: c.var.language };
}

progressPages.get('/campaigns/:slug', async (c) => {
  const campaign = await campaignAtCentre(c, c.req.param('slug'));
  const data = await boardData(c, campaign);
  return page(
    c,
    { title: { vi: 'Tiến độ', en: 'Progress' }, campaign, tab: 'board', org: campaign.issuer },
    <Board {...data} template={c.req.query('template') || null} />,
  );
});

progressPages.get('/campaigns/:slug/board.print', async (c) => {
  const campaign = await campaignAtCentre(c, c.req.param('slug'));
  const data = await boardData(c, campaign);
  return page(
    c,
    {
      title: { vi: 'Tiến độ, một trang A4', en: 'Progress on one page' },
      campaign,
      tab: 'board',
      org: campaign.issuer,
    },
    <Sheet {...data} />,
  );
});

progressPages.get('/campaigns/:slug/reports', async (c) => {
  const campaign = await campaignAtCentre(c, c.req.param('slug'));
  const { db, now } = act(c);
  const { items } = await progressOf(db, campaign, now);
  return page(
    c,
    { title: { vi: 'Báo cáo đơn vị', en: 'Unit reports' }, campaign, tab: 'reports', org: campaign.issuer },
    <ReportList slug={campaign.slug} items={items} query={c.req.query()} language={c.var.language} />,
  );
});

progressPages.get('/campaigns/:slug/obligations/:id', async (c) =>
  obligationPage(c, c.req.param('slug'), c.req.param('id'), {}, null),
);

progressPages.post('/campaigns/:slug/obligations/:id/decisions', async (c) => {
  const { slug, id } = c.req.param();
  const { owed } = await seen(c, slug, id);
  const typed = await readForm(c);
  const result = await attempt(() => decideObligation(act(c), owed.id, parseForm(decisionForm, typed)));
  if (result.refusal) return obligationPage(c, slug, id, typed, result.refusal);
  return c.redirect(`/campaigns/${slug}/obligations/${id}`, 303);
});

progressPages.post('/campaigns/:slug/obligations/:id/decisions/:decisionId/withdrawal', async (c) => {
  const { slug, id, decisionId } = c.req.param();
  const { owed } = await seen(c, slug, id);
  const result = await attempt(() => withdrawDecision(act(c), owed.id, decisionId));
  if (result.refusal) return obligationPage(c, slug, id, {}, result.refusal);
  return c.redirect(`/campaigns/${slug}/obligations/${id}`, 303);
});

async function seen(c: Ctx, slug: string, id: string) {
  const campaign = await campaignSeenBy(act(c), slug);
  if (!isId(id)) throw notFound();
  return { campaign, owed: await obligationSeenBy(act(c), campaign.id, id) };
}

async function obligationPage(c: Ctx, slug: string, id: string, typed: Typed, refusal: Refusal | null) {
  const { db, actor, now } = act(c);
  const { campaign, owed } = await seen(c, slug, id);
  const [progress, template, story] = await Promise.all([
    progressOf(db, campaign, now, owed),
    templateVersion(db, owed.templateVersionId),
    storyOf(db, owed, now),
  ]);
  const [item] = progress.items;
  if (!item) throw notFound();
  const central = isCentral(actor);
  return page(
    c,
    {
      title: { vi: owed.unitName, en: owed.unitName },
      campaign,
      tab: central ? 'reports' : 'tasks',
      org: central ? campaign.issuer : owed.unitName,
      status: statusOf(refusal),
    },
    <ObligationView
      campaign={campaign}
      item={item}
      template={template}
      story={story}
      mayDecide={refusalToDirect(actor) === null}
      isCentral={central}
      typed={typed}
      refusal={refusal}
      language={c.var.language}
    />,
  );
}
