// What people do with visits: set dates, propose a calendar, choose and confirm hosts, record notices.
import { record } from '#src/events/record.ts';
import { dateAt, type LocalDate } from '#src/kernel/dates.ts';
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import { isWorkingDay } from '#src/kernel/holidays.ts';
import { insist, notFound } from '#src/kernel/refusal.ts';
import { type Act, type Db, transaction } from '#src/platform/database/connect.ts';
import { unitNames } from '#src/units/store.ts';
import { proposeSchedule } from './proposal.ts';
import {
  refusalToArrange,
  refusalToChooseHost,
  refusalToConfirmHost,
  refusalToNotify,
  visitsSeenBy,
} from './rules.ts';
import { type NamedVisit, refusalToSchedule } from './schedule.ts';
import {
  campaignOfVisit,
  insertNotice,
  lockVisits,
  visitsOf,
  writeConfirmation,
  writeHost,
  writeSchedule,
} from './store.ts';

/** The visits of a campaign that the person may see, with the hosts' names on the day the plan was issued. */
export async function visitsSeen(
  { db, actor, now }: Act,
  campaign: { id: string; issuedOn: LocalDate | null },
): Promise<NamedVisit[]> {
  const visits = visitsSeenBy(actor, await visitsOf(db, campaign.id));
  return withNames(db, visits, campaign.issuedOn ?? dateAt(now));
}

async function withNames<V extends { unitId: string }>(
  db: Db,
  visits: V[],
  on: LocalDate,
): Promise<(V & { name: string; fullName: string })[]> {
  const names = await unitNames(
    db,
    visits.map((v) => v.unitId),
    on,
  );
  return visits.map((visit) => ({ ...visit, name: '', fullName: '', ...names.get(visit.unitId) }));
}

/** The campaign's visits under lock, and the one that is meant; not-found for those who may not see it. */
async function openVisit(trx: Db, { actor, now }: Pick<Act, 'actor' | 'now'>, visitId: string) {
  const campaign = await campaignOfVisit(trx, visitId);
  if (!campaign) throw notFound();
  await lockVisits(trx, campaign.id);
  const visits = await withNames(trx, await visitsOf(trx, campaign.id), campaign.issuedOn ?? dateAt(now));
  const visit = visitsSeenBy(actor, visits).find((v) => v.id === visitId);
  if (!visit) throw notFound();
  return { visits, visit: visits.find((v) => v.id === visitId)! };
}

/** Afterwards the visit stands on this date with this delegation; null takes the date or the delegation away. */
export async function scheduleVisit(
  { db, actor, now }: Act,
  visitId: string,
  schedule: { startsOn: LocalDate | null; delegation: string | null },
): Promise<void> {
  await transaction(db, async (trx) => {
    const { visit, visits } = await openVisit(trx, { actor, now }, visitId);
    insist(refusalToArrange(actor));
    insist(refusalToSchedule({ ...visit, ...schedule }, visits, isWorkingDay));
    await writeSchedule(trx, visitId, schedule);
    const before = { startsOn: visit.startsOn, delegation: visit.delegation };
    await record(trx, actor, now, happening('visit.scheduled', visit, { before, after: schedule }));
  });
}

/** Afterwards every visit that had no date and fits somewhere has one; returns what could not be placed, and why. */
export async function proposeVisits(
  { db, actor, now }: Act,
  campaign: { id: string; issuedOn: LocalDate | null },
  delegations: readonly string[],
): Promise<Diagnostic[]> {
  insist(refusalToArrange(actor));
  return transaction(db, async (trx) => {
    await lockVisits(trx, campaign.id);
    const visits = await withNames(trx, await visitsOf(trx, campaign.id), campaign.issuedOn ?? dateAt(now));
    const { proposals, diagnostics } = proposeSchedule(visits, delegations, dateAt(now), isWorkingDay);
    for (const { visitId, ...schedule } of proposals) {
      await writeSchedule(trx, visitId, schedule);
      const visit = visits.find((v) => v.id === visitId)!;
      await record(trx, actor, now, happening('visit.scheduled', visit, { after: schedule, proposed: true }));
    }
    return diagnostics;
  });
}

/** Afterwards the session has the host that the unit proposes, waiting for the centre's confirmation. */
export async function chooseHost(
  { db, actor, now }: Act,
  visitId: string,
  position: number,
  choice: string,
): Promise<void> {
  await transaction(db, async (trx) => {
    const { visit } = await openVisit(trx, { actor, now }, visitId);
    insist(refusalToChooseHost(actor, visit, position));
    await writeHost(trx, visitId, position, { choice, changeReason: null });
    await record(trx, actor, now, happening('visit.host-chosen', visit, { position, choice }));
  });
}

/** Afterwards the proposed host of the session is the confirmed one. */
export async function confirmHost({ db, actor, now }: Act, visitId: string, position: number): Promise<void> {
  await transaction(db, async (trx) => {
    const { visit } = await openVisit(trx, { actor, now }, visitId);
    insist(refusalToConfirmHost(actor, visit, position));
    await writeConfirmation(trx, visitId, position, actor, now);
    await record(trx, actor, now, happening('visit.host-confirmed', visit, { position }));
  });
}

/** Afterwards the unit is asked for another host, with the reason beside its form. The former proposal stays on record. */
export async function returnHost(
  { db, actor, now }: Act,
  visitId: string,
  position: number,
  reason: string,
): Promise<void> {
  await transaction(db, async (trx) => {
    const { visit } = await openVisit(trx, { actor, now }, visitId);
    insist(refusalToConfirmHost(actor, visit, position));
    const former = visit.sessions.find((s) => s.position === position)!.hostChoice;
    await writeHost(trx, visitId, position, { choice: null, changeReason: reason });
    await record(trx, actor, now, happening('visit.host-returned', visit, { position, former, reason }));
  });
}

/** Afterwards the record shows that the notice of the visit's present date left today. */
export async function recordNotice(
  { db, actor, now }: Act,
  visitId: string,
  note: string | null,
): Promise<void> {
  await transaction(db, async (trx) => {
    const { visit } = await openVisit(trx, { actor, now }, visitId);
    insist(refusalToNotify(actor, visit));
    const announcedStart = visit.startsOn!;
    await insertNotice(trx, { visitId, announcedStart, note }, actor, now);
    await record(trx, actor, now, happening('visit.notified', visit, { announcedStart, note }));
  });
}

function happening(name: string, visit: NamedVisit, data: Record<string, unknown>) {
  return { name, subjectType: 'visit', subjectId: visit.id, campaignId: visit.campaignId, data };
}
