// What an earlier plan said in the end: its facts as decided and as amended since, still standing on its own words. Pure.
import { usualStage } from '#src/campaigns/amendments.ts';
import type { ObligationRow, Deadline as OwedBy } from '#src/campaigns/rules.ts';
import type { Span } from '#src/kernel/diagnostic.ts';
import { foldVietnamese } from '#src/kernel/vietnamese.ts';
import type { CompiledPlan, PlanFacts, When } from '#src/plans/compiler/model.ts';
import { withAdded } from './additions.ts';
import { decidedPlan, type FactDecision, standing } from './decisions.ts';
import { deadlineOf } from './draft.ts';
import { keyOf } from './plan-times.ts';
import { reckoned } from './reckoning.ts';

/** The reading with the officers' decisions in it, as if the text had said so: a new compile counts for nothing here. */
export function decidedReading(compiled: CompiledPlan, decisions: readonly FactDecision[]): CompiledPlan {
  const plan = decidedPlan(compiled.plan, decisions);
  const dropped = [...standing(decisions).values()].filter((d) => d.decision === 'dropped');
  const gone = new Set(dropped.map((d) => d.pointer));
  const spans: Record<string, Span> = {};
  for (const [pointer, span] of Object.entries(withAdded(compiled, decisions).spans)) {
    const moved = movedPointer(pointer, gone, plan);
    if (moved) spans[moved] = span;
  }
  return { ...compiled, plan, spans, diagnostics: [] };
}

/** Where the words' fact stands once the dropped ones are gone; null when it is one of them. */
function movedPointer(pointer: string, gone: ReadonlySet<string>, plan: PlanFacts): string | null {
  const [, field = '', index, ...rest] = pointer.split('/');
  if (gone.has(`/${field}`) || gone.has(`/${field}/${index}`)) return null;
  if (index === undefined || !/^\d+$/.test(index)) return pointer;
  const before = [...gone].filter((p) => {
    const [, other, n] = p.split('/');
    return other === field && Number(n) < Number(index);
  });
  const at = Number(index) - before.length;
  const list = plan[field as keyof PlanFacts];
  return Array.isArray(list) && at >= list.length ? null : ['', field, at, ...rest].join('/');
}

/** The plan with the dates that units have now: those of the text, or those that amendments gave since. */
export function asAmended(read: PlanFacts, obligations: readonly ObligationRow[]): PlanFacts {
  const plan = structuredClone(read);
  const due = new Map<number, OwedBy>();
  for (const [i, target] of plan.reportTargets.entries()) {
    const stage = target.template ? stageOf(plan, target.template, obligations) : null;
    if (stage && !isSame(reckoned(target.due, plan.issuedOn), stage)) due.set(i, stage);
  }
  for (const [key, targets] of Map.groupBy(due.keys(), (i) => keyOf(plan.reportTargets[i]!.due)))
    moveTargets(plan, key, targets, due);
  moveDraft(plan, obligations);
  return plan;
}

/** The date of a template's units; null where classes of one template have dates of their own and still do. */
function stageOf(plan: PlanFacts, code: string, obligations: readonly ObligationRow[]): OwedBy | null {
  const own = obligations.filter((o) => o.templateCode === code);
  const said = new Set(plan.reportTargets.filter((t) => t.template === code).map((t) => keyOf(t.due)));
  const owed = new Set(
    own.flatMap((o) => o.stages.filter((s) => s.stage === 'official').map((s) => s.dueOn)),
  );
  return own.length === 0 || (said.size > 1 && owed.size > 1) ? null : usualStage(own, code);
}

const isSame = (when: When | null, stage: OwedBy) => {
  const said = deadlineOf(when, '');
  return said?.printedOn === stage.printedOn && said.inclusive === stage.inclusive;
};

const whenOf = ({ printedOn, inclusive }: OwedBy): When => ({
  rel: inclusive ? 'by' : 'before',
  from: printedOn,
  to: printedOn,
  precision: 'day',
  tentative: false,
});

/** A date that moved for all whom it bound is changed where it stands; one that moved for some gets a line of its own. */
function moveTargets(
  plan: PlanFacts,
  key: string | null,
  moved: readonly number[],
  due: ReadonlyMap<number, OwedBy>,
): void {
  const bound = plan.reportTargets.filter((t) => keyOf(t.due) === key).length;
  const dates = new Set(moved.map((i) => keyOf(whenOf(due.get(i)!))));
  const isWhole = key !== null && dates.size === 1 && moved.length === bound;
  for (const i of moved) {
    const target = plan.reportTargets[i]!;
    const stage = due.get(i)!;
    target.due = whenOf(stage);
    if (isWhole) continue;
    const what = target.template ? `gửi báo cáo theo mẫu ${target.template}` : 'gửi báo cáo';
    plan.deadlines.push({ when: target.due, what, who: target.who, text: stage.wording });
  }
  if (!isWhole) return;
  const stage = due.get(moved[0]!)!;
  for (const d of plan.deadlines)
    if (keyOf(d.when) === key) Object.assign(d, { when: whenOf(stage), text: stage.wording });
}

/** The one date for drafts, when most surveyed units have another by now. */
function moveDraft(plan: PlanFacts, obligations: readonly ObligationRow[]): void {
  const drafts = plan.deadlines.filter((d) => /\bdu thao\b/.test(foldVietnamese(d.what)));
  const stages = obligations.flatMap((o) => o.stages.filter((s) => s.stage === 'draft'));
  const groups = [...Map.groupBy(stages, (s) => s.dueOn).values()].sort((a, b) => b.length - a.length);
  const [draft, usual] = [drafts[0], groups[0]?.[0]];
  if (!draft || drafts.length > 1 || !usual || isSame(draft.when, usual)) return;
  Object.assign(draft, { when: whenOf(usual), text: usual.wording });
}
