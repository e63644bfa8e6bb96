// The whole registry in memory, read from the database once and again only when it has grown.
import { sql } from 'kysely';
import type { Db } from '#src/platform/database/connect.ts';
import { buildNameIndex, type NameIndex } from './matching.ts';
import { indexRegistry, type RegistryRecords } from './rules.ts';

/** Every row of the registry that counts, in the shapes of the rules: acts that were withdrawn are left out. */
export async function readRegistryRecords(db: Db): Promise<RegistryRecords> {
  const rows = async <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
    (await query.execute(db)).rows;
  const span = sql.raw('valid_from as "validFrom", valid_to as "validTo"');
  return {
    units: await rows(sql<RegistryRecords['units'][number]>`
      select id, kind, name, full_name as "fullName", founded_on as "foundedOn", abolished_on as "abolishedOn",
        territory_id as "territoryId" from units where withdrawn_at is null order by id`),
    names: await rows(sql<RegistryRecords['names'][number]>`
      select unit_id as "unitId", name, full_name as "fullName", ${span}
      from unit_names order by unit_id, valid_from nulls first`),
    aliases: await rows(sql<RegistryRecords['aliases'][number]>`
      select unit_id as "unitId", alias from unit_aliases order by unit_id, alias`),
    parents: await rows(sql<RegistryRecords['parents'][number]>`
      select unit_id as "unitId", parent_id as "parentId", ${span}
      from unit_parents order by unit_id, valid_from nulls first`),
    codes: await rows(sql<RegistryRecords['codes'][number]>`
      select unit_id as "unitId", scheme, code, ${span} from unit_codes order by unit_id, scheme, valid_from`),
    events: await rows(sql<RegistryRecords['events'][number]>`
      select e.id, e.kind, e.on_date as "onDate", e.legal_basis as "legalBasis",
        e.share_basis as "shareBasis",
        jsonb_agg(jsonb_build_object('unitId', m.unit_id, 'role', m.role, 'partial', m.partial, 'share', m.share)
          order by m.role, m.unit_id) as members
      from unit_events e join unit_event_members m on m.event_id = e.id
      where not exists (select 1 from unit_withdrawals w where w.act_id = e.act_id) group by e.id order by e.on_date, e.id`),
  };
}

const held = new WeakMap<object, { stamp: string; index: NameIndex }>();
/** Rows are only ever added or closed by an event, or taken out by a withdrawal, so the counts tell when something changed. */
async function stampOf(db: Db): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select concat_ws(' ', (select count(*) from units), (select count(*) from unit_names),
      (select count(*) from unit_aliases), (select count(*) from unit_parents), (select count(*) from unit_codes),
      (select count(*) from unit_events), (select count(*) from unit_withdrawals), (select max(loaded_at) from unit_loads)) as stamp`.execute(
    db,
  );
  return rows[0]?.stamp ?? '';
}

/** The names of all units of all times, ready to match; kept per pool until the registry grows. */
export async function nameIndexOf(db: Db): Promise<NameIndex> {
  const key = db.getExecutor().adapter;
  const stamp = await stampOf(db);
  const known = held.get(key);
  if (known?.stamp === stamp) return known.index;
  const index = buildNameIndex(indexRegistry(await readRegistryRecords(db)));
  held.set(key, { stamp, index });
  return index;
}
