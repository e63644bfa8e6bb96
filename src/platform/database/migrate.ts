// Brings a database to the present: forward-only SQL files, each once, each in its own transaction.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import type { Sql } from 'postgres';
import { projectRoot } from '#src/platform/config.ts';
import { unfit } from '#src/platform/unfit.ts';
import { connectSql } from './connect.ts';

export type Migration = { name: string; text: string; checksum: string };

const quiet = new Logger(() => () => undefined);

export const migrationsFolder = join(projectRoot, 'migrations');

/** The files `NNNN_name.sql` of a folder in their order; refuses two with one number. */
export function migrationsIn(folder: string = migrationsFolder): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .sort();
  const twin = names.find((name, i) => name.slice(0, 4) === names[i - 1]?.slice(0, 4));
  if (twin)
    throw unfit(
      'migration-number-twice',
      `Hai tệp di trú cùng số thứ tự: ${twin}.`,
      `Two migrations have one number: ${twin}.`,
    );
  return names.map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
  });
}

/**
 * Afterwards every migration has been applied and is recorded with its checksum, and the job queue's own
 * schema is there. Returns the names applied now. Several processes may call it at once: one works, the
 * others wait. Refuses when an applied file was changed or has gone.
 */
export async function migrate(url: string, migrations: Migration[] = migrationsIn()): Promise<string[]> {
  const sql = connectSql(url, 1);
  try {
    await sql`SELECT pg_advisory_lock(8182, 1)`;
    await sql`CREATE TABLE IF NOT EXISTS schema_migrations (
      name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`;
    const pending = await pendingOf(sql, migrations);
    for (const migration of pending) await apply(sql, migration);
    await runMigrations({ connectionString: url, logger: quiet });
    return pending.map((m) => m.name);
  } finally {
    await sql.end();
  }
}

async function pendingOf(sql: Sql, migrations: Migration[]): Promise<Migration[]> {
  const applied = await sql<
    { name: string; checksum: string }[]
  >`SELECT name, checksum FROM schema_migrations`;
  for (const { name, checksum } of applied) {
    const file = migrations.find((m) => m.name === name);
    if (!file)
      throw unfit(
        'migration-missing',
        `Tệp di trú ${name} đã áp dụng nhưng không còn trong thư mục migrations.`,
        `The migration ${name} was applied but is no longer there.`,
      );
    if (file.checksum !== checksum)
      throw unfit(
        'migration-changed',
        `Tệp di trú ${name} đã áp dụng rồi mà bị sửa; đề nghị khôi phục và viết tệp mới.`,
        `The migration ${name} was changed after it was applied; please restore it and write a new one.`,
      );
  }
  const done = new Set(applied.map((a) => a.name));
  return migrations.filter((m) => !done.has(m.name));
}

async function apply(sql: Sql, { name, text, checksum }: Migration) {
  await sql
    .begin(async (trx) => {
      await trx.unsafe(text).simple();
      await trx`INSERT INTO schema_migrations (name, checksum) VALUES (${name}, ${checksum})`;
    })
    .catch((error: Error) => {
      throw unfit(
        'migration-failed',
        `Di trú ${name} không thành công: ${error.message}`,
        `The migration ${name} failed: ${error.message}`,
        error,
      );
    });
}
