// Reads of obligations with their units' names, stages and decisions: one query whatever the number.
import { type SqlBool, sql } from 'kysely';
import type { Db } from '#src/platform/database/connect.ts';
import type { UnitKind } from '#src/units/rules.ts';
import type { Decision, DecisionKind, ObligationRow, ObligationStage, Stage } from '../rules.ts';

/** A unit is named as on the day the plan was issued; outside its life, by the name in the registry. */
function obligationQuery(db: Db) {
  return db
    .selectFrom('obligations as o')
    .innerJoin('campaigns as c', 'c.id', 'o.campaign_id')
    .innerJoin('units as u', 'u.id', 'o.unit_id')
    .leftJoin('unit_names as n', (join) =>
      join
        .onRef('n.unit_id', '=', 'o.unit_id')
        .on(sql<SqlBool>`(n.valid_from is null or n.valid_from <= coalesce(c.issued_on, c.created_at::date))`)
        .on(sql<SqlBool>`(n.valid_to is null or coalesce(c.issued_on, c.created_at::date) < n.valid_to)`),
    )
    .select([
      'o.id',
      'o.campaign_id as campaignId',
      'o.unit_id as unitId',
      sql<string>`coalesce(n.full_name, u.full_name)`.as('unitName'),
      sql<string>`coalesce(n.name, u.name)`.as('unitShort'),
      'u.kind as unitKind',
      'u.territory_id as territoryId',
      'o.template_code as templateCode',
      'o.template_version_id as templateVersionId',
      'o.title',
      'o.surveyed',
      sql<ObligationStage[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('stage', s.stage, 'printedOn', s.printed_on,
          'inclusive', s.inclusive, 'dueOn', s.due_on, 'wording', s.wording) order by s.stage), '[]')
        from obligation_stages s where s.obligation_id = o.id)`.as('stages'),
    ])
    .$narrowType<{ unitKind: UnitKind }>()
    .orderBy('o.template_code')
    .orderBy(sql`coalesce(n.full_name, u.full_name) collate "vi-x-icu"`);
}

type Bare = Omit<ObligationRow, 'decisions'>;

async function withDecisions(db: Db, rows: Bare[]): Promise<ObligationRow[]> {
  const [first] = rows;
  if (!first) return [];
  let query = db
    .selectFrom('obligation_decisions as d')
    .innerJoin('obligations as o', 'o.id', 'd.obligation_id')
    .select([
      'd.id',
      'd.obligation_id as obligationId',
      'd.kind',
      'd.stage',
      'd.due_on as dueOn',
      'd.reason',
      'd.decided_at as decidedAt',
      'd.decided_by as decidedBy',
      'd.withdrawn_at as withdrawnAt',
    ])
    .$narrowType<{ kind: DecisionKind; stage: Stage | null }>()
    .where('o.campaign_id', 'in', [...new Set(rows.map((r) => r.campaignId))])
    .orderBy('d.decided_at');
  if (rows.length === 1) query = query.where('o.id', '=', first.id);
  const found = Map.groupBy(await query.execute(), (d) => d.obligationId);
  return rows.map((row) => ({
    ...row,
    decisions: (found.get(row.id) ?? []).map(({ obligationId: _, ...decision }): Decision => decision),
  }));
}

/** Every obligation of a campaign, by template, then by name in Vietnamese order. Two queries. */
export async function obligationsOf(db: Db, campaignId: string): Promise<ObligationRow[]> {
  return withDecisions(db, await obligationQuery(db).where('o.campaign_id', '=', campaignId).execute());
}

export async function obligationById(db: Db, id: string): Promise<ObligationRow | null> {
  const rows = await withDecisions(db, await obligationQuery(db).where('o.id', '=', id).execute());
  return rows[0] ?? null;
}

export async function obligationOfUnit(
  db: Db,
  campaignId: string,
  unitId: string,
): Promise<ObligationRow | null> {
  const rows = await obligationQuery(db)
    .where('o.campaign_id', '=', campaignId)
    .where('o.unit_id', '=', unitId)
    .execute();
  return (await withDecisions(db, rows))[0] ?? null;
}
