// The plan compiler: repair → lay out → lex, parse and resolve → diagnose → emit. Pure; the same text gives the same facts.
import { diagnose } from './diagnose/diagnose.ts';
import { emit } from './emit.ts';
import { placeOf } from './layout/paragraph.ts';
import { layOut } from './layout/layout.ts';
import type { CompileContext, CompiledPlan, PlanSource } from './model.ts';
import { repair } from './repair/repair.ts';
import { resolve } from './resolve.ts';

/**
 * The facts of a plan, each with its span in `source.text`, and what is wrong with them.
 * Throws a Refusal when the text cannot be read; nothing else, whatever the text.
 */
export function compilePlan(source: PlanSource, context: CompileContext = {}): CompiledPlan {
  const repaired = repair(source);
  if ('refusal' in repaired) throw repaired.refusal;
  const resolved = resolve(layOut(repaired));
  const { plan, spans } = emit(resolved);
  const diagnostics = diagnose(resolved, plan, context);
  const paragraphs = resolved.placed.map((x) => ({ text: x.p.text, region: x.region, span: placeOf({ p: x.p, a: 0, b: x.p.text.length }) }));
  return { plan, spans, diagnostics, text: source.text, paragraphs };
}
