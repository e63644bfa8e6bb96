// A table's totals for the whole country, and one indicator by province; every figure leads to the reports it sums.
import type { FC } from 'hono/jsx';
import { formatDate } from '#src/kernel/dates.ts';
import type { Language } from '#src/kernel/language.ts';
import type { AnnexColumn, Indicator } from '#src/templates/rules.ts';
import { Button, SelectField } from '#src/web/ui.tsx';
import type { FigureGroup } from '../boundaries.ts';
import { as } from '../grid-row.tsx';
import { columnsOf, type FiguresSeen, type GroupFigure, groupFigure } from '../reading.ts';
import { totalColumn } from '../rules/rollup.ts';
import { formatFigure, reasonWords } from '../rules.ts';

type Seen = { seen: FiguresSeen; language: Language };

/** The columns of the table and, when it has one, the total. */
export function shownColumns(seen: FiguresSeen, language: Language): AnnexColumn[] {
  const total = { code: totalColumn, label: language === 'vi' ? 'Cộng' : 'Total' };
  return seen.table.total ? [...seen.table.columns, total] : seen.table.columns;
}

export const groupName = (group: FigureGroup, language: Language): string =>
  group.id === null
    ? language === 'vi'
      ? 'Đảng ủy trực thuộc Trung ương, đơn vị khác'
      : 'Committees under the centre, others'
    : group.name;

/** What stands in a figure's place: the figure, the reason that a single body gave, or why there is none. */
export function figureWords(
  { rolled, reason }: GroupFigure,
  indicator: Indicator,
  language: Language,
): string {
  if (rolled.value !== null) return formatFigure(rolled.value, indicator.type);
  if (reason) return reasonWords[reason][language];
  if (!rolled.isAdditive && rolled.numbers > 0) return language === 'vi' ? 'không cộng' : 'not added';
  if (rolled.covered > 0 && !indicator.formula) return reasonWords['none-arose'][language];
  return '–';
}

/** "40/67"; over several years also how many of them gave every year, when some did not. */
export function coverageWords({ rolled, of }: GroupFigure, language: Language): string {
  const count = `${rolled.covered}/${of}`;
  if (rolled.complete === rolled.covered) return count;
  return language === 'vi' ? `${count}, đủ năm ${rolled.complete}` : `${count}, all years ${rolled.complete}`;
}

export const TableTabs: FC<Seen> = ({ seen, language }) => (
  <nav class="tk-tabs" aria-label={language === 'vi' ? 'Các biểu' : 'Tables'}>
    <ul class="tk-links">
      {seen.tables.map((table) => (
        <li>
          <a
            class="govuk-link"
            href={`/campaigns/${seen.campaign.slug}/figures?table=${table.code}&boundaries=${seen.boundaries.key}`}
            {...(table.code === seen.table.code ? { 'aria-current': 'page' as const } : {})}
          >
            {table.code}. {table.title}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

const Heads: FC<Seen & { first: string }> = ({ seen, language, first }) => (
  <thead {...as('rowgroup')}>
    <tr {...as('row')}>
      <th scope="col" {...as('columnheader')}>
        {first}
      </th>
      {shownColumns(seen, language).map((column) => (
        <th scope="col" {...as('columnheader')} class="tk-n">
          {column.label}
        </th>
      ))}
    </tr>
  </thead>
);

type FigureProps = Seen & { group: FigureGroup | null; indicator: Indicator; column: AnnexColumn };

/** One figure with its coverage; `group` null is the whole country. */
const FigureCell: FC<FigureProps> = ({ seen, group, indicator, column, language }) => {
  const members = group?.members ?? seen.owing;
  const figure = groupFigure(seen, members, indicator, columnsOf(seen.table, column.code));
  const unit = group ? `&unit=${group.id ?? 'others'}` : '';
  const path = [seen.table.code, indicator.code, column.code].map(encodeURIComponent).join('/');
  const words = figureWords(figure, indicator, language);
  const label = `${words}, ${indicator.name}, ${column.label}${group ? `, ${groupName(group, language)}` : ''}`;
  return (
    <td class="tk-n" {...as('cell')} data-l={column.label}>
      {figure.rolled.units.length > 0 ? (
        <a
          class="govuk-link"
          aria-label={label}
          href={`/campaigns/${seen.campaign.slug}/figures/${path}?boundaries=${seen.boundaries.key}${unit}`}
        >
          {words}
        </a>
      ) : members.length === 1 ? (
        words === '–' ? (
          language === 'vi' ? (
            'chưa có'
          ) : (
            'not in'
          )
        ) : (
          words
        )
      ) : (
        '–'
      )}
      {members.length > 1 && <span class="tk-cover">{coverageWords(figure, language)}</span>}
    </td>
  );
};

/** Every indicator of the table over everyone who owes it. */
export const NationView: FC<Seen> = ({ seen, language }) => (
  <section aria-labelledby="ca-nuoc">
    <h2 class="govuk-heading-m" id="ca-nuoc">
      {language === 'vi' ? 'Toàn bộ' : 'All together'}
    </h2>
    <p class="tk-small">
      {language === 'vi'
        ? 'Dưới mỗi số: số đơn vị đã có số trên số đơn vị phải báo cáo. Tỷ lệ được tính lại từ tử số và mẫu số; số cuối kỳ không cộng qua các năm.'
        : 'Below each figure: bodies that have answered out of those that owe it. Ratios are recomputed from their parts; levels are not added over years.'}
    </p>
    <section
      class="tk-scroll"
      tabindex={0}
      aria-label={language === 'vi' ? 'Bảng số liệu toàn bộ' : 'All together, table'}
    >
      <table class="tk-figures" {...as('table')}>
        <Heads seen={seen} language={language} first={language === 'vi' ? 'Chỉ tiêu' : 'Indicator'} />
        <tbody {...as('rowgroup')}>
          {seen.table.indicators.map((indicator) => (
            <tr {...as('row')}>
              <th scope="row" {...as('rowheader')}>
                <span class={indicator.within ? 'tk-ind tk-ind--sub' : 'tk-ind'}>
                  <span class="tk-code">{indicator.code}</span>
                  <span>
                    {indicator.name} <span class="tk-unit">({indicator.unitOfMeasure})</span>
                  </span>
                </span>
              </th>
              {shownColumns(seen, language).map((column) => (
                <FigureCell {...{ seen, indicator, column, language }} group={null} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </section>
);

/** One indicator by province, in the boundaries chosen. */
export const ProvincesView: FC<Seen & { indicator: Indicator }> = ({ seen, indicator, language }) => {
  const vi = language === 'vi';
  return (
    <section class="tk-section tk-rule" aria-labelledby="theo-tinh">
      <h2 class="govuk-heading-m" id="theo-tinh">
        {vi ? 'Theo tỉnh, thành phố' : 'By province'}: {indicator.name}
      </h2>
      <form method="get" action={`/campaigns/${seen.campaign.slug}/figures#theo-tinh`} class="tk-pick">
        <input type="hidden" name="table" value={seen.table.code} />
        <SelectField
          name="indicator"
          label={vi ? 'Chỉ tiêu' : 'Indicator'}
          value={indicator.code}
          options={seen.table.indicators.map((i) => ({ value: i.code, label: `${i.code}. ${i.name}` }))}
        />
        <SelectField
          name="boundaries"
          label={vi ? 'Địa giới' : 'Boundaries'}
          value={seen.boundaries.key}
          options={seen.sets.map(({ key, day }) => ({
            value: key,
            label: vi
              ? `${key} tỉnh, thành phố (ngày ${formatDate(day)})`
              : `${key} provinces (on ${formatDate(day)})`,
          }))}
        />
        <Button secondary>{vi ? 'Xem' : 'Show'}</Button>
      </form>
      <section
        class="tk-scroll"
        tabindex={0}
        aria-label={vi ? 'Bảng số liệu theo tỉnh' : 'Figures by province, table'}
      >
        <table class="tk-figures" {...as('table')}>
          <Heads seen={seen} language={language} first={vi ? 'Tỉnh, thành phố' : 'Province'} />
          <tbody {...as('rowgroup')}>
            <tr class="tk-all" {...as('row')}>
              <th scope="row" {...as('rowheader')}>
                {vi ? 'Toàn bộ' : 'All together'}
              </th>
              {shownColumns(seen, language).map((column) => (
                <FigureCell {...{ seen, indicator, column, language }} group={null} />
              ))}
            </tr>
            {seen.groups.map((group) => (
              <tr {...as('row')}>
                <th scope="row" {...as('rowheader')}>
                  {groupName(group, language)}
                </th>
                {shownColumns(seen, language).map((column) => (
                  <FigureCell {...{ seen, indicator, column, language, group }} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
};
