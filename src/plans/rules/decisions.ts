// What a person decided about each fact of a plan: confirm, edit or drop; the latest decision stands. Pure.
import type { Deadline, PlanFacts, When } from '#src/plans/compiler/model.ts';
import { additionsOf, withAdded } from './additions.ts';
import { keyOf } from './plan-times.ts';

export type DecisionKind = 'confirmed' | 'edited' | 'dropped' | 'reopened' | 'added';

/** `value` is the new fact for an edit, an `Addition` for what was added; a fact is named by its JSON pointer in the compiled plan ("/deadlines/0"). */
export type FactDecision = { pointer: string; decision: DecisionKind; value: unknown; decidedAt: Date };

export type FactState = 'open' | 'confirmed' | 'edited' | 'dropped' | 'added';

/** The standing decision of each fact: the last of those made about it, in the order in which they came. */
export function standing(decisions: readonly FactDecision[]): Map<string, FactDecision> {
  return new Map(decisions.map((d) => [d.pointer, d]));
}

export function stateOf(decision: FactDecision | undefined): FactState {
  return !decision || decision.decision === 'reopened' ? 'open' : decision.decision;
}

/** The plan with additions and edits in place, dropped facts still there: what a further edit starts from. */
export function editedFacts(read: PlanFacts, decisions: readonly FactDecision[]): PlanFacts {
  const { plan } = withAdded({ plan: read, spans: {} }, decisions);
  const out = plan as PlanFacts & Record<string, unknown>;
  out.attachments = read.attachments;
  for (const { pointer, decision, value } of standing(decisions).values()) {
    const [, field, index] = pointer.split('/');
    if (decision !== 'edited' || !field || !(field in out) || addedAttachment.test(pointer)) continue;
    if (index === undefined) out[field] = value as never;
    else (out[field] as unknown[])[Number(index)] = value;
  }
  return out;
}

/**
 * The same, with every time that other facts repeat (a class's due date, a visit's window, a task's) where the deadline
 * is that was edited or dropped, unless an edit has given the fact a time of its own.
 */
export function editedPlan(read: PlanFacts, decisions: readonly FactDecision[]): PlanFacts {
  const { plan } = withAdded({ plan: read, spans: {} }, decisions);
  const out = editedFacts(read, decisions);
  const moved = movedTimes(plan, standing(decisions));
  const follow = (when: When | null, as: When | null | undefined): When | null => {
    const key = keyOf(when);
    return key && key === keyOf(as ?? null) && moved.has(key) ? (moved.get(key) ?? null) : when;
  };
  for (const [i, target] of out.reportTargets.entries())
    out.reportTargets[i] = { ...target, due: follow(target.due, plan.reportTargets[i]?.due) };
  for (const [i, visit] of out.visits.entries())
    out.visits[i] = { ...visit, window: follow(visit.window, plan.visits[i]?.window) };
  for (const [i, task] of out.tasks.entries())
    out.tasks[i] = { ...task, due: follow(task.due, plan.tasks[i]?.due) };
  bindDeadlines(out, decisions);
  return out;
}

/** The plan as decided: edited, and dropped facts gone. Lists keep their order. */
export function decidedPlan(read: PlanFacts, decisions: readonly FactDecision[]): PlanFacts {
  const out = editedPlan(read, decisions) as PlanFacts & Record<string, unknown>;
  const dropped = new Map<string, number[]>();
  for (const { pointer, decision } of standing(decisions).values()) {
    const [, field, index] = pointer.split('/');
    if (decision !== 'dropped' || !field || !(field in out) || addedAttachment.test(pointer)) continue;
    if (index === undefined) out[field] = (Array.isArray(out[field]) ? [] : null) as never;
    else dropped.set(field, [...(dropped.get(field) ?? []), Number(index)]);
  }
  for (const [field, gone] of dropped)
    out[field] = (out[field] as unknown[]).filter((_, i) => !gone.includes(i)) as never;
  out.attachments = [...out.attachments, ...addedAttachments(decisions)];
  return out;
}

/** The files read are one fact, those added one fact each: what is decided about the one leaves the others alone. */
const addedAttachment = /^\/attachments\/\d+$/;

function addedAttachments(decisions: readonly FactDecision[]): string[] {
  const latest = standing(decisions);
  return [...additionsOf(decisions)].flatMap(([pointer, { fact }]) => {
    const { decision, value } = latest.get(pointer)!;
    if (!addedAttachment.test(pointer) || decision === 'dropped') return [];
    return [String(decision === 'edited' ? value : fact)];
  });
}

/** An added deadline that was said to be for a template's units is their due date, until it is dropped. */
function bindDeadlines(out: PlanFacts, decisions: readonly FactDecision[]): void {
  const latest = standing(decisions);
  for (const [pointer, { binds }] of additionsOf(decisions)) {
    const deadline = out.deadlines[Number(deadlinePointer.exec(pointer)?.[1] ?? Number.NaN)];
    if (!binds || !deadline || latest.get(pointer)!.decision === 'dropped') continue;
    for (const target of out.reportTargets) if (target.template === binds) target.due = deadline.when;
  }
}

const deadlinePointer = /^\/deadlines\/(\d+)$/;

/** For every time of a decided deadline its new one, or null when it was dropped. */
function movedTimes(
  plan: PlanFacts,
  latest: ReadonlyMap<string, FactDecision>,
): Map<string | null, When | null> {
  const moved = new Map<string | null, When | null>();
  for (const [pointer, { decision, value }] of latest) {
    const old = plan.deadlines[Number(deadlinePointer.exec(pointer)?.[1] ?? Number.NaN)];
    if (!old?.when.from) continue;
    if (decision === 'edited') moved.set(keyOf(old.when), (value as Deadline).when);
    if (decision === 'dropped' && !isSaidElsewhere(plan, old, latest)) moved.set(keyOf(old.when), null);
  }
  return moved;
}

/** Another deadline at the same time still stands, so that a dropped one takes nothing with it. */
function isSaidElsewhere(
  plan: PlanFacts,
  dropped: Deadline,
  latest: ReadonlyMap<string, FactDecision>,
): boolean {
  return plan.deadlines.some(
    (d, i) =>
      d !== dropped &&
      keyOf(d.when) === keyOf(dropped.when) &&
      latest.get(`/deadlines/${i}`)?.decision !== 'dropped',
  );
}
