// The facts of a compiled plan as a list to confirm: what each is called, what it says, where it stands in the text. Pure.

import { formatDate } from '#src/kernel/dates.ts';
import type { Span } from '#src/kernel/diagnostic.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import type { CompiledPlan, PlanFacts, When } from '#src/plans/compiler/model.ts';
import { additionsOf, withAdded } from './additions.ts';
import { editedPlan, type FactDecision, type FactState, standing, stateOf } from './decisions.ts';
import { whenWords } from './whens.ts';

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

type Draft = {
  pointer: string;
  group: FactGroup;
  label: Words;
  value: Words;
  form: FactForm;
  typed?: string;
  when?: When | null;
};

const same = (text: string): Words => ({ vi: text, en: text });
const both = (say: (language: Language) => string): Words => ({ vi: say('vi'), en: say('en') });

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

function draftFacts(plan: PlanFacts): Draft[] {
  return [
    ...documentFacts(plan),
    ...reviewedFacts(plan),
    ...targetFacts(plan),
    ...deadlineFacts(plan),
    ...visitFacts(plan),
    ...taskFacts(plan),
    ...endingFacts(plan),
  ];
}

function documentFacts(plan: PlanFacts): Draft[] {
  const words = (pointer: string, label: Words, value: string | null): Draft[] =>
    value ? [{ pointer, group: 'document', label, value: same(value), form: 'words' }] : [];
  const signatory = plan.signatory;
  return [
    ...words('/symbol', { vi: 'Số và ký hiệu', en: 'Number and symbol' }, plan.symbol),
    ...(plan.issuedOn
      ? [
          {
            pointer: '/issuedOn',
            group: 'document' as const,
            label: { vi: 'Ngày ban hành', en: 'Date of issue' },
            value: both((l) => whenWords(plan.issuedOn, l)),
            form: 'when' as const,
            when: plan.issuedOn,
          },
        ]
      : []),
    ...words('/issuer', { vi: 'Cơ quan ban hành', en: 'Issuer' }, plan.issuer),
    ...words('/title', { vi: 'Trích yếu', en: 'Abstract' }, plan.title),
    ...(signatory
      ? [
          {
            pointer: '/signatory',
            group: 'document' as const,
            label: { vi: 'Người ký', en: 'Signatory' },
            value: same([signatory.authority, signatory.position, signatory.name].filter(Boolean).join(', ')),
            form: 'none' as const,
          },
        ]
      : []),
  ];
}

function reviewedFacts(plan: PlanFacts): Draft[] {
  return plan.subject.map((s, i) => ({
    pointer: `/subject/${i}`,
    group: 'reviewed',
    label: { vi: 'Văn bản được tổng kết', en: 'Reviewed document' },
    value: same([s.symbol, s.date && formatDate(s.date), s.issuer].filter(Boolean).join(', ')),
    form: 'none',
  }));
}

function targetFacts(plan: PlanFacts): Draft[] {
  return plan.reportTargets.map((t, i) => ({
    pointer: `/reportTargets/${i}`,
    group: 'targets',
    label: {
      vi: `Lớp đơn vị ${t.template ? `làm mẫu ${t.template}` : 'báo cáo'}`,
      en: `Units ${t.template ? `of template ${t.template}` : 'that report'}`,
    },
    value: both((l) => (t.except ? `${t.who} (${l === 'vi' ? 'trừ' : 'except'} ${t.except})` : t.who)),
    form: 'words',
    typed: t.who,
  }));
}

function deadlineFacts(plan: PlanFacts): Draft[] {
  return plan.deadlines.map((d, i) => ({
    pointer: `/deadlines/${i}`,
    group: 'deadlines',
    label: {
      vi: `Hạn: ${d.what}${d.who ? ` (${d.who})` : ''}`,
      en: `Deadline: ${d.what}${d.who ? ` (${d.who})` : ''}`,
    },
    value: both((l) => whenWords(d.when, l)),
    form: 'when',
    when: d.when,
  }));
}

function visitFacts(plan: PlanFacts): Draft[] {
  return plan.visits.map((v, i) => ({
    pointer: `/visits/${i}`,
    group: 'visits',
    label: { vi: `Khảo sát ${v.units.length} nơi`, en: `Visits to ${v.units.length} units` },
    value: both((l) =>
      [v.units.join(', '), whenWords(v.window, l), v.duration?.split(':')[0], v.notice]
        .filter(Boolean)
        .join('; '),
    ),
    form: 'names',
    typed: v.units.join('\n'),
  }));
}

function taskFacts(plan: PlanFacts): Draft[] {
  return plan.tasks.map((t, i) => ({
    pointer: `/tasks/${i}`,
    group: 'tasks',
    label: { vi: `Nhiệm vụ của ${t.lead}`, en: `Task of ${t.lead}` },
    value: both(
      (l) =>
        `${t.what}${t.supporting.length ? ` (${l === 'vi' ? 'phối hợp' : 'with'}: ${t.supporting.join(', ')})` : ''}${t.due ? `; ${whenWords(t.due, l)}` : ''}`,
    ),
    form: 'none',
  }));
}

function endingFacts(plan: PlanFacts): Draft[] {
  const list = (pointer: string, label: Words, values: string[]): Draft[] =>
    values.length
      ? [
          {
            pointer,
            group: 'ending',
            label,
            value: same(values.join('; ')),
            form: 'names',
            typed: values.join('\n'),
          },
        ]
      : [];
  return [
    ...list('/recipients', { vi: 'Nơi nhận', en: 'Recipients' }, plan.recipients),
    ...list('/attachments', { vi: 'Tệp gửi kèm', en: 'Attachments' }, plan.attachments),
  ];
}

/** Attachments that an officer added stand one by one after those read. */
function addedFiles(names: readonly string[], after: number): Draft[] {
  return names.map((name, i) => ({
    pointer: `/attachments/${after + i}`,
    group: 'ending',
    label: { vi: 'Tệp gửi kèm', en: 'Attachment' },
    value: same(name),
    form: 'words',
  }));
}
