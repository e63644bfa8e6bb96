// A private PostgreSQL database for each test file: a copy of one migrated and seeded template.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { afterAll } from 'vitest';
import { projectRoot } from '#src/platform/config.ts';
import { connect, connectSql, type Db } from '#src/platform/database/connect.ts';
import { migrate } from '#src/platform/database/migrate.ts';
import { joinCluster } from './cluster.ts';
import { seedTemplate } from './template.ts';

/** What a template is made of; a change of any of these files makes a new one. */
const ingredients = ['migrations', 'src/units', 'seed', 'tests/support/template.ts', 'package-lock.json'];

/** Runs that began before a migration was added still copy the template they began with. */
const templatesKept = 4;

export type TestDatabase = { db: Db; url: string };

/**
 * A database of this test file alone, migrated and seeded, dropped after the file's last test. Call it once
 * at the top of the file: `const { db } = await testDatabase();`. `empty` asks for one without any table.
 */
export async function testDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const urlOf = await joinCluster();
  const name = `test_${randomBytes(8).toString('hex')}`;
  const admin = connectSql(urlOf('postgres'), 1);
  const template = options.empty ? 'template0' : await templateFor(admin, urlOf);
  await admin`CREATE DATABASE ${admin(name)} TEMPLATE ${admin(template)}`;
  const db = connect(urlOf(name), 5);
  afterAll(async () => {
    await db.destroy();
    // Without force PostgreSQL waits for connections that are just closing; force would make them fail.
    await admin`DROP DATABASE ${admin(name)}`.catch(() => admin`DROP DATABASE ${admin(name)} WITH (FORCE)`);
    await admin.end();
  });
  return { db, url: urlOf(name) };
}

async function templateFor(admin: Sql, urlOf: (database: string) => string): Promise<string> {
  const name = `template_${fingerprint()}`;
  await admin`SELECT pg_advisory_lock(8182, 2)`;
  try {
    const found = await admin`SELECT 1 FROM pg_database WHERE datname = ${name}`;
    if (found.length > 0) return name;
    const building = `building_${randomBytes(8).toString('hex')}`;
    await admin`CREATE DATABASE ${admin(building)} TEMPLATE template0`;
    await fill(urlOf(building));
    await admin`ALTER DATABASE ${admin(building)} RENAME TO ${admin(name)}`;
    await dropOldTemplates(admin);
    return name;
  } finally {
    await admin`SELECT pg_advisory_unlock(8182, 2)`;
  }
}

async function fill(url: string) {
  await migrate(url);
  const db = connect(url, 2);
  try {
    await seedTemplate(db);
  } finally {
    await db.destroy();
  }
}

/** Databases get rising oids, so the newest templates have the highest. */
async function dropOldTemplates(admin: Sql) {
  const old = await admin<{ datname: string }[]>`
    SELECT datname FROM pg_database WHERE starts_with(datname, 'template_') ORDER BY oid DESC OFFSET ${templatesKept}`;
  for (const { datname } of old) await admin`DROP DATABASE ${admin(datname)} WITH (FORCE)`;
}

function fingerprint(): string {
  const hash = createHash('sha256');
  // Tests and views write nothing into a template.
  for (const path of ingredients.flatMap((name) => filesUnder(join(projectRoot, name)))) {
    if (path.includes('.test.') || path.endsWith('.tsx')) continue;
    hash.update(path.slice(projectRoot.length)).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 16);
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
