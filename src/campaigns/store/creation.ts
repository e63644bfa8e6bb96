// Writes a whole campaign: one statement per table, whatever the number of obligations.
import { sql } from 'kysely';
import { newId } from '#src/kernel/ids.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { CampaignDraft } from '../creation.ts';

type Born = { id: string; slug: string; now: Date; by: string };

/** Afterwards the campaign and everything it carries are in the tables. */
export async function insertCampaign(db: Db, draft: CampaignDraft, born: Born): Promise<void> {
  await db
    .insertInto('campaigns')
    .values({
      id: born.id,
      plan_id: draft.planId,
      slug: born.slug,
      name: draft.name,
      kind: draft.kind,
      plan_symbol: draft.planSymbol,
      issuer: draft.issuer,
      issued_on: draft.issuedOn,
      receiving_office: draft.receivingOffice,
      synthesis_due_on: draft.synthesisDueOn,
      cutoff_on: draft.cutoffOn,
      created_at: born.now,
      created_by: born.by,
    })
    .execute();
  await insertDocuments(db, draft, born.id);
  await insertObligations(db, draft, born);
  await insertTasks(db, draft, born);
}

async function insertDocuments(db: Db, draft: CampaignDraft, campaignId: string): Promise<void> {
  if (draft.reviewedDocuments.length > 0)
    await db
      .insertInto('reviewed_documents')
      .values(
        draft.reviewedDocuments.map((d, i) => ({
          campaign_id: campaignId,
          position: i + 1,
          symbol: d.symbol,
          dated_on: d.datedOn,
          issuer: d.issuer,
          period_from: d.periodFrom,
          period_to: d.periodTo,
        })),
      )
      .execute();
  await db
    .insertInto('campaign_templates')
    .values(
      draft.templates.map((t) => ({
        campaign_id: campaignId,
        template_code: t.templateCode,
        template_version_id: t.templateVersionId,
        applies_to: t.words,
      })),
    )
    .execute();
}

/** The rows travel as one JSON text per table, so 10,000 obligations are two statements. */
async function insertObligations(db: Db, draft: CampaignDraft, born: Born): Promise<void> {
  const versions = new Map(draft.templates.map((t) => [t.templateCode, t.templateVersionId]));
  const owed = draft.obligations.map((o) => ({ ...o, id: newId(born.now) }));
  const rows = owed.map((o) => ({
    id: o.id,
    unit_id: o.unitId,
    template_code: o.templateCode,
    template_version_id: versions.get(o.templateCode),
    title: o.title,
    surveyed: o.surveyed,
  }));
  await sql`
    insert into obligations (id, campaign_id, unit_id, template_code, template_version_id, title, surveyed, created_at)
    select id, ${born.id}::uuid, unit_id, template_code, template_version_id, title, surveyed, ${born.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as r (id uuid, unit_id uuid, template_code text, template_version_id uuid, title text, surveyed boolean)
  `.execute(db);
  const stages = owed.flatMap((o) =>
    o.stages.map((s) => ({
      obligation_id: o.id,
      stage: s.stage,
      printed_on: s.printedOn,
      inclusive: s.inclusive,
      due_on: s.dueOn,
      wording: s.wording,
    })),
  );
  await sql`
    insert into obligation_stages (obligation_id, stage, printed_on, inclusive, due_on, wording)
    select obligation_id, stage, printed_on, inclusive, due_on, wording
    from jsonb_to_recordset(${JSON.stringify(stages)}::text::jsonb)
      as r (obligation_id uuid, stage text, printed_on date, inclusive boolean, due_on date, wording text)
  `.execute(db);
}

async function insertTasks(db: Db, draft: CampaignDraft, born: Born): Promise<void> {
  if (draft.tasks.length === 0) return;
  await db
    .insertInto('campaign_tasks')
    .values(
      draft.tasks.map((t, i) => ({
        id: newId(born.now),
        campaign_id: born.id,
        position: i + 1,
        lead: t.lead,
        supporting: [...t.supporting],
        what: t.what,
        due_on: t.dueOn,
      })),
    )
    .execute();
}

/** Two people who make campaigns from papers of the same number take turns until the first has finished. */
export async function lockSlug(db: Db, slug: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(8182, hashtext(${slug}))`.execute(db);
}
