// Who an amendment touches, old and new side by side.
import type { FC } from 'hono/jsx';
import type { Touched } from '#src/campaigns/amendments.ts';
import type { Language } from '#src/kernel/language.ts';

export const Difference: FC<{ touched: readonly Touched[]; caption: string; language: Language }> = ({
  touched,
  caption,
  language,
}) => {
  const vi = language === 'vi';
  const heads = vi ? ['Đơn vị', 'Trước', 'Sau'] : ['Unit', 'Before', 'After'];
  return (
    <table class="govuk-table tk-table tk-stack">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead class="govuk-table__head">
        <tr>
          {heads.map((head) => (
            <th scope="col" class="govuk-table__header">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {touched.map((t) => (
          <tr>
            <th scope="row" class="govuk-table__cell">
              {t.unitName}
            </th>
            <td class="govuk-table__cell" data-l={heads[1]}>
              {t.was[language]}
            </td>
            <td class="govuk-table__cell" data-l={heads[2]}>
              {t.becomes[language]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
