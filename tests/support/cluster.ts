// The PostgreSQL that all tests of this clone share. It lives as long as anyone holds it, and no longer.
import { spawnSync } from 'node:child_process';
import { closeSync, constants, existsSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '#src/platform/config.ts';
import { connectSql } from '#src/platform/database/connect.ts';
import { startServer } from '#src/platform/database/embedded.ts';
import { withFileLock } from '#src/platform/database/lock.ts';
import { isWritable, outsideFolder, type Place, placeFor } from '#src/platform/database/place.ts';
import { isReady, runningPid, untilGone, urlAt } from '#src/platform/database/running.ts';

/**
 * A named pipe tells who is still there: everyone who uses the server holds its writing end, the server's
 * watcher reads it. When the last holder goes, even by a kill, the reading ends and the server stops.
 */
const { O_RDWR, O_NONBLOCK } = constants;

let place: Place | null = null;
let held: number | null = null;

function clusterPlace(): Place {
  const local = join(projectRoot, '.local');
  place ??= placeFor(
    isWritable(existsSync(local) ? local : projectRoot) ? local : outsideFolder(local),
    'test-pg',
  );
  return place;
}

function lifeline(): string {
  const path = `${clusterPlace().data}.life`;
  if (!existsSync(path)) spawnSync('mkfifo', ['-m', '600', path]);
  return path;
}

/** Keeps the cluster alive, once it runs, until this process ends or `releaseCluster` is called. */
export function holdCluster(): void {
  held ??= openSync(lifeline(), O_RDWR | O_NONBLOCK);
}

export function releaseCluster(): void {
  if (held !== null) closeSync(held);
  held = null;
}

/** Starts or joins the cluster and holds it. Returns the address of one of its databases. */
export async function joinCluster(): Promise<(database: string) => string> {
  const here = clusterPlace();
  holdCluster();
  await withFileLock(`${here.data}.join`, async () => {
    if (await answers(here)) return;
    await untilGone(here, 10_000);
    await start(here).catch(async () => {
      // Throw-away data that a crash of the machine has spoilt: begin anew.
      rmSync(here.data, { recursive: true, force: true });
      await start(here);
    });
    await dropLeftovers(urlAt(here, 'postgres'));
  });
  return (database) => urlAt(here, database);
}

async function start(here: Place) {
  await startServer(here, { durable: false, life: openSync(lifeline(), constants.O_RDONLY) });
}

/** Asked twice: a server whose last holder has just left may still answer once. */
async function answers(here: Place): Promise<boolean> {
  if (runningPid(here) === null || !isReady(here)) return false;
  const sql = connectSql(urlAt(here, 'postgres'), 1);
  try {
    await sql`SELECT 1`;
    await sleep(30);
    await sql`SELECT 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** A cluster that just started has no users, so databases of single tests are leftovers of killed runs. */
async function dropLeftovers(url: string) {
  const sql = connectSql(url, 1);
  try {
    const names = await sql<{ datname: string }[]>`
      SELECT datname FROM pg_database WHERE starts_with(datname, 'test_') OR starts_with(datname, 'building_')`;
    for (const { datname } of names) await sql`DROP DATABASE ${sql(datname)} WITH (FORCE)`;
  } finally {
    await sql.end();
  }
}

/** Vitest calls this once before a run and the returned function after it. */
export default function setup() {
  holdCluster();
  return async () => {
    releaseCluster();
    await untilGone(clusterPlace(), 500);
  };
}
