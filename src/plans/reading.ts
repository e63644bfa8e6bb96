// From a plan's file to the text that the compiler reads: plain text and HTML here, Word and PDF in the bounded worker.

import { parseUpload } from '#src/documents/parse.ts';
import { Refusal } from '#src/kernel/refusal.ts';
import { decodePlanBytes } from './compiler/decode.ts';
import type { PlanSource } from './compiler/model.ts';

/** Refuses what is not a document of words, with what to do instead. */
export async function readPlanFile(file: { name: string; bytes: Uint8Array }): Promise<PlanSource> {
  if (/\.(docx|pdf|docm|doc|rtf|odt)$/i.test(file.name)) {
    const parsed = await parseUpload({ ...file, purpose: 'plan' });
    if (parsed instanceof Refusal) throw parsed;
    return parsed;
  }
  const decoded = decodePlanBytes(file.bytes, file.name);
  if (decoded instanceof Refusal) throw decoded;
  return decoded;
}
