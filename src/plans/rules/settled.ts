// Which of a plan's diagnostics still want attention, once its facts are decided and its lists given. Pure.
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import type { Fact } from './facts.ts';

export type Sorted = { open: Diagnostic[]; settled: Diagnostic[] };

/**
 * A warning on the words of a fact is settled when an officer has confirmed, edited or dropped that fact; "the list is
 * missing" (E203) when every list has been given. Notes and everything else stay open; nothing is left out.
 */
export function sortDiagnostics(
  diagnostics: readonly Diagnostic[],
  facts: readonly Fact[],
  hasEveryList: boolean,
): Sorted {
  const isSettled = (d: Diagnostic) =>
    (d.code === 'E203' && hasEveryList) || (d.severity === 'warning' && stateAt(d, facts) === 'decided');
  return { open: diagnostics.filter((d) => !isSettled(d)), settled: diagnostics.filter(isSettled) };
}

/** The state of the facts whose words the diagnostic points at: of those that say just this, one decision is enough. */
function stateAt({ where }: Diagnostic, facts: readonly Fact[]): 'open' | 'decided' | null {
  if (where?.in !== 'text') return null;
  const [start, end] = where.span;
  const over = facts.flatMap((f) =>
    f.spans.filter(([a, b]) => a < end && b > start).map(([a, b]) => ({ fact: f, length: b - a })),
  );
  const shortest = Math.min(...over.map((o) => o.length));
  const closest = over.filter((o) => o.length === shortest);
  if (closest.length === 0) return null;
  return closest.some((o) => o.fact.state !== 'open') ? 'decided' : 'open';
}
