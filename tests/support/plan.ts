// The demonstration's plan, compiled with the registry that ships with the platform, for tests of what comes after.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePlan } from '#src/plans/compiler/compile.ts';
import type { DecisionKind, FactDecision } from '#src/plans/rules/decisions.ts';
import { projectRoot } from '#src/platform/config.ts';
import { buildNameIndex, unitLookup } from '#src/units/matching.ts';
import { packagedRegistry } from '#src/units/sources/registry.ts';

export const demoPlanText = readFileSync(join(projectRoot, 'seed/demo/plan.txt'), 'utf8');
export const today = '2023-05-20';
export const index = buildNameIndex(packagedRegistry());
export const compiled = compilePlan({ text: demoPlanText }, { today, lookup: unitLookup(index) });

let clock = 0;

/** A decision, later than all made before it. */
export function decide(pointer: string, decision: DecisionKind, value: unknown = null): FactDecision {
  clock += 1;
  return { pointer, decision, value, decidedAt: new Date(clock) };
}

/** Where the plan's main due date stands among its deadlines. */
export const official = compiled.plan.deadlines.findIndex((d) => d.when.from === '2023-08-30');
