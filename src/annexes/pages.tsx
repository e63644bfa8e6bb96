// The campaign's figures for the centre: totals with coverage, by province in old or new boundaries, down to the reports.
import { Hono } from 'hono';
import { notFound } from '#src/kernel/refusal.ts';
import { slugify } from '#src/kernel/vietnamese.ts';
import { xlsxType } from '#src/templates/files.ts';
import { download } from '#src/web/download.ts';
import { act, type Ctx, type Env } from '#src/web/env.ts';
import { page } from '#src/web/layout.tsx';
import { BackLink, Empty, Sample } from '#src/web/ui.tsx';
import { OriginView } from './pages/origin.tsx';
import { NationView, ProvincesView, TableTabs } from './pages/totals.tsx';
import { type FiguresSeen, figuresSeenBy, indicatorOf } from './reading.ts';
import { figuresWorkbook } from './workbook.ts';

export const figurePages = new Hono<Env>();

const asked = (c: Ctx) => ({ table: c.req.query('table'), boundaries: c.req.query('boundaries') });

figurePages.get('/campaigns/:slug/figures', async (c) => {
  const seen = await figuresSeenBy(act(c), c.req.param('slug'), asked(c));
  const { language } = c.var;
  const title = { vi: 'Số liệu', en: 'Figures' };
  if (seen.table === null)
    return page(
      c,
      { title, campaign: seen.campaign, tab: 'figures' },
      <>
        <h1 class="govuk-heading-l">{title[language]}</h1>
        <Empty>
          {language === 'vi'
            ? 'Không mẫu nào của đợt này có biểu số liệu.'
            : 'No template of this campaign has an annex.'}
        </Empty>
      </>,
    );
  const chosen = indicatorOf(seen.table, c.req.query('indicator') ?? seen.table.indicators[0]!.code);
  return page(
    c,
    {
      title: { vi: `${seen.table.code}. ${seen.table.title}`, en: `${seen.table.code}. ${seen.table.title}` },
      campaign: seen.campaign,
      tab: 'figures',
    },
    <>
      <FiguresHead c={c} seen={seen} />
      <TableTabs seen={seen} language={language} />
      <NationView seen={seen} language={language} />
      <ProvincesView seen={seen} indicator={chosen} language={language} />
    </>,
  );
});

function FiguresHead({ c, seen }: { c: Ctx; seen: FiguresSeen }) {
  const vi = c.var.language === 'vi';
  const reports = new Set(seen.rows.map((row) => row.submissionId)).size;
  const query = `table=${seen.table.code}&boundaries=${seen.boundaries.key}`;
  return (
    <div class="tk-head">
      <div>
        <span class="govuk-caption-m">
          {vi ? 'Chỉ cộng báo cáo chính thức đã chấp nhận' : 'Accepted official reports only'}: {reports}/
          {seen.owing.length}
        </span>
        <h1 class="govuk-heading-l govuk-!-margin-bottom-0">
          {seen.table.code}. {seen.table.title}
        </h1>
      </div>
      <p class="tk-small">
        {c.var.services.demo && (
          <>
            <Sample language={c.var.language} /> ·{' '}
          </>
        )}
        <a class="govuk-link" href={`/campaigns/${seen.campaign.slug}/figures.xlsx?${query}`}>
          {vi ? 'Tải biểu này (.xlsx)' : 'Download this table (.xlsx)'}
        </a>
      </p>
    </div>
  );
}

figurePages.get('/campaigns/:slug/figures.xlsx', async (c) => {
  const seen = await figuresSeenBy(act(c), c.req.param('slug'), asked(c));
  if (seen.table === null) throw notFound();
  const bytes = await figuresWorkbook(seen, c.var.services.demo);
  const name = `so-lieu-${slugify(seen.table.code)}-${seen.boundaries.key}-tinh.xlsx`;
  return download(c, bytes, name, xlsxType);
});

figurePages.get('/campaigns/:slug/figures/:table/:indicator/:column', async (c) => {
  const { slug, table, indicator: code, column } = c.req.param();
  const seen = await figuresSeenBy(act(c), slug, { table, boundaries: c.req.query('boundaries') });
  if (seen.table === null) throw notFound();
  const indicator = indicatorOf(seen.table, code);
  const title = `${indicator.code}. ${indicator.name}`;
  const back = `/campaigns/${slug}/figures?table=${table}&boundaries=${seen.boundaries.key}&indicator=${code}`;
  return page(
    c,
    { title: { vi: title, en: title }, campaign: seen.campaign, tab: 'figures' },
    <>
      <BackLink href={back}>
        {seen.table.code}. {seen.table.title}
      </BackLink>
      {c.var.services.demo && (
        <p class="tk-small">
          <Sample language={c.var.language} />
        </p>
      )}
      <OriginView
        seen={seen}
        indicator={indicator}
        column={column}
        unit={c.req.query('unit') ?? null}
        language={c.var.language}
      />
    </>,
  );
});
