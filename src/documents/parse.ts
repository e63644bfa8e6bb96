// Uploads are read in a thread of their own, with a ceiling on memory and time; at most two at once.
import { Worker } from 'node:worker_threads';
import type { Words } from '#src/kernel/language.ts';
import { Refusal, type RefusalKind } from '#src/kernel/refusal.ts';
import { fileRefusal } from './file-refusals.ts';
import type { ParseResults, Upload } from './parse-types.ts';

export type Ceilings = { seconds: number; heapMegabytes: number };
export const ceilings: Ceilings = { seconds: 15, heapMegabytes: 256 };

const mostBytes = 50 * 1024 * 1024;
const mostAtOnce = 2;
const mostWaiting = 50;

type Answer = { result: unknown } | { refusal: { kind: RefusalKind; code: string; words: Words } };

let running = 0;
const queue: (() => void)[] = [];

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
  if (queue.length >= mostWaiting) return fileRefusal('file-busy');
  await turn();
  try {
    const answer = await inWorker(upload, within);
    if (answer instanceof Refusal) return answer;
    if ('refusal' in answer)
      return new Refusal(answer.refusal.kind, answer.refusal.code, answer.refusal.words);
    return answer.result as ParseResults[U['purpose']];
  } finally {
    running--;
    queue.shift()?.();
  }
}

/** Resolves when one of the places is free, and takes it. */
async function turn(): Promise<void> {
  while (running >= mostAtOnce) await new Promise<void>((resolve) => queue.push(resolve));
  running++;
}

function inWorker(upload: Upload, within: Ceilings): Promise<Answer | Refusal> {
  // A copy, so that the caller's bytes stay its own; sent without another copy.
  const bytes = upload.bytes.slice();
  const worker = new Worker(new URL('./parse-worker.ts', import.meta.url), {
    workerData: { ...upload, bytes },
    transferList: [bytes.buffer],
    resourceLimits: {
      maxOldGenerationSizeMb: within.heapMegabytes,
      maxYoungGenerationSizeMb: 32,
      stackSizeMb: 4,
    },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish(fileRefusal('file-too-slow')), within.seconds * 1000);
    const finish = (answer: Answer | Refusal) => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    };
    worker.once('message', finish);
    worker.once('error', (error: NodeJS.ErrnoException) =>
      finish(fileRefusal(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'file-too-complex' : 'file-broken')),
    );
    worker.once('exit', () => finish(fileRefusal('file-broken')));
  });
}
