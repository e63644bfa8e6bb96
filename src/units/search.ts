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
  'local-body',
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

/** A unit that bears or bore a code, with the days of that: one code means different units at different times. */
export type FoundCode = {
  id: string;
  kind: UnitKind;
  scheme: string;
  code: string;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
  /** Its name while it bore the code. */
  fullName: string;
};

/** Every bearer of exactly this code, in any scheme, at any time, oldest first; at most 20. */
export async function searchCodes(db: Db, text: string): Promise<FoundCode[]> {
  const typed = text.trim();
  if (!/^[\p{L}\d][\p{L}\d.\-/]{0,39}$/u.test(typed)) return [];
  const { rows } = await sql<FoundCode>`
    select u.id, u.kind, c.scheme, c.code, c.valid_from as "validFrom", c.valid_to as "validTo",
      coalesce((select n.full_name from unit_names n where n.unit_id = u.id
        and (n.valid_from is null or c.valid_to is null or n.valid_from < c.valid_to)
        order by n.valid_from desc nulls last limit 1), u.full_name) as "fullName"
    from unit_codes c join units u on u.id = c.unit_id
    where c.code in (${typed}, ${typed.toUpperCase()})
    order by c.scheme, c.valid_from nulls first limit 20
  `.execute(db);
  return rows;
}
