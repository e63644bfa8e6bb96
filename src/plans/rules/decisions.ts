// What a person decided about each fact of a plan: confirm, edit or drop; the latest decision stands. Pure.
import type { PlanFacts } from '#src/plans/compiler/model.ts';

export type DecisionKind = 'confirmed' | 'edited' | 'dropped' | 'reopened';

/** `value` is the new fact, for an edit; a fact is named by its JSON pointer in the compiled plan ("/deadlines/0"). */
export type FactDecision = { pointer: string; decision: DecisionKind; value: unknown; decidedAt: Date };

export type FactState = 'open' | 'confirmed' | 'edited' | 'dropped';

/** The standing decision of each fact: the last of those made about it, in the order in which they came. */
export function standing(decisions: readonly FactDecision[]): Map<string, FactDecision> {
  return new Map(decisions.map((d) => [d.pointer, d]));
}

export function stateOf(decision: FactDecision | undefined): FactState {
  return !decision || decision.decision === 'reopened' ? 'open' : decision.decision;
}

/** The plan as decided: edits applied, dropped facts gone. Lists keep their order; nothing else changes. */
export function decidedPlan(plan: PlanFacts, decisions: readonly FactDecision[]): PlanFacts {
  const out = structuredClone(plan) as PlanFacts & Record<string, unknown>;
  const dropped = new Map<string, number[]>();
  for (const { pointer, decision, value } of standing(decisions).values()) {
    const [, field, index] = pointer.split('/');
    if (!field || !(field in out)) continue;
    const list = index === undefined ? null : (out[field] as unknown[] | null);
    if (decision === 'edited' && list) list[Number(index)] = value;
    else if (decision === 'edited') out[field] = value as never;
    else if (decision === 'dropped' && list)
      dropped.set(field, [...(dropped.get(field) ?? []), Number(index)]);
    else if (decision === 'dropped') out[field] = (Array.isArray(out[field]) ? [] : null) as never;
  }
  for (const [field, gone] of dropped)
    out[field] = (out[field] as unknown[]).filter((_, i) => !gone.includes(i)) as never;
  return out;
}
