// Builds a diagnostic that points at words of the plan.
import { formatDate, type LocalDate } from '#src/kernel/dates.ts';
import type { Diagnostic, Severity, Span } from '#src/kernel/diagnostic.ts';
import type { Words } from '#src/kernel/language.ts';
import { type Piece, placeOf } from '../layout/paragraph.ts';

const severities: Record<string, Severity> = { E: 'error', W: 'warning', I: 'note' };

/** The first letter of a code is its severity: E error, W warning, I note. */
export function diagnostic(
  code: string,
  at: Piece | Span | null,
  message: Words,
  hint: Words | null = null,
): Diagnostic {
  return {
    code,
    severity: severities[code[0]!] ?? 'note',
    message,
    where: at ? { in: 'text', span: Array.isArray(at) ? at : placeOf(at as Piece) } : null,
    hint,
  };
}

/** A date as people read it, whatever precision it came with. */
export const readable = (iso: string): string => formatDate(iso.slice(0, 10) as LocalDate);

/** In the order of the text; those of no place first. */
export const inOrder = (all: readonly Diagnostic[]): Diagnostic[] =>
  [...all].sort((a, b) => placeIn(a) - placeIn(b));
const placeIn = (d: Diagnostic): number => (d.where?.in === 'text' ? d.where.span[0] : -1);
