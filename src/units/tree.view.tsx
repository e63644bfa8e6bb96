// A table of units with the way into each: its history, and the units under it.
import type { FC } from 'hono/jsx';
import type { LocalDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { formatNumber } from '#src/kernel/vietnamese.ts';
import type { UnitOn } from './store.ts';

/** The address of the tree at a day, of a search, or of the units under one. */
export function treeAddress(query: { on: LocalDate; q?: string; under?: string | null }): string {
  const search = new URLSearchParams({ on: query.on });
  if (query.q) search.set('q', query.q);
  else if (query.under) search.set('under', query.under);
  return `/units?${search}`;
}

/** A unit's name, leading to its history as seen from the day. */
export const UnitLink: FC<{ id: string; on: LocalDate; children: string }> = ({ id, on, children }) => (
  <a class="govuk-link" href={`/units/${id}?on=${on}`}>
    {children}
  </a>
);

/** One row per unit; its name opens its history, its count the units under it. */
export const TreeTable: FC<{ units: UnitOn[]; on: LocalDate; language: Language }> = ({
  units,
  on,
  language,
}) => {
  const t = (w: Words) => w[language];
  const inside = t({ vi: 'Trực thuộc', en: 'Under it' });
  const deep = units.some((u) => u.children > 0);
  return (
    <table class="govuk-table tk-table tk-unit-table">
      <thead class="govuk-table__head">
        <tr>
          <th scope="col" class="govuk-table__header">
            {t({ vi: 'Tên', en: 'Name' })}
          </th>
          {deep && (
            <th scope="col" class="govuk-table__header govuk-table__header--numeric">
              {inside}
            </th>
          )}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {units.map((unit) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              <UnitLink id={unit.id} on={on}>
                {unit.fullName}
              </UnitLink>
            </th>
            {deep && (
              <td class="govuk-table__cell govuk-table__cell--numeric tk-num">
                {unit.children > 0 ? (
                  <a class="govuk-link" href={treeAddress({ on, under: unit.id })}>
                    {formatNumber(unit.children)}
                    <span class="govuk-visually-hidden"> {unit.fullName}</span>
                  </a>
                ) : (
                  '–'
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
