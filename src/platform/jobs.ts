// Work for later: enqueued in the caller's own transaction, done by a worker on the same PostgreSQL.
import { Logger, type Logger as QueueLogger, run } from 'graphile-worker';
import { sql } from 'kysely';
import type { Db } from './database/connect.ts';
import { log } from './log.ts';

/** `key`: an open job with this key is replaced, so nothing waits twice. `runAt` is real time, not the demo clock's. */
export type JobOptions = { key?: string; runAt?: Date; attempts?: number };

/** Job name → what does it. A task that throws is tried again later, with growing pauses. */
export type Tasks = Record<string, (payload: unknown) => Promise<void>>;

export type Worker = { stop: () => Promise<void> };

/** Afterwards the job waits, if and only if the transaction commits. `payload` must be JSON. */
export async function enqueue(
  trx: Db,
  name: string,
  payload: object,
  options: JobOptions = {},
): Promise<void> {
  const { key = null, runAt = null, attempts = 25 } = options;
  await sql`SELECT graphile_worker.add_job(${name}::text, payload => ${payload}::json, run_at => ${runAt}::timestamptz,
    max_attempts => ${attempts}::int, job_key => ${key}::text)`.execute(trx);
}

/** Afterwards no job with this key waits; one that is being done is left to end. */
export async function withdrawJob(trx: Db, key: string): Promise<void> {
  await sql`SELECT graphile_worker.remove_job(${key}::text)`.execute(trx);
}

/**
 * Does jobs until `stop`, which waits for those in hand. `crontab` lines ("0 1 * * * digest") enqueue at
 * fixed times in UTC. The queue's schema must be there: `migrate` makes it.
 */
export async function startWorker(
  url: string,
  tasks: Tasks,
  options: { crontab?: string } = {},
): Promise<Worker> {
  const runner = await run({
    connectionString: url,
    concurrency: 4,
    maxPoolSize: 6,
    noHandleSignals: true,
    pollInterval: 2_000,
    taskList: tasks,
    logger: queueLogger(),
    ...(options.crontab !== undefined && { crontab: options.crontab }),
  });
  let stopping: Promise<void> | null = null;
  return {
    stop: () => {
      stopping ??= runner.stop();
      return stopping;
    },
  };
}

function queueLogger(): QueueLogger {
  return new Logger((scope) => (level, message) => {
    if (level === 'error') log.error({ queue: scope.label }, message);
    else if (level === 'warning') log.warn({ queue: scope.label }, message);
    else log.debug({ queue: scope.label }, message);
  });
}
