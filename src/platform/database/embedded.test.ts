// The embedded PostgreSQL starts anywhere, lets nobody else in, and never stays behind.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, expect, it } from 'vitest';
import { projectRoot } from '#src/platform/config.ts';
import { type OpenDatabase, openDatabase } from './open.ts';
import { placeFor } from './place.ts';
import { runningPid, untilGone } from './running.ts';

const folder = mkdtempSync(join(tmpdir(), 'tongket-pg-'));
chmodSync(folder, 0o755);
const dataDir = join(folder, 'data');
let open: OpenDatabase | null = null;
let child: ChildProcess | null = null;

afterEach(async () => {
  await open?.close();
  open = null;
  child?.kill('SIGKILL');
  child = null;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A process of its own that opens the database in `dataDir`, says so, and stays. */
async function openElsewhere(): Promise<ChildProcess> {
  const program = `
    import { openDatabase } from '#src/platform/database/open.ts';
    await openDatabase({ databaseUrl: null, dataDir: process.argv[1] });
    console.log('open');
    setInterval(() => undefined, 1000);`;
  const args = ['--import', 'tsx', '--input-type=module', '-e', program, dataDir];
  const started = spawn(process.execPath, args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] });
  child = started;
  await new Promise((resolve, reject) => {
    started.stdout.once('data', resolve);
    started.once('exit', () => reject(new Error('ended early')));
  });
  return started;
}

const openHere = async (dir = dataDir) => {
  open = await openDatabase({ databaseUrl: null, dataDir: dir });
  return open;
};

it('starts, speaks Vietnamese, has no port, keeps its data, and is gone after close', async () => {
  const { db, close } = await openHere();
  await sql`CREATE TABLE names (name text)`.execute(db);
  await sql`INSERT INTO names VALUES ('Đắk Lắk'), ('An Giang'), ('Ân Thi')`.execute(db);
  const sorted = await sql<{ name: string }>`SELECT name FROM names ORDER BY name COLLATE "vi-x-icu"`.execute(
    db,
  );
  expect(sorted.rows.map((r) => r.name)).toEqual(['An Giang', 'Ân Thi', 'Đắk Lắk']);
  const lower = await sql<{ text: string }>`SELECT lower('ĐẮK LẮK ƯỚC') AS text`.execute(db);
  expect(lower.rows[0]?.text).toBe('đắk lắk ước');
  const listening = await sql<{ listen_addresses: string }>`SHOW listen_addresses`.execute(db);
  expect(listening.rows[0]?.listen_addresses).toBe('');
  await close();
  expect(runningPid(placeFor(dataDir, 'pg'))).toBeNull();
  const again = await openHere();
  expect((await sql`SELECT * FROM names`.execute(again.db)).rows).toHaveLength(3);
});

it('refuses a second process on the same data, and the first goes on', async () => {
  await openElsewhere();
  await expect(openDatabase({ databaseUrl: null, dataDir })).rejects.toThrow(
    'đang được một tiến trình khác sử dụng',
  );
  expect(runningPid(placeFor(dataDir, 'pg'))).not.toBeNull();
});

it('dies with a process that is killed hard, and starts again at once', async () => {
  const started = await openElsewhere();
  started.kill('SIGKILL');
  const { db } = await openHere();
  expect((await sql`SELECT 1 AS one`.execute(db)).rows).toEqual([{ one: 1 }]);
  await open?.close();
  expect(await untilGone(placeFor(dataDir, 'pg'), 5_000)).toBe(true);
});

it('is not stopped by a crash that left its lock file', async () => {
  const { close } = await openHere();
  await close();
  const place = placeFor(dataDir, 'pg');
  writeFileSync(
    join(place.data, 'postmaster.pid'),
    `${process.pid}\n${place.data}\n1\n5432\n${place.sockets}\n\n\nready\n`,
  );
  await expect(openHere()).resolves.toBeDefined();
});

it('works in a path longer than a socket may have', async () => {
  const deep = join(folder, ...Array.from({ length: 12 }, (_, i) => `thư mục sâu ${i}`));
  mkdirSync(deep, { recursive: true });
  expect(Buffer.byteLength(deep)).toBeGreaterThan(150);
  const { db } = await openHere(deep);
  expect((await sql`SELECT 1 AS one`.execute(db)).rows).toEqual([{ one: 1 }]);
});

it('works in a folder that only its owner may enter', async () => {
  const closed = join(folder, 'closed');
  mkdirSync(closed, { mode: 0o700 });
  const { db, close } = await openHere(closed);
  expect((await sql`SELECT 1 AS one`.execute(db)).rows).toEqual([{ one: 1 }]);
  await close();
  const place = placeFor(closed, 'pg');
  if (!place.folder.startsWith(folder)) rmSync(place.folder, { recursive: true, force: true });
});

it("says what is wrong when the data are not PostgreSQL's, or the address leads nowhere", async () => {
  const other = join(folder, 'other');
  mkdirSync(join(other, 'pg'), { recursive: true });
  writeFileSync(join(other, 'pg', 'something'), '');
  await expect(openDatabase({ databaseUrl: null, dataDir: other })).rejects.toThrow(
    'không phải dữ liệu PostgreSQL',
  );
  const nowhere = 'postgres://nobody@127.0.0.1:1/none';
  await expect(openDatabase({ databaseUrl: nowhere, dataDir: other })).rejects.toThrow(
    'Không kết nối được DATABASE_URL',
  );
});

it('uses another PostgreSQL when told to, and leaves it running', async () => {
  const { url } = await openHere();
  const second = await openDatabase({ databaseUrl: url, dataDir });
  expect(second.embedded).toBe(false);
  await second.close();
  await sleep(50);
  expect(runningPid(placeFor(dataDir, 'pg'))).not.toBeNull();
  expect(
    existsSync(placeFor(dataDir, 'pg').log) && readFileSync(placeFor(dataDir, 'pg').log, 'utf8'),
  ).not.toContain('FATAL');
});

it('says so when the data are of another PostgreSQL', async () => {
  const older = join(folder, 'older');
  mkdirSync(join(older, 'pg'), { recursive: true });
  writeFileSync(join(older, 'pg', 'PG_VERSION'), '15\n');
  await expect(openDatabase({ databaseUrl: null, dataDir: older })).rejects.toThrow('PostgreSQL 15');
});
