// One figure taken apart: the reports that it sums, what each gave, and who has not answered yet.
import type { FC } from 'hono/jsx';
import type { Language } from '#src/kernel/language.ts';
import { notFound } from '#src/kernel/refusal.ts';
import { formatNumber } from '#src/kernel/vietnamese.ts';
import type { Indicator } from '#src/templates/rules.ts';
import { type FigureGroup, groupName } from '../boundaries.ts';
import { as } from '../grid-row.tsx';
import {
  type Contribution,
  columnsOf,
  contributions,
  type FiguresSeen,
  figureOf,
  figuresByGroup,
} from '../reading.ts';
import { formulaWords } from '../rules/sources.ts';
import { coverageWords, figureWords, shownColumns } from './totals.tsx';

type Props = {
  seen: FiguresSeen;
  indicator: Indicator;
  column: string;
  /** A province's id, "others" for those of no province, null for everyone. */
  unit: string | null;
  language: Language;
};

/** The figure as a headline, then each report with its part; not-found for an unknown column or province. */
export const OriginView: FC<Props> = ({ seen, indicator, column, unit, language }) => {
  const vi = language === 'vi';
  const columns = columnsOf(seen.table, column);
  const group = unit === null ? null : seen.groups.find((g) => g.key === unit);
  if (group === undefined) throw notFound();
  const members = group?.members ?? seen.owing;
  const figure = group
    ? figuresByGroup(seen, indicator, columns).get(group.key)!
    : figureOf(seen, members, indicator, columns);
  const all = contributions(seen, members, indicator, columns);
  const given = all.filter((one) => one.submissionId !== null);
  const missing = all.filter((one) => one.submissionId === null);
  const where = group ? groupName(group, language) : vi ? 'Toàn bộ' : 'All together';
  const columnLabel = shownColumns(seen, language).find((c) => c.code === column)?.label;
  return (
    <>
      <span class="govuk-caption-m govuk-!-margin-top-4">
        {where} · {columnLabel} · {coverageWords(figure, language)} {vi ? 'đơn vị' : 'bodies'}
      </span>
      <h1 class="govuk-heading-l">
        {indicator.name}: {figureWords(figure, indicator, language)}{' '}
        <span class="tk-unit">{indicator.unitOfMeasure}</span>
      </h1>
      <p class="govuk-body">{indicator.definition}</p>
      {indicator.formula && (
        <p class="tk-small">
          {vi ? 'Tự tính' : 'Computed'}: {formulaWords(indicator.formula)[language]}.{' '}
          {indicator.formula.kind === 'percent' &&
            (vi
              ? 'Tổng tính từ tổng tử số và tổng mẫu số, không lấy trung bình các tỷ lệ.'
              : 'The whole is computed from the sums of both parts, never as a mean of ratios.')}
        </p>
      )}
      {group && group.parts.size > 0 && <Parts group={group} language={language} />}
      <ReportsTable {...{ seen, indicator, given, language }} />
      {missing.length > 0 && (
        <section class="tk-section" aria-labelledby="chua-co">
          <h2 class="govuk-heading-s" id="chua-co">
            {vi
              ? `Chưa có báo cáo được chấp nhận: ${missing.length} đơn vị`
              : `No accepted report yet: ${missing.length}`}
          </h2>
          <p class="govuk-body-s">{missing.map((one) => one.member.unitName).join(', ')}.</p>
        </section>
      )}
    </>
  );
};

/** Which bodies count here in part only, how much, and by which declared rule. */
const Parts: FC<{ group: FigureGroup; language: Language }> = ({ group, language }) => {
  const vi = language === 'vi';
  const counted = group.members
    .filter((m) => group.parts.has(m.unitId))
    .map((m) => `${m.unitName} ${formatNumber(Math.round((group.parts.get(m.unitId) ?? 0) * 1000) / 10)}%`);
  return (
    <p class="govuk-inset-text">
      {vi ? 'Số ước tính. Chỉ tính một phần: ' : 'An estimate. Counted in part: '}
      {counted.join(', ')}
      {group.shareBasis && `${vi ? ', theo ' : ', by '}${group.shareBasis}`}.
    </p>
  );
};

type TableProps = { seen: FiguresSeen; indicator: Indicator; given: Contribution[]; language: Language };

const ReportsTable: FC<TableProps> = ({ seen, indicator, given, language }) => {
  const vi = language === 'vi';
  const { formula } = indicator;
  const inputs = formula?.kind === 'percent' ? [formula.part, formula.whole] : [];
  const input = (code: string) => seen.table.indicators.find((i) => i.code === code)!;
  if (given.length === 0)
    return (
      <p class="govuk-inset-text">
        {vi ? 'Chưa có báo cáo nào được chấp nhận.' : 'No report has been accepted yet.'}
      </p>
    );
  return (
    <table class="tk-figures" {...as('table')}>
      <thead {...as('rowgroup')}>
        <tr {...as('row')}>
          <th scope="col" {...as('columnheader')}>
            {vi ? 'Đơn vị' : 'Body'}
          </th>
          {[...inputs, indicator.code].map((code) => (
            <th scope="col" {...as('columnheader')} class="tk-n">
              {code}
            </th>
          ))}
          <th scope="col" {...as('columnheader')} class="tk-n">
            {vi ? 'Nguồn' : 'Source'}
          </th>
        </tr>
      </thead>
      <tbody {...as('rowgroup')}>
        {given.map((one) => (
          <tr {...as('row')}>
            <th scope="row" {...as('rowheader')}>
              {one.member.unitName}
            </th>
            {one.parts.map((part, i) => (
              <td class="tk-n" {...as('cell')} data-l={inputs[i]}>
                {part ? figureWords(part, input(inputs[i]!), language) : '–'}
              </td>
            ))}
            <td class="tk-n" {...as('cell')} data-l={indicator.code}>
              {figureWords(one.figure, indicator, language)}
            </td>
            <td class="tk-n" {...as('cell')}>
              <a
                class="govuk-link"
                href={`/submissions/${one.submissionId}`}
                aria-label={`${vi ? 'Báo cáo của' : 'Report of'} ${one.member.unitName}`}
              >
                {vi ? 'Báo cáo' : 'Report'}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
