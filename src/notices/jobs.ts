// Job name → action, for letters.
import { z } from 'zod';
import type { Config } from '#src/platform/config.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { Tasks } from '#src/platform/jobs.ts';
import { mailJob, sendMail } from './actions.ts';

const payload = z.object({ mailId: z.uuid() });

/** What the worker does with waiting letters. */
export function noticeTasks(services: { db: Db; config: Config; clock: () => Date }): Tasks {
  return {
    [mailJob]: async (job) => {
      const { mailId } = payload.parse(job);
      await sendMail(services.db, services.config, mailId, services.clock());
    },
  };
}
