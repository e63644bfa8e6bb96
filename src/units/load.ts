// Fills an empty registry from the packages and the seed files, in one transaction and a few statements.
import { sql } from 'kysely';
import { type Db, transaction } from '#src/platform/database/connect.ts';
import { wordsOf } from './naming.ts';
import type { RegistryRecords } from './rules.ts';
import { registryRecords } from './sources/registry.ts';

export type LoadResult = { loaded: boolean; units: number };

/** One insert per table: the rows travel as one JSON text and are taken apart in the database. */
async function insertRows(db: Db, table: string, columns: string, rows: readonly object[]): Promise<void> {
  const names = columns.split(', ').map((column) => column.split(' ')[0]!);
  const list = sql.join(names.map((name) => sql.ref(name)));
  await sql`
    insert into ${sql.table(table)} (${list})
    select ${list} from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r (${sql.raw(columns)})
  `.execute(db);
}

async function insertAll(db: Db, records: RegistryRecords): Promise<void> {
  const span = (row: { validFrom: string | null; validTo: string | null }) => ({
    valid_from: row.validFrom,
    valid_to: row.validTo,
  });
  await insertRows(
    db,
    'units',
    'id uuid, kind text, name text, full_name text, founded_on date, abolished_on date, territory_id uuid',
    records.units.map((u) => ({
      id: u.id,
      kind: u.kind,
      name: u.name,
      full_name: u.fullName,
      founded_on: u.foundedOn,
      abolished_on: u.abolishedOn,
      territory_id: u.territoryId,
    })),
  );
  await insertRows(
    db,
    'unit_names',
    'unit_id uuid, name text, full_name text, folded text, valid_from date, valid_to date',
    records.names.map((n) => ({
      unit_id: n.unitId,
      name: n.name,
      full_name: n.fullName,
      folded: wordsOf(n.fullName).join(' '),
      ...span(n),
    })),
  );
  await insertRows(
    db,
    'unit_aliases',
    'unit_id uuid, alias text, folded text',
    records.aliases.map((a) => ({ unit_id: a.unitId, alias: a.alias, folded: wordsOf(a.alias).join(' ') })),
  );
  await insertRows(
    db,
    'unit_parents',
    'unit_id uuid, parent_id uuid, valid_from date, valid_to date',
    records.parents.map((p) => ({ unit_id: p.unitId, parent_id: p.parentId, ...span(p) })),
  );
  await insertRows(
    db,
    'unit_codes',
    'unit_id uuid, scheme text, code text, valid_from date, valid_to date',
    records.codes.map((c) => ({ unit_id: c.unitId, scheme: c.scheme, code: c.code, ...span(c) })),
  );
  await insertEvents(db, records);
}

async function insertEvents(db: Db, records: RegistryRecords): Promise<void> {
  await insertRows(
    db,
    'unit_events',
    'id uuid, kind text, on_date date, legal_basis text',
    records.events.map((e) => ({ id: e.id, kind: e.kind, on_date: e.onDate, legal_basis: e.legalBasis })),
  );
  await insertRows(
    db,
    'unit_event_members',
    'event_id uuid, unit_id uuid, role text, partial boolean',
    records.events.flatMap((e) =>
      e.members.map((m) => ({ event_id: e.id, unit_id: m.unitId, role: m.role, partial: m.partial })),
    ),
  );
}

/**
 * Afterwards the registry holds the packaged units. A registry with any unit in it is left as it is.
 * Two processes may call it at once: the second waits and finds the work done.
 */
export async function loadUnits(db: Db): Promise<LoadResult> {
  return transaction(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(8182, 3)`.execute(trx);
    const { rows } = await sql<{ units: number }>`select count(*)::int as units from units`.execute(trx);
    const units = rows[0]?.units ?? 0;
    if (units > 0) return { loaded: false, units };
    const records = registryRecords();
    await insertAll(trx, records);
    for (const table of ['units', 'unit_names', 'unit_parents', 'unit_event_members'])
      await sql`analyze ${sql.table(table)}`.execute(trx);
    return { loaded: true, units: records.units.length };
  });
}
