// The facts of a compiled plan as a list to confirm: what each is called, what it says, where it stands in the text. Pure.

import type { Span } from '#src/kernel/diagnostic.ts';
import type { Words } from '#src/kernel/language.ts';
import type { CompiledPlan, When } from '#src/plans/compiler/model.ts';
import { additionsOf, withAdded } from './additions.ts';
import { editedPlan, type FactDecision, type FactState, standing, stateOf } from './decisions.ts';
import { addedFiles, draftFacts } from './fact-drafts.ts';

/** How a fact is edited: a line of words, a time, a list of names, or only confirmed and dropped. */
export type FactForm = 'words' | 'when' | 'names' | 'none';

export type Fact = {
  pointer: string;
  group: FactGroup;
  label: Words;
  value: Words;
  form: FactForm;
  /** What the edit form starts with. */
  typed: string;
  when: When | null;
  spans: Span[];
  state: FactState;
};

export const factGroups = [
  'document',
  'reviewed',
  'targets',
  'deadlines',
  'visits',
  'tasks',
  'ending',
] as const;
export type FactGroup = (typeof factGroups)[number];

export const groupNames: Record<FactGroup, Words> = {
  document: { vi: 'Văn bản', en: 'Document' },
  reviewed: { vi: 'Văn bản được tổng kết', en: 'Reviewed documents' },
  targets: { vi: 'Đơn vị báo cáo và mẫu', en: 'Reporting units and templates' },
  deadlines: { vi: 'Thời hạn', en: 'Deadlines' },
  visits: { vi: 'Khảo sát', en: 'Survey visits' },
  tasks: { vi: 'Nhiệm vụ', en: 'Tasks' },
  ending: { vi: 'Nơi nhận, tệp kèm', en: 'Recipients and attachments' },
};

/** Every fact with its state; edited facts show the value decided. Order: as an officer reads a plan. */
export function listFacts(
  compiled: Pick<CompiledPlan, 'plan' | 'spans'>,
  decisions: readonly FactDecision[],
): Fact[] {
  const latest = standing(decisions);
  const { plan: read, spans } = withAdded(compiled, decisions);
  const plan = editedPlan(compiled.plan, decisions);
  const added = new Set(additionsOf(decisions).keys());
  const filesRead = compiled.plan.attachments.length;
  const files = read.attachments.slice(filesRead).map((name, i) => {
    const decision = latest.get(`/attachments/${filesRead + i}`);
    return decision?.decision === 'edited' ? String(decision.value) : name;
  });
  return [...draftFacts(plan), ...addedFiles(files, filesRead)].map((draft) => ({
    ...draft,
    typed: draft.typed ?? draft.value.vi,
    when: draft.when ?? null,
    spans: spansUnder(spans, draft.pointer, added),
    state: stateOf(latest.get(draft.pointer)),
  }));
}

/** The next fact that waits for a decision after this one, in the order of the list and round again; null when none waits. */
export function nextOpen(facts: readonly Fact[], pointer: string): Fact | null {
  const at = facts.findIndex((f) => f.pointer === pointer);
  return [...facts.slice(at + 1), ...facts.slice(0, at + 1)].find((f) => f.state === 'open') ?? null;
}

/** The fact's own words and those of its parts, in the order of the text. */
function spansUnder(spans: Record<string, Span>, pointer: string, added: ReadonlySet<string>): Span[] {
  return Object.entries(spans)
    .filter(([key]) => key === pointer || (key.startsWith(`${pointer}/`) && !added.has(key)))
    .map(([, span]) => span)
    .sort((a, b) => a[0] - b[0]);
}
