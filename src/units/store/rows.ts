// Writes rows of the registry, many at once.
import { sql } from 'kysely';
import type { Db } from '#src/platform/database/connect.ts';
import { wordsOf } from '../naming.ts';
import type { RegistryRecords } from '../rules.ts';

/** Who recorded it, when, and in which act: one form or one file. */
export type Recorder = { id: string; at: Date; actId: string };

/** One insert per table: the rows travel as one JSON text and are taken apart in the database. */
async function insertRows(db: Db, table: string, columns: string, rows: readonly object[]): Promise<void> {
  const names = columns.split(', ').map((column) => column.split(' ')[0]!);
  const list = sql.join(names.map((name) => sql.ref(name)));
  await sql`
    insert into ${sql.table(table)} (${list})
    select ${list} from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r (${sql.raw(columns)})
  `.execute(db);
}

/** Adds rows to the registry's tables, in a few statements. `by` is null for packages and seed files. */
export async function insertRecords(
  db: Db,
  records: RegistryRecords,
  by: Recorder | null = null,
): Promise<void> {
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
    'unit_id uuid, scheme text, code text, valid_from date, valid_to date, act_id uuid',
    records.codes.map((c) => ({
      ...{ unit_id: c.unitId, scheme: c.scheme, code: c.code, act_id: by?.actId ?? null },
      ...span(c),
    })),
  );
  await insertEvents(db, records, by);
}

/** Adds events with their members. */
export async function insertEvents(
  db: Db,
  records: Pick<RegistryRecords, 'events'>,
  by: Recorder | null,
): Promise<void> {
  await insertRows(
    db,
    'unit_events',
    'id uuid, kind text, on_date date, legal_basis text, share_basis text, recorded_at timestamptz, recorded_by uuid, act_id uuid',
    records.events.map((e) => ({
      id: e.id,
      kind: e.kind,
      on_date: e.onDate,
      legal_basis: e.legalBasis,
      share_basis: e.shareBasis,
      recorded_at: by?.at ?? null,
      recorded_by: by?.id ?? null,
      act_id: by?.actId ?? null,
    })),
  );
  await insertRows(
    db,
    'unit_event_members',
    'event_id uuid, unit_id uuid, role text, partial boolean, share numeric',
    records.events.flatMap((e) =>
      e.members.map((m) => ({
        event_id: e.id,
        unit_id: m.unitId,
        role: m.role,
        partial: m.partial,
        share: m.share,
      })),
    ),
  );
}
