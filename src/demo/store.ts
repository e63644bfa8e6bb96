// Reads and the lock of the demonstration's load; it owns no table.
import { sql } from 'kysely';
import type { Db } from '#src/platform/database/connect.ts';

/** Until the transaction ends no other process loads the demonstration. */
export async function lockDemo(trx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(8182, 9)`.execute(trx);
}

/** True while nobody has entered a plan or made a campaign. */
export async function isEmpty(db: Db): Promise<boolean> {
  const { rows } = await sql<{ empty: boolean }>`
    select not exists (select 1 from plans) and not exists (select 1 from campaigns) as empty`.execute(db);
  return rows[0]?.empty === true;
}
