// What is wrong, doubtful or worth knowing in a compiled plan. Every code is explained in docs/diagnostics.md.
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import type { CompileContext } from '../model.ts';
import type { Resolved } from '../resolve.ts';
import { diagnoseCounts } from './counts.ts';
import { diagnoseDates } from './dates.ts';
import { diagnoseNames } from './names.ts';
import { diagnoseStructure } from './structure.ts';
import { diagnoseTemplates } from './templates.ts';
import { diagnoseVisits } from './visits.ts';

/** All diagnostics in the order of the text; those of no place first. */
export function diagnose(r: Resolved, context: CompileContext): Diagnostic[] {
  const all = [
    ...diagnoseStructure(r),
    ...diagnoseDates(r),
    ...diagnoseCounts(r),
    ...diagnoseTemplates(r),
    ...diagnoseVisits(r),
    ...diagnoseNames(r, context),
  ];
  return all.sort((a, b) => placeIn(a) - placeIn(b));
}

const placeIn = (d: Diagnostic): number => (d.where?.in === 'text' ? d.where.span[0] : -1);
