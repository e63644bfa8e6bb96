// Every job of the worker, by name.
import { noticeTasks } from '#src/notices/jobs.ts';
import type { Tasks } from '#src/platform/jobs.ts';
import { portalTasks } from '#src/portal/jobs.ts';
import type { Services } from '#src/web/env.ts';

/** Job name → what does it; given to the worker at start. */
export function tasks(services: Services): Tasks {
  return { ...noticeTasks(services), ...portalTasks(services) };
}
