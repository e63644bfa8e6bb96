// A table's totals for the whole country, and one indicator by province; every figure leads to the reports it sums.
import type { FC } from 'hono/jsx';
import { formatDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import type { AnnexColumn, Indicator } from '#src/templates/rules.ts';
import { Button, SelectField } from '#src/web/ui.tsx';
import { type FigureGroup, groupName } from '../boundaries.ts';
import { as } from '../grid-row.tsx';
import { columnsOf, type FiguresSeen, figureOf, figuresByGroup, type GroupFigure } from '../reading.ts';
import { totalColumn } from '../rules/rollup.ts';
import { formatFigure, reasonWords } from '../rules.ts';

type Seen = { seen: FiguresSeen; language: Language };

/** The columns of the table and, when it has one, the total. */
export function shownColumns(seen: FiguresSeen, language: Language): AnnexColumn[] {
  const total = { code: totalColumn, label: language === 'vi' ? 'Cộng' : 'Total' };
  return seen.table.total ? [...seen.table.columns, total] : seen.table.columns;
}

/** What the marks beside figures mean. */
const markWords: Record<'estimate' | 'not-additive' | 'unplaced', Words> = {
  estimate: {
    vi: 'Ước tính: địa bàn đã chia tách, số liệu được chia theo tỷ lệ đã ghi cùng sự kiện; tổng vẫn giữ nguyên.',
    en: 'Estimate: the territory was split and its figure shared out as recorded with the event; totals stay the same.',
  },
  'not-additive': {
    vi: 'Không cộng được: chỉ tiêu không có tổng khi gộp nhiều đơn vị hoặc nhiều năm.',
    en: 'Not added: this indicator has no total over several bodies or years.',
  },
  unplaced: {
    vi: 'Chưa xếp được: chưa có tỷ lệ chia hoặc chưa rõ đơn vị kế thừa, nên số liệu giữ nguyên ở đơn vị đã báo cáo.',
    en: 'Not placed: no shares were declared or no successor is known, so figures stay whole with those who reported.',
  },
};

/** What stands in a figure's place: the figure, the reason that a single body gave, or why there is none. */
export function figureWords(
  { rolled, reason, quality }: GroupFigure,
  indicator: Indicator,
  language: Language,
): string {
  if (rolled.value !== null) return formatFigure(rolled.value, indicator.type);
  if (reason) return reasonWords[reason][language];
  if (quality === 'not-additive' && rolled.numbers > 0)
    return language === 'vi' ? 'không cộng được' : 'not added';
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

type FigureProps = Seen & {
  figure: GroupFigure;
  group: FigureGroup | null;
  indicator: Indicator;
  column: AnnexColumn;
};

/** One figure with its coverage and, when it was shared out, its mark; `group` null is the whole country. */
const FigureCell: FC<FigureProps> = ({ seen, figure, group, indicator, column, language }) => {
  const vi = language === 'vi';
  const unit = group ? `&unit=${group.key}` : '';
  const path = [seen.table.code, indicator.code, column.code].map(encodeURIComponent).join('/');
  const words = figureWords(figure, indicator, language);
  const label = `${words}, ${indicator.name}, ${column.label}${group ? `, ${groupName(group, language)}` : ''}`;
  const bare = figure.of === 1 && words === '–' ? (vi ? 'chưa có' : 'not in') : words;
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
      ) : (
        bare
      )}
      {figure.quality === 'estimate' && <span class="tk-mark">{vi ? 'ước tính' : 'estimate'}</span>}
      {figure.of > 1 && <span class="tk-cover">{coverageWords(figure, language)}</span>}
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
                <FigureCell
                  {...{ seen, indicator, column, language }}
                  figure={figureOf(seen, seen.owing, indicator, columnsOf(seen.table, column.code))}
                  group={null}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </section>
);

/** Only the marks that stand in the table are explained. */
const Marks: FC<Seen & { figures: readonly GroupFigure[] }> = ({ seen, figures, language }) => {
  const has = (quality: GroupFigure['quality']) =>
    figures.some((f) => f.quality === quality && f.rolled.numbers > 0);
  const marks = [
    ...(has('estimate') ? [markWords.estimate] : []),
    ...(has('not-additive') ? [markWords['not-additive']] : []),
    ...(seen.groups.some((g) => g.key === 'unplaced') ? [markWords.unplaced] : []),
  ];
  if (marks.length === 0) return null;
  return (
    <ul class="tk-plain tk-small tk-marks">
      {marks.map((mark) => (
        <li>{mark[language]}</li>
      ))}
    </ul>
  );
};

/** One indicator by province, in the boundaries chosen. */
export const ProvincesView: FC<Seen & { indicator: Indicator }> = ({ seen, indicator, language }) => {
  const vi = language === 'vi';
  const columns = shownColumns(seen, language).map((column) => {
    const codes = columnsOf(seen.table, column.code);
    const nation = figureOf(seen, seen.owing, indicator, codes);
    return { column, nation, groups: figuresByGroup(seen, indicator, codes) };
  });
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
      <Marks
        {...{ seen, language }}
        figures={columns.flatMap(({ nation, groups }) => [nation, ...groups.values()])}
      />
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
              {columns.map(({ column, nation }) => (
                <FigureCell {...{ seen, indicator, column, language }} figure={nation} group={null} />
              ))}
            </tr>
            {seen.groups.map((group) => (
              <tr {...as('row')}>
                <th scope="row" {...as('rowheader')}>
                  {groupName(group, language)}
                </th>
                {columns.map(({ column, groups }) => (
                  <FigureCell
                    {...{ seen, indicator, column, language, group }}
                    figure={groups.get(group.key)!}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
};
