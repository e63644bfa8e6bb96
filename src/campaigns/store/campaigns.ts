// Reads of campaigns and what each carries: reviewed documents, templates, the plan's tasks.
import type { LocalDate } from '#src/kernel/dates.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { CampaignKind, CampaignRow } from '../rules.ts';

function campaignQuery(db: Db) {
  return db
    .selectFrom('campaigns')
    .select([
      'id',
      'slug',
      'name',
      'kind',
      'plan_id as planId',
      'plan_symbol as planSymbol',
      'issuer',
      'issued_on as issuedOn',
      'receiving_office as receivingOffice',
      'synthesis_due_on as synthesisDueOn',
      'cutoff_on as cutoffOn',
      'created_at as createdAt',
    ])
    .$narrowType<{ kind: CampaignKind }>();
}

export async function campaignBySlug(db: Db, slug: string): Promise<CampaignRow | null> {
  return (await campaignQuery(db).where('slug', '=', slug).executeTakeFirst()) ?? null;
}

export async function campaignById(db: Db, id: string): Promise<CampaignRow | null> {
  return (await campaignQuery(db).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** The campaigns made from one plan, usually one. */
export function campaignsOfPlan(db: Db, planId: string): Promise<CampaignRow[]> {
  return campaignQuery(db).where('plan_id', '=', planId).orderBy('created_at').execute();
}

/** Every campaign, newest first. */
export function allCampaigns(db: Db): Promise<CampaignRow[]> {
  return campaignQuery(db).orderBy('created_at', 'desc').execute();
}

/** The campaigns in which one of the units owes a report, newest first. */
export async function campaignsOfUnits(db: Db, unitIds: readonly string[]): Promise<CampaignRow[]> {
  if (unitIds.length === 0) return [];
  return campaignQuery(db)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('obligations')
          .select('obligations.id')
          .whereRef('obligations.campaign_id', '=', 'campaigns.id')
          .where('obligations.unit_id', 'in', unitIds),
      ),
    )
    .orderBy('created_at', 'desc')
    .execute();
}

/** Slugs that begin with the given one, to choose the next free. */
export async function slugsLike(db: Db, slug: string): Promise<string[]> {
  const rows = await db.selectFrom('campaigns').select('slug').where('slug', 'like', `${slug}%`).execute();
  return rows.map((r) => r.slug);
}

export type ReviewedDocumentRow = {
  position: number;
  symbol: string;
  datedOn: LocalDate | null;
  issuer: string | null;
  periodFrom: number | null;
  periodTo: number | null;
};

export function reviewedDocumentsOf(db: Db, campaignId: string): Promise<ReviewedDocumentRow[]> {
  return db
    .selectFrom('reviewed_documents')
    .select([
      'position',
      'symbol',
      'dated_on as datedOn',
      'issuer',
      'period_from as periodFrom',
      'period_to as periodTo',
    ])
    .where('campaign_id', '=', campaignId)
    .orderBy('position')
    .execute();
}

/** `words`: whom the plan gives this template to. */
export type CampaignTemplateRow = { templateCode: string; templateVersionId: string; words: string };

/** The template versions that a campaign uses, by code. */
export function templateVersionsOf(db: Db, campaignId: string): Promise<CampaignTemplateRow[]> {
  return db
    .selectFrom('campaign_templates')
    .select([
      'template_code as templateCode',
      'template_version_id as templateVersionId',
      'applies_to as words',
    ])
    .where('campaign_id', '=', campaignId)
    .orderBy('template_code')
    .execute();
}

export type TaskRow = {
  id: string;
  position: number;
  lead: string;
  supporting: string[];
  what: string;
  dueOn: LocalDate | null;
  doneAt: Date | null;
  doneBy: string | null;
};

/** The plan's own tasks, in the order of the plan. */
export function tasksOf(db: Db, campaignId: string): Promise<TaskRow[]> {
  return db
    .selectFrom('campaign_tasks')
    .select([
      'id',
      'position',
      'lead',
      'supporting',
      'what',
      'due_on as dueOn',
      'done_at as doneAt',
      'done_by as doneBy',
    ])
    .where('campaign_id', '=', campaignId)
    .orderBy('position')
    .execute();
}
