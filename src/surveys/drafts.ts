// From the visits that a plan names to visits that can be scheduled. Pure.
import type { LocalDate } from '#src/kernel/dates.ts';
import { foldVietnamese } from '#src/kernel/vietnamese.ts';
import type { UnitKind } from '#src/units/rules.ts';
import { patternOfKind, usualHalfDays } from './patterns.ts';

/** One class of visited bodies as a plan gives it; `duration` and `notice` are the plan's own words. */
export type PlannedVisits = {
  hosts: readonly { unitId: string; kind: UnitKind }[];
  /** First and last possible day; null when the plan gives no time. */
  window: { from: LocalDate; to: LocalDate } | null;
  duration: string | null;
  notice: string | null;
};

export type VisitDraft = {
  unitId: string;
  position: number;
  pattern: string;
  halfDays: number;
  windowFrom: LocalDate | null;
  windowTo: LocalDate | null;
  noticeDays: number | null;
};

/** One draft per body, numbered from 1 in the order given; a body named twice is visited once. */
export function draftVisits(planned: readonly PlannedVisits[]): VisitDraft[] {
  const seen = new Set<string>();
  const drafts: VisitDraft[] = [];
  for (const group of planned)
    for (const host of group.hosts) {
      if (seen.has(host.unitId)) continue;
      seen.add(host.unitId);
      const pattern = patternOfKind(host.kind);
      drafts.push({
        unitId: host.unitId,
        position: drafts.length + 1,
        pattern,
        halfDays: halfDaysIn(group.duration) ?? usualHalfDays(pattern),
        windowFrom: group.window?.from ?? null,
        windowTo: group.window?.to ?? null,
        noticeDays: noticeDaysIn(group.notice),
      });
    }
  return drafts;
}

/** "1,5 ngày" → 3, "01 buổi" → 1, "02 ngày" → 4; null when no length of at most ten days is given. */
export function halfDaysIn(duration: string | null): number | null {
  const words = foldVietnamese(duration ?? '');
  const days = /(\d+(?:[.,]5)?)\s*ngay/.exec(words)?.[1];
  const halves = /(\d+)\s*buoi/.exec(words)?.[1];
  const count = days ? Number(days.replace(',', '.')) * 2 : halves ? Number(halves) : 0;
  return Number.isInteger(count) && count > 0 && count <= 20 ? count : null;
}

/** "thông báo trước 10 ngày" → 10; null when the plan gives no rule. */
export function noticeDaysIn(notice: string | null): number | null {
  const days = /(\d+)\s*ngay/.exec(foldVietnamese(notice ?? ''))?.[1];
  return days && Number(days) <= 365 ? Number(days) : null;
}
