// Templates and their versions: a version is written once and never changed.
import { sql } from 'kysely';
import { newId } from '#src/kernel/ids.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { Annex, Outline, TemplateVersion } from './rules.ts';

export type NewVersion = { outline: Outline; annex: Annex; createdBy: string };

const versions = (db: Db) =>
  db
    .selectFrom('template_versions as v')
    .innerJoin('templates as t', 't.id', 'v.template_id')
    .select(['v.id', 'v.template_id', 't.code', 't.name', 'v.version', 'v.outline', 'v.annex']);

type VersionRow = Awaited<ReturnType<ReturnType<typeof versions>['execute']>>[number];

const asVersion = (row: VersionRow): TemplateVersion => ({
  id: row.id,
  templateId: row.template_id,
  code: row.code,
  name: row.name,
  version: row.version,
  outline: row.outline as Outline,
  annex: row.annex as Annex,
});

/** The version with this id, or null. */
export async function templateVersion(db: Db, id: string): Promise<TemplateVersion | null> {
  const row = await versions(db).where('v.id', '=', id).executeTakeFirst();
  return row ? asVersion(row) : null;
}

/** Several versions at once, in no order; ids that name none are left out. */
export async function templateVersionsById(db: Db, ids: readonly string[]): Promise<TemplateVersion[]> {
  if (ids.length === 0) return [];
  const rows = await versions(db)
    .where('v.id', 'in', [...new Set(ids)])
    .execute();
  return rows.map(asVersion);
}

/** The newest version of every template, by code. */
export async function latestVersions(db: Db): Promise<TemplateVersion[]> {
  const rows = await versions(db)
    .distinctOn('t.code')
    .orderBy('t.code')
    .orderBy('v.version', 'desc')
    .execute();
  return rows.map(asVersion);
}

/** One version of a template by its code, the newest when no number is given; null when there is none. */
export async function versionByCode(db: Db, code: string, version?: number): Promise<TemplateVersion | null> {
  let query = versions(db).where('t.code', '=', code).orderBy('v.version', 'desc').limit(1);
  if (version !== undefined) query = query.where('v.version', '=', version);
  const row = await query.executeTakeFirst();
  return row ? asVersion(row) : null;
}

export type VersionNote = { version: number; createdAt: Date; createdBy: string };

/** When each version of a template was made and by whom, newest first. */
export async function versionHistory(db: Db, templateId: string): Promise<VersionNote[]> {
  const rows = await db
    .selectFrom('template_versions')
    .select(['version', 'created_at', 'created_by'])
    .where('template_id', '=', templateId)
    .orderBy('version', 'desc')
    .execute();
  return rows.map((r) => ({ version: r.version, createdAt: r.created_at, createdBy: r.created_by }));
}

/** One writer of templates at a time until the transaction ends. */
export async function lockTemplates(trx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(8182, 4)`.execute(trx);
}

/** Afterwards the template exists, without a version. Returns its id. */
export async function insertTemplate(
  trx: Db,
  template: { code: string; name: string },
  now: Date,
): Promise<string> {
  const id = newId(now);
  await trx
    .insertInto('templates')
    .values({ id, ...template, created_at: now })
    .execute();
  return id;
}

export async function renameTemplate(trx: Db, templateId: string, name: string): Promise<void> {
  await trx.updateTable('templates').set({ name }).where('id', '=', templateId).execute();
}

/** Afterwards this version of the template exists for good. Returns its id. */
export async function insertVersion(
  trx: Db,
  templateId: string,
  version: number,
  { outline, annex, createdBy }: NewVersion,
  now: Date,
): Promise<string> {
  const id = newId(now);
  await trx
    .insertInto('template_versions')
    .values({ id, template_id: templateId, version, outline, annex, created_at: now, created_by: createdBy })
    .execute();
  return id;
}
