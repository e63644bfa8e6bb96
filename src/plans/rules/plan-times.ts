// Every time of a plan once, with all that it binds, so that each can be given a new one. Pure.
import type { Words } from '#src/kernel/language.ts';
import type { PlanFacts, When } from '#src/plans/compiler/model.ts';

/** `key` names the time within its plan and is a form field's name. */
export type PlanTime = { key: string; when: When; binds: Words[] };

/** Null for a time without a date: recurring, relative, a week. */
export function keyOf(when: When | null): string | null {
  return when && (when.from || when.to) ? `${when.rel}.${when.from ?? ''}.${when.to ?? ''}` : null;
}

/** The period of the data as a time; an end that is not given stays open. */
export function periodWhen({ period }: Pick<PlanFacts, 'period'>): When | null {
  return period && { rel: 'between', ...period, precision: 'day', tentative: false };
}

/** The dated times of a plan, the earliest first. What two facts have in common is one time. */
export function planTimes(plan: PlanFacts): PlanTime[] {
  const times = new Map<string, PlanTime>();
  for (const { when, words } of uses(plan)) {
    const key = keyOf(when);
    if (!key) continue;
    const time = times.get(key) ?? { key, when: when!, binds: [] };
    if (!time.binds.some((b) => b.vi === words.vi)) time.binds.push(words);
    times.set(key, time);
  }
  const start = ({ when }: PlanTime) => when.from ?? when.to ?? '';
  return [...times.values()].sort((a, b) => start(a).localeCompare(start(b)));
}

type Use = { when: When | null; words: Words };
const short = (text: string) => (text.length > 140 ? `${text.slice(0, 137)}…` : text);
const same = (text: string): Words => ({ vi: short(text), en: short(text) });

function uses(plan: PlanFacts): Use[] {
  return [
    ...plan.deadlines.map((d) => ({ when: d.when, words: same(d.who ? `${d.who}: ${d.what}` : d.what) })),
    ...reportsDue(plan),
    ...plan.visits.map((v) => ({
      when: v.window,
      words: { vi: `Khảo sát ${v.units.length} nơi`, en: `Visits to ${v.units.length} places` },
    })),
    ...plan.tasks.map((t) => ({ when: t.due, words: same(`${t.lead}: ${t.what}`) })),
    { when: plan.event?.window ?? null, words: same(plan.event?.what ?? '') },
    { when: periodWhen(plan), words: { vi: 'Kỳ số liệu', en: 'Period of the data' } },
  ];
}

/** "Hạn báo cáo mẫu M1, M2": one line for the templates that share a date. */
function reportsDue(plan: PlanFacts): Use[] {
  const due = plan.reportTargets.filter((t) => keyOf(t.due));
  return [...Map.groupBy(due, (t) => keyOf(t.due)).values()].map((targets) => {
    const codes = [...new Set(targets.flatMap((t) => t.template ?? []))].join(', ');
    const words = codes
      ? { vi: `Hạn báo cáo mẫu ${codes}`, en: `Reports on ${codes} are due` }
      : { vi: 'Hạn báo cáo', en: 'Reports are due' };
    return { when: targets[0]!.due, words };
  });
}
