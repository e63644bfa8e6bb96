// Plans as received, the decisions on their facts, and the list of units with a template of their own.
import { sql } from 'kysely';
import { isId, newId } from '#src/kernel/ids.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { Json } from '#src/platform/database/json.ts';
import type { CompiledPlan } from './compiler/model.ts';
import type { DecisionKind, FactDecision } from './rules/decisions.ts';

export type PlanRow = {
  id: string;
  sourceName: string;
  sourceFile: string | null;
  createdAt: Date;
  createdBy: string;
  compiled: CompiledPlan;
  /** The earlier campaign it was begun from, whose text and facts it has; null for a plan with a text of its own. */
  originCampaignId: string | null;
};

type NewPlan = {
  sourceName: string;
  sourceFile: string | null;
  compiled: CompiledPlan;
  createdBy: string;
  originCampaignId?: string;
};

/** Returns the new plan's id. */
export async function insertPlan(db: Db, plan: NewPlan, now: Date, id = newId(now)): Promise<string> {
  const { text, ...rest } = plan.compiled;
  await db
    .insertInto('plans')
    .values({
      id,
      source_name: plan.sourceName,
      source_text: text,
      source_file: plan.sourceFile,
      compiled: rest as unknown as Json,
      created_at: now,
      created_by: plan.createdBy,
      origin_campaign_id: plan.originCampaignId ?? null,
    })
    .execute();
  return id;
}

/** Null for what is no id, too. */
export async function planById(db: Db, id: string): Promise<PlanRow | null> {
  if (!isId(id)) return null;
  const row = await db.selectFrom('plans').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const compiled = { ...(row.compiled as object), text: row.source_text } as CompiledPlan;
  return {
    id: row.id,
    sourceName: row.source_name,
    sourceFile: row.source_file,
    createdAt: row.created_at,
    createdBy: row.created_by,
    compiled,
    originCampaignId: row.origin_campaign_id,
  };
}

/** Holds the plan until the transaction ends: its decisions, its one campaign and its one public page wait for each other. */
export async function lockPlan(trx: Db, id: string): Promise<PlanRow | null> {
  if (!isId(id)) return null;
  await trx.selectFrom('plans').select('id').where('id', '=', id).forUpdate().execute();
  return planById(trx, id);
}

/** Afterwards no other person begins the same new plan until the transaction ends. */
export async function lockNewPlan(trx: Db, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`plan ${id}`}, 0))`.execute(trx);
}

export type PlanLine = {
  id: string;
  sourceName: string;
  symbol: string | null;
  createdAt: Date;
  campaignSlug: string | null;
  originCampaignId: string | null;
};

/** Every plan, latest first, with the campaign that was made from it. */
export async function listPlans(db: Db): Promise<PlanLine[]> {
  const rows = await db
    .selectFrom('plans')
    .leftJoin('campaigns', 'campaigns.plan_id', 'plans.id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('plan_fact_decisions as d')
          .select(['d.decision', 'd.value'])
          .whereRef('d.plan_id', '=', 'plans.id')
          .where('d.pointer', '=', '/symbol')
          .orderBy('d.position', 'desc')
          .limit(1)
          .as('said'),
      (join) => join.onTrue(),
    )
    .select([
      'plans.id',
      'source_name',
      'compiled',
      'plans.created_at',
      'origin_campaign_id',
      'campaigns.slug',
      'said.decision',
      'said.value',
    ])
    .orderBy('plans.created_at', 'desc')
    .execute();
  return rows.map((r) => ({
    id: r.id,
    sourceName: r.source_name,
    symbol:
      r.decision === 'edited' && typeof r.value === 'string'
        ? r.value
        : (r.compiled as unknown as CompiledPlan).plan.symbol,
    createdAt: r.created_at,
    campaignSlug: r.slug,
    originCampaignId: r.origin_campaign_id,
  }));
}

/** The plans begun from a campaign, latest first. */
export async function plansBegunFrom(db: Db, campaignId: string): Promise<PlanLine[]> {
  return (await listPlans(db)).filter((p) => p.originCampaignId === campaignId);
}

/** Every decision on the plan's facts, in the order in which they came. */
export async function decisionsOf(db: Db, planId: string): Promise<FactDecision[]> {
  const rows = await db
    .selectFrom('plan_fact_decisions')
    .select(['pointer', 'decision', 'value', 'decided_at'])
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute();
  return rows.map((r) => ({
    pointer: r.pointer,
    decision: r.decision as DecisionKind,
    value: r.value,
    decidedAt: r.decided_at,
  }));
}

type NewDecision = {
  planId: string;
  pointer: string;
  decision: DecisionKind;
  value: Json | null;
  by: string;
};

export async function insertDecisions(db: Db, decisions: readonly NewDecision[], now: Date): Promise<void> {
  if (decisions.length === 0) return;
  const rows = decisions.map((d) => ({
    id: newId(now),
    plan_id: d.planId,
    pointer: d.pointer,
    decision: d.decision,
    value: d.value,
    decided_at: now,
    decided_by: d.by,
  }));
  await db.insertInto('plan_fact_decisions').values(rows).execute();
}

export type Assignment = { unitId: string; unitName: string; title: string };

/** The units with a template of their own, in the order of the officer's list. */
export async function assignmentsOf(db: Db, planId: string, templateCode: string): Promise<Assignment[]> {
  const rows = await db
    .selectFrom('plan_assignments')
    .innerJoin('units', 'units.id', 'plan_assignments.unit_id')
    .select(['unit_id', 'units.full_name', 'title'])
    .where('plan_id', '=', planId)
    .where('template_code', '=', templateCode)
    .orderBy('plan_assignments.position')
    .execute();
  return rows.map((r) => ({ unitId: r.unit_id, unitName: r.full_name, title: r.title ?? '' }));
}

type NewAssignments = {
  planId: string;
  templateCode: string;
  lines: { unitId: string; title: string }[];
  by: string;
};

/** Afterwards the list is exactly the one given. */
export async function replaceAssignments(
  db: Db,
  { planId, templateCode, lines, by }: NewAssignments,
  now: Date,
): Promise<void> {
  await db
    .deleteFrom('plan_assignments')
    .where('plan_id', '=', planId)
    .where('template_code', '=', templateCode)
    .execute();
  if (lines.length === 0) return;
  await db
    .insertInto('plan_assignments')
    .values(
      lines.map((l, position) => ({
        id: newId(now),
        plan_id: planId,
        template_code: templateCode,
        unit_id: l.unitId,
        title: l.title,
        position,
        added_at: now,
        added_by: by,
      })),
    )
    .execute();
}
