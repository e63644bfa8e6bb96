// What outside the registry's own history names a unit: campaigns, accounts, groups. Whatever area a table is of.
import { sql } from 'kysely';
import type { Words } from '#src/kernel/language.ts';
import type { Db } from '#src/platform/database/connect.ts';

type Reference = { table: string; column: string; inCampaign: boolean };

/** Tables that are the registry's own; a contact stays with its unit. */
const ownHistory = [
  'units',
  'unit_names',
  'unit_aliases',
  'unit_parents',
  'unit_codes',
  'unit_event_members',
  'unit_contacts',
];

/** Every column of the database that refers to a unit, so that an area that comes later is not forgotten. */
async function references(db: Db): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    select c.conrelid::regclass::text as "table", a.attname as "column",
      exists (select 1 from pg_attribute k where k.attrelid = c.conrelid and k.attname = 'campaign_id') as "inCampaign"
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'units'::regclass
      and c.conrelid::regclass::text <> all(${ownHistory}::text[])
    order by 1, 2`.execute(db);
  return rows;
}

const tableWords: Record<string, Words> = {
  memberships: { vi: 'tài khoản của đơn vị', en: 'accounts of the unit' },
  plan_assignments: { vi: 'phân công trong một kế hoạch', en: 'an assignment of a plan' },
};

/** The campaigns that a table names these units in; null when it does, but not in a campaign. */
async function namedIn(db: Db, reference: Reference, ids: readonly string[]): Promise<(string | null)[]> {
  const { table, column, inCampaign } = reference;
  const campaign = inCampaign
    ? sql`(select c.name from campaigns c where c.id = t.campaign_id)`
    : sql`null::text`;
  const { rows } = await sql<{ campaign: string | null }>`
    select distinct ${campaign} as campaign from ${sql.table(table)} t
    where ${sql.ref(`t.${column}`)} = any(${[...ids]}::uuid[]) limit 5`.execute(db);
  return rows.map((r) => r.campaign);
}

/** Who names one of these units, in words: each campaign once, accounts, groups. Empty when nobody does. */
export async function mentionsOf(db: Db, ids: readonly string[]): Promise<Words[]> {
  if (ids.length === 0) return [];
  const found = new Map<string, Words>();
  const add = (words: Words) => found.set(words.vi, words);
  for (const reference of await references(db))
    for (const campaign of await namedIn(db, reference, ids))
      add(
        campaign === null
          ? (tableWords[reference.table] ?? { vi: reference.table, en: reference.table })
          : { vi: `đợt “${campaign}”`, en: `the campaign “${campaign}”` },
      );
  const groups = await db
    .selectFrom('unit_groups')
    .select('name')
    .where('ended_at', 'is', null)
    .where(
      sql<boolean>`exists (select 1 from unnest(${[...ids]}::text[]) id where rule::text like '%' || id || '%')`,
    )
    .execute();
  for (const { name } of groups) add({ vi: `nhóm “${name}”`, en: `the group “${name}”` });
  return [...found.values()];
}
