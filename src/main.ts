// Starts the platform: database, demonstration when empty, web and worker in one process.
import { type ServerType, serve } from '@hono/node-server';
import { announce } from '#src/announce.ts';
import { createApp } from '#src/app.tsx';
import { Refusal } from '#src/kernel/refusal.ts';
import { configFrom } from '#src/platform/config.ts';
import { startWorker, type Worker } from '#src/platform/jobs.ts';
import { log } from '#src/platform/log.ts';
import { type OpenServices, openServices } from '#src/services.ts';
import { tasks } from '#src/tasks.ts';

let open: OpenServices | null = null;
let worker: Worker | null = null;
let server: ServerType | null = null;
let stopping = false;

/** Afterwards no process of ours runs: requests are finished, then the worker, then the database. */
async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  server?.close();
  await worker?.stop().catch((error: unknown) => log.error({ err: error }, 'worker did not stop'));
  await open?.close();
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

/** What prevents starting is said in one line; anything else is a bug and shows where. */
function complain(error: unknown): void {
  if (error instanceof Refusal) process.stderr.write(`${error.words.vi}\n`);
  else log.error({ err: error }, 'could not start');
}

function listen(services: OpenServices['services']): void {
  const { host, port } = services.config;
  server = serve({ fetch: createApp(services).fetch, hostname: host, port }, () => void announce(services));
  server.on('error', (error: NodeJS.ErrnoException) => {
    const busy = error.code === 'EADDRINUSE';
    process.stderr.write(
      busy
        ? `Cổng ${port} đang có chương trình khác dùng. Đặt PORT=số khác rồi chạy lại.\n`
        : `${error.message}\n`,
    );
    void stop(1);
  });
}

try {
  open = await openServices(configFrom(process.env));
  worker = await startWorker(open.url, tasks(open.services));
  listen(open.services);
} catch (error) {
  complain(error);
  await stop(1);
}
