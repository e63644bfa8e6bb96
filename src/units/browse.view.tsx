// The tree at a day and the results of a search, as tables that read well on a phone.
import type { FC } from 'hono/jsx';
import { addDays, formatDate, type LocalDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { formatNumber } from '#src/kernel/vietnamese.ts';
import { Button, Empty, TextField } from '#src/web/ui.tsx';
import type { UnitsQuery } from './forms.ts';
import { Results } from './results.view.tsx';
import { kindHeading, type UnitKind } from './rules.ts';
import type { FoundCode, FoundUnit } from './search.ts';
import { Slider } from './slider.view.tsx';
import type { UnitOn } from './store.ts';
import type { NamedUnit } from './timeline.view.tsx';
import { TreeList, treeAddress, UnitLink } from './tree.view.tsx';

type Props = {
  language: Language;
  query: UnitsQuery;
  on: LocalDate;
  today: LocalDate;
  counts: Map<UnitKind, number>;
  results: FoundUnit[] | null;
  codes: FoundCode[];
  /** Days on which something changed, oldest first. */
  changeDays: LocalDate[];
  /** May record events, groups and files. */
  mayWrite: boolean;
  /** Of each result that is gone on the day: who followed it. */
  heirs: Map<string, NamedUnit[]>;
  units: UnitOn[];
  under: { id: string; fullName: string; path: { id: string; fullName: string }[] } | null;
};

/** The review's day, and the days on which something changed; of many, those nearest to today. */
function landmarks(changeDays: readonly LocalDate[]): LocalDate[] {
  return [...new Set(['2023-08-30', ...changeDays.slice(-8)])].sort();
}

export const Browse: FC<Props> = (props) => {
  const { language, on, under, results } = props;
  const t = (w: Words) => w[language];
  return (
    <>
      <h1 class="govuk-heading-l">
        {under ? under.fullName : t({ vi: 'Tổ chức', en: 'Units' })}{' '}
        <span class="tk-unit-day">{t({ vi: `ngày ${formatDate(on)}`, en: `on ${formatDate(on)}` })}</span>
      </h1>
      {under ? (
        <p>
          <UnitLink id={under.id} on={on}>
            {t({ vi: 'Lịch sử, tên, mã', en: 'History, names, codes' })}
          </UnitLink>
        </p>
      ) : (
        !results && <Totals {...props} />
      )}
      <SearchForm {...props} />
      {!results && <Ways {...props} />}
      {results ? (
        <Results
          results={results}
          codes={props.codes}
          heirs={props.heirs}
          on={on}
          language={language}
          asked={props.query.q}
        />
      ) : under ? (
        <Under {...props} under={under} />
      ) : (
        <Country {...props} />
      )}
    </>
  );
};

/** Ways on from the tree: what changed, groups, files. */
const Ways: FC<Props> = ({ on, under, changeDays, mayWrite, language }) => {
  const last = changeDays.filter((day) => day <= on).at(-1);
  const from = last ? addDays(last, -1) : on;
  const scope = `on=${on}${under ? `&under=${under.id}` : ''}`;
  const links: [string, Words][] = [
    [
      `/units/changes?from=${from}&to=${on}`,
      { vi: 'Thay đổi giữa hai ngày', en: 'Changes between two days' },
    ],
    [`/units/groups?on=${on}`, { vi: 'Nhóm đơn vị', en: 'Groups' }],
    [`/units/export.xlsx?${scope}`, { vi: 'Tải danh mục .xlsx', en: 'Download .xlsx' }],
    [`/units/export.csv?${scope}`, { vi: '.csv', en: '.csv' }],
  ];
  if (mayWrite)
    links.push(
      ['/units/import', { vi: 'Nhập danh mục', en: 'Import' }],
      ['/units/acts', { vi: 'Việc đã ghi', en: 'Recorded acts' }],
    );
  return (
    <ul class="tk-links tk-unit-ways">
      {links.map(([href, words]) => (
        <li>
          <a class="govuk-link" href={href}>
            {words[language]}
          </a>
        </li>
      ))}
    </ul>
  );
};

const totalled: [UnitKind, Words][] = [
  ['province', { vi: 'tỉnh, thành phố', en: 'provinces' }],
  ['district', { vi: 'huyện, quận, thị xã, thành phố', en: 'districts' }],
  ['commune', { vi: 'xã, phường, thị trấn, đặc khu', en: 'communes' }],
];

const Totals: FC<Props> = ({ counts, language }) => (
  <p class="tk-unit-totals">
    {totalled.map(([kind, words]) => (
      <span>
        <b class="tk-num">{formatNumber(counts.get(kind) ?? 0)}</b> {words[language]}
      </span>
    ))}
  </p>
);

const SearchForm: FC<Props> = ({ query, on, today, language, under, changeDays }) => {
  const t = (w: Words) => w[language];
  return (
    <search>
      <form method="get" action="/units" class="tk-unit-form">
        <TextField
          name="on"
          type="date"
          label={t({ vi: 'Ngày', en: 'Day' })}
          value={on}
          error={
            query.wrongDay
              ? t({ vi: 'Không phải một ngày; đang xem hôm nay.', en: 'Not a day; showing today.' })
              : undefined
          }
        />
        <TextField
          name="q"
          type="search"
          label={t({ vi: 'Tìm trong mọi thời kỳ', en: 'Search all times' })}
          value={query.q}
        />
        {under && !query.q && <input type="hidden" name="under" value={under.id} />}
        <Button>{t({ vi: 'Xem', en: 'Show' })}</Button>
        <Slider days={changeDays} on={on} language={language} />
        <ul class="tk-links" aria-label={t({ vi: 'Những ngày có thay đổi', en: 'Days of change' })}>
          {[...new Set([...landmarks(changeDays), today])].map((day) => (
            <li>
              <a
                class="govuk-link"
                href={treeAddress({ on: day, q: query.q, under: query.under })}
                {...(day === on ? { 'aria-current': 'date' as const } : {})}
              >
                {day === today ? t({ vi: 'Hôm nay', en: 'Today' }) : formatDate(day)}
              </a>
            </li>
          ))}
        </ul>
      </form>
    </search>
  );
};

const centralKinds: UnitKind[] = [
  'central-commission',
  'central-party-committee',
  'party-caucus',
  'civil-affairs-committee',
  'other-central',
  'ministry',
  'mass-organisation',
];

const Country: FC<Props> = (props) => {
  const { units, language, on } = props;
  const provinces = units.filter((u) => u.kind === 'province');
  const committees = units.filter((u) => u.kind === 'provincial-party-committee');
  const central = centralKinds.map((kind) => ({ kind, list: units.filter((u) => u.kind === kind) }));
  return (
    <div class="tk-cols tk-unit-cols">
      <section aria-labelledby="tinh" class="tk-rule">
        <h2 class="govuk-heading-m" id="tinh">
          {kindHeading('province', language)} · {provinces.length}
        </h2>
        <TreeList units={provinces} on={on} language={language} />
      </section>
      <div>
        {[{ kind: 'provincial-party-committee' as UnitKind, list: committees }, ...central]
          .filter(({ list }) => list.length > 0)
          .map(({ kind, list }) => (
            <details class="govuk-details tk-unit-kind" open={kind !== 'provincial-party-committee'}>
              <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">
                  {kindHeading(kind, language)} · {list.length}
                </span>
              </summary>
              <ul class="tk-plain tk-unit-list">
                {list.map((unit) => (
                  <li>
                    <UnitLink id={unit.id} on={on}>
                      {unit.fullName}
                    </UnitLink>
                  </li>
                ))}
              </ul>
            </details>
          ))}
      </div>
    </div>
  );
};

const Under: FC<Props & { under: NonNullable<Props['under']> }> = ({ units, under, on, language }) => (
  <section class="tk-rule" aria-label={under.fullName}>
    <nav class="govuk-breadcrumbs" aria-label={language === 'vi' ? 'Cấp trên' : 'Above'}>
      <ol class="govuk-breadcrumbs__list">
        <li class="govuk-breadcrumbs__list-item">
          <a class="govuk-breadcrumbs__link" href={`/units?on=${on}`}>
            {language === 'vi' ? 'Cả nước' : 'Nation'}
          </a>
        </li>
        {under.path
          .slice(0, -1)
          .reverse()
          .map((above) => (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={treeAddress({ on, under: above.id })}>
                {above.fullName}
              </a>
            </li>
          ))}
      </ol>
    </nav>
    {units.length === 0 ? (
      <Empty>
        {language === 'vi'
          ? 'Ngày này không có đơn vị nào trực thuộc. Đề nghị chọn ngày khác, hoặc xem lịch sử.'
          : 'No unit stood under it that day. Choose another day, or see its history.'}
      </Empty>
    ) : (
      <TreeList units={units} on={on} language={language} />
    )}
  </section>
);
