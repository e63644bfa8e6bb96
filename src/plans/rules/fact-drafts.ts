// Each kind of fact as a line of the list: what it is called, what it says, how it is edited. Pure.
import { formatDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import type { PlanFacts, When } from '#src/plans/compiler/model.ts';
import type { FactForm, FactGroup } from './facts.ts';
import { reckoned } from './reckoning.ts';
import { whenWords } from './whens.ts';

export type FactDraft = {
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

/** Every fact of the plan, in the order in which an officer reads one. */
export function draftFacts(plan: PlanFacts): FactDraft[] {
  return [
    ...documentFacts(plan),
    ...reviewedFacts(plan),
    ...periodFacts(plan),
    ...targetFacts(plan),
    ...deadlineFacts(plan),
    ...visitFacts(plan),
    ...taskFacts(plan),
    ...eventFacts(plan),
    ...endingFacts(plan),
  ];
}

function documentFacts(plan: PlanFacts): FactDraft[] {
  const words = (pointer: string, label: Words, value: string | null): FactDraft[] =>
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
    ...listed(
      '/bases',
      { vi: 'Căn cứ', en: 'Bases' },
      plan.bases.map((b) => b.text),
    ),
    ...listed(
      '/sections',
      { vi: 'Các phần', en: 'Sections' },
      plan.sections.map((s) => `${s.numbering}. ${s.title}`),
    ),
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

/** Several things of the document that are confirmed or dropped together. */
function listed(pointer: string, label: Words, values: readonly string[]): FactDraft[] {
  if (values.length === 0) return [];
  return [{ pointer, group: 'document', label, value: same(values.join('; ')), form: 'none' }];
}

function reviewedFacts(plan: PlanFacts): FactDraft[] {
  return plan.subject.map((s, i) => ({
    pointer: `/subject/${i}`,
    group: 'reviewed',
    label: { vi: 'Văn bản được tổng kết', en: 'Reviewed document' },
    value: same([s.symbol, s.date && formatDate(s.date), s.issuer].filter(Boolean).join(', ')),
    form: 'none',
  }));
}

/** Up to which day figures count: the campaign's cut-off. */
function periodFacts({ period }: PlanFacts): FactDraft[] {
  if (!period?.to) return [];
  const { from, to } = period;
  const when: When = {
    rel: from ? 'between' : 'by',
    from: from ?? to,
    to,
    precision: 'day',
    tentative: false,
  };
  return [
    {
      pointer: '/period',
      group: 'reviewed',
      label: { vi: 'Số liệu tính', en: 'Figures count' },
      value: both((l) => whenWords(when, l)),
      form: 'when',
      when,
    },
  ];
}

function eventFacts({ event }: PlanFacts): FactDraft[] {
  if (!event) return [];
  return [
    {
      pointer: '/event',
      group: 'deadlines',
      label: { vi: 'Hội nghị', en: 'Conference' },
      value: both((l) =>
        [event.what, whenWords(event.window, l), event.place, event.mode].filter(Boolean).join('; '),
      ),
      form: 'none',
    },
  ];
}

function targetFacts(plan: PlanFacts): FactDraft[] {
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

/** A counted time also with the day that it comes to. */
function timeWords(when: When, issuedOn: When | null, language: Language): string {
  const day = reckoned(when, issuedOn);
  const words = whenWords(when, language);
  return day === when ? words : `${words} ${when.relative?.after ?? ''}: ${whenWords(day, language)}`;
}

function deadlineFacts(plan: PlanFacts): FactDraft[] {
  return plan.deadlines.map((d, i) => ({
    pointer: `/deadlines/${i}`,
    group: 'deadlines',
    label: {
      vi: `Hạn: ${d.what}${d.who ? ` (${d.who})` : ''}`,
      en: `Deadline: ${d.what}${d.who ? ` (${d.who})` : ''}`,
    },
    value: both((l) => timeWords(d.when, plan.issuedOn, l)),
    form: 'when',
    when: reckoned(d.when, plan.issuedOn),
  }));
}

function visitFacts(plan: PlanFacts): FactDraft[] {
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
    when: v.window,
  }));
}

function taskFacts(plan: PlanFacts): FactDraft[] {
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

function endingFacts(plan: PlanFacts): FactDraft[] {
  const list = (pointer: string, label: Words, values: string[]): FactDraft[] =>
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
export function addedFiles(names: readonly string[], after: number): FactDraft[] {
  return names.map((name, i) => ({
    pointer: `/attachments/${after + i}`,
    group: 'ending',
    label: { vi: 'Tệp gửi kèm', en: 'Attachment' },
    value: same(name),
    form: 'words',
  }));
}
