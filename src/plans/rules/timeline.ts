// The campaign's dates on one line, with the days between. Pure.
import { daysBetween, type LocalDate } from '#src/kernel/dates.ts';
import type { Words } from '#src/kernel/language.ts';
import type { LaunchDraft } from './launch.ts';

export type Milestone = { on: LocalDate; words: Words; attention: boolean; daysToNext: number | null };

/** Issue, each due date with how many owe it, the visits' window, the end of the synthesis; in order, each day once. */
export function milestones({ campaign, visits }: LaunchDraft): Milestone[] {
  const points = new Map<LocalDate, { vi: string[]; en: string[]; attention: boolean }>();
  const add = (on: LocalDate | null | undefined, vi: string, en: string, attention = false) => {
    if (!on) return;
    const point = points.get(on) ?? { vi: [], en: [], attention: false };
    points.set(on, { vi: [...point.vi, vi], en: [...point.en, en], attention: point.attention || attention });
  };
  add(campaign.issuedOn, 'ban hành kế hoạch', 'the plan is issued');
  for (const stage of ['draft', 'official'] as const) {
    const due = campaign.obligations.flatMap((o) =>
      o.stages.filter((s) => s.stage === stage).map((s) => s.dueOn),
    );
    for (const [on, all] of Map.groupBy(due, (d) => d))
      if (stage === 'draft')
        add(on, `hết hạn dự thảo, ${all.length} đơn vị`, `drafts due, ${all.length} units`, true);
      else add(on, `hết hạn báo cáo, ${all.length} đơn vị`, `reports due, ${all.length} units`, true);
  }
  const windows = visits
    .flatMap((v) => (v.windowFrom && v.windowTo ? [v.windowFrom, v.windowTo] : []))
    .sort();
  add(windows[0], `bắt đầu khảo sát ${visits.length} nơi`, `visits begin, ${visits.length} places`);
  add(windows.at(-1), 'hết khảo sát', 'visits end');
  add(campaign.synthesisDueOn, 'hoàn thành tổng hợp', 'the synthesis is complete', true);
  const days = [...points.keys()].sort();
  return days.map((on, i) => {
    const { vi, en, attention } = points.get(on)!;
    const next = days[i + 1];
    return {
      on,
      words: { vi: vi.join('; '), en: en.join('; ') },
      attention,
      daysToNext: next ? daysBetween(on, next) : null,
    };
  });
}
