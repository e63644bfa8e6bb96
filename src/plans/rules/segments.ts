// The original text cut where facts and diagnostics stand, so that each lights up in its place. Pure.
import type { Diagnostic, Severity, Span } from '#src/kernel/diagnostic.ts';
import type { CompiledPlan } from '#src/plans/compiler/model.ts';
import type { Fact } from './facts.ts';

/** A run of the original text; `fact` is the pointer of the fact it belongs to, `codes` the diagnostics on it. */
export type Segment = {
  text: string;
  fact: string | null;
  first: boolean;
  codes: string[];
  severity: Severity | null;
};
export type SourceParagraph = { n: number; segments: Segment[]; heading: boolean };

type Mark = { span: Span; fact: string | null; codes: string[]; severity: Severity | null };

/** The paragraphs to show, numbered from 1. Marks never overlap: the shorter, more telling one wins. */
export function sourceParagraphs(compiled: CompiledPlan, facts: readonly Fact[]): SourceParagraph[] {
  const marks = settle([...factMarks(facts), ...diagnosticMarks(compiled.diagnostics)]);
  const headings = Object.entries(compiled.spans)
    .filter(([key]) => /^\/sections\/\d+(\/title)?$/.test(key))
    .map(([, s]) => s);
  const seen = new Set<string>();
  return compiled.paragraphs.map((p, i) => ({
    n: i + 1,
    heading: headings.some(([start]) => start >= p.span[0] && start < p.span[1]),
    segments: cut(compiled.text, p.span, marks, seen),
  }));
}

/** The number of the paragraph that holds the place, or null. */
export function paragraphAt(compiled: Pick<CompiledPlan, 'paragraphs'>, offset: number): number | null {
  const i = compiled.paragraphs.findIndex((p) => offset >= p.span[0] && offset < p.span[1]);
  return i < 0 ? null : i + 1;
}

function factMarks(facts: readonly Fact[]): Mark[] {
  return facts.flatMap((f) => f.spans.map((span) => ({ span, fact: f.pointer, codes: [], severity: null })));
}

function diagnosticMarks(diagnostics: readonly Diagnostic[]): Mark[] {
  return diagnostics.flatMap((d) =>
    d.where?.in === 'text' && d.severity !== 'note'
      ? [{ span: d.where.span, fact: null, codes: [d.code], severity: d.severity }]
      : [],
  );
}

/** Cuts the line at every mark's edge; a piece takes the shortest fact over it and every code whose last piece it is. */
function settle(marks: readonly Mark[]): Mark[] {
  const edges = [...new Set(marks.flatMap((m) => m.span))].sort((a, b) => a - b);
  const pieces: Mark[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const span: Span = [edges[i]!, edges[i + 1]!];
    const over = marks.filter((m) => m.span[0] <= span[0] && m.span[1] >= span[1]);
    if (over.length === 0) continue;
    const facts = over.filter((m) => m.fact).sort((a, b) => length(a) - length(b));
    const diagnostics = over.filter((m) => m.codes.length > 0);
    const codes = diagnostics.filter((m) => m.span[1] === span[1]).flatMap((m) => m.codes);
    const severity = diagnostics.some((m) => m.severity === 'error')
      ? 'error'
      : (diagnostics[0]?.severity ?? null);
    const last = pieces[pieces.length - 1];
    const fact = facts[0]?.fact ?? null;
    if (
      last &&
      last.span[1] === span[0] &&
      last.fact === fact &&
      last.severity === severity &&
      last.codes.length === 0
    ) {
      last.span = [last.span[0], span[1]];
      last.codes = codes;
    } else pieces.push({ span, fact, codes, severity });
  }
  return pieces;
}

const length = (m: Mark) => m.span[1] - m.span[0];

function cut(text: string, [start, end]: Span, marks: readonly Mark[], seen: Set<string>): Segment[] {
  const out: Segment[] = [];
  const plain = (from: number, to: number) => {
    if (to > from)
      out.push({ text: text.slice(from, to), fact: null, first: false, codes: [], severity: null });
  };
  let at = start;
  for (const mark of marks) {
    const from = Math.max(mark.span[0], at);
    const to = Math.min(mark.span[1], end);
    if (to <= from) continue;
    plain(at, from);
    const words = text.slice(from, to);
    // White space and points between two facts belong to no one: a link needs words.
    const fact = /[\p{L}\p{N}]/u.test(words) ? mark.fact : null;
    const first = fact !== null && !seen.has(fact);
    if (fact) seen.add(fact);
    out.push({ text: words, fact, first, codes: mark.codes, severity: mark.severity });
    at = to;
  }
  plain(at, end);
  return out;
}
