// The text of each section now, and every text it ever had.
import { sql } from 'kysely';
import type { Document } from '#src/documents/model.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { ListItem, SectionContent } from '../rules.ts';

export type SectionRow = SectionContent & { code: string; version: number; savedAt: Date; savedBy: string };

/** `origin` says how the text came: "typed", "file:<upload id>", or "conflict" for one kept aside. */
export type SectionVersionRow = SectionRow & { origin: string };

const columns = [
  'section_code as code',
  'version',
  'body',
  'items',
  'saved_at as savedAt',
  'saved_by as savedBy',
] as const;

function withContent<T extends { body: unknown; items: unknown }>(row: T): T & SectionContent {
  return { ...row, body: row.body as Document, items: row.items as ListItem[] };
}

/** The sections of a report that have been saved at least once, by code. */
export async function sectionsOf(db: Db, reportId: string): Promise<Record<string, SectionRow>> {
  const rows = await db
    .selectFrom('report_sections')
    .select(columns)
    .where('report_id', '=', reportId)
    .execute();
  return Object.fromEntries(rows.map((r) => [r.code, withContent(r)]));
}

export async function sectionOf(db: Db, reportId: string, code: string): Promise<SectionRow | null> {
  const row = await db
    .selectFrom('report_sections')
    .select(columns)
    .where('report_id', '=', reportId)
    .where('section_code', '=', code)
    .executeTakeFirst();
  return row ? withContent(row) : null;
}

/** Latest first. */
export async function sectionVersions(db: Db, reportId: string, code: string): Promise<SectionVersionRow[]> {
  const rows = await db
    .selectFrom('report_section_versions')
    .select([...columns, 'origin'])
    .where('report_id', '=', reportId)
    .where('section_code', '=', code)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(withContent);
}

export type NewSectionVersion = SectionContent & {
  reportId: string;
  code: string;
  savedAt: Date;
  savedBy: string;
  origin: string;
};

/** Afterwards the text is among the versions of the section; the section itself is as it was. Returns its number. */
export async function keepSectionVersion(trx: Db, section: NewSectionVersion): Promise<number> {
  const { version } = await trx
    .insertInto('report_section_versions')
    .columns(['report_id', 'section_code', 'version', 'body', 'items', 'saved_at', 'saved_by', 'origin'])
    .expression((eb) =>
      eb
        .selectFrom('report_section_versions')
        .select([
          sql<string>`${section.reportId}::uuid`.as('report_id'),
          sql<string>`${section.code}`.as('section_code'),
          sql<number>`coalesce(max(version), 0) + 1`.as('version'),
          sql<object>`${section.body}::jsonb`.as('body'),
          sql<object>`${section.items}::jsonb`.as('items'),
          sql<Date>`${section.savedAt}::timestamptz`.as('saved_at'),
          sql<string>`${section.savedBy}::uuid`.as('saved_by'),
          sql<string>`${section.origin}`.as('origin'),
        ])
        .where('report_id', '=', section.reportId)
        .where('section_code', '=', section.code),
    )
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** Afterwards the section holds the text, and its versions too. Returns the new version. */
export async function writeSection(trx: Db, section: NewSectionVersion): Promise<number> {
  const version = await keepSectionVersion(trx, section);
  const now = {
    version,
    body: section.body,
    items: section.items,
    saved_at: section.savedAt,
    saved_by: section.savedBy,
  };
  await trx
    .insertInto('report_sections')
    .values({ report_id: section.reportId, section_code: section.code, ...now })
    .onConflict((conflict) => conflict.columns(['report_id', 'section_code']).doUpdateSet(now))
    .execute();
  return version;
}

export type SectionsDone = {
  reportId: string;
  obligationId: string;
  sections: number;
  lastSavedAt: Date | null;
};

/** How many sections hold something, for each report that has been opened in a campaign. */
export async function sectionsDone(db: Db, campaignId: string): Promise<SectionsDone[]> {
  const rows = await db
    .selectFrom('reports')
    .leftJoin('report_sections', 'report_sections.report_id', 'reports.id')
    .select(['reports.id as reportId', 'obligation_id as obligationId'])
    .select([
      sql<number>`count(*) filter (where body <> '[]'::jsonb or items <> '[]'::jsonb)`.as('sections'),
      sql<Date | null>`max(saved_at)`.as('lastSavedAt'),
    ])
    .where('campaign_id', '=', campaignId)
    .groupBy('reports.id')
    .execute();
  return rows;
}
