// A place to visit that is nobody's name: choose the unit that is meant.
import type { FC } from 'hono/jsx';
import type { Language } from '#src/kernel/language.ts';
import type { UnmatchedPlace } from '#src/plans/rules/places.ts';

export const PlaceChoices: FC<{
  planId: string;
  places: readonly UnmatchedPlace[];
  language: Language;
}> = ({ planId, places, language }) => (
  <>
    {places
      .filter((p) => p.suggestions.length > 0)
      .map((p, i) => {
        const id = `noi${p.pointer.replaceAll('/', '-')}-${i}`;
        return (
          <form method="post" action={`/plans/${planId}/names`} class="tk-match">
            <input type="hidden" name="pointer" value={p.pointer} />
            <input type="hidden" name="name" value={p.name} />
            <label class="tk-small" for={id}>
              {language === 'vi' ? `“${p.name}” là` : `“${p.name}” means`}
            </label>
            <select class="govuk-select" id={id} name="unit">
              {p.suggestions.map((name) => (
                <option value={name}>{name}</option>
              ))}
            </select>
            <button type="submit" class="govuk-button govuk-button--secondary tk-button--s">
              {language === 'vi' ? 'Ghi đơn vị này' : 'Use this unit'}
            </button>
          </form>
        );
      })}
  </>
);
