// What is wrong, doubtful or worth knowing in a compiled plan. Every code is explained in docs/diagnostics.md.
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import type { Resolved } from '../resolve.ts';
import { diagnoseCounts } from './counts.ts';
import { diagnoseDates } from './dates.ts';
import { inOrder } from './say.ts';
import { diagnoseStructure } from './structure.ts';
import { diagnoseTemplates } from './templates.ts';
import { diagnoseVisits } from './visits.ts';

/** All diagnostics in the order of the text; those of no place first. */
export function diagnose(r: Resolved): Diagnostic[] {
  const all = [
    ...diagnoseStructure(r),
    ...diagnoseDates(r),
    ...diagnoseCounts(r),
    ...diagnoseTemplates(r),
    ...diagnoseVisits(r),
  ];
  return inOrder(all);
}
