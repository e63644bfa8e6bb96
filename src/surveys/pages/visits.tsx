// The visits of a campaign: what must leave next, the calendar, one visit in detail, the notice-by table; and the feed.
import { Hono } from 'hono';
import { campaignSeenBy } from '#src/campaigns/actions.ts';
import type { CampaignRow } from '#src/campaigns/rules.ts';
import { isCentral } from '#src/kernel/actor.ts';
import { dateAt } from '#src/kernel/dates.ts';
import { isWorkingDay } from '#src/kernel/holidays.ts';
import { isId } from '#src/kernel/ids.ts';
import { insist, notFound, type Refusal } from '#src/kernel/refusal.ts';
import { download } from '#src/web/download.ts';
import { act, type Ctx, type Env } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf, type Typed } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import {
  chooseHost,
  confirmHost,
  proposeVisits,
  recordNotice,
  returnHost,
  scheduleVisit,
  visitsSeen,
} from '../actions.ts';
import { hostAnswerForm, hostForm, noticeForm, proposalForm, scheduleForm } from '../forms.ts';
import { nextNotice, refusalToArrange } from '../rules.ts';
import { visitFeed } from './feed.ts';
import { VisitsScreen } from './screen.tsx';

export const surveyPages = new Hono<Env>();

surveyPages.get('/campaigns/:slug/visits', async (c) => visitsPage(c, {}, null));

surveyPages.get('/campaigns/:slug/visits.ics', async (c) => {
  const campaign = await campaignSeenBy(act(c), c.req.param('slug'));
  const visits = await visitsSeen(act(c), campaign);
  const feed = visitFeed(visits, campaign, c.var.services.config.baseUrl, c.var.now);
  const bytes = new TextEncoder().encode(feed);
  return download(c, bytes, `khao-sat-${campaign.slug}.ics`, 'text/calendar; charset=utf-8');
});

surveyPages.post('/campaigns/:slug/visits/proposal', async (c) => {
  const typed = await readForm(c);
  const campaign = await campaignSeenBy(act(c), c.req.param('slug'));
  const result = await attempt(async () => {
    insist(refusalToArrange(c.var.actor));
    const { delegations } = parseForm(proposalForm, typed);
    const names = Array.from({ length: delegations }, (_, i) => `Đoàn ${i + 1}`);
    return proposeVisits(act(c), campaign, names);
  });
  if (result.refusal) return visitsPage(c, typed, result.refusal);
  return c.redirect(`/campaigns/${campaign.slug}/visits`, 303);
});

surveyPages.post('/campaigns/:slug/visits/:id/date', (c) =>
  visitAct(c, (typed, id) => scheduleVisit(act(c), id, parseForm(scheduleForm, typed))),
);

surveyPages.post('/campaigns/:slug/visits/:id/notice', (c) =>
  visitAct(c, (typed, id) => recordNotice(act(c), id, parseForm(noticeForm, typed).note)),
);

surveyPages.post('/campaigns/:slug/visits/:id/sessions/:position/host', (c) =>
  visitAct(c, (typed, id) => {
    const position = sessionOf(c);
    return chooseHost(act(c), id, position, parseForm(hostForm(position), typed));
  }),
);

surveyPages.post('/campaigns/:slug/visits/:id/sessions/:position/confirmation', (c) =>
  visitAct(c, (typed, id) => {
    const position = sessionOf(c);
    const reason = parseForm(hostAnswerForm(position), typed);
    return reason === null ? confirmHost(act(c), id, position) : returnHost(act(c), id, position, reason);
  }),
);

/** Runs a form's act on the visit in the address; a refusal shows the same visit with every typed value. */
async function visitAct(c: Ctx, run: (typed: Typed, visitId: string) => Promise<void>) {
  const typed = await readForm(c);
  const visitId = c.req.param('id') ?? '';
  const slug = c.req.param('slug') ?? '';
  if (!isId(visitId)) throw notFound();
  const campaign = await campaignSeenBy(act(c), slug);
  if (!(await visitsSeen(act(c), campaign)).some((v) => v.id === visitId)) throw notFound();
  const result = await attempt(() => run(typed, visitId));
  if (result.refusal) return visitsPage(c, typed, result.refusal);
  return c.redirect(`/campaigns/${slug}/visits?visit=${visitId}#chi-tiet`, 303);
}

function sessionOf(c: Ctx): number {
  const position = Number(c.req.param('position'));
  if (!Number.isInteger(position)) throw notFound();
  return position;
}

async function visitsPage(c: Ctx, typed: Typed, refusal: Refusal | null) {
  const who = act(c);
  const campaign: CampaignRow = await campaignSeenBy(who, c.req.param('slug') ?? '');
  const visits = await visitsSeen(who, campaign);
  const today = dateAt(c.var.now);
  const asked = c.req.param('id') ?? c.req.query('visit') ?? null;
  const chosen =
    visits.find((v) => v.id === asked) ?? nextNotice(visits, today, isWorkingDay) ?? visits[0] ?? null;
  return page(
    c,
    {
      title: { vi: 'Lịch khảo sát', en: 'Visits' },
      campaign,
      tab: 'visits',
      org: campaign.issuer,
      status: statusOf(refusal),
      scripts: ['page-tools'],
    },
    <VisitsScreen
      view={{
        campaign,
        actor: who.actor,
        visits,
        chosen,
        isDefault: asked === null || chosen?.id !== asked,
        today,
        isWorkingDay,
        typed,
        refusal,
        language: c.var.language,
        demo: c.var.services.demo,
        central: isCentral(who.actor),
      }}
    />,
  );
}
