// Checking a calendar of visits, and proposing one. Pure; the diagnostics' codes are in docs/diagnostics-visits.md.
import { addDays, formatDate, type LocalDate, weekdayOf } from '#src/kernel/dates.ts';
import type { Diagnostic, Severity } from '#src/kernel/diagnostic.ts';
import { invalid, type Refusal } from '#src/kernel/refusal.ts';
import { type Calendar, daysFrom, daysOf, lastNoticeDay, noticeState, type Visit } from './rules.ts';

/** A visit with the name of its host, as messages say it. */
export type NamedVisit = Visit & { name: string };

type Draft = { code: string; severity: Severity; vi: string; en: string; hintVi?: string; hintEn?: string };

function diagnostic(visit: NamedVisit | null, d: Draft): Diagnostic {
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

type Placed = Pick<Visit, 'startsOn' | 'halfDays' | 'delegation'>;

/** The first day on which one delegation would be in two places; null when there is none. */
function clash(a: Placed, b: Placed): LocalDate | null {
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

function workingDays(from: LocalDate, to: LocalDate, isWorkingDay: Calendar): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) days.push(day);
  return days;
}

export type Proposal = { visitId: string; startsOn: LocalDate; delegation: string };

type Option = { startsOn: LocalDate; delegation: string };

/**
 * A calendar for the visits that have no date yet: working days inside the window, notice still possible from `today`,
 * no delegation in two places, spread over weeks and delegations. Dates already set stay. The same input gives the same
 * calendar. Visits that fit nowhere are named in `diagnostics` (V108). Greedy: not the best calendar, a sound one.
 */
export function proposeSchedule(
  visits: readonly NamedVisit[],
  delegations: readonly string[],
  today: LocalDate,
  isWorkingDay: Calendar,
): { proposals: Proposal[]; diagnostics: Diagnostic[] } {
  const placed: Placed[] = visits.filter((v) => v.startsOn !== null);
  const proposals: Proposal[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const visit of byNeed(visits.filter((v) => v.startsOn === null))) {
    const best = bestOption(visit, optionsFor(visit, placed, delegations, today, isWorkingDay), placed);
    if (best) {
      placed.push({ ...best, halfDays: visit.halfDays });
      proposals.push({ visitId: visit.id, ...best });
    } else diagnostics.push(noRoomFor(visit));
  }
  return { proposals, diagnostics };
}

/** Longer visits first, for they are harder to place; then the plan's order. */
function byNeed(visits: NamedVisit[]): NamedVisit[] {
  return visits.sort((a, b) => b.halfDays - a.halfDays || a.position - b.position);
}

function optionsFor(
  visit: NamedVisit,
  placed: readonly Placed[],
  delegations: readonly string[],
  today: LocalDate,
  isWorkingDay: Calendar,
): Option[] {
  if (visit.windowFrom === null || visit.windowTo === null) return [];
  const from = visit.windowFrom > today ? visit.windowFrom : addDays(today, 1);
  const asked = visit.delegation === null ? delegations : [visit.delegation];
  return workingDays(from, visit.windowTo, isWorkingDay)
    .filter((start) => {
      const days = daysFrom(start, visit.halfDays);
      const inTime =
        visit.noticeDays === null || lastNoticeDay(start, visit.noticeDays, isWorkingDay) >= today;
      return inTime && days.at(-1)! <= visit.windowTo! && days.every(isWorkingDay);
    })
    .flatMap((startsOn) => asked.map((delegation) => ({ startsOn, delegation })))
    .filter((o) => placed.every((p) => clash({ ...o, halfDays: visit.halfDays }, p) === null));
}

/** The option with the least load around it; earlier days and delegations first among equals. */
function bestOption(visit: NamedVisit, options: Option[], placed: readonly Placed[]): Option | null {
  let best: { option: Option; cost: number } | null = null;
  for (const option of options) {
    const cost = costOf(option, visit, placed);
    if (best === null || cost < best.cost) best = { option, cost };
  }
  return best?.option ?? null;
}

/** Crowded weeks cost most, then a delegation's own load, then two visits without a free day between. */
function costOf(option: Option, visit: NamedVisit, placed: readonly Placed[]): number {
  const week = weekOf(option.startsOn);
  const own = placed.filter((p) => p.delegation === option.delegation);
  const inWeek = (list: readonly Placed[]) => list.filter((p) => weekOf(p.startsOn!) === week).length;
  const days = daysFrom(option.startsOn, visit.halfDays);
  const beside = new Set([addDays(days[0]!, -1), addDays(days.at(-1)!, 1)]);
  const touching = own.filter((p) => daysOf(p).some((day) => beside.has(day))).length;
  return inWeek(placed) * 10 + inWeek(own) * 6 + own.length * 3 + touching * 4;
}

/** The Monday of a day's week. */
export function weekOf(day: LocalDate): LocalDate {
  return addDays(day, 1 - weekdayOf(day));
}

function noRoomFor(visit: NamedVisit): Diagnostic {
  const noWindow = visit.windowFrom === null || visit.windowTo === null;
  return diagnostic(visit, {
    code: 'V108',
    severity: 'warning',
    vi: noWindow
      ? `${visit.name}: kế hoạch không nêu thời gian khảo sát nên chưa đề xuất được ngày.`
      : `${visit.name}: không còn ngày nào đủ thời gian báo trước mà đoàn rảnh.`,
    en: noWindow
      ? `${visit.name}: the plan gives no window, so no date can be proposed.`
      : `${visit.name}: no day is left with time for the notice and a free delegation.`,
    hintVi: 'Xếp ngày bằng tay, hoặc thêm đoàn.',
    hintEn: 'Set a date by hand, or add a delegation.',
  });
}
