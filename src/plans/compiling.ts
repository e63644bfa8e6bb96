// A plan is compiled in a thread of its own, with a ceiling on memory and time, so that nobody waits for it; at most two at once.
import { type Ceilings, runBounded, Turns } from '#src/documents/bounded.ts';
import type { Words } from '#src/kernel/language.ts';
import { Refusal, type RefusalKind } from '#src/kernel/refusal.ts';
import { withNames } from './compiler/diagnose/names.ts';
import type { CompileContext, CompiledPlan, PlanSource } from './compiler/model.ts';

export const compileCeilings: Ceilings = { seconds: 15, heapMegabytes: 512 };
const turns = new Turns(2, 50);

type Answer = { compiled: CompiledPlan } | { refusal: { kind: RefusalKind; code: string; words: Words } };

const refusals = {
  busy: new Refusal('conflict', 'plan-busy', {
    vi: 'Hệ thống đang đọc nhiều kế hoạch. Đề nghị gửi lại sau ít phút.',
    en: 'Many plans are being read. Please send it again in a few minutes.',
  }),
  'too-slow': new Refusal('too-large', 'plan-too-slow', {
    vi: 'Đọc văn bản quá 15 giây nên đã dừng. Đề nghị chỉ đưa kế hoạch, tách phụ lục ra tệp riêng.',
    en: 'Reading took more than 15 seconds and was stopped. Give the plan alone and leave the annexes out.',
  }),
  'out-of-memory': new Refusal('too-large', 'plan-too-complex', {
    vi: 'Văn bản quá lớn hoặc quá phức tạp nên đã dừng đọc. Đề nghị chỉ đưa kế hoạch, tách phụ lục ra tệp riêng.',
    en: 'The text is too large or too intricate, and reading was stopped. Give the plan alone and leave the annexes out.',
  }),
  broken: new Refusal('invalid', 'plan-not-read', {
    vi: 'Không đọc được văn bản này. Đề nghị mở tệp gốc, sao chép toàn văn và dán lại.',
    en: 'This text could not be read. Open the original, copy all of it and paste it again.',
  }),
};

/**
 * The same answer as `compilePlan` gives: the facts are read in the thread, the names are looked up here, where the
 * registry is. Throws a Refusal for a text that cannot be read, and for one that goes over its time or memory.
 */
export async function compileBounded(
  source: PlanSource,
  context: CompileContext = {},
  within: Ceilings = compileCeilings,
): Promise<CompiledPlan> {
  if (turns.full) throw refusals.busy;
  const worker = new URL('./compile-worker.ts', import.meta.url);
  const ending = await turns.take(() => runBounded(worker, source, within));
  if (ending.ended !== 'answered') throw refusals[ending.ended];
  const answer = ending.answer as Answer;
  if ('refusal' in answer) throw new Refusal(answer.refusal.kind, answer.refusal.code, answer.refusal.words);
  return withNames(answer.compiled, context);
}
