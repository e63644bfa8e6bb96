// Jobs are enqueued with the transaction, done once, tried again on failure, and replaced by key.
import { sql } from 'kysely';
import { afterEach, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';
import { transaction } from './database/connect.ts';
import { enqueue, startWorker, type Tasks, type Worker, withdrawJob } from './jobs.ts';

const { db, url } = await testDatabase();

let worker: Worker | null = null;
afterEach(async () => {
  await worker?.stop();
  worker = null;
});

/** Starts a worker and resolves with the first `count` payloads that `name` was given. */
async function payloadsOf(name: string, count: number, more: Tasks = {}): Promise<unknown[]> {
  const seen: unknown[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const task = async (payload: unknown) => {
    seen.push(payload);
    if (seen.length >= count) resolve();
  };
  worker = await startWorker(url, { [name]: task, ...more });
  await promise;
  return seen;
}

async function waiting(): Promise<number> {
  const found = await sql<{ count: number }>`SELECT count(*) AS count FROM graphile_worker.jobs`.execute(db);
  return found.rows[0]!.count;
}

it('waits before any worker ever ran, and is done with its payload', async () => {
  const payload = { mail: 'một', list: [1, { a: null }], at: '2023-08-30' };
  await transaction(db, (trx) => enqueue(trx, 'letter', payload));
  expect(await payloadsOf('letter', 1)).toEqual([payload]);
});

it('is not enqueued when the transaction fails', async () => {
  const failed = transaction(db, async (trx) => {
    await enqueue(trx, 'letter', { lost: true });
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  expect(await waiting()).toBe(0);
});

it('replaces an open job with the same key, and can be withdrawn', async () => {
  const runAt = new Date(Date.now() + 3_600_000);
  await enqueue(db, 'reminder', { version: 1 }, { key: 'reminder:1', runAt });
  await enqueue(db, 'reminder', { version: 2 }, { key: 'reminder:1' });
  expect(await waiting()).toBe(1);
  expect(await payloadsOf('reminder', 1)).toEqual([{ version: 2 }]);
  await worker?.stop();
  await enqueue(db, 'reminder', {}, { key: 'reminder:2', runAt });
  await withdrawJob(db, 'reminder:2');
  expect(await waiting()).toBe(0);
});

it('is tried again after a failure', async () => {
  let tries = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  await enqueue(db, 'shaky', {});
  worker = await startWorker(url, {
    shaky: async () => {
      if (++tries === 1) throw new Error('the server is busy');
      resolve();
    },
  });
  await promise;
  expect(tries).toBe(2);
});

it('finishes the job in hand before it stops', async () => {
  let finished = false;
  const { promise: started, resolve: start } = Promise.withResolvers<void>();
  await enqueue(db, 'slow', {});
  worker = await startWorker(url, {
    slow: async () => {
      start();
      await new Promise((resolve) => setTimeout(resolve, 300));
      finished = true;
    },
  });
  await started;
  await worker.stop();
  expect(finished).toBe(true);
});
