// Uploads are read in a thread of their own, with a ceiling on memory and time; at most two at once.
import type { Words } from '#src/kernel/language.ts';
import { Refusal, type RefusalKind } from '#src/kernel/refusal.ts';
import { type Ceilings, runBounded, Turns } from './bounded.ts';
import { fileRefusal } from './file-refusals.ts';
import type { ParseResults, Upload } from './parse-types.ts';

export type { Ceilings } from './bounded.ts';
export const ceilings: Ceilings = { seconds: 15, heapMegabytes: 256 };

const mostBytes = 50 * 1024 * 1024;
const turns = new Turns(2, 50);

type Answer = { result: unknown } | { refusal: { kind: RefusalKind; code: string; words: Words } };

/**
 * Reads an upload for its purpose. Never throws for any bytes: a file that is not what it should be, is dangerous, or
 * takes more than 15 seconds or 256 MB, is a `Refusal` with what to do about it. The server goes on answering meanwhile.
 */
export async function parseUpload<U extends Upload>(
  upload: U,
  within: Ceilings = ceilings,
): Promise<ParseResults[U['purpose']] | Refusal> {
  if (upload.bytes.length === 0) return fileRefusal('file-empty');
  if (upload.bytes.length > mostBytes) return fileRefusal('file-too-large');
  if (turns.full) return fileRefusal('file-busy');
  const answer = await turns.take(() => inWorker(upload, within));
  if (answer instanceof Refusal) return answer;
  if ('refusal' in answer) return new Refusal(answer.refusal.kind, answer.refusal.code, answer.refusal.words);
  return answer.result as ParseResults[U['purpose']];
}

const endings = {
  'too-slow': 'file-too-slow',
  'out-of-memory': 'file-too-complex',
  broken: 'file-broken',
} as const;

async function inWorker(upload: Upload, within: Ceilings): Promise<Answer | Refusal> {
  // A copy, so that the caller's bytes stay its own; sent without another copy.
  const bytes = upload.bytes.slice();
  const worker = new URL('./parse-worker.ts', import.meta.url);
  const ending = await runBounded(worker, { ...upload, bytes }, within, [bytes.buffer]);
  return ending.ended === 'answered' ? (ending.answer as Answer) : fileRefusal(endings[ending.ended]);
}
