// Job name → action, for the public pages.
import { z } from 'zod';
import { systemActor } from '#src/kernel/actor.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { Tasks } from '#src/platform/jobs.ts';
import { forgetSenderInTime, forgetSenderJob } from './actions.ts';

const payload = z.object({ feedbackId: z.uuid() });

/** What the worker does for the public pages. */
export function portalTasks(services: { db: Db; clock: () => Date }): Tasks {
  return {
    [forgetSenderJob]: async (job) => {
      const { feedbackId } = payload.parse(job);
      await forgetSenderInTime({ db: services.db, actor: systemActor, now: services.clock() }, feedbackId);
    },
  };
}
