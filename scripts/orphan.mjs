// Loaded before the platform: stops it when whoever started it (npm, an older Node) was killed and could not say so.
import { isMainThread } from 'node:worker_threads';

const startedByNpm =
  process.env.npm_lifecycle_event !== undefined || process.env.TONGKET_PARENT !== undefined;

if (isMainThread && startedByNpm) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}
