// Opens the database that the configuration asks for: another PostgreSQL, or the embedded one.
import { Refusal } from '#src/kernel/refusal.ts';
import type { Config } from '#src/platform/config.ts';
import { unfit } from '#src/platform/unfit.ts';
import { connect, connectSql, type Db } from './connect.ts';
import { startServer } from './embedded.ts';
import { placeFor } from './place.ts';
import { isReady, runningPid, urlAt } from './running.ts';

/** An open database. `close` ends the pool and, when it is ours, the server; twice is as once. */
export type OpenDatabase = { url: string; db: Db; embedded: boolean; close: () => Promise<void> };

const oldestVersion = 15;

/** Starts the embedded server when no address is configured. Does not migrate. Refuses PostgreSQL before 15. */
export async function openDatabase(config: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<OpenDatabase> {
  if (config.databaseUrl) {
    await refuseOldServer(config.databaseUrl);
    const db = connect(config.databaseUrl);
    return { url: config.databaseUrl, db, embedded: false, close: () => db.destroy() };
  }
  const server = await startServer(placeFor(config.dataDir, 'pg'), { durable: true });
  await ensureDatabase(server.url('postgres'), 'tongket');
  const url = server.url('tongket');
  const db = connect(url);
  let closed: Promise<void> | null = null;
  const close = () => {
    closed ??= db.destroy().then(() => server.stop());
    return closed;
  };
  return { url, db, embedded: true, close };
}

/**
 * The database of the platform that runs on the same folder, when one runs: nothing is started, and `close` ends only
 * this pool. Otherwise as `openDatabase`.
 */
export async function joinDatabase(config: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<OpenDatabase> {
  if (config.databaseUrl) return openDatabase(config);
  const place = placeFor(config.dataDir, 'pg');
  if (runningPid(place) === null || !isReady(place)) return openDatabase(config);
  const url = urlAt(place, 'tongket');
  const db = connect(url);
  return { url, db, embedded: true, close: () => db.destroy() };
}

async function ensureDatabase(maintenanceUrl: string, name: string) {
  const sql = connectSql(maintenanceUrl, 1);
  try {
    const found = await sql`SELECT 1 FROM pg_database WHERE datname = ${name}`;
    if (found.length === 0) await sql`CREATE DATABASE ${sql(name)}`;
  } finally {
    await sql.end();
  }
}

async function refuseOldServer(url: string) {
  const sql = connectSql(url, 1);
  try {
    const [row] = await sql<
      { version: number }[]
    >`SELECT current_setting('server_version_num')::int AS version`;
    const major = Math.floor((row?.version ?? 0) / 10_000);
    if (major < oldestVersion)
      throw unfit(
        'old-postgresql',
        `DATABASE_URL là PostgreSQL ${major}; cần PostgreSQL ${oldestVersion} trở lên.`,
        `DATABASE_URL is PostgreSQL ${major}; PostgreSQL ${oldestVersion} or later is needed.`,
      );
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    if (!code || error instanceof Refusal) throw error;
    throw unfit(
      'no-connection',
      `Không kết nối được DATABASE_URL (${code}): ${message}`,
      `DATABASE_URL cannot be reached (${code}): ${message}`,
      error,
    );
  } finally {
    await sql.end({ timeout: 1 });
  }
}
