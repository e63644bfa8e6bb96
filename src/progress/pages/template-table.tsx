// How many reports are in, accepted, at risk and overdue, template by template: on the board and on its printed sheet.
import type { FC } from 'hono/jsx';
import type { Language, Words } from '#src/kernel/language.ts';
import { type BoardItem, byTemplate } from '../board.ts';

type TemplateProps = { slug: string; items: readonly BoardItem[]; heading: 'h2' | 'h3'; language: Language };

export const TemplateTable: FC<TemplateProps> = ({ slug, items, heading: Heading, language }) => {
  const t = (w: Words) => w[language];
  const heads = [
    { vi: 'Đã về', en: 'In' },
    { vi: 'Chấp nhận', en: 'Accepted' },
    { vi: 'Nguy cơ', en: 'At risk' },
    { vi: 'Quá hạn', en: 'Overdue' },
  ];
  return (
    <>
      <Heading class="govuk-heading-s govuk-!-margin-top-6">
        {t({ vi: 'Theo mẫu báo cáo', en: 'By template' })}
      </Heading>
      <table class="govuk-table tk-table govuk-!-margin-bottom-0">
        <caption class="govuk-visually-hidden">
          {t({ vi: 'Số báo cáo theo mẫu', en: 'Reports by template' })}
        </caption>
        <thead class="govuk-table__head">
          <tr>
            <th scope="col" class="govuk-table__header">
              {t({ vi: 'Mẫu', en: 'Template' })}
            </th>
            {heads.map((head) => (
              <th scope="col" class="govuk-table__header govuk-table__header--numeric">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {byTemplate(items).map((line) => (
            <tr>
              <th scope="row" class="govuk-table__cell">
                <a class="govuk-link" href={`/campaigns/${slug}/reports?template=${line.code}`}>
                  {line.code}
                </a>
              </th>
              {[
                `${line.in}/${line.base}`,
                line.counts.accepted,
                line.counts['at-risk'],
                line.counts.overdue,
              ].map((figure) => (
                <td class="govuk-table__cell govuk-table__cell--numeric">{figure}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};
