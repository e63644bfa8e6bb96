// One kind of diagnostic everywhere: plan, Word and Excel import, annex rule, quality check, final-report lint.
import type { Words } from './language.ts';

export type Severity = 'error' | 'warning' | 'note';

/** A half-open range [start, end) of UTF-16 code units in the original text. */
export type Span = [start: number, end: number];

/** The place a diagnostic points at: words of a text, a cell of a table, a section of a report, or the whole file. */
export type Place =
  | { in: 'text'; span: Span }
  | { in: 'cell'; table: string; row: string; column: string; sheet?: string; address?: string }
  | { in: 'section'; section: string; block?: string }
  | { in: 'file'; name: string };

/** Says what is wrong, where, and how to mend it; as a compiler does. Each code is documented once. */
export type Diagnostic = {
  code: string;
  severity: Severity;
  message: Words;
  where: Place | null;
  hint: Words | null;
};

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === 'error');
}

const weight: Record<Severity, number> = { error: 0, warning: 1, note: 2 };

/** Worst first; within a severity the order of the text is kept. */
export function bySeverity(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort((a, b) => weight[a.severity] - weight[b.severity]);
}
