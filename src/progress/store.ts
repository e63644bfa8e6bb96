// Reads for the board over the tables of reports, templates and units; writes nothing. A handful of queries for any number of bodies.
import { sql } from 'kysely';
import type { Stage } from '#src/campaigns/rules.ts';
import type { Db } from '#src/platform/database/connect.ts';
import { submissionState } from '#src/reports/rules.ts';
import type { ReportFacts } from './rules.ts';

type FactsRow = {
  obligationId: string;
  reportId: string;
  submissionId: string | null;
  stage: Stage | null;
  submittedAt: Date | null;
  returnedAt: Date | null;
  acceptedAt: Date | null;
};

/** Of one obligation when it is given, else of all. */
const of = (obligationId: string | undefined) =>
  obligationId ? sql`r.obligation_id = ${obligationId}` : sql`true`;

/** What was known at the instant `at` of every report opened by then, by obligation. */
export async function factsAt(
  db: Db,
  campaignId: string,
  at: Date,
  only?: string,
): Promise<Map<string, ReportFacts>> {
  const { rows } = await sql<FactsRow>`
    select r.obligation_id as "obligationId", r.id as "reportId", s.id as "submissionId", s.stage,
      s.submitted_at as "submittedAt", back.returned_at as "returnedAt", yes.accepted_at as "acceptedAt"
    from reports r
    left join lateral (
      select s.id, s.stage, s.submitted_at from submissions s
      where s.report_id = r.id and s.submitted_at <= ${at} order by s.version desc limit 1) s on true
    left join submission_returns back on back.submission_id = s.id and back.returned_at <= ${at}
    left join submission_acceptances yes on yes.submission_id = s.id and yes.accepted_at <= ${at}
      and (yes.withdrawn_at is null or yes.withdrawn_at > ${at})
    where r.campaign_id = ${campaignId} and r.opened_at <= ${at} and ${of(only)}
  `.execute(db);
  return new Map(rows.map((row) => [row.obligationId, factsOf(row)]));
}

function factsOf(row: FactsRow): ReportFacts {
  const { reportId, submissionId, stage, submittedAt, returnedAt, acceptedAt } = row;
  if (!submissionId || !stage || !submittedAt) return { reportId, latest: null };
  const state = submissionState({ returnedAt, acceptedAt });
  return {
    reportId,
    latest: { submissionId, stage, state, submittedAt, decidedAt: returnedAt ?? acceptedAt },
  };
}

/** How many sections each template version in use requires. */
export async function requiredSections(db: Db, campaignId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; required: number }>`
    select v.id, (select count(*) from jsonb_array_elements(v.outline->'sections') s
      where (s->>'writable')::boolean and (s->>'required')::boolean) as required
    from template_versions v
    where v.id in (select template_version_id from obligations where campaign_id = ${campaignId}
      union select template_version_id from reports where campaign_id = ${campaignId})
  `.execute(db);
  return new Map(rows.map((row) => [row.id, row.required]));
}

/** The required sections of a version, as rows (version_id, code), to join with what has been written. */
const required = (campaignId: string) => sql`
  select v.id as version_id, s->>'code' as code
  from template_versions v cross join jsonb_array_elements(v.outline->'sections') s
  where (s->>'writable')::boolean and (s->>'required')::boolean
    and v.id in (select template_version_id from reports where campaign_id = ${campaignId})`;

export type Written = { done: number; lastSavedAt: Date | null; templateVersionId: string };

/** By report: how many required sections hold something now, and when it was last saved. */
export async function writtenNow(db: Db, campaignId: string, only?: string): Promise<Map<string, Written>> {
  const { rows } = await sql<Written & { reportId: string }>`
    with required as (${required(campaignId)})
    select r.id as "reportId", r.template_version_id as "templateVersionId", max(s.saved_at) as "lastSavedAt",
      count(q.code) filter (where s.body <> '[]'::jsonb or s.items <> '[]'::jsonb) as done
    from reports r
    left join report_sections s on s.report_id = r.id
    left join required q on q.version_id = r.template_version_id and q.code = s.section_code
    where r.campaign_id = ${campaignId} and ${of(only)}
    group by r.id
  `.execute(db);
  return new Map(rows.map(({ reportId, ...written }) => [reportId, written]));
}

/** For some reports: how many required sections had held something by the instant `at`. */
export async function writtenBy(
  db: Db,
  campaignId: string,
  reportIds: readonly string[],
  at: Date,
): Promise<Map<string, number>> {
  if (reportIds.length === 0) return new Map();
  const { rows } = await sql<{ reportId: string; done: number }>`
    with required as (${required(campaignId)})
    select r.id as "reportId", count(distinct v.section_code) as done
    from reports r
    join report_section_versions v on v.report_id = r.id and v.saved_at <= ${at} and v.origin <> 'conflict'
    join required q on q.version_id = r.template_version_id and q.code = v.section_code
    where r.id = any(${[...reportIds]}::uuid[]) and (v.body <> '[]'::jsonb or v.items <> '[]'::jsonb)
    group by r.id
  `.execute(db);
  return new Map(rows.map((row) => [row.reportId, row.done]));
}

/** The statistics office's codes of the territories whose committees owe a report, by territory. */
export async function territoryCodes(db: Db, campaignId: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ territoryId: string; code: string }>`
    select distinct u.territory_id as "territoryId", c.code
    from obligations o join units u on u.id = o.unit_id
    join unit_codes c on c.unit_id = u.territory_id and c.scheme = 'gso'
    where o.campaign_id = ${campaignId} and u.kind = 'provincial-party-committee'
  `.execute(db);
  return new Map(rows.map((row) => [row.territoryId, row.code]));
}

type StoryRow = {
  what: 'opened' | 'sent' | 'returned' | 'accepted' | 'acceptance-withdrawn';
  at: Date;
  by: string;
  submissionId: string | null;
  stage: Stage | null;
  version: number | null;
  receiptNumber: number | null;
  reason: string | null;
};

/** Everything that happened with one obligation's report until `at`, newest first; `by` is a person's id. */
export async function reportStory(db: Db, obligationId: string, at: Date): Promise<StoryRow[]> {
  const { rows } = await sql<StoryRow>`
    with mine as (select s.id, s.stage, s.version, s.receipt_number, s.submitted_at, s.submitted_by
      from submissions s join reports r on r.id = s.report_id where r.obligation_id = ${obligationId}),
    lines as (
      select 'opened' as what, opened_at as at, opened_by as by, null::uuid as submission_id, null as reason
        from reports where obligation_id = ${obligationId}
      union all select 'sent', submitted_at, submitted_by, id, null from mine
      union all select 'returned', b.returned_at, b.returned_by, mine.id, b.reason
        from mine join submission_returns b on b.submission_id = mine.id
      union all select 'accepted', y.accepted_at, y.accepted_by, mine.id, null
        from mine join submission_acceptances y on y.submission_id = mine.id
      union all select 'acceptance-withdrawn', y.withdrawn_at, y.withdrawn_by, mine.id, null
        from mine join submission_acceptances y on y.submission_id = mine.id where y.withdrawn_at is not null)
    select l.what, l.at, l.by, l.reason, mine.id as "submissionId", mine.stage, mine.version, mine.receipt_number as "receiptNumber"
    from lines l left join mine on mine.id = l.submission_id
    where l.at <= ${at} order by l.at desc
  `.execute(db);
  return rows;
}
