// The dialect on a server that closes connections at the worst moments, and on what only a commit finds out.
import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';
import { connect, transaction } from './connect.ts';

const { db, url } = await testDatabase({ empty: true });
const bystander = connect(url, 1);
afterAll(() => bystander.destroy());

const killOthers = () =>
  sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()`.execute(bystander);

/** Until the closed sockets have been noticed. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 100));

it('begins a transaction again whose connection was closed between two statements', async () => {
  let tries = 0;
  const result = await transaction(db, async (trx) => {
    await sql`SELECT 1`.execute(trx);
    if (++tries === 1) await killOthers().then(aMoment);
    return (await sql<{ two: number }>`SELECT 2 AS two`.execute(trx)).rows[0]?.two;
  });
  expect([result, tries]).toEqual([2, 2]);
});

it('replaces a whole pool of closed connections without anyone noticing', async () => {
  const ask = () => Promise.all(Array.from({ length: 20 }, () => sql`SELECT 1 AS one`.execute(db)));
  await ask();
  await killOthers().then(aMoment);
  expect((await ask()).map((r) => r.rows.length)).toEqual(Array(20).fill(1));
});

it('gives the reason when the commit itself is refused', async () => {
  await sql`CREATE TABLE parents (id int PRIMARY KEY)`.execute(db);
  await sql`CREATE TABLE children (id int REFERENCES parents DEFERRABLE INITIALLY DEFERRED)`.execute(db);
  const orphan = transaction(db, (trx) => sql`INSERT INTO children VALUES (1)`.execute(trx));
  await expect(orphan).rejects.toMatchObject({ code: '23503' });
  expect((await sql`SELECT * FROM children`.execute(db)).rows).toEqual([]);
});

it('runs statements of one transaction that were asked for at once', async () => {
  const numbers = await transaction(db, (trx) =>
    Promise.all(
      [1, 2, 3, 4].map(
        async (n) => (await sql<{ n: number }>`SELECT ${n}::int AS n`.execute(trx)).rows[0]?.n,
      ),
    ),
  );
  expect(numbers).toEqual([1, 2, 3, 4]);
});

it('honours the isolation level', async () => {
  const level = await db
    .transaction()
    .setIsolationLevel('serializable')
    .execute((trx) => sql`SHOW transaction_isolation`.execute(trx));
  expect(level.rows).toEqual([{ transaction_isolation: 'serializable' }]);
});

it('tells how many rows were changed', async () => {
  await sql`CREATE TABLE counted AS SELECT generate_series(1, 5) AS id`.execute(db);
  const changed = await sql`UPDATE counted SET id = id + 10 WHERE id > 2`.execute(db);
  expect(changed.numAffectedRows).toBe(3n);
});
