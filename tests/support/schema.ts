// Regenerates schema.ts: `node scripts/schema.mjs` runs this file.
import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#src/platform/config.ts';
import { schemaText } from '#src/platform/database/codegen.ts';
import { connectSql } from '#src/platform/database/connect.ts';
import { migrate } from '#src/platform/database/migrate.ts';
import { joinCluster, releaseCluster } from './cluster.ts';

export const schemaFile = join(projectRoot, 'src/platform/database/schema.ts');

/** The text that schema.ts should have for the migrations as they are now. */
export async function freshSchemaText(): Promise<string> {
  const urlOf = await joinCluster();
  const name = `test_${randomBytes(8).toString('hex')}`;
  const admin = connectSql(urlOf('postgres'), 1);
  try {
    await admin`CREATE DATABASE ${admin(name)} TEMPLATE template0`;
    await migrate(urlOf(name));
    return await schemaText(urlOf(name));
  } finally {
    await admin`DROP DATABASE IF EXISTS ${admin(name)} WITH (FORCE)`;
    await admin.end();
  }
}

if (process.argv[1] === import.meta.filename) {
  const text = await freshSchemaText();
  const before = readFileSync(schemaFile, 'utf8');
  const unfinished = `${schemaFile}.${process.pid}`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, schemaFile);
  releaseCluster();
  console.error(text === before ? 'schema.ts không đổi.' : 'Đã ghi schema.ts.');
}
