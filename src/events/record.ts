// The append-only record: one row for every act, written in the act's own transaction.

import type { Actor } from '#src/kernel/actor.ts';
import { newId } from '#src/kernel/ids.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { Json } from '#src/platform/database/json.ts';

/** What happened, to what. `name` is the subject and a past participle: "report.returned". */
export type Happening = {
  name: string;
  subjectType: string;
  subjectId: string;
  campaignId?: string | null;
  data?: Record<string, unknown>;
};

/** Afterwards one event row names the actor, the instant and the subject. */
export async function record(db: Db, actor: Actor, now: Date, happening: Happening): Promise<void> {
  await db
    .insertInto('events')
    .values({
      id: newId(now),
      at: now,
      actor_id: actor.id,
      actor_name: actor.name,
      name: happening.name,
      subject_type: happening.subjectType,
      subject_id: happening.subjectId,
      campaign_id: happening.campaignId ?? null,
      data: (happening.data ?? {}) as Json,
    })
    .execute();
}
