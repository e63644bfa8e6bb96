// The thread in which a plan is compiled: it may be ended at any moment without harm to the server.
import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '#src/kernel/refusal.ts';
import { compileFacts } from './compiler/compile.ts';
import type { PlanSource } from './compiler/model.ts';

try {
  parentPort?.postMessage({ compiled: compileFacts(workerData as PlanSource) });
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  // A class does not survive the way between threads; its parts do.
  const { kind, code, words } = error;
  parentPort?.postMessage({ refusal: { kind, code, words } });
}
