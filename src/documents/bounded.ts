// Work in a thread of its own, with a ceiling on memory and time, so that the server goes on answering meanwhile.
import { Worker } from 'node:worker_threads';

export type Ceilings = { seconds: number; heapMegabytes: number };

/** How it ended: with the worker's one message, over its time or memory, or with an error of its own. */
export type Ending =
  | { ended: 'answered'; answer: unknown }
  | { ended: 'too-slow' | 'out-of-memory' | 'broken' };

/** Runs the module at `worker` on `data` until its first message. The thread is gone afterwards, whatever happened. */
export function runBounded(
  worker: URL,
  data: unknown,
  within: Ceilings,
  transfer: readonly ArrayBuffer[] = [],
): Promise<Ending> {
  const thread = new Worker(worker, {
    workerData: data,
    transferList: [...transfer],
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
    const timer = setTimeout(() => finish({ ended: 'too-slow' }), within.seconds * 1000);
    const finish = (ending: Ending) => {
      clearTimeout(timer);
      resolve(ending);
      void thread.terminate();
    };
    thread.once('message', (answer) => finish({ ended: 'answered', answer }));
    thread.once('error', (error: NodeJS.ErrnoException) =>
      finish({ ended: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : 'broken' }),
    );
    thread.once('exit', () => finish({ ended: 'broken' }));
  });
}

/** Lets only so many work at once; the others wait in order, and past `mostWaiting` are told that it is busy. */
export class Turns {
  private running = 0;
  private readonly queue: (() => void)[] = [];
  private readonly mostAtOnce: number;
  private readonly mostWaiting: number;

  constructor(mostAtOnce: number, mostWaiting: number) {
    this.mostAtOnce = mostAtOnce;
    this.mostWaiting = mostWaiting;
  }

  get full(): boolean {
    return this.queue.length >= this.mostWaiting;
  }

  /** Does the work when a place is free. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    while (this.running >= this.mostAtOnce) await new Promise<void>((resolve) => this.queue.push(resolve));
    this.running++;
    try {
      return await work();
    } finally {
      this.running--;
      this.queue.shift()?.();
    }
  }
}
