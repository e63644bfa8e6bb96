// An earlier plan carried over to a new one: each difference is a decision on one of its facts, as an officer makes them. Pure.
import type { LocalDate } from '#src/kernel/dates.ts';
import type { PlanFacts, Task, When } from '#src/plans/compiler/model.ts';
import type { DecisionKind } from './decisions.ts';
import { keyOf, periodWhen } from './plan-times.ts';
import { writeTime } from './written-times.ts';

/** What an officer gives: the new plan's head, and the new time of each old one by its key. */
export type Carried = {
  symbol: string;
  issuedOn: LocalDate;
  issuer: string;
  title: string;
  times: ReadonlyMap<string, When>;
};

export type CarriedDecision = { pointer: string; decision: DecisionKind; value: unknown };

/**
 * The decisions that make the earlier plan the new one: its head, its moved times, the issuer's new name wherever the
 * old one stands, no signatory yet, and visits without places. What does not differ has none and waits to be confirmed.
 * Changed facts keep the order of their parts, so that equal ones are equal as text.
 */
export function carryOver(plan: PlanFacts, carried: Carried): CarriedDecision[] {
  const edit = (pointer: string, old: unknown, value: unknown): CarriedDecision[] =>
    JSON.stringify(old) === JSON.stringify(value) ? [] : [{ pointer, decision: 'edited', value }];
  const { issuedOn } = carried;
  const period = movedPeriod(plan, carried);
  return [
    ...edit('/symbol', plan.symbol, carried.symbol),
    ...(plan.issuedOn?.from === issuedOn && plan.issuedOn.to === issuedOn
      ? []
      : edit('/issuedOn', plan.issuedOn, onDay(issuedOn))),
    ...edit('/issuer', plan.issuer, carried.issuer),
    ...edit('/title', plan.title, carried.title),
    ...(plan.signatory
      ? [{ pointer: '/signatory', decision: 'dropped' as const, value: null } satisfies CarriedDecision]
      : []),
    ...newDeadlines(plan, carried).flatMap((d, i) => edit(`/deadlines/${i}`, plan.deadlines[i], d)),
    ...plan.visits.flatMap((v, i) =>
      edit(`/visits/${i}`, v, { ...v, units: [], window: freed(v.window, plan, carried) }),
    ),
    ...plan.tasks.flatMap((t, i) => edit(`/tasks/${i}`, t, newTask(t, plan, carried))),
    ...(plan.event ? edit('/event', plan.event, newEvent(plan.event, carried)) : []),
    ...edit('/period', plan.period, period),
  ];
}

const onDay = (day: LocalDate): When => ({
  rel: 'on',
  from: day,
  to: day,
  precision: 'day',
  tentative: false,
});

const moved = (when: When | null, { times }: Carried): When | null => times.get(keyOf(when) ?? '') ?? when;

/** A time that a deadline has as well is left as it was: it follows that deadline, also when it is edited later. */
const freed = (when: When | null, plan: PlanFacts, carried: Carried): When | null =>
  plan.deadlines.some((d) => keyOf(d.when) === keyOf(when)) ? when : moved(when, carried);

const newEvent = (event: NonNullable<PlanFacts['event']>, carried: Carried) => ({
  ...event,
  window: moved(event.window, carried),
});

function movedPeriod(plan: PlanFacts, carried: Carried): PlanFacts['period'] {
  const when = moved(periodWhen(plan), carried);
  return when && plan.period && { ...plan.period, from: when.from, to: when.to };
}

function newDeadlines(plan: PlanFacts, carried: Carried): PlanFacts['deadlines'] {
  const rename = renaming(plan, carried);
  return plan.deadlines.map((d) => {
    const when = moved(d.when, carried)!;
    const text = when === d.when ? d.text : timeText(when);
    return { ...d, when, what: rename(d.what), who: d.who && rename(d.who), text };
  });
}

function newTask(task: Task, plan: PlanFacts, carried: Carried): Task {
  const rename = renaming(plan, carried);
  return {
    ...task,
    lead: rename(task.lead),
    supporting: task.supporting.map(rename),
    what: rename(task.what),
    due: freed(task.due, plan, carried),
  };
}

/** The words of a fact with the issuer's new name and the new dates in the place of the old. */
function renaming(plan: PlanFacts, carried: Carried): (words: string) => string {
  const now = new Map<string, string>();
  for (const d of plan.deadlines) {
    const when = carried.times.get(keyOf(d.when) ?? '');
    if (when && d.text) now.set(d.text, timeText(when));
  }
  if (plan.issuer && plan.issuer !== carried.issuer) now.set(plan.issuer, carried.issuer);
  if (now.size === 0) return (words) => words;
  const longestFirst = [...now.keys()].sort((a, b) => b.length - a.length);
  const old = new RegExp(longestFirst.map(literally).join('|'), 'gu');
  return (words) => words.replace(old, (found) => now.get(found)!);
}

const literally = (words: string) => words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

const nouns: Record<When['precision'], string> = {
  minute: '',
  day: 'ngày ',
  week: '',
  month: 'tháng ',
  quarter: '',
  year: 'năm ',
};

/** The time as a plan writes it, for what units will read: "trước ngày 30/8/2026", "tháng 9/2026 đến tháng 10/2026". */
function timeText(when: When): string {
  const { from, to } = writeTime(when);
  const noun = nouns[when.precision];
  const time = [from, to].flatMap((edge) => (edge ? noun + edge : [])).join(' đến ');
  const rel = { before: 'trước ', by: 'chậm nhất ' }[when.rel as string] ?? '';
  return rel + time;
}
