// Starts the platform: database, demonstration when empty, web and worker in one process.
import { serve } from '@hono/node-server';
import { configFrom } from '#src/platform/config.ts';
import { log } from '#src/platform/log.ts';
import { startWorker } from '#src/platform/jobs.ts';
import { createApp } from '#src/app.tsx';
import { tasks } from '#src/tasks.ts';
import { openServices } from '#src/services.ts';
import { announce } from '#src/announce.ts';

const config = configFrom(process.env);
const open = await openServices(config);
const worker = await startWorker(open.url, tasks(open.services));
const server = serve({ fetch: createApp(open.services).fetch, hostname: config.host, port: config.port }, () => {
  void announce(open.services);
});
server.on('error', async (error: NodeJS.ErrnoException) => {
  const busy = error.code === 'EADDRINUSE';
  process.stderr.write(
    busy ? `Cổng ${config.port} đang có chương trình khác dùng. Đặt PORT=số khác rồi chạy lại.\n` : `${error.message}\n`,
  );
  await stop(1);
});

let stopping = false;

/** Afterwards no process of ours runs: requests are finished, then the worker, then the database. */
async function stop(code = 0): Promise<void> {
  if (stopping) return;
  stopping = true;
  server.close();
  await worker.stop().catch((error: unknown) => log.error({ err: error }, 'worker did not stop'));
  await open.close();
  process.exit(code);
}

process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());
process.on('SIGHUP', () => void stop());
