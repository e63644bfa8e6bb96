// Values make the round trip through PostgreSQL unchanged, and transactions do what they promise.
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';
import { transaction } from './connect.ts';

type Samples = {
  samples: {
    id: number;
    j: unknown;
    d: string | null;
    t: Date | null;
    b: Uint8Array | null;
    a: string[] | null;
    n: number | null;
    i: number | null;
    u: string | null;
  };
};

const { db: anyDb } = await testDatabase({ empty: true });
const db = anyDb as unknown as Kysely<Samples>;

beforeAll(async () => {
  await sql`CREATE TABLE samples (id int PRIMARY KEY, j jsonb, d date, t timestamptz, b bytea, a text[], n numeric, i bigint, u uuid)`.execute(
    db,
  );
});

let next = 0;
async function roundTrip(column: keyof Samples['samples'], value: unknown) {
  const id = ++next;
  await db
    .insertInto('samples')
    .values({ id, [column]: value } as never)
    .execute();
  const row = await db.selectFrom('samples').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return row[column];
}

describe('values keep their shape', () => {
  const cases: [string, keyof Samples['samples'], unknown][] = [
    ['an object', 'j', { a: 1, b: { c: [1, 'hai', null] } }],
    ['an array of objects', 'j', [{ type: 'paragraph' }, { type: 'heading' }]],
    ['an array of strings', 'j', ['một', 'hai']],
    ['an array of numbers', 'j', [1, 2.5]],
    ['an empty array', 'j', []],
    ['nested arrays', 'j', [[1, 2], [3]]],
    ['a string', 'j', 'chữ "có ngoặc"'],
    ['a number', 'j', 42],
    ['a date', 'd', '2023-08-30'],
    ['an instant', 't', new Date('2023-08-30T01:02:03.456Z')],
    ['an array of text', 'a', ['một', 'hai, ba', '"bốn"', 'N\\A', '']],
    ['an empty array of text', 'a', []],
    ['a decimal', 'n', 1234.5678],
    ['a negative decimal', 'n', -0.1],
    ['a whole number past 2^31', 'i', 9_007_199_254_740_991],
    ['nothing', 'j', null],
    ['nothing in an array column', 'a', null],
    ['no number', 'n', null],
    ['an id', 'u', '018a4d3e-0000-7000-8000-000000000000'],
  ];
  it.each(cases)('%s', async (_name, column, value) => {
    expect(await roundTrip(column, value)).toEqual(value);
  });

  it('bytes', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    expect(new Uint8Array((await roundTrip('b', bytes)) as Uint8Array)).toEqual(bytes);
  });

  it('counts and sums are numbers', async () => {
    const row = await db
      .selectFrom('samples')
      .select((e) => [e.fn.countAll().as('count'), e.fn.sum('n').as('sum')])
      .executeTakeFirstOrThrow();
    expect(row.count).toBe(next);
    expect(typeof row.sum).toBe('number');
  });

  it('a date is compared without a time zone', async () => {
    const id = ++next;
    await db
      .insertInto('samples')
      .values({ id, d: '2023-01-01' } as never)
      .execute();
    const found = await db
      .selectFrom('samples')
      .select('id')
      .where('id', '=', id)
      .where('d', '=', '2023-01-01')
      .execute();
    expect(found).toHaveLength(1);
  });
});

describe('transaction', () => {
  it('tries again after a serialization failure', async () => {
    let tries = 0;
    const result = await transaction(anyDb, async (trx) => {
      if (++tries < 3) await sql`DO $$ BEGIN RAISE SQLSTATE '40001'; END $$`.execute(trx);
      return tries;
    });
    expect(result).toBe(3);
  });

  it("throws what is somebody's fault at once, and writes nothing", async () => {
    let tries = 0;
    const id = ++next;
    const work = transaction(anyDb, async (trx) => {
      tries++;
      await sql`INSERT INTO samples (id) VALUES (${id})`.execute(trx);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(tries).toBe(1);
    expect(await db.selectFrom('samples').where('id', '=', id).selectAll().execute()).toEqual([]);
  });

  it('joins the transaction that it is called in', async () => {
    const id = ++next;
    const outer = transaction(anyDb, async (trx) => {
      await transaction(trx, (inner) => sql`INSERT INTO samples (id) VALUES (${id})`.execute(inner));
      throw new Error('outer');
    });
    await expect(outer).rejects.toThrow('outer');
    expect(await db.selectFrom('samples').where('id', '=', id).selectAll().execute()).toEqual([]);
  });

  it('survives a connection that the server closed', async () => {
    let tries = 0;
    const value = await transaction(anyDb, async (trx) => {
      if (++tries === 1) await sql`SELECT pg_terminate_backend(pg_backend_pid())`.execute(trx);
      return (await sql<{ one: number }>`SELECT 1 AS one`.execute(trx)).rows[0]?.one;
    });
    expect([value, tries]).toEqual([1, 2]);
  });
});

afterAll(async () => {
  await sql`DROP TABLE samples`.execute(db);
});
