// What is wrong, doubtful or worth knowing in a compiled plan.
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import type { CompileContext, PlanFacts } from '../model.ts';
import type { Resolved } from '../resolve.ts';

/** All diagnostics in the order of the text. */
export function diagnose(_r: Resolved, _plan: PlanFacts, _context: CompileContext): Diagnostic[] {
  return [];
}
