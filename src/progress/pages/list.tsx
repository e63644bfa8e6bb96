// Every body of the campaign in one table, to filter by status, template and name; the centre's list of reports.
import type { FC } from 'hono/jsx';
import { dateAt, shortDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { StackTable } from '#src/web/table.tsx';
import { Button, Empty, Status } from '#src/web/ui.tsx';
import { type BoardItem, changeKinds, countsOf, filtered, type ListFilter } from '../board.ts';
import { needsChasing, standingKinds, standingNames } from '../rules.ts';
import { TemplateSelect } from './board.tsx';
import { shownKinds, standingColumns } from './parts.tsx';

const perPage = 200;

export type Query = { status?: string; template?: string; change?: string; q?: string; page?: string };

/** Only what is known is kept; anything else in the address counts as absent. */
export function filterOf(query: Query): ListFilter {
  const statuses = [...standingKinds, 'to-chase'] as const;
  return {
    status: statuses.find((s) => s === query.status) ?? null,
    change: changeKinds.find((s) => s === query.change) ?? null,
    template: query.template || null,
    words: query.q ?? '',
  };
}

type Props = { slug: string; items: readonly BoardItem[]; query: Query; language: Language };

export const ReportList: FC<Props> = ({ slug, items, query, language }) => {
  const t = (w: Words) => w[language];
  const filter = filterOf(query);
  const found = filtered(items, filter);
  const page = Math.max(1, Math.min(Math.trunc(Number(query.page)) || 1, Math.ceil(found.length / perPage)));
  return (
    <>
      <div class="tk-head">
        <h1 class="govuk-heading-l">{t({ vi: 'Báo cáo đơn vị', en: 'Unit reports' })}</h1>
        <p class="tk-small" role="status">
          {t({
            vi: `Hiện ${found.length}/${items.length} đơn vị`,
            en: `Showing ${found.length} of ${items.length}`,
          })}
          {filter.change && <ChangeNote slug={slug} language={language} />}
        </p>
      </div>
      <Filters slug={slug} items={items} filter={filter} language={language} />
      {found.length === 0 ? (
        <Empty>
          {t({ vi: 'Không có đơn vị nào hợp điều kiện. ', en: 'No body fits. ' })}
          <a class="govuk-link" href={`/campaigns/${slug}/reports`}>
            {t({ vi: 'Bỏ lọc', en: 'Clear the filter' })}
          </a>
        </Empty>
      ) : (
        <Table slug={slug} items={found.slice((page - 1) * perPage, page * perPage)} language={language} />
      )}
      <Pages
        slug={slug}
        query={query}
        page={page}
        pages={Math.ceil(found.length / perPage)}
        language={language}
      />
    </>
  );
};

const ChangeNote: FC<{ slug: string; language: Language }> = ({ slug, language }) => (
  <>
    {' · '}
    {language === 'vi'
      ? 'chỉ những báo cáo thay đổi trong tuần. '
      : 'only those that changed during the week. '}
    <a class="govuk-link" href={`/campaigns/${slug}/reports`}>
      {language === 'vi' ? 'Bỏ lọc' : 'Clear'}
    </a>
  </>
);

const Filters: FC<{ slug: string; items: readonly BoardItem[]; filter: ListFilter; language: Language }> = ({
  slug,
  items,
  filter,
  language,
}) => {
  const t = (w: Words) => w[language];
  const counts = countsOf(items);
  return (
    <form method="get" action={`/campaigns/${slug}/reports`} class="tk-actions govuk-!-margin-bottom-4">
      <label class="govuk-body-s govuk-!-margin-bottom-0" for="q">
        {t({ vi: 'Tên đơn vị', en: 'Name' })}
      </label>
      <input
        class="govuk-input govuk-input--width-10 tk-s"
        id="q"
        name="q"
        type="search"
        value={filter.words}
      />
      <label class="govuk-body-s govuk-!-margin-bottom-0" for="status">
        {t({ vi: 'Trạng thái', en: 'Status' })}
      </label>
      <select class="govuk-select tk-s" id="status" name="status">
        <option value="">{t({ vi: 'Tất cả', en: 'All' })}</option>
        <option value="to-chase" selected={filter.status === 'to-chase'}>
          {t({ vi: 'Cần đôn đốc', en: 'To chase' })} ({items.filter((i) => needsChasing(i.now)).length})
        </option>
        {shownKinds(counts).map((kind) => (
          <option value={kind} selected={filter.status === kind}>
            {standingNames[kind][language]} ({counts[kind]})
          </option>
        ))}
      </select>
      <TemplateSelect items={items} selected={filter.template} language={language} />
      {filter.change && <input type="hidden" name="change" value={filter.change} />}
      <Button secondary small>
        {t({ vi: 'Lọc', en: 'Filter' })}
      </Button>
    </form>
  );
};

const Table: FC<{ slug: string; items: readonly BoardItem[]; language: Language }> = ({
  slug,
  items,
  language,
}) => {
  const t = (w: Words) => w[language];
  return (
    <StackTable
      caption={t({ vi: 'Báo cáo của từng đơn vị', en: 'The report of each body' })}
      columns={[
        ...standingColumns(slug, language, (item) => item.owed.surveyed && <Surveyed language={language} />),
        {
          head: t({ vi: 'Bản đã gửi', en: 'Sent' }),
          labelled: true,
          cell: (item) => <LatestLink item={item} language={language} />,
        },
      ]}
      rows={items}
    />
  );
};

const Surveyed: FC<{ language: Language }> = ({ language }) => (
  <>
    {' '}
    <Status kind="info">{language === 'vi' ? 'khảo sát' : 'surveyed'}</Status>
  </>
);

const LatestLink: FC<{ item: BoardItem; language: Language }> = ({ item, language }) => {
  const latest = item.facts?.latest;
  if (!latest) return <>{language === 'vi' ? 'chưa gửi' : 'not sent'}</>;
  const draft = latest.stage === 'draft';
  const what = { vi: draft ? 'dự thảo' : 'chính thức', en: draft ? 'draft' : 'official' }[language];
  return (
    <>
      <a class="govuk-link" href={`/submissions/${latest.submissionId}`}>
        {language === 'vi' ? 'Đọc' : 'Read'}
        <span class="govuk-visually-hidden"> {item.owed.unitName}</span>
      </a>{' '}
      <span class="tk-meta">
        {what}, {shortDate(dateAt(latest.submittedAt))}
      </span>
    </>
  );
};

const Pages: FC<{ slug: string; query: Query; page: number; pages: number; language: Language }> = ({
  slug,
  query,
  page,
  pages,
  language,
}) => {
  if (pages <= 1) return null;
  const hrefOf = (n: number) =>
    `/campaigns/${slug}/reports?${new URLSearchParams({ ...query, page: String(n) })}`;
  return (
    <nav class="tk-actions" aria-label={language === 'vi' ? 'Các trang' : 'Pages'}>
      {page > 1 && (
        <a class="govuk-link" rel="prev" href={hrefOf(page - 1)}>
          {language === 'vi' ? 'Trang trước' : 'Previous page'}
        </a>
      )}
      <span class="tk-small">
        {language === 'vi' ? 'Trang' : 'Page'} {page}/{pages}
      </span>
      {page < pages && (
        <a class="govuk-link" rel="next" href={hrefOf(page + 1)}>
          {language === 'vi' ? 'Trang sau' : 'Next page'}
        </a>
      )}
    </nav>
  );
};
