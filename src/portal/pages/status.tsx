// The public status of a campaign: how many reports have come, and from whom, under old and present names.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { campaignById } from '#src/campaigns/store/campaigns.ts';
import { dateAt, formatDateWithWeekday, type LocalDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { compareVietnamese } from '#src/kernel/vietnamese.ts';
import type { Db } from '#src/platform/database/connect.ts';
import { progressOf } from '#src/progress/reading.ts';
import { heirsOn } from '#src/units/lineage.ts';
import { nameIndexOf } from '#src/units/registry.ts';
import { nameOn } from '#src/units/rules.ts';
import { type Env, found } from '#src/web/env.ts';
import { page } from '#src/web/layout.tsx';
import { StackTable } from '#src/web/table.tsx';
import { BackLink, Button, Empty, Sample, Status, type StatusKind, TextField } from '#src/web/ui.tsx';
import {
  type PublicState,
  publicStateOf,
  publicStates,
  type StatusCount,
  type StatusLine,
  statusCounts,
  statusFound,
} from '../status.ts';
import { articleBySlug } from '../store/articles.ts';

export const statusPages = new Hono<Env>();

statusPages.get('/public/:slug/status', async (c) => {
  const { db, demo } = c.var.services;
  const language = c.var.language;
  const article = found(await articleBySlug(db, c.req.param('slug')));
  const campaign = found(article.campaignId ? await campaignById(db, article.campaignId) : null);
  const lines = await linesOf(db, campaign, c.var.now);
  const query = (c.req.query('q') ?? '').trim().slice(0, 100);
  return page(
    c,
    { title: { vi: 'Tiến độ công khai', en: 'Public status' }, isPublic: true, org: campaign.issuer },
    <StatusScreen
      name={campaign.name}
      address={`/public/${article.slug}`}
      today={dateAt(c.var.now)}
      counts={statusCounts(lines)}
      lines={statusFound(lines, query)}
      query={query}
      demo={demo}
      language={language}
    />,
  );
});

/** Every body that owes a report, by template and then in the order of a Vietnamese list. */
async function linesOf(db: Db, campaign: { id: string; createdAt: Date }, now: Date): Promise<StatusLine[]> {
  const { items } = await progressOf(db, campaign, now);
  const { registry } = await nameIndexOf(db);
  const today = dateAt(now);
  return items
    .map(({ owed, now: standing }): StatusLine => {
      const unit = registry.byId.get(owed.unitId);
      const heirs = unit ? heirsOn(registry, unit, today) : [];
      const names = heirs.map((heir) => nameOn(registry, heir, today).fullName).join(', ');
      return {
        name: owed.unitName,
        nowName: names === '' || names === owed.unitName ? null : names,
        templateCode: owed.templateCode,
        state: publicStateOf(standing.kind),
      };
    })
    .sort((a, b) => compareVietnamese(a.templateCode, b.templateCode) || compareVietnamese(a.name, b.name));
}

const looks: Record<PublicState, StatusKind> = {
  accepted: 'ok',
  received: 'sent',
  awaited: 'none',
  released: 'none',
};

type ScreenProps = {
  name: string;
  address: string;
  today: LocalDate;
  counts: StatusCount[];
  lines: StatusLine[];
  query: string;
  demo: boolean;
  language: Language;
};

const StatusScreen: FC<ScreenProps> = (props) => {
  const { language } = props;
  const t = (w: Words) => w[language];
  return (
    <>
      <BackLink href={props.address}>{t({ vi: 'Về trang kế hoạch', en: 'Back to the plan' })}</BackLink>
      <div class="tk-head">
        <h1 class="govuk-heading-l">{t({ vi: 'Tiến độ gửi báo cáo', en: 'Reports received' })}</h1>
        <p class="tk-small">
          {props.demo && (
            <>
              <Sample language={language} /> ·{' '}
            </>
          )}
          {formatDateWithWeekday(props.today, language)}
        </p>
      </div>
      <p class="govuk-body">{props.name}</p>
      <Totals counts={props.counts} language={language} />
      <section class="tk-section tk-publist" aria-labelledby="don-vi">
        <h2 class="govuk-heading-m tk-rule" id="don-vi">
          {t({ vi: 'Từng đơn vị', en: 'Each body' })}
        </h2>
        <search>
          <form method="get" action={`${props.address}/status`} class="tk-searchbar">
            <TextField
              name="q"
              type="search"
              label={t({ vi: 'Tìm theo tên cũ hoặc tên mới', en: 'Find by former or present name' })}
              value={props.query}
            />
            <Button secondary>{t({ vi: 'Tìm', en: 'Search' })}</Button>
          </form>
        </search>
        {props.lines.length === 0 ? (
          <Empty>{t({ vi: 'Không có đơn vị nào mang tên này.', en: 'No body has this name.' })}</Empty>
        ) : (
          <Lines lines={props.lines} language={language} />
        )}
      </section>
    </>
  );
};

const Totals: FC<{ counts: StatusCount[]; language: Language }> = ({ counts, language }) => {
  const t = (w: Words) => w[language];
  const figure = { class: 'tk-num', labelled: true } as const;
  return (
    <StackTable
      class="tk-publist"
      caption={t({ vi: 'Số báo cáo theo mẫu', en: 'Reports by template' })}
      columns={[
        { head: t({ vi: 'Mẫu', en: 'Template' }), namesRow: true, cell: (c) => c.templateCode },
        { head: t({ vi: 'Phải gửi', en: 'Owed' }), ...figure, cell: (c) => c.base },
        { head: t({ vi: 'Đã nhận', en: 'Received' }), ...figure, cell: (c) => c.received },
        {
          head: t({ vi: 'Trong đó đã chấp nhận', en: 'Of these accepted' }),
          ...figure,
          cell: (c) => c.accepted,
        },
      ]}
      rows={counts}
    />
  );
};

const Lines: FC<{ lines: StatusLine[]; language: Language }> = ({ lines, language }) => {
  const t = (w: Words) => w[language];
  return (
    <StackTable
      caption={t({ vi: 'Báo cáo của từng đơn vị', en: 'Reports of each body' })}
      columns={[
        { head: t({ vi: 'Đơn vị', en: 'Body' }), namesRow: true, cell: (line) => line.name },
        { head: t({ vi: 'Nay là', en: 'Now' }), labelled: true, cell: (line) => line.nowName ?? '—' },
        { head: t({ vi: 'Mẫu', en: 'Template' }), labelled: true, cell: (line) => line.templateCode },
        {
          head: t({ vi: 'Báo cáo', en: 'Report' }),
          cell: ({ state }) => <Status kind={looks[state]}>{t(publicStates[state])}</Status>,
        },
      ]}
      rows={lines}
    />
  );
};
