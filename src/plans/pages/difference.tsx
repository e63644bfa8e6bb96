// Who an amendment touches, old and new side by side; for the centre, whether each has been told and has read it.
import type { FC } from 'hono/jsx';
import type { Told } from '#src/campaigns/amendments.ts';
import type { Language, Words } from '#src/kernel/language.ts';

type Props = {
  touched: readonly Told[];
  caption: string;
  language: Language;
  /** What is known of each unit's notice, by unit. */
  notices?: ReadonlyMap<string, Words>;
};

export const Difference: FC<Props> = ({ touched, caption, language, notices }) => {
  const vi = language === 'vi';
  const heads = vi ? ['Đơn vị', 'Trước', 'Sau'] : ['Unit', 'Before', 'After'];
  if (notices) heads.push(vi ? 'Đã báo' : 'Told');
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
            {notices && (
              <td class="govuk-table__cell" data-l={heads[3]}>
                {notices.get(t.unitId)?.[language]}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
