// Acts as people recorded them, those that were withdrawn, and what else names the units that an act founded.
import { sql } from 'kysely';
import type { Db } from '#src/platform/database/connect.ts';
import type { Json } from '#src/platform/database/json.ts';
import type { RecordedAct, Undoing } from '../rules/withdrawing.ts';
import type { UnitEvent } from '../rules.ts';

/** An act with who recorded it and when, and, when it was withdrawn, by whom, when and why. */
export type ActRow = RecordedAct & {
  at: Date;
  by: string;
  withdrawn: { reason: string; at: Date; by: string } | null;
};

type Found = Omit<ActRow, 'withdrawn'> & {
  reason: string | null;
  withdrawnAt: Date | null;
  withdrawnBy: string;
};

/** Acts of people, the latest first; one by its id, or at most `limit`. */
export async function recordedActs(db: Db, only: { id?: string; limit?: number } = {}): Promise<ActRow[]> {
  const { rows } = await sql<Found>`
    with acts as (
      select act_id as id, min(recorded_at) as at, min(recorded_by::text) as by from unit_events
      where act_id is not null and ${only.id ? sql`act_id = ${only.id}::uuid` : sql`true`}
      group by act_id order by min(recorded_at) desc, act_id desc limit ${only.limit ?? 1}
    )
    select a.*, w.reason, w.withdrawn_at as "withdrawnAt", w.withdrawn_by as "withdrawnBy",
      (select jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'onDate', e.on_date,
          'legalBasis', e.legal_basis, 'shareBasis', e.share_basis,
          'members', (select jsonb_agg(jsonb_build_object('unitId', m.unit_id, 'role', m.role,
            'partial', m.partial, 'share', m.share) order by m.role, m.unit_id)
            from unit_event_members m where m.event_id = e.id)) order by e.on_date, e.id)
        from unit_events e where e.act_id = a.id) as events,
      coalesce((select jsonb_agg(jsonb_build_object('unitId', c.unit_id, 'scheme', c.scheme, 'code', c.code,
          'validFrom', c.valid_from, 'validTo', c.valid_to)) from unit_codes c where c.act_id = a.id), '[]') as codes
    from acts a left join unit_withdrawals w on w.act_id = a.id order by a.at desc, a.id desc
  `.execute(db);
  return rows.map(({ reason, withdrawnAt, withdrawnBy, ...act }) => ({
    ...act,
    events: act.events as UnitEvent[],
    withdrawn: reason && withdrawnAt ? { reason, at: withdrawnAt, by: withdrawnBy } : null,
  }));
}

/** The names of units that withdrawn acts had founded, by id: no other table says them any more. */
export async function namesOfWithdrawn(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('units')
    .select(['id', 'full_name'])
    .where('withdrawn_at', 'is not', null)
    .execute();
  return new Map(rows.map((r) => [r.id, r.full_name]));
}

/** Takes out, by its key, every row of a table that the act began. */
async function takeOut(
  trx: Db,
  table: 'unit_names' | 'unit_parents',
  rows: readonly { unitId: string; validFrom: string | null }[],
): Promise<void> {
  await sql`delete from ${sql.table(table)} t using jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
    as r ("unitId" uuid, "validFrom" date)
    where t.unit_id = r."unitId" and t.valid_from is not distinct from r."validFrom"`.execute(trx);
}

async function reopen(
  trx: Db,
  table: 'unit_names' | 'unit_parents',
  rows: readonly { unitId: string; validFrom: string | null; validTo: string | null }[],
): Promise<void> {
  await sql`update ${sql.table(table)} t set valid_to = r."validTo"
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
    as r ("unitId" uuid, "validFrom" date, "validTo" date)
    where t.unit_id = r."unitId" and t.valid_from is not distinct from r."validFrom"`.execute(trx);
}

async function undoCodes(trx: Db, { codes, reopened }: Undoing): Promise<void> {
  const key = sql`t.scheme = r.scheme and t.code = r.code and t.valid_from is not distinct from r."validFrom"`;
  await sql`delete from unit_codes t using jsonb_to_recordset(${JSON.stringify(codes)}::text::jsonb)
    as r (scheme text, code text, "validFrom" date) where ${key}`.execute(trx);
  await sql`update unit_codes t set valid_to = r."validTo"
    from jsonb_to_recordset(${JSON.stringify(reopened.codes)}::text::jsonb)
    as r (scheme text, code text, "validFrom" date, "validTo" date) where ${key}`.execute(trx);
}

/** Afterwards the act no longer counts and the tables say what is left; its events and all it had begun stay on record. */
export async function writeWithdrawal(
  trx: Db,
  act: { id: string; reason: string; undoing: Undoing },
  by: { id: string; at: Date },
): Promise<void> {
  const { undoing } = act;
  await trx
    .insertInto('unit_withdrawals')
    .values({
      act_id: act.id,
      reason: act.reason,
      undone: undoing as unknown as Json,
      withdrawn_at: by.at,
      withdrawn_by: by.id,
    })
    .execute();
  await takeOut(trx, 'unit_names', undoing.names);
  await takeOut(trx, 'unit_parents', undoing.parents);
  await reopen(trx, 'unit_names', undoing.reopened.names);
  await reopen(trx, 'unit_parents', undoing.reopened.parents);
  await undoCodes(trx, undoing);
  for (const unit of undoing.reopened.units)
    await trx
      .updateTable('units')
      .set({ abolished_on: unit.abolishedOn })
      .where('id', '=', unit.id)
      .execute();
  const gone = undoing.units.map((u) => u.id);
  if (gone.length > 0)
    await trx.updateTable('units').set({ withdrawn_at: by.at }).where('id', 'in', gone).execute();
}
