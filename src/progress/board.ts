// The board's figures out of the standings of all reports: counts, whom to chase, per template, what changed. Pure.
import type { ObligationRow } from '#src/campaigns/rules.ts';
import { daysBetween, type LocalDate } from '#src/kernel/dates.ts';
import { compareVietnamese, foldVietnamese } from '#src/kernel/vietnamese.ts';
import {
  isIn,
  needsChasing,
  type ReportFacts,
  type SectionCount,
  type Standing,
  type StandingKind,
  standingKinds,
} from './rules.ts';

/** One body's line: what it owes, where it stands now and where it stood a week ago (null: not known then). */
export type BoardItem = {
  owed: ObligationRow;
  facts: ReportFacts | null;
  sections: SectionCount;
  lastSavedAt: Date | null;
  now: Standing;
  before: Standing | null;
  /** An extension was given within the week. */
  newlyExtended: boolean;
};

export type Counts = Record<StandingKind, number>;

export function countsOf(items: readonly BoardItem[]): Counts {
  const counts = Object.fromEntries(standingKinds.map((kind) => [kind, 0])) as Counts;
  for (const item of items) counts[item.now.kind] += 1;
  return counts;
}

/** The base of "58/117": everyone who still owes a report. */
export function base(counts: Counts): number {
  return standingKinds.reduce((sum, kind) => (kind === 'released' ? sum : sum + counts[kind]), 0);
}

export function inCount(counts: Counts): number {
  return standingKinds.reduce((sum, kind) => (isIn(kind) ? sum + counts[kind] : sum), 0);
}

const rank: Partial<Record<StandingKind, number>> = {
  overdue: 0,
  returned: 1,
  'not-opened': 2,
  'at-risk': 3,
};

/** Whom to chase, worst first: the longest overdue, then returned and late, not opened, at risk by what is written. */
export function toChase(items: readonly BoardItem[]): BoardItem[] {
  const share = (i: BoardItem) => i.sections.done / Math.max(1, i.sections.required);
  return items
    .filter((i) => needsChasing(i.now))
    .sort(
      (a, b) =>
        (rank[a.now.kind] ?? 9) - (rank[b.now.kind] ?? 9) ||
        a.now.daysLeft - b.now.daysLeft ||
        share(a) - share(b) ||
        compareVietnamese(a.owed.unitName, b.owed.unitName),
    );
}

export type TemplateLine = { code: string; base: number; in: number; counts: Counts };

export function byTemplate(items: readonly BoardItem[]): TemplateLine[] {
  return [...Map.groupBy(items, (i) => i.owed.templateCode)]
    .map(([code, group]) => {
      const counts = countsOf(group);
      return { code, base: base(counts), in: inCount(counts), counts };
    })
    .sort((a, b) => compareVietnamese(a.code, b.code));
}

/** What may have happened to a report within the week; each is also a filter of the list. */
export const changeKinds = [
  'arrived',
  'accepted',
  'returned',
  'at-risk',
  'overdue',
  'extended',
  'opened',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** True when it happened to this report between then and now. */
export function hasChanged(item: BoardItem, change: ChangeKind): boolean {
  const { now, before } = item;
  const became = (kind: StandingKind) => now.kind === kind && before?.kind !== kind;
  switch (change) {
    case 'arrived':
      return isIn(now.kind) && !(before && isIn(before.kind));
    case 'extended':
      return item.newlyExtended;
    case 'opened':
      return before?.kind === 'not-opened' && now.kind !== 'not-opened' && now.kind !== 'released';
    default:
      return became(change);
  }
}

/** The last day in time of most reports that are owed: the date that the board counts down to. Null without any. */
function mainDueDate(items: readonly BoardItem[]): LocalDate | null {
  const days = new Map<LocalDate, number>();
  for (const { owed } of items)
    for (const s of owed.stages) if (s.stage === 'official') days.set(s.dueOn, (days.get(s.dueOn) ?? 0) + 1);
  const [most] = [...days].sort(([a, n], [b, m]) => m - n || a.localeCompare(b));
  return most?.[0] ?? null;
}

export function daysLeft(items: readonly BoardItem[], today: LocalDate): number | null {
  const due = mainDueDate(items);
  return due === null ? null : daysBetween(today, due);
}

export type ListFilter = {
  status: StandingKind | 'to-chase' | null;
  template: string | null;
  change: ChangeKind | null;
  words: string;
};

/** The lines that a filter lets through; words are compared without diacritics. */
export function filtered(items: readonly BoardItem[], filter: ListFilter): BoardItem[] {
  const wanted = foldVietnamese(filter.words.trim()).replace(/\s+/g, ' ');
  return items.filter(
    (i) =>
      (filter.status === null ||
        (filter.status === 'to-chase' ? needsChasing(i.now) : i.now.kind === filter.status)) &&
      (filter.template === null || i.owed.templateCode === filter.template) &&
      (filter.change === null || hasChanged(i, filter.change)) &&
      (wanted === '' || foldVietnamese(`${i.owed.unitName} ${i.owed.title}`).includes(wanted)),
  );
}
