// A list of units with the way into each: its history, and the units under it.
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

/** One line per unit, in as many columns as fit; its name opens its history, its count the units under it. */
export const TreeList: FC<{ units: UnitOn[]; on: LocalDate; language: Language }> = ({
  units,
  on,
  language,
}) => {
  const t = (w: Words) => w[language];
  return (
    <ul class="tk-plain tk-unit-tree">
      {units.map((unit) => (
        <li>
          <UnitLink id={unit.id} on={on}>
            {unit.fullName}
          </UnitLink>
          {unit.children > 0 && (
            <a class="govuk-link tk-num" href={treeAddress({ on, under: unit.id })}>
              {formatNumber(unit.children)}
              <span class="govuk-visually-hidden">
                {t({ vi: ` đơn vị trực thuộc ${unit.fullName}`, en: ` units under ${unit.fullName}` })}
              </span>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
};
