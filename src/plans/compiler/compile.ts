// The plan compiler: repair → lay out → lex, parse and resolve → diagnose → emit. Pure; the same text gives the same facts.
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import { diagnose } from './diagnose/diagnose.ts';
import { withNames } from './diagnose/names.ts';
import { emit } from './emit.ts';
import { layOut } from './layout/layout.ts';
import { placeOf } from './layout/paragraph.ts';
import type { CompileContext, CompiledPlan, PlanSource } from './model.ts';
import { repair } from './repair/repair.ts';
import { resolve } from './resolve.ts';
import { joinMapped, type Mapped, slice } from './text/mapped.ts';

/**
 * The facts of a plan, each with its span in `source.text`, and what is wrong with them.
 * Throws a Refusal when the text cannot be read; nothing else, whatever the text.
 */
export function compilePlan(source: PlanSource, context: CompileContext = {}): CompiledPlan {
  return withNames(compileFacts(source), context);
}

/** The same without a look at the registry: what a thread that has none can do. */
export function compileFacts(source: PlanSource): CompiledPlan {
  const repaired = repair(source);
  if ('refusal' in repaired) throw repaired.refusal;
  const read = withinReach(repaired);
  const resolved = resolve(layOut(read));
  const { plan, spans } = emit(resolved);
  const diagnostics = [...(read === repaired ? [] : [notAllRead]), ...diagnose(resolved)];
  const paragraphs = resolved.placed.map((x) => ({
    text: x.p.text,
    region: x.region,
    span: placeOf({ p: x.p, a: 0, b: x.p.text.length }),
  }));
  return { plan, spans, diagnostics, text: source.text, paragraphs };
}

/** More than some eighty pages: the beginning, and the end, where a letterhead may stand, are read; characters. */
const beginning = 160_000;
const ending = 40_000;

function withinReach(m: Mapped): Mapped {
  if (m.text.length <= beginning + ending) return m;
  return joinMapped([slice(m, 0, beginning), slice(m, m.text.length - ending, m.text.length)], '\n');
}

const notAllRead: Diagnostic = {
  code: 'W110',
  severity: 'warning',
  message: {
    vi: 'Văn bản rất dài: chỉ đọc 160.000 ký tự đầu và 40.000 ký tự cuối',
    en: 'The text is very long: only its first 160,000 and last 40,000 characters were read',
  },
  where: null,
  hint: { vi: 'Đề nghị tách phụ lục ra khỏi kế hoạch.', en: 'Please give the annexes apart from the plan.' },
};
