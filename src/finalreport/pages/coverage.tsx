// Coverage as a table of regions and tasks: cited bodies over bodies with an accepted report, and who was never cited.
import type { FC } from 'hono/jsx';
import type { CoverageReading } from '#src/finalreport/reading.ts';
import type { CoverageCell, Coverage as CoverageTable } from '#src/finalreport/rules/coverage.ts';
import type { Language } from '#src/kernel/language.ts';

type Props = { slug: string; reading: CoverageReading; language: Language };

export const Coverage: FC<Props> = ({ slug, reading, language }) => {
  const { coverage, accepted, uncited } = reading;
  if (accepted === 0) return null;
  const vi = language === 'vi';
  const never = uncited.map((u) => u.unitName).join(', ');
  return (
    <section class="tk-cover" aria-labelledby="do-phu">
      <h2 class="govuk-heading-m tk-rule" id="do-phu">
        {vi ? 'Độ phủ: đơn vị đã dẫn trên đơn vị có báo cáo' : 'Coverage: units cited of units that reported'}
      </h2>
      {coverage.tasks.length > 0 && <Matrix coverage={coverage} language={language} />}
      <p class="tk-small govuk-!-margin-top-3">
        {coverage.tasks.length > 0 &&
          (vi ? 'Ô viền cam: chưa dẫn đơn vị nào. ' : 'Orange frame: no unit has been cited. ')}
        {uncited.length === 0
          ? vi
            ? 'Mọi đơn vị có báo cáo được chấp nhận đều đã được dẫn.'
            : 'Every unit with an accepted report is cited.'
          : (vi ? `Chưa được dẫn lần nào (${uncited.length}): ` : `Never cited (${uncited.length}): `) +
            `${never}.`}{' '}
        <a class="govuk-link" href={`/campaigns/${slug}/synthesis`}>
          {vi ? 'Mở theo từng đơn vị' : 'Open unit by unit'}
        </a>
      </p>
    </section>
  );
};

const Matrix: FC<{ coverage: CoverageTable; language: Language }> = ({ coverage, language }) => {
  const vi = language === 'vi';
  return (
    <section class="tk-scroll" tabindex={0} aria-label={vi ? 'Bảng độ phủ' : 'Coverage table'}>
      <table class="tk-matrix">
        <caption class="govuk-visually-hidden">
          {vi
            ? 'Số đơn vị đã được dẫn trên số đơn vị có báo cáo được chấp nhận, theo vùng và theo nhiệm vụ'
            : 'Units cited of units with an accepted report, by region and by task'}
        </caption>
        <thead>
          <tr>
            <th scope="col">{vi ? 'Nguồn' : 'Source'}</th>
            {coverage.tasks.map((t) => (
              <th scope="col">
                <abbr title={t.title}>{t.code}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {coverage.rows.map((row) => (
            <tr>
              <th scope="row">{row.name[language]}</th>
              {row.cells.map((cell) => (
                <Cell cell={cell} language={language} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Cell: FC<{ cell: CoverageCell; language: Language }> = ({ cell, language }) => {
  if (cell.share === null)
    return (
      <td class="tk-matrix__none">
        <span class="govuk-visually-hidden">{language === 'vi' ? 'chưa có báo cáo' : 'no report'}</span>
        <span aria-hidden="true">–</span>
      </td>
    );
  return (
    <td class={`m${cell.share}`}>
      {cell.cited}/{cell.reported}
    </td>
  );
};
