// A visit, its notice clock, and what may be done with it by whom. Pure.
import { type Actor, holds, holdsFor, isCentral } from '#src/kernel/actor.ts';
import { addDays, daysBetween, type LocalDate } from '#src/kernel/dates.ts';
import type { Words } from '#src/kernel/language.ts';
import { invalid, notFound, Refusal } from '#src/kernel/refusal.ts';
import type { Half, HostKind } from './patterns.ts';

/** True for days on which offices work. Given from outside, so that rules hold for any calendar. */
export type Calendar = (date: LocalDate) => boolean;

export type Session = {
  position: number;
  dayOffset: number;
  half: Half;
  subject: string;
  hostKind: HostKind | null;
  hostChoice: string | null;
  changeReason: string | null;
  confirmedAt: Date | null;
};

/** `notice` is the latest one given; it counts only while the visit still starts on the day it announced. */
export type Visit = {
  id: string;
  campaignId: string;
  unitId: string;
  position: number;
  pattern: string;
  halfDays: number;
  windowFrom: LocalDate | null;
  windowTo: LocalDate | null;
  noticeDays: number | null;
  startsOn: LocalDate | null;
  delegation: string | null;
  sessions: Session[];
  notice: { announcedStart: LocalDate; sentOn: LocalDate; note: string | null } | null;
};

/** The days a visit takes from a start: three half days are two days. */
export function daysFrom(start: LocalDate, halfDays: number): LocalDate[] {
  return Array.from({ length: Math.ceil(halfDays / 2) }, (_, i) => addDays(start, i));
}

/** The days the visit takes; none while it has no date. */
export function daysOf(visit: Pick<Visit, 'startsOn' | 'halfDays'>): LocalDate[] {
  return visit.startsOn ? daysFrom(visit.startsOn, visit.halfDays) : [];
}

/** The day that many days before, moved back to the working day before it when offices are closed. */
export function lastNoticeDay(start: LocalDate, noticeDays: number, isWorkingDay: Calendar): LocalDate {
  let day = addDays(start, -noticeDays);
  for (let i = 0; i < 60 && !isWorkingDay(day); i++) day = addDays(day, -1);
  return day;
}

/** The latest day on which the notice may leave; null without a date or without a notice rule. */
export function noticeBy(
  visit: Pick<Visit, 'startsOn' | 'noticeDays'>,
  isWorkingDay: Calendar,
): LocalDate | null {
  if (visit.startsOn === null || visit.noticeDays === null) return null;
  return lastNoticeDay(visit.startsOn, visit.noticeDays, isWorkingDay);
}

/** The notice that counts: one that announced the present date. */
function standingNotice(visit: Pick<Visit, 'startsOn' | 'notice'>): Visit['notice'] {
  return visit.notice !== null && visit.notice.announcedStart === visit.startsOn ? visit.notice : null;
}

export type NoticeState =
  | { kind: 'not-scheduled' | 'no-rule' }
  | { kind: 'sent'; on: LocalDate; late: boolean }
  | { kind: 'overdue'; by: LocalDate; days: number }
  | { kind: 'due'; by: LocalDate; daysLeft: number; again: boolean };

/** Where the notice stands on a day. `again`: one was sent, but the visit has moved since. */
export function noticeState(visit: Visit, today: LocalDate, isWorkingDay: Calendar): NoticeState {
  if (visit.startsOn === null) return { kind: 'not-scheduled' };
  const by = noticeBy(visit, isWorkingDay);
  const sent = standingNotice(visit);
  if (sent) return { kind: 'sent', on: sent.sentOn, late: by !== null && sent.sentOn > by };
  if (by === null) return { kind: 'no-rule' };
  if (today > by) return { kind: 'overdue', by, days: daysBetween(by, today) };
  return { kind: 'due', by, daysLeft: daysBetween(today, by), again: visit.notice !== null };
}

/** The visit whose notice must leave first, among those still to come and not yet notified. */
export function nextNotice<V extends Visit>(
  visits: readonly V[],
  today: LocalDate,
  isWorkingDay: Calendar,
): V | null {
  const open = visits.filter(
    (v) => v.startsOn !== null && v.startsOn > today && v.noticeDays !== null && !standingNotice(v),
  );
  const by = (v: Visit) => noticeBy(v, isWorkingDay)!;
  return open.sort((a, b) => by(a).localeCompare(by(b)) || a.position - b.position)[0] ?? null;
}

/** Sessions whose host the unit has yet to name. */
export function openChoices(visit: Pick<Visit, 'sessions'>): Session[] {
  return visit.sessions.filter((s) => s.hostKind !== null && s.hostChoice === null);
}

/** The centre sees every visit of the campaign; a unit sees its own. */
export function visitsSeenBy(actor: Actor | null, visits: readonly Visit[]): Visit[] {
  if (isCentral(actor)) return [...visits];
  return visits.filter((v) => holdsFor(actor, 'unit-officer', v.unitId));
}

/** Dates, delegations, notices and confirmations are the centre's. */
export function refusalToArrange(actor: Actor | null): Refusal | null {
  if (holds(actor, 'central-officer', 'delegation-secretary')) return null;
  return new Refusal('forbidden', 'visit-not-arranger', {
    vi: 'Chỉ cán bộ Văn phòng Ban hoặc thư ký đoàn xếp được lịch khảo sát.',
    en: 'Only the central office or a delegation’s secretary may arrange visits.',
  });
}

/** The visited body proposes; the central office may enter its answer on its behalf. */
export function refusalToChooseHost(actor: Actor | null, visit: Visit, position: number): Refusal | null {
  const session = visit.sessions.find((s) => s.position === position);
  if (!session || session.hostKind === null) return notFound();
  if (refusalToArrange(actor) === null || holdsFor(actor, 'unit-officer', visit.unitId)) {
    return session.confirmedAt && refusalToArrange(actor) !== null ? confirmedAlready : null;
  }
  return new Refusal('forbidden', 'visit-not-host', {
    vi: 'Nơi làm việc do đơn vị được khảo sát đề xuất.',
    en: 'The visited body proposes where the delegation works.',
  });
}

const confirmedAlready = new Refusal('forbidden', 'visit-host-confirmed', {
  vi: 'Nơi làm việc đã được xác nhận. Cần đổi thì đề nghị liên hệ thư ký đoàn.',
  en: 'This host has been confirmed. To change it, ask the delegation’s secretary.',
});

/** Confirming, or asking for another host, needs a proposal. */
export function refusalToConfirmHost(actor: Actor | null, visit: Visit, position: number): Refusal | null {
  const session = visit.sessions.find((s) => s.position === position);
  if (!session || session.hostKind === null) return notFound();
  const refusal = refusalToArrange(actor);
  if (refusal) return refusal;
  return session.hostChoice === null ? invalid('visit-host-missing', noProposal) : null;
}

/** A notice needs a date to announce, and is given once per date. */
export function refusalToNotify(actor: Actor | null, visit: Visit): Refusal | null {
  const refusal = refusalToArrange(actor);
  if (refusal) return refusal;
  if (visit.startsOn === null) return invalid('visit-not-scheduled', noDate);
  return standingNotice(visit) ? invalid('visit-already-notified', alreadyNotified) : null;
}

const noProposal: Words = {
  vi: 'Đơn vị chưa đề xuất nơi làm việc nên chưa xác nhận được.',
  en: 'The unit has not proposed a host yet.',
};
const noDate: Words = {
  vi: 'Chuyến này chưa có ngày nên chưa thông báo được.',
  en: 'This visit has no date yet, so no notice can be given.',
};
const alreadyNotified: Words = {
  vi: 'Đã ghi nhận thông báo cho ngày này.',
  en: 'The notice of this date has been recorded already.',
};
