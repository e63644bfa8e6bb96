// Everything that happened to one unit, from the registry's tables.
import { sql } from 'kysely';
import type { LocalDate } from '#src/kernel/dates.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { UnitEventKind, UnitKind } from './rules.ts';

export type HistorySpan = { validFrom: LocalDate | null; validTo: LocalDate | null };
export type HistoryMember = {
  id: string;
  fullName: string;
  kind: UnitKind;
  role: 'from' | 'to';
  partial: boolean;
  /** The declared part of the giver's figures that it gave or took. */
  share: number | null;
};
export type HistoryEvent = {
  id: string;
  kind: UnitEventKind;
  onDate: LocalDate;
  legalBasis: string | null;
  shareBasis: string | null;
  role: 'from' | 'to';
  members: HistoryMember[];
  /** The act that recorded it; null for packages and seed files. */
  actId: string | null;
  /** Why it no longer counts; null while it does. */
  withdrawn: string | null;
};
export type UnitHistory = {
  id: string;
  kind: UnitKind;
  foundedOn: LocalDate | null;
  abolishedOn: LocalDate | null;
  territoryId: string | null;
  names: (HistorySpan & { name: string; fullName: string })[];
  aliases: string[];
  codes: (HistorySpan & { scheme: string; code: string })[];
  parents: (HistorySpan & { id: string; fullName: string })[];
  events: HistoryEvent[];
};

const mostMembers = 200;

/** Everything that happened to one unit, oldest first; null when there is no such unit. Mass events list at most 200 members. */
export async function unitHistory(db: Db, id: string): Promise<UnitHistory | null> {
  const unit = await db
    .selectFrom('units')
    .selectAll()
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (!unit) return null;
  const [names, aliases, codes, parents, events] = await Promise.all([
    sql<UnitHistory['names'][number]>`
      select name, full_name as "fullName", valid_from as "validFrom", valid_to as "validTo"
      from unit_names where unit_id = ${id} order by valid_from nulls first`.execute(db),
    sql<{ alias: string }>`select alias from unit_aliases where unit_id = ${id} order by alias`.execute(db),
    sql<UnitHistory['codes'][number]>`
      select scheme, code, valid_from as "validFrom", valid_to as "validTo"
      from unit_codes where unit_id = ${id} order by scheme, valid_from nulls first`.execute(db),
    sql<UnitHistory['parents'][number]>`
      select p.parent_id as id, u.full_name as "fullName", p.valid_from as "validFrom", p.valid_to as "validTo"
      from unit_parents p join units u on u.id = p.parent_id
      where p.unit_id = ${id} order by p.valid_from nulls first`.execute(db),
    readEvents(db, id),
  ]);
  return {
    id,
    kind: unit.kind as UnitKind,
    foundedOn: unit.founded_on,
    abolishedOn: unit.abolished_on,
    territoryId: unit.territory_id,
    names: names.rows,
    aliases: aliases.rows.map((row) => row.alias),
    codes: codes.rows,
    parents: parents.rows,
    events,
  };
}

async function readEvents(db: Db, id: string): Promise<HistoryEvent[]> {
  const { rows } = await sql<HistoryEvent>`
    select e.id, e.kind, e.on_date as "onDate", e.legal_basis as "legalBasis", e.share_basis as "shareBasis", m.role,
      e.act_id as "actId", w.reason as withdrawn,
      coalesce((select jsonb_agg(x order by x.role, x."fullName") from (
        select o.unit_id as id, u.full_name as "fullName", u.kind, o.role, o.partial, o.share
        from unit_event_members o join units u on u.id = o.unit_id
        where o.event_id = e.id and e.kind not in ('move', 'abolish') limit ${mostMembers}) x), '[]') as members
    from unit_event_members m join unit_events e on e.id = m.event_id
    left join unit_withdrawals w on w.act_id = e.act_id
    where m.unit_id = ${id}
    order by e.on_date, w.act_id is null, e.kind
  `.execute(db);
  return rows;
}
