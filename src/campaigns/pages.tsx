// The first page of everyone, the list of campaigns, and ticking off the plan's tasks.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { isCentral } from '#src/kernel/actor.ts';
import { formatDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { act, type Ctx, type Env, words } from '#src/web/env.ts';
import { readForm } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { StackTable } from '#src/web/table.tsx';
import { DocumentSymbol, Empty } from '#src/web/ui.tsx';
import { campaignSeenBy, campaignsSeenBy, readAmendment, setTaskDone } from './actions.ts';
import { type CampaignKind, type CampaignRow, refusalToDirect } from './rules.ts';

export const campaignPages = new Hono<Env>();

campaignPages.get('/', async (c) => {
  if (!c.var.actor) return c.redirect('/public', 303);
  const campaigns = await campaignsSeenBy(act(c));
  const [only, ...more] = campaigns;
  return c.redirect(only && more.length === 0 ? firstPage(c, only.slug) : '/campaigns', 303);
});

campaignPages.get('/campaigns', async (c) => listPage(c));

campaignPages.post('/campaigns/:slug/tasks/:taskId/completion', async (c) => {
  const campaign = await campaignSeenBy(act(c), c.req.param('slug'));
  const typed = await readForm(c);
  await setTaskDone(act(c), campaign.id, c.req.param('taskId'), typed.done === '1');
  return c.redirect(`/campaigns/${campaign.slug}/plan`, 303);
});

campaignPages.post('/campaigns/:slug/amendments/:number/reading', async (c) => {
  const campaign = await campaignSeenBy(act(c), c.req.param('slug'));
  await readAmendment(act(c), campaign, Number(c.req.param('number')));
  return c.redirect(`/campaigns/${campaign.slug}/tasks`, 303);
});

/** Where a campaign begins for the reader: the board at the centre, their own tasks elsewhere. */
function firstPage(c: Ctx, slug: string): string {
  return `/campaigns/${slug}${isCentral(c.var.actor) ? '' : '/tasks'}`;
}

async function listPage(c: Ctx) {
  const { db, actor } = act(c);
  const t = words(c);
  const campaigns = await campaignsSeenBy({ db, actor });
  const mayCreate = refusalToDirect(actor) === null;
  return page(
    c,
    { title: { vi: 'Các đợt tổng kết', en: 'Campaigns' } },
    <>
      <div class="tk-head">
        <h1 class="govuk-heading-l">{t({ vi: 'Các đợt tổng kết', en: 'Campaigns' })}</h1>
        {mayCreate && campaigns.length > 0 && (
          <p class="tk-small">
            <a class="govuk-link" href="/plans/new">
              {t({ vi: 'Dán kế hoạch mới', en: 'Paste a new plan' })}
            </a>
          </p>
        )}
      </div>
      {campaigns.length === 0 ? (
        <NoCampaign mayCreate={mayCreate} language={c.var.language} />
      ) : (
        <CampaignTable
          campaigns={campaigns}
          hrefOf={(slug) => firstPage(c, slug)}
          language={c.var.language}
        />
      )}
    </>,
  );
}

const NoCampaign: FC<{ mayCreate: boolean; language: Language }> = ({ mayCreate, language }) => {
  const t = (w: Words) => w[language];
  if (!mayCreate)
    return (
      <Empty>
        {t({
          vi: 'Chưa có đợt tổng kết nào mà ông/bà tham gia.',
          en: 'There is no campaign that you take part in.',
        })}
      </Empty>
    );
  return (
    <Empty>
      {t({ vi: 'Chưa có đợt nào: ', en: 'No campaign yet: ' })}
      <a class="govuk-link" href="/plans/new">
        {t({ vi: 'dán kế hoạch để bắt đầu', en: 'paste a plan to begin' })}
      </a>
    </Empty>
  );
};

const kindNames: Record<CampaignKind, Words> = {
  interim: { vi: 'Sơ kết', en: 'Interim review' },
  final: { vi: 'Tổng kết', en: 'Final review' },
};

type TableProps = { campaigns: readonly CampaignRow[]; hrefOf: (slug: string) => string; language: Language };

const CampaignTable: FC<TableProps> = ({ campaigns, hrefOf, language }) => {
  const t = (w: Words) => w[language];
  return (
    <StackTable
      rows={campaigns}
      columns={[
        {
          head: t({ vi: 'Đợt', en: 'Campaign' }),
          namesRow: true,
          cell: (campaign) => (
            <>
              <a class="govuk-link" href={hrefOf(campaign.slug)}>
                {campaign.name}
              </a>
              <span class="tk-meta">{kindNames[campaign.kind][language]}</span>
            </>
          ),
        },
        {
          head: t({ vi: 'Kế hoạch', en: 'Plan' }),
          labelled: true,
          cell: (campaign) => (
            <>
              <DocumentSymbol>{campaign.planSymbol}</DocumentSymbol>
              {campaign.issuedOn && <span class="tk-meta">{formatDate(campaign.issuedOn)}</span>}
            </>
          ),
        },
        {
          head: t({ vi: 'Cơ quan chủ trì', en: 'Issuer' }),
          labelled: true,
          cell: (campaign) => campaign.issuer,
        },
        {
          head: t({ vi: 'Hoàn thành', en: 'To be complete' }),
          labelled: true,
          class: 'tk-num',
          cell: ({ synthesisDueOn }) =>
            synthesisDueOn ? formatDate(synthesisDueOn) : t({ vi: 'không nêu', en: 'none given' }),
        },
      ]}
    />
  );
};
