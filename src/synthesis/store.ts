// Evidence and readings; and one section read across all units, from the latest submission of each.
import { sql } from 'kysely';
import { countWords, type Document } from '#src/documents/model.ts';
import { newId } from '#src/kernel/ids.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { ListItem } from '#src/reports/rules.ts';
import type { Evidence, PickedPassage, SectionReading } from './rules.ts';

/** One section of one submission with who sent it, or null when the submission has no such section. */
export async function sectionReading(
  db: Db,
  submissionId: string,
  code: string,
): Promise<SectionReading | null> {
  const [reading] = await readings(db, sql`s.id = ${submissionId}`, code);
  return reading ?? null;
}

/**
 * That section of every unit's latest submission, in the order of unit names. The same code names different sections in
 * different templates: give `templateCode` to read one of them.
 */
export function sectionAcross(
  db: Db,
  campaignId: string,
  code: string,
  templateCode: string | null = null,
): Promise<SectionReading[]> {
  const ofTemplate = templateCode === null ? sql`true` : sql`${templateOf} = ${templateCode}`;
  const latest = sql`s.campaign_id = ${campaignId} and ${ofTemplate}
    and s.version = (select max(v.version) from submissions v where v.report_id = s.report_id)`;
  return readings(db, latest, code);
}

/** The template of a submission `s`. */
const templateOf = sql`(select o.template_code from reports r join obligations o on o.id = r.obligation_id where r.id = s.report_id)`;

type ReadingRow = Omit<SectionReading, 'body' | 'items' | 'words'> & {
  section: { body: Document; items: ListItem[] };
};

const stateOfSubmission = sql`case
  when exists (select 1 from submission_returns b where b.submission_id = s.id) then 'returned'
  when exists (select 1 from submission_acceptances a where a.submission_id = s.id and a.withdrawn_at is null) then 'accepted'
  else 'submitted' end`;

/** As the unit was called on the day the plan was issued; outside its life, by its name in the registry. */
const unitName = sql`coalesce((select n.full_name from unit_names n where n.unit_id = u.id
  and (n.valid_from is null or n.valid_from <= coalesce(c.issued_on, c.created_at::date))
  and (n.valid_to is null or coalesce(c.issued_on, c.created_at::date) < n.valid_to) limit 1), u.full_name)`;

async function readings(db: Db, where: ReturnType<typeof sql>, code: string): Promise<SectionReading[]> {
  const { rows } = await sql<ReadingRow>`
    select s.id as "submissionId", s.unit_id as "unitId", ${unitName} as "unitName", s.version, s.stage,
      ${stateOfSubmission} as state, s.content -> 'sections' -> ${code}::text as section
    from submissions s join campaigns c on c.id = s.campaign_id join units u on u.id = s.unit_id
    where ${where} and s.content -> 'sections' ? ${code}::text
    order by u.name collate "vi-x-icu", s.id`.execute(db);
  return rows.map(({ section, ...row }) => ({
    ...row,
    body: section.body,
    items: section.items,
    words: countWords(section.body),
  }));
}

export type SectionLength = { submissionId: string; unitId: string; code: string; words: number };

/** The number of words of the text of every section of every latest submission, lists and tables too; counted by the database. */
export async function sectionLengths(db: Db, campaignId: string): Promise<SectionLength[]> {
  const { rows } = await sql<SectionLength>`
    select s.id as "submissionId", s.unit_id as "unitId", section.key as code,
      (select regexp_count(coalesce(string_agg(word #>> '{}', ' '), ''), '\\S*[[:alnum:]]\\S*')
       from jsonb_path_query(section.value -> 'body', 'strict $.** ? (@.kind == "text").text', '{}', true) word) as words
    from submissions s, jsonb_each(s.content -> 'sections') section
    where s.campaign_id = ${campaignId}
      and s.version = (select max(v.version) from submissions v where v.report_id = s.report_id)`.execute(db);
  return rows;
}

type NewEvidence = PickedPassage & { campaignId: string; unitId: string; pickedBy: string };

/** Afterwards the passage is evidence of its campaign. Returns its id. */
export async function insertEvidence(db: Db, e: NewEvidence, now: Date): Promise<string> {
  const id = newId(now);
  await db
    .insertInto('evidence')
    .values({
      id,
      campaign_id: e.campaignId,
      unit_id: e.unitId,
      submission_id: e.submissionId,
      section_code: e.sectionCode,
      block_id: e.blockId,
      quote: e.quote,
      stance: e.stance,
      quotable: e.quotable,
      picked_at: now,
      picked_by: e.pickedBy,
    })
    .execute();
  return id;
}

/** The evidence of a campaign, or that of one section, latest picked first. */
export async function evidenceOf(
  db: Db,
  campaignId: string,
  filter: { section?: string; ids?: readonly string[] } = {},
): Promise<Evidence[]> {
  if (filter.ids?.length === 0) return [];
  const bySection = filter.section === undefined ? sql`` : sql`and e.section_code = ${filter.section}`;
  const byIds = filter.ids === undefined ? sql`` : sql`and e.id = any(${sql.val(filter.ids)}::uuid[])`;
  const { rows } = await sql<Evidence>`
    select e.id, e.unit_id as "unitId", ${unitName} as "unitName", e.submission_id as "submissionId", s.version,
      e.section_code as "sectionCode", e.block_id as "blockId", e.quote, e.stance, e.quotable, e.picked_at as "pickedAt",
      ${templateOf} as "templateCode",
      case when s.id is null then null else ${stateOfSubmission} end as state
    from evidence e join campaigns c on c.id = e.campaign_id join units u on u.id = e.unit_id
    left join submissions s on s.id = e.submission_id
    where e.campaign_id = ${campaignId} ${bySection} ${byIds}
    order by e.picked_at desc, e.id`.execute(db);
  return rows;
}

/** How many passages of each submission and section have been picked. */
export async function evidenceCounts(
  db: Db,
  campaignId: string,
): Promise<{ submissionId: string; code: string; count: number }[]> {
  const { rows } = await sql<{ submissionId: string; code: string; count: number }>`
    select submission_id as "submissionId", section_code as code, count(*)::int as count from evidence
    where campaign_id = ${campaignId} and submission_id is not null group by 1, 2`.execute(db);
  return rows;
}

/** Which sections of which submissions this person has read. */
export async function readingsBy(
  db: Db,
  campaignId: string,
  readerId: string,
): Promise<{ submissionId: string; code: string }[]> {
  return db
    .selectFrom('section_readings')
    .innerJoin('submissions', 'submissions.id', 'section_readings.submission_id')
    .select(['section_readings.submission_id as submissionId', 'section_readings.section_code as code'])
    .where('submissions.campaign_id', '=', campaignId)
    .where('reader_id', '=', readerId)
    .execute();
}

/** Afterwards the person has read that section of these submissions; a second reading changes nothing. */
export async function insertReadings(
  db: Db,
  submissionIds: readonly string[],
  code: string,
  readerId: string,
  now: Date,
): Promise<void> {
  if (submissionIds.length === 0) return;
  await db
    .insertInto('section_readings')
    .values(
      submissionIds.map((id) => ({
        submission_id: id,
        section_code: code,
        reader_id: readerId,
        read_at: now,
      })),
    )
    .onConflict((oc) => oc.doNothing())
    .execute();
}
