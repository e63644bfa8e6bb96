// The settings that may change while the platform runs.
import type { Actor } from '#src/kernel/actor.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { Json } from '#src/platform/database/json.ts';

/** Afterwards the setting holds the value, with who set it and when. */
export async function writeSetting(
  db: Db,
  actor: Actor,
  now: Date,
  name: string,
  value: Json,
): Promise<void> {
  const row = { value, changed_at: now, changed_by: actor.id };
  await db
    .insertInto('settings')
    .values({ name, ...row })
    .onConflict((oc) => oc.column('name').doUpdateSet(row))
    .execute();
}

/** The setting's value, or null when it was never set. */
export async function readSetting(db: Db, name: string): Promise<Record<string, unknown> | null> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst();
  return row ? (row.value as Record<string, unknown>) : null;
}
