// Reading the record: by subject, by campaign, latest first.
import type { Db } from '#src/platform/database/connect.ts';

export type EventRow = {
  id: string;
  at: Date;
  actor_name: string;
  name: string;
  subject_type: string;
  subject_id: string;
  data: unknown;
};

const columns = ['id', 'at', 'actor_name', 'name', 'subject_type', 'subject_id', 'data'] as const;

/** Everything that happened to one thing, oldest first. */
export function eventsOf(db: Db, subjectType: string, subjectId: string): Promise<EventRow[]> {
  return db
    .selectFrom('events')
    .select(columns)
    .where('subject_type', '=', subjectType)
    .where('subject_id', '=', subjectId)
    .orderBy('seq')
    .execute();
}

/** The latest acts in a campaign, or everywhere when none is given. */
export function latestEvents(
  db: Db,
  options: { campaignId?: string; before?: Date; limit: number },
): Promise<EventRow[]> {
  let query = db.selectFrom('events').select(columns).orderBy('seq', 'desc').limit(options.limit);
  if (options.campaignId) query = query.where('campaign_id', '=', options.campaignId);
  if (options.before) query = query.where('at', '<', options.before);
  return query.execute();
}
