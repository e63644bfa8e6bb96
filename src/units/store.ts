// The registry's tables asked as of a day. (Search, history and whole-registry reads have files of their own.)
import { sql } from 'kysely';
import type { LocalDate } from '#src/kernel/dates.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { UnitKind } from './rules.ts';

/** A unit as it stood on a day. `children` counts those directly under it that day. */
export type UnitOn = {
  id: string;
  kind: UnitKind;
  name: string;
  fullName: string;
  parentId: string | null;
  parentName: string | null;
  children: number;
};

/** A span of a row that holds on the day; `on` is an ISO date. */
export const holds = (alias: string, on: LocalDate) =>
  sql<boolean>`(${sql.ref(`${alias}.valid_from`)} is null or ${sql.ref(`${alias}.valid_from`)} <= ${on}::date)
    and (${sql.ref(`${alias}.valid_to`)} is null or ${on}::date < ${sql.ref(`${alias}.valid_to`)})`;

/** True for the units `u` that exist on the day. */
export const livesOn = (on: LocalDate) =>
  sql<boolean>`u.withdrawn_at is null and (u.founded_on is null or u.founded_on <= ${on}::date)
    and (u.abolished_on is null or ${on}::date < u.abolished_on)`;

/** Units that exist on a day, in the order of a Vietnamese list; of some kinds, directly under one, or some by id. */
export async function unitsAsOf(
  db: Db,
  on: LocalDate,
  only: { kinds?: readonly UnitKind[]; under?: string; ids?: readonly string[] } = {},
): Promise<UnitOn[]> {
  const { rows } = await sql<UnitOn>`
    select u.id, u.kind, n.name, n.full_name as "fullName", p.parent_id as "parentId",
      pn.full_name as "parentName",
      (select count(*) from unit_parents c where c.parent_id = u.id and ${holds('c', on)}) as children
    from units u
    join unit_names n on n.unit_id = u.id and ${holds('n', on)}
    left join unit_parents p on p.unit_id = u.id and ${holds('p', on)}
    left join unit_names pn on pn.unit_id = p.parent_id and ${holds('pn', on)}
    where ${livesOn(on)}
      and ${only.kinds ? sql`u.kind = any(${[...only.kinds]}::text[])` : sql`true`}
      and ${only.under ? sql`p.parent_id = ${only.under}::uuid` : sql`true`}
      and ${only.ids ? sql`u.id = any(${[...only.ids]}::uuid[])` : sql`true`}
    order by n.name collate "vi-x-icu", n.full_name collate "vi-x-icu"
  `.execute(db);
  return rows;
}

/** How many units of each kind exist on a day. */
export async function countsOn(db: Db, on: LocalDate): Promise<Map<UnitKind, number>> {
  const { rows } = await sql<{ kind: UnitKind; count: number }>`
    select u.kind, count(*) as count from units u where ${livesOn(on)} group by u.kind
  `.execute(db);
  return new Map(rows.map((row) => [row.kind, row.count]));
}

/** The unit's name on a day, or the one nearest to it when it did not exist then; by id. */
export async function unitNames(
  db: Db,
  ids: readonly string[],
  on: LocalDate,
): Promise<Map<string, { name: string; fullName: string }>> {
  const { rows } = await sql<{ id: string; name: string; fullName: string }>`
    select distinct on (n.unit_id) n.unit_id as id, n.name, n.full_name as "fullName"
    from unit_names n
    where n.unit_id = any(${[...ids]}::uuid[])
    order by n.unit_id, (${holds('n', on)}) desc,
      (n.valid_from is null or n.valid_from <= ${on}::date) desc, n.valid_from desc nulls last
  `.execute(db);
  return new Map(rows.map(({ id, ...names }) => [id, names]));
}

/** From the nearest parent to the root on a day; for a unit gone by then, on the last day it existed. */
export async function pathOn(
  db: Db,
  id: string,
  on: LocalDate,
): Promise<{ id: string; fullName: string; kind: UnitKind }[]> {
  const { rows } = await sql<{ id: string; fullName: string; kind: UnitKind }>`
    with recursive day as (
      select case when u.abolished_on <= ${on}::date then u.abolished_on - 1
        when u.founded_on > ${on}::date then u.founded_on else ${on}::date end as on_day
      from units u where u.id = ${id}::uuid
    ), path as (
      select p.parent_id, 1 as step from unit_parents p, day
      where p.unit_id = ${id}::uuid and (p.valid_from is null or p.valid_from <= on_day)
        and (p.valid_to is null or on_day < p.valid_to)
      union all
      select p.parent_id, path.step + 1 from path join unit_parents p on p.unit_id = path.parent_id, day
      where (p.valid_from is null or p.valid_from <= on_day) and (p.valid_to is null or on_day < p.valid_to)
    )
    select path.parent_id as id, n.full_name as "fullName", k.kind
    from path join units k on k.id = path.parent_id, day, unit_names n
    where n.unit_id = path.parent_id and (n.valid_from is null or n.valid_from <= on_day)
      and (n.valid_to is null or on_day < n.valid_to)
    order by path.step
  `.execute(db);
  return rows;
}

/** The unit that bears a code on a day, or null: one code means different units at different times. */
export async function unitByCode(
  db: Db,
  scheme: string,
  code: string,
  on: LocalDate,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select c.unit_id as id from unit_codes c
    where c.scheme = ${scheme} and c.code = ${code} and ${holds('c', on)}
  `.execute(db);
  return rows[0]?.id ?? null;
}

/**
 * The Party committee of a territory (or, with `territory`, the territory itself), by the territory's id; its name is
 * the one nearest to the day. Null when there is none.
 */
export async function unitByTerritory(
  db: Db,
  territoryId: string,
  territory: boolean,
  on: LocalDate,
): Promise<{ id: string; fullName: string } | null> {
  const { rows } = await sql<{ id: string }>`
    select id from units where ${territory ? sql`id` : sql`territory_id`} = ${territoryId}::uuid
      and withdrawn_at is null limit 1
  `.execute(db);
  const id = rows[0]?.id;
  const name = id ? (await unitNames(db, [id], on)).get(id) : undefined;
  return id && name ? { id, fullName: name.fullName } : null;
}
