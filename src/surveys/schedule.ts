// Checking a calendar of visits: what is wrong, and why a date is refused. Pure; codes are in docs/diagnostics-visits.md.
import { addDays, formatDate, type LocalDate } from '#src/kernel/dates.ts';
import type { Diagnostic, Severity } from '#src/kernel/diagnostic.ts';
import { invalid, type Refusal } from '#src/kernel/refusal.ts';
import { type Calendar, daysOf, noticeState, type Visit } from './rules.ts';

/** A visit with the short and full name of its host. */
export type NamedVisit = Visit & { name: string; fullName: string };

type Draft = { code: string; severity: Severity; vi: string; en: string; hintVi?: string; hintEn?: string };

/** A diagnostic about one visit, or about the whole calendar when there is none. */
export function diagnostic(visit: NamedVisit | null, d: Draft): Diagnostic {
  return {
    code: d.code,
    severity: d.severity,
    message: { vi: d.vi, en: d.en },
    where: visit ? { in: 'section', section: visit.id } : null,
    hint: d.hintVi ? { vi: d.hintVi, en: d.hintEn ?? d.hintVi } : null,
  };
}

/**
 * What is wrong with the calendar on a day. `where` names the visit by its id (null: the whole calendar).
 * `delegations` is how many teams can travel at once.
 */
export function checkSchedule(
  visits: readonly NamedVisit[],
  today: LocalDate,
  isWorkingDay: Calendar,
  delegations = 3,
): Diagnostic[] {
  return [
    ...visits.flatMap((visit) => [
      ...checkWindow(visit),
      ...checkDays(visit, isWorkingDay),
      ...checkNotice(visit, today, isWorkingDay),
    ]),
    ...checkClashes(visits),
    ...checkRoom(visits, isWorkingDay, delegations),
    ...checkMissing(visits),
  ];
}

function checkWindow(visit: NamedVisit): Diagnostic[] {
  const days = daysOf(visit);
  const { windowFrom, windowTo } = visit;
  if (windowFrom === null || windowTo === null || days.length === 0) return [];
  if (days[0]! >= windowFrom && days.at(-1)! <= windowTo) return [];
  const range = `${formatDate(windowFrom)} – ${formatDate(windowTo)}`;
  return [
    diagnostic(visit, {
      code: 'V101',
      severity: 'error',
      vi: `${visit.name}: ngày đi nằm ngoài thời gian khảo sát của kế hoạch (${range}).`,
      en: `${visit.name}: the visit is outside the plan’s window (${range}).`,
      hintVi: 'Chọn ngày trong khoảng này, hoặc điều chỉnh kế hoạch trước.',
      hintEn: 'Choose a day inside it, or amend the plan first.',
    }),
  ];
}

function checkDays(visit: NamedVisit, isWorkingDay: Calendar): Diagnostic[] {
  const off = daysOf(visit).filter((day) => !isWorkingDay(day));
  if (off.length === 0) return [];
  const days = off.map(formatDate).join(', ');
  return [
    diagnostic(visit, {
      code: 'V102',
      severity: 'error',
      vi: `${visit.name}: ${days} là ngày nghỉ.`,
      en: `${visit.name}: offices are closed on ${days}.`,
      hintVi: 'Chuyến đi phải gồm các ngày làm việc liền nhau.',
      hintEn: 'A visit takes working days in a row.',
    }),
  ];
}

function checkNotice(visit: NamedVisit, today: LocalDate, isWorkingDay: Calendar): Diagnostic[] {
  const state = noticeState(visit, today, isWorkingDay);
  if (state.kind === 'overdue') {
    const by = formatDate(state.by);
    return [
      diagnostic(visit, {
        code: 'V104',
        severity: 'warning',
        vi: `${visit.name}: thông báo phải gửi chậm nhất ${by}, nay đã quá ${state.days} ngày.`,
        en: `${visit.name}: the notice had to leave by ${by}, ${state.days} days ago.`,
        hintVi: 'Dời chuyến đi, hoặc gửi ngay và ghi rõ đơn vị đã đồng ý.',
        hintEn: 'Move the visit, or send the notice now and note that the unit agrees.',
      }),
    ];
  }
  if (state.kind === 'due' && state.again)
    return [
      diagnostic(visit, {
        code: 'V105',
        severity: 'warning',
        vi: `${visit.name}: chuyến đi đã dời sau khi thông báo; cần thông báo lại chậm nhất ${formatDate(state.by)}.`,
        en: `${visit.name}: moved after its notice; give notice again by ${formatDate(state.by)}.`,
      }),
    ];
  return [];
}

function checkClashes(visits: readonly NamedVisit[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  visits.forEach((a, i) => {
    for (const b of visits.slice(i + 1)) {
      const day = clash(a, b);
      if (day === null) continue;
      const [first, second] = [a.name, b.name];
      for (const visit of [a, b])
        found.push(
          diagnostic(visit, {
            code: 'V103',
            severity: 'error',
            vi: `${a.delegation} có hai chuyến trùng ngày ${formatDate(day)}: ${first} và ${second}.`,
            en: `${a.delegation} has two visits on ${formatDate(day)}: ${first} and ${second}.`,
            hintVi: 'Dời một chuyến, hoặc giao cho đoàn khác.',
            hintEn: 'Move one of them, or give it to another delegation.',
          }),
        );
    }
  });
  return found;
}

/** What decides whether two visits clash. */
export type Placed = Pick<Visit, 'startsOn' | 'halfDays' | 'delegation'>;

/** The first day on which one delegation would be in two places; null when there is none. */
export function clash(a: Placed, b: Placed): LocalDate | null {
  if (a.delegation === null || a.delegation !== b.delegation) return null;
  const days = new Set(daysOf(a));
  return daysOf(b).find((day) => days.has(day)) ?? null;
}

/** Visits that share a window must fit into its working days. */
function checkRoom(visits: readonly NamedVisit[], isWorkingDay: Calendar, delegations: number): Diagnostic[] {
  const byWindow = Map.groupBy(
    visits.filter((v) => v.windowFrom !== null && v.windowTo !== null),
    (v) => `${v.windowFrom}/${v.windowTo}`,
  );
  return [...byWindow.values()].flatMap((group) => {
    const { windowFrom, windowTo } = group[0]!;
    const room = workingDays(windowFrom!, windowTo!, isWorkingDay).length * delegations;
    const need = group.reduce((sum, v) => sum + Math.ceil(v.halfDays / 2), 0);
    if (need <= room) return [];
    return [
      diagnostic(null, {
        code: 'V106',
        severity: 'error',
        vi: `${group.length} chuyến cần ${need} ngày đoàn; từ ${formatDate(windowFrom!)} đến ${formatDate(windowTo!)} chỉ có ${room} với ${delegations} đoàn.`,
        en: `${group.length} visits need ${need} delegation days; the window has ${room} with ${delegations} delegations.`,
        hintVi: 'Thêm đoàn, bớt nơi đến, hoặc kéo dài thời gian khảo sát.',
        hintEn: 'Add a delegation, drop a visit, or lengthen the window.',
      }),
    ];
  });
}

function checkMissing(visits: readonly NamedVisit[]): Diagnostic[] {
  const open = visits.filter((v) => v.startsOn === null);
  if (open.length === 0) return [];
  return [
    diagnostic(null, {
      code: 'V107',
      severity: 'note',
      vi: `${open.length} trong ${visits.length} chuyến chưa có ngày.`,
      en: `${open.length} of ${visits.length} visits have no date yet.`,
    }),
  ];
}

/** Why this visit may not stand on this date with this delegation among the others; null when it may. */
export function refusalToSchedule(
  visit: NamedVisit,
  others: readonly NamedVisit[],
  isWorkingDay: Calendar,
): Refusal | null {
  const placed = [visit, ...others.filter((v) => v.id !== visit.id)];
  const own = [...checkWindow(visit), ...checkDays(visit, isWorkingDay)][0];
  const clashing = checkClashes(placed).find(
    (d) => d.where?.in === 'section' && d.where.section === visit.id,
  );
  const refusedBy = own ?? clashing;
  if (!refusedBy) return null;
  const field = own ? 'startsOn' : 'delegation';
  return invalid(`visit-${refusedBy.code}`, notScheduled, { [field]: refusedBy.message });
}

const notScheduled = { vi: 'Chưa xếp được ngày này.', en: 'The visit was not scheduled.' };

/** The working days from one day to another, both included. */
export function workingDays(from: LocalDate, to: LocalDate, isWorkingDay: Calendar): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) days.push(day);
  return days;
}
