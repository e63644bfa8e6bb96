// Facts that an officer adds because the compiler did not read them: each stands on words of the text. Pure.
import type { Span } from '#src/kernel/diagnostic.ts';
import { invalid, Refusal } from '#src/kernel/refusal.ts';
import type { CompiledPlan, PlanFacts, ReadParagraph } from '#src/plans/compiler/model.ts';
import type { FactDecision } from './decisions.ts';

/** What can be added, and the field of the plan in which it is kept. */
export const additionFields = {
  deadline: 'deadlines',
  target: 'reportTargets',
  visit: 'visits',
  task: 'tasks',
  attachment: 'attachments',
  subject: 'subject',
  issuedOn: 'issuedOn',
  symbol: 'symbol',
} as const satisfies Record<string, keyof PlanFacts>;
export type AdditionKind = keyof typeof additionFields;
export const additionKinds = Object.keys(additionFields) as AdditionKind[];

/** `fact` in the shape of its field; `binds`: the template whose units an added deadline is for. */
export type Addition = { fact: unknown; span: Span; binds: string | null };

/** The additions by pointer, in the order in which they came. */
export function additionsOf(decisions: readonly FactDecision[]): Map<string, Addition> {
  const added = decisions.filter((d) => d.decision === 'added');
  return new Map(added.map((d) => [d.pointer, d.value as Addition]));
}

/** A copy of the reading with every added fact in its place, whatever has been decided about it since. */
export function withAdded<T extends Pick<CompiledPlan, 'plan' | 'spans'>>(
  compiled: T,
  decisions: readonly FactDecision[],
): T {
  const plan = structuredClone(compiled.plan) as PlanFacts & Record<string, unknown>;
  const spans = { ...compiled.spans };
  for (const [pointer, { fact, span }] of additionsOf(decisions)) {
    const [, field, index] = pointer.split('/') as [string, keyof PlanFacts, string | undefined];
    if (index === undefined) plan[field] = fact as never;
    else (plan[field] as unknown[])[Number(index)] = fact;
    spans[pointer] = span;
  }
  return { ...compiled, plan, spans };
}

/** Where a new fact will stand; refused when the plan has only one such fact and it is there already. */
export function pointerForNew(plan: PlanFacts, kind: AdditionKind): string | Refusal {
  const field = additionFields[kind];
  const now = plan[field];
  if (Array.isArray(now)) return `/${field}/${now.length}`;
  if (now === null) return `/${field}`;
  return new Refusal('conflict', 'fact-already-there', {
    vi: 'Kế hoạch đã có dữ kiện này. Đề nghị bấm “Sửa” ở dữ kiện ấy.',
    en: 'The plan already has this fact. Edit that one instead.',
  });
}

/** The kinds that can still be added. */
export function addableKinds(plan: PlanFacts): AdditionKind[] {
  return additionKinds.filter((kind) => typeof pointerForNew(plan, kind) === 'string');
}

type Quoted = Pick<CompiledPlan, 'text'> & { paragraphs: readonly ReadParagraph[] };

/**
 * Where the quoted words stand in the original text; spaces and line ends count alike, and so do both ways of writing
 * diacritics. Refuses words that are not there, and words that stand in several paragraphs until one is named (from 1).
 */
export function placeOfQuote(plan: Quoted, quote: string, paragraph: number | null): Span | Refusal {
  const named = paragraph === null ? null : plan.paragraphs[paragraph - 1]?.span;
  const places = placesOf(plan.text, quote).filter(
    ([start, end]) => !named || (start >= named[0] && end <= named[1]),
  );
  const [first] = places;
  if (!first || (paragraph !== null && !named))
    return invalid('quote-not-found', notFoundWords, { quote: notFoundWords });
  const holders = [...new Set(places.map(([start]) => paragraphOf(plan, start)))];
  if (holders.length > 1) {
    const list = holders.slice(0, 8).join(', ');
    const words = {
      vi: `Những chữ này có ở nhiều đoạn (${list}): trích dài hơn, hoặc ghi số đoạn.`,
      en: `These words stand in several paragraphs (${list}): quote more, or give the paragraph's number.`,
    };
    return invalid('quote-ambiguous', words, { quote: words });
  }
  return first;
}

const notFoundWords = {
  vi: 'Không thấy những chữ này trong văn bản. Đề nghị trích đúng từng chữ.',
  en: 'These words are not in the text. Quote them exactly.',
};

function paragraphOf({ paragraphs }: Quoted, offset: number): number {
  return paragraphs.findIndex((p) => offset >= p.span[0] && offset < p.span[1]) + 1;
}

function placesOf(text: string, quote: string): Span[] {
  const parts = quote.trim().split(/\s+/u).filter(Boolean);
  if (parts.length === 0) return [];
  for (const form of ['NFC', 'NFD'] as const) {
    const pattern = parts.map((p) => p.normalize(form).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('\\s+');
    const found = [...text.matchAll(new RegExp(pattern, 'gu'))];
    if (found.length > 0) return found.map((m) => [m.index, m.index + m[0].length]);
  }
  return [];
}
