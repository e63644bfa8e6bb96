// Search over all units of all times, without regard to diacritics.
import { sql } from 'kysely';
import type { LocalDate } from '#src/kernel/dates.ts';
import type { Db } from '#src/platform/database/connect.ts';
import { wordsOf } from './naming.ts';
import type { UnitKind } from './rules.ts';
import { livesOn } from './store.ts';

export type FoundUnit = {
  id: string;
  kind: UnitKind;
  /** The spelling that was found: a name of any time, or an alias. */
  found: string;
  foundedOn: LocalDate | null;
  abolishedOn: LocalDate | null;
  /** The units above it when it bore the name, nearest first. */
  above: string | null;
};

const largestFirst: UnitKind[] = [
  'nation',
  'province',
  'central-commission',
  'provincial-party-committee',
  'central-party-committee',
  'party-caucus',
  'civil-affairs-committee',
  'other-central',
  'ministry',
  'mass-organisation',
  'district',
  'commune',
];

const escaped = (word: string): string => word.replace(/[\\%_]/g, '\\$&');

/**
 * Units of all times whose name or alias has every word of `text` (or begins with it), without regard to diacritics.
 * Exact names first, then those that exist on the day, then the larger; at most `limit`.
 */
export async function searchUnits(
  db: Db,
  text: string,
  options: { on: LocalDate; limit?: number },
): Promise<FoundUnit[]> {
  const words = wordsOf(text.slice(0, 100)).slice(0, 12);
  if (words.length === 0) return [];
  const patterns = words.map((word) => `% ${escaped(word)}%`);
  const typed = text.trim().toLowerCase().normalize('NFC');
  const { rows } = await sql<FoundUnit>`
    with spellings as (
      select unit_id, full_name as found, folded, lower(name) as short, false as alias from unit_names
      where ' ' || folded like all(${patterns}::text[])
      union all
      select unit_id, alias, folded, lower(alias), true from unit_aliases
      where ' ' || folded like all(${patterns}::text[])
    ), best as (
      select distinct on (u.id) u.*, s.found,
        s.short = ${typed} or s.folded = ${words.join(' ')} as same,
        strpos(lower(s.found), ${typed}) > 0 as accented, ${livesOn(options.on)} as lives
      from spellings s join units u on u.id = s.unit_id
      order by u.id, s.alias, same desc, length(s.found)
    ), top as (
      select * from best order by same desc, accented desc, lives desc,
        array_position(${largestFirst}::text[], kind), length(found), found, id
      limit ${options.limit ?? 50}
    )
    select t.id, t.kind, t.found, t.founded_on as "foundedOn", t.abolished_on as "abolishedOn",
      concat_ws(', ', a.full_name, b.full_name) as above
    from top t
    left join lateral (
      select p.parent_id, n.full_name from unit_parents p join unit_names n on n.unit_id = p.parent_id
      join units k on k.id = p.parent_id and k.kind <> 'nation'
      where p.unit_id = t.id order by p.valid_from desc nulls last, n.valid_from desc nulls last limit 1
    ) a on true
    left join lateral (
      select n.full_name from unit_parents p join unit_names n on n.unit_id = p.parent_id
      join units k on k.id = p.parent_id and k.kind <> 'nation'
      where p.unit_id = a.parent_id order by p.valid_from desc nulls last, n.valid_from desc nulls last limit 1
    ) b on true
    order by t.same desc, t.accented desc, t.lives desc, array_position(${largestFirst}::text[], t.kind), length(t.found),
      t.found collate "vi-x-icu", t.id
  `.execute(db);
  return rows;
}
