// All SQL of the surveys' tables: visits with their sessions and notices.

import type { Actor } from '#src/kernel/actor.ts';
import { dateAt, type LocalDate } from '#src/kernel/dates.ts';
import { newId } from '#src/kernel/ids.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { VisitDraft } from './drafts.ts';
import { type Half, type HostKind, sessionsOf } from './patterns.ts';
import type { Session, Visit } from './rules.ts';

/** Afterwards the campaign has one unscheduled visit per draft, each with the sessions of its pattern. */
export async function insertVisits(
  trx: Db,
  campaignId: string,
  drafts: readonly VisitDraft[],
  now: Date,
): Promise<void> {
  if (drafts.length === 0) return;
  const visits = drafts.map((d) => ({
    id: newId(now),
    campaign_id: campaignId,
    unit_id: d.unitId,
    position: d.position,
    pattern: d.pattern,
    half_days: d.halfDays,
    window_from: d.windowFrom,
    window_to: d.windowTo,
    notice_days: d.noticeDays,
    created_at: now,
  }));
  const sessions = visits.flatMap((visit) =>
    sessionsOf(visit.pattern, visit.half_days).map((s, i) => ({
      visit_id: visit.id,
      position: i + 1,
      day_offset: s.dayOffset,
      half: s.half,
      subject: s.subject,
      host_kind: s.hostKind,
    })),
  );
  await trx.insertInto('visits').values(visits).execute();
  await trx.insertInto('visit_sessions').values(sessions).execute();
}

const visitColumns = [
  'id',
  'campaign_id as campaignId',
  'unit_id as unitId',
  'position',
  'pattern',
  'half_days as halfDays',
  'window_from as windowFrom',
  'window_to as windowTo',
  'notice_days as noticeDays',
  'starts_on as startsOn',
  'delegation',
] as const;

type VisitRow = Omit<Visit, 'sessions' | 'notice'>;

/** The campaign's visits in the plan's order, with sessions and the latest notice. */
export async function visitsOf(db: Db, campaignId: string): Promise<Visit[]> {
  const rows = await db
    .selectFrom('visits')
    .select(visitColumns)
    .where('campaign_id', '=', campaignId)
    .orderBy('position')
    .execute();
  return complete(db, rows);
}

/** Locks the campaign's visits until the transaction ends, so that two schedules cannot cross each other. */
export async function lockVisits(trx: Db, campaignId: string): Promise<void> {
  await trx
    .selectFrom('visits')
    .select('id')
    .where('campaign_id', '=', campaignId)
    .orderBy('id')
    .forUpdate()
    .execute();
}

async function complete(db: Db, rows: VisitRow[]): Promise<Visit[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((r) => r.id);
  const sessions = Map.groupBy(await sessionRows(db, ids), (s) => s.visitId);
  const notices = Map.groupBy(await noticeRows(db, ids), (n) => n.visitId);
  return rows.map((row) => ({
    ...row,
    sessions: (sessions.get(row.id) ?? []).map(({ visitId: _, ...session }): Session => session),
    notice: notices.get(row.id)?.at(-1) ?? null,
  }));
}

async function sessionRows(db: Db, visitIds: string[]) {
  const rows = await db
    .selectFrom('visit_sessions')
    .select(['visit_id as visitId', 'position', 'day_offset as dayOffset', 'half', 'subject'])
    .select(['host_kind as hostKind', 'host_choice as hostChoice', 'change_reason as changeReason'])
    .select('confirmed_at as confirmedAt')
    .where('visit_id', 'in', visitIds)
    .orderBy('position')
    .execute();
  return rows.map((r) => ({ ...r, half: r.half as Half, hostKind: r.hostKind as HostKind | null }));
}

function noticeRows(db: Db, visitIds: string[]) {
  return db
    .selectFrom('visit_notices')
    .select(['visit_id as visitId', 'announced_start as announcedStart', 'sent_on as sentOn', 'note'])
    .where('visit_id', 'in', visitIds)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
}

/** Afterwards the visit stands on that date with that delegation; null takes either away. */
export async function writeSchedule(
  trx: Db,
  visitId: string,
  schedule: { startsOn: LocalDate | null; delegation: string | null },
): Promise<void> {
  await trx
    .updateTable('visits')
    .set({ starts_on: schedule.startsOn, delegation: schedule.delegation })
    .where('id', '=', visitId)
    .execute();
}

/** Afterwards the session has this host, not yet confirmed; null asks the host to choose (again), for the reason given. */
export async function writeHost(
  trx: Db,
  visitId: string,
  position: number,
  host: { choice: string | null; changeReason: string | null },
): Promise<void> {
  await trx
    .updateTable('visit_sessions')
    .set({
      host_choice: host.choice,
      change_reason: host.changeReason,
      confirmed_at: null,
      confirmed_by: null,
    })
    .where('visit_id', '=', visitId)
    .where('position', '=', position)
    .execute();
}

/** Afterwards the host's choice for the session is confirmed. */
export async function writeConfirmation(
  trx: Db,
  visitId: string,
  position: number,
  actor: Actor,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('visit_sessions')
    .set({ confirmed_at: now, confirmed_by: actor.id })
    .where('visit_id', '=', visitId)
    .where('position', '=', position)
    .execute();
}

/** Afterwards the record shows that the notice of this start left today. */
export async function insertNotice(
  trx: Db,
  notice: { visitId: string; announcedStart: LocalDate; note: string | null },
  actor: Actor,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('visit_notices')
    .values({
      id: newId(now),
      visit_id: notice.visitId,
      announced_start: notice.announcedStart,
      sent_on: dateAt(now),
      note: notice.note,
      recorded_at: now,
      recorded_by: actor.id,
    })
    .execute();
}

/** The campaign that a visit belongs to, with the day its plan was issued; null when there is no such visit. */
export async function campaignOfVisit(
  db: Db,
  visitId: string,
): Promise<{ id: string; issuedOn: LocalDate | null } | null> {
  const row = await db
    .selectFrom('visits')
    .innerJoin('campaigns', 'campaigns.id', 'visits.campaign_id')
    .select(['campaigns.id', 'campaigns.issued_on as issuedOn'])
    .where('visits.id', '=', visitId)
    .executeTakeFirst();
  return row ?? null;
}
