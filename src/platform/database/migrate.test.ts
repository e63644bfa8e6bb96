// Migrations run once, in order, whole or not at all, and never change afterwards.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';
import { migrate, migrationsIn } from './migrate.ts';

const { db, url } = await testDatabase({ empty: true });
const folder = mkdtempSync(join(tmpdir(), 'tongket-migrations-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const run = () => migrate(url, migrationsIn(folder));

beforeEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  await sql`DROP SCHEMA public CASCADE; CREATE SCHEMA public`.execute(db);
  write('0001_first.sql', 'CREATE TABLE a (id int); INSERT INTO a VALUES (1);');
});

it('applies what is new, in order, once', async () => {
  write('0002_second.sql', 'ALTER TABLE a ADD COLUMN name text;');
  write('readme.txt', 'not a migration');
  expect(await run()).toEqual(['0001_first.sql', '0002_second.sql']);
  write('0003_third.sql', 'CREATE TABLE b (id int);');
  expect(await run()).toEqual(['0003_third.sql']);
  expect(await run()).toEqual([]);
  expect((await sql`SELECT * FROM a`.execute(db)).rows).toEqual([{ id: 1, name: null }]);
});

it('leaves nothing of one that fails, and keeps those before it', async () => {
  write('0002_broken.sql', 'CREATE TABLE half (id int); SELECT no_such_thing();');
  await expect(run()).rejects.toThrow('0002_broken.sql');
  const tables = await sql<{ half: string | null; a: string | null }>`
    SELECT to_regclass('half')::text AS half, to_regclass('a')::text AS a`.execute(db);
  expect(tables.rows).toEqual([{ half: null, a: 'a' }]);
  write('0002_broken.sql', 'CREATE TABLE half (id int);');
  expect(await run()).toEqual(['0002_broken.sql']);
});

it('refuses when an applied file was changed or taken away', async () => {
  await run();
  write('0001_first.sql', 'CREATE TABLE a (id bigint);');
  await expect(run()).rejects.toThrow('bị sửa');
  rmSync(join(folder, '0001_first.sql'));
  await expect(run()).rejects.toThrow('không còn');
});

it('refuses two files with one number', () => {
  write('0001_other.sql', '');
  expect(() => migrationsIn(folder)).toThrow('cùng số thứ tự');
});

it('may be called by several processes at once: one works', async () => {
  const results = await Promise.all([run(), run(), run()]);
  expect(results.flat()).toEqual(['0001_first.sql']);
});

it('makes the job queue ready', async () => {
  await run();
  const found = await sql<{
    jobs: string | null;
  }>`SELECT to_regclass('graphile_worker.jobs')::text AS jobs`.execute(db);
  expect(found.rows[0]?.jobs).not.toBeNull();
});
