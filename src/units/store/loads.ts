// What was brought into the registry from packages and seed files, and when.
import { sql } from 'kysely';
import type { Db } from '#src/platform/database/connect.ts';
import { wordsOf } from '../naming.ts';
import type { Correction, Respelling } from '../rules/correcting.ts';
import type { UnitRecord } from '../rules.ts';

/** One writer of the registry at a time, until the transaction ends. */
export async function lockRegistry(trx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(8182, 3)`.execute(trx);
}

/** The fingerprint of the facts brought in last, or null. */
export async function latestLoad(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('unit_loads')
    .select('fingerprint')
    .orderBy('loaded_at', 'desc')
    .executeTakeFirst();
  return row?.fingerprint ?? null;
}

export async function insertLoad(
  trx: Db,
  fingerprint: string,
  counts: { added: number; corrected: number; kept: number },
): Promise<void> {
  const values = { fingerprint, loaded_at: sql<Date>`clock_timestamp()`, ...counts };
  await trx
    .insertInto('unit_loads')
    .values(values)
    .onConflict((oc) => oc.column('fingerprint').doUpdateSet(values))
    .execute();
}

/** Units in events that a person recorded and nobody withdrew, and those events. */
export async function actedUnits(
  db: Db,
): Promise<{ units: ReadonlySet<string>; events: ReadonlySet<string> }> {
  const rows = await db
    .selectFrom('unit_events')
    .innerJoin('unit_event_members', 'unit_event_members.event_id', 'unit_events.id')
    .leftJoin('unit_withdrawals', 'unit_withdrawals.act_id', 'unit_events.act_id')
    .where('unit_events.recorded_at', 'is not', null)
    .where('unit_withdrawals.act_id', 'is', null)
    .select(['unit_events.id', 'unit_event_members.unit_id'])
    .execute();
  return { units: new Set(rows.map((r) => r.unit_id)), events: new Set(rows.map((r) => r.id)) };
}

/** Afterwards the changed units have no names, aliases, parents or packaged codes, and stale packaged events are gone. */
export async function removeSeedRows(trx: Db, correction: Correction): Promise<void> {
  const { changed, staleEvents, insert } = correction;
  if (changed.length > 0) {
    const schemes = [...new Set(insert.codes.map((c) => c.scheme))];
    await trx.deleteFrom('unit_names').where('unit_id', 'in', changed).execute();
    await trx.deleteFrom('unit_aliases').where('unit_id', 'in', changed).execute();
    await trx.deleteFrom('unit_parents').where('unit_id', 'in', changed).execute();
    if (schemes.length > 0)
      await trx
        .deleteFrom('unit_codes')
        .where('unit_id', 'in', changed)
        .where('scheme', 'in', schemes)
        .execute();
  }
  if (staleEvents.length > 0) {
    await trx.deleteFrom('unit_event_members').where('event_id', 'in', staleEvents).execute();
    await trx.deleteFrom('unit_events').where('id', 'in', staleEvents).execute();
  }
}

export async function updateUnits(trx: Db, units: readonly UnitRecord[]): Promise<void> {
  for (const u of units)
    await trx
      .updateTable('units')
      .set({
        kind: u.kind,
        name: u.name,
        full_name: u.fullName,
        founded_on: u.foundedOn,
        abolished_on: u.abolishedOn,
        territory_id: u.territoryId,
      })
      .where('id', '=', u.id)
      .execute();
}

/** Mends the spelling of names that stay: `from` is what the row says now. */
export async function respell(trx: Db, names: readonly Respelling[]): Promise<void> {
  for (const { unitId, from, name, fullName } of names) {
    await trx
      .updateTable('unit_names')
      .set({ name, full_name: fullName })
      .where('unit_id', '=', unitId)
      .where('full_name', '=', from)
      .execute();
    await trx
      .updateTable('units')
      .set({ name, full_name: fullName })
      .where('id', '=', unitId)
      .where('full_name', '=', from)
      .execute();
  }
}

/** Afterwards every name and alias is folded for the search as names are folded now. */
export async function refold(trx: Db): Promise<void> {
  for (const [table, column] of [
    ['unit_names', 'full_name'],
    ['unit_aliases', 'alias'],
  ] as const) {
    const [name, text] = [sql.table(table), sql.ref(column)];
    const { rows } = await sql<{ text: string; folded: string }>`
      select distinct ${text} as text, folded from ${name}`.execute(trx);
    const stale = rows
      .map((row) => ({ text: row.text, folded: wordsOf(row.text).join(' '), was: row.folded }))
      .filter((row) => row.folded !== row.was);
    await sql`
      update ${name} t set folded = r.folded
      from jsonb_to_recordset(${JSON.stringify(stale)}::text::jsonb) as r (text text, folded text)
      where t.${text} = r.text`.execute(trx);
  }
}
