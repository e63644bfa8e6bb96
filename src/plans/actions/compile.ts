// A plan comes in, as pasted words or as a file, and is read; nothing is created but the reading.

import { record } from '#src/events/record.ts';
import { dateAt } from '#src/kernel/dates.ts';
import { insist, invalid, Refusal } from '#src/kernel/refusal.ts';
import type { CompiledPlan, PlanSource } from '#src/plans/compiler/model.ts';
import { compileBounded } from '#src/plans/compiling.ts';
import { readPlanFile } from '#src/plans/reading.ts';
import { decidePlanRefusal } from '#src/plans/rules/access.ts';
import { insertPlan } from '#src/plans/store.ts';
import { type Act, transaction } from '#src/platform/database/connect.ts';
import type { Files } from '#src/platform/files.ts';
import { unitLookup } from '#src/units/matching.ts';
import { nameIndexOf } from '#src/units/registry.ts';

export const pastedName = 'văn bản dán';

/** The longest plan seen has 60,000 characters; a text of this length is still read in half a second. */
const longest = 2_000_000;

const tooLong = new Refusal('too-large', 'plan-too-long', {
  vi: 'Văn bản dài quá 2 triệu ký tự. Đề nghị chỉ đưa kế hoạch, tách phụ lục ra tệp riêng.',
  en: 'The text is longer than 2 million characters. Give the plan alone and leave the annexes out.',
});

/**
 * The reading of a plan with the registry of units at hand; stores nothing. U+0000, which PostgreSQL does not keep,
 * becomes U+FFFD so that every other character stays in its place. Compiled in a thread of its own: other pages go on.
 */
export async function readPlan(
  { db, now }: Pick<Act, 'db' | 'now'>,
  source: PlanSource,
): Promise<CompiledPlan> {
  if (source.text.length > longest) throw tooLong;
  const index = await nameIndexOf(db);
  const kept = { ...source, text: source.text.replaceAll('\u0000', '\ufffd') };
  return compileBounded(kept, { today: dateAt(now), lookup: unitLookup(index) });
}

/** Afterwards the plan and its reading are stored. Returns its id. Refuses text that cannot be repaired. */
export async function pastePlan(act: Act, text: string): Promise<string> {
  insist(decidePlanRefusal(act.actor));
  if (text.trim() === '')
    throw invalid('plan-empty', {
      vi: 'Chưa có văn bản: dán toàn văn kế hoạch hoặc chọn một tệp.',
      en: 'There is no text: paste the whole plan or choose a file.',
    });
  return keep(act, await readPlan(act, { text }), pastedName, null);
}

/** The same for a file: .txt, .html, .docx or .pdf with a text layer. The file itself is kept. */
export async function uploadPlan(
  act: Act,
  files: Files,
  upload: { name: string; bytes: Uint8Array },
): Promise<string> {
  insist(decidePlanRefusal(act.actor));
  const source = await readPlanFile(upload);
  const compiled = await readPlan(act, source);
  const file = await files.putFile(upload.bytes);
  return keep(act, compiled, upload.name, file.key);
}

function keep(
  { db, actor, now }: Act,
  compiled: CompiledPlan,
  sourceName: string,
  sourceFile: string | null,
): Promise<string> {
  return transaction(db, async (trx) => {
    const id = await insertPlan(trx, { sourceName, sourceFile, compiled, createdBy: actor.id }, now);
    await record(trx, actor, now, {
      name: 'plan.compiled',
      subjectType: 'plan',
      subjectId: id,
      data: { sourceName, symbol: compiled.plan.symbol },
    });
    return id;
  });
}
