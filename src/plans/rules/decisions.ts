// What a person decided about each fact of a plan: confirm, edit or drop; the latest decision stands. Pure.
import type { Deadline, PlanFacts, When } from '#src/plans/compiler/model.ts';
import { additionsOf, withAdded } from './additions.ts';

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

/**
 * The plan as decided: additions in place, edits applied, dropped facts gone. Lists keep their order. A time that other facts repeat (a
 * class's due date, a visit's window, a task's) follows the deadline that was edited or dropped; nothing else changes.
 */
export function decidedPlan(read: PlanFacts, decisions: readonly FactDecision[]): PlanFacts {
  const { plan } = withAdded({ plan: read, spans: {} }, decisions);
  const out = withDecidedTimes(plan, standing(decisions)) as PlanFacts & Record<string, unknown>;
  out.attachments = read.attachments;
  const dropped = new Map<string, number[]>();
  for (const { pointer, decision, value } of standing(decisions).values()) {
    if (addedAttachment.test(pointer)) continue;
    const [, field, index] = pointer.split('/');
    if (!field || !(field in out)) continue;
    const list = index === undefined ? null : (out[field] as unknown[] | null);
    if (decision === 'edited' && list) list[Number(index)] = value;
    else if (decision === 'edited') out[field] = value as never;
    else if (decision === 'dropped' && list)
      dropped.set(field, [...(dropped.get(field) ?? []), Number(index)]);
    else if (decision === 'dropped') out[field] = (Array.isArray(out[field]) ? [] : null) as never;
  }
  bindDeadlines(out, decisions);
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

/** A copy in which every time that equals a decided deadline's is that deadline's new one, or null when it was dropped. */
function withDecidedTimes(plan: PlanFacts, latest: ReadonlyMap<string, FactDecision>): PlanFacts {
  const out = structuredClone(plan);
  const moved = new Map<string, When | null>();
  for (const [pointer, { decision, value }] of latest) {
    const old = plan.deadlines[Number(deadlinePointer.exec(pointer)?.[1] ?? Number.NaN)];
    if (!old?.when.from) continue;
    if (decision === 'edited') moved.set(timeKey(old.when), (value as Deadline).when);
    if (decision === 'dropped' && !isSaidElsewhere(plan, old, latest)) moved.set(timeKey(old.when), null);
  }
  const follow = (when: When | null): When | null => {
    const key = when && timeKey(when);
    return key !== null && moved.has(key) ? (moved.get(key) ?? null) : when;
  };
  for (const target of out.reportTargets) target.due = follow(target.due);
  for (const visit of out.visits) visit.window = follow(visit.window);
  for (const task of out.tasks) task.due = follow(task.due);
  return out;
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
      timeKey(d.when) === timeKey(dropped.when) &&
      latest.get(`/deadlines/${i}`)?.decision !== 'dropped',
  );
}

const timeKey = ({ rel, from, to }: When) => (from ? `${rel} ${from} ${to}` : 'none');
