// The thread in which an upload is read: it may be ended at any moment without harm to the server.
import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '#src/kernel/refusal.ts';
import { parseFile } from './parse-file.ts';
import type { Upload } from './parse-types.ts';

const result = await parseFile(workerData as Upload);
// A class does not survive the way between threads; its parts do.
parentPort?.postMessage(
  result instanceof Refusal
    ? { refusal: { kind: result.kind, code: result.code, words: result.words } }
    : { result },
);
