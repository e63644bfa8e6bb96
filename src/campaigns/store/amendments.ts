// Writes and reads amendments: the row of each, and what it moves in obligations, stages and templates.
import { sql } from 'kysely';
import { newId } from '#src/kernel/ids.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { Json } from '#src/platform/database/json.ts';
import type { Change, Made, Touched } from '../amendments.ts';
import type { ObligationStage } from '../rules.ts';

export type AmendmentRow = Made & {
  id: string;
  change: Change;
  reason: string;
  decidedAt: Date;
  decidedBy: string;
};

/** Latest first. */
export async function amendmentsOf(db: Db, campaignId: string): Promise<AmendmentRow[]> {
  const rows = await db
    .selectFrom('campaign_amendments')
    .selectAll()
    .where('campaign_id', '=', campaignId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map((r) => ({
    id: r.id,
    number: r.number,
    change: r.change as unknown as Change,
    touched: r.touched as unknown as Made['touched'],
    reason: r.reason,
    decidedAt: r.decided_at,
    decidedBy: r.decided_by,
  }));
}

/**
 * Afterwards no other amendment of this campaign is made, and no report in it begun, until the transaction ends.
 * Whoever writes a row that names the campaign does not wait.
 */
export async function lockCampaign(trx: Db, campaignId: string): Promise<void> {
  await trx.selectFrom('campaigns').select('id').where('id', '=', campaignId).forNoKeyUpdate().execute();
  await trx
    .selectFrom('obligations')
    .select('id')
    .where('campaign_id', '=', campaignId)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}

type NewAmendment = { change: Change; touched: Touched[]; reason: string; by: string };

/** Returns its id, and its number within the campaign. */
export async function insertAmendment(
  trx: Db,
  campaignId: string,
  { change, touched, reason, by }: NewAmendment,
  now: Date,
): Promise<{ id: string; number: number }> {
  const id = newId(now);
  const number = ((await amendmentsOf(trx, campaignId))[0]?.number ?? 0) + 1;
  await trx
    .insertInto('campaign_amendments')
    .values({
      ...{ id, campaign_id: campaignId, number, reason, decided_at: now, decided_by: by },
      change: change as unknown as Json,
      touched: touched as unknown as Json,
    })
    .execute();
  return { id, number };
}

/** Afterwards the obligation has this date for the stage. */
export async function moveStage(trx: Db, obligationId: string, stage: ObligationStage): Promise<void> {
  const { printedOn, inclusive, dueOn, wording } = stage;
  await trx
    .updateTable('obligation_stages')
    .set({ printed_on: printedOn, inclusive, due_on: dueOn, wording })
    .where('obligation_id', '=', obligationId)
    .where('stage', '=', stage.stage)
    .execute();
}

export async function retitle(trx: Db, obligationId: string, title: string): Promise<void> {
  await trx.updateTable('obligations').set({ title }).where('id', '=', obligationId).execute();
}

type NewObligation = {
  unitId: string;
  templateCode: string;
  templateVersionId: string;
  title: string;
  stage: ObligationStage | null;
};

/** Afterwards the unit owes the report, with one official date when one is given. Returns the obligation's id. */
export async function addObligation(
  trx: Db,
  campaignId: string,
  owed: NewObligation,
  now: Date,
): Promise<string> {
  const id = newId(now);
  await trx
    .insertInto('obligations')
    .values({
      id,
      campaign_id: campaignId,
      unit_id: owed.unitId,
      template_code: owed.templateCode,
      template_version_id: owed.templateVersionId,
      title: owed.title,
      surveyed: false,
      created_at: now,
    })
    .execute();
  if (owed.stage) {
    const { stage, printedOn, inclusive, dueOn, wording } = owed.stage;
    const row = { obligation_id: id, stage, printed_on: printedOn, inclusive, due_on: dueOn, wording };
    await trx.insertInto('obligation_stages').values(row).execute();
  }
  return id;
}

/** Afterwards the obligation asks for this version of its template. */
export async function moveVersion(trx: Db, obligationId: string, versionId: string): Promise<void> {
  await trx
    .updateTable('obligations')
    .set({ template_version_id: versionId })
    .where('id', '=', obligationId)
    .execute();
}

/** Afterwards the campaign, and whoever is added to it later, asks for the version of each template that most units have. */
export async function followVersions(trx: Db, campaignId: string): Promise<void> {
  await sql`
    update campaign_templates t set template_version_id = most.version
    from (select distinct on (template_code) template_code, template_version_id as version
      from obligations where campaign_id = ${campaignId}::uuid
      group by template_code, template_version_id order by template_code, count(*) desc) most
    where t.campaign_id = ${campaignId}::uuid and t.template_code = most.template_code
  `.execute(trx);
}

/** Afterwards the campaign, and whoever is added to it later, asks for this version of the template. */
export async function askVersion(
  trx: Db,
  campaignId: string,
  code: string,
  versionId: string,
): Promise<void> {
  await trx
    .updateTable('campaign_templates')
    .set({ template_version_id: versionId })
    .where('campaign_id', '=', campaignId)
    .where('template_code', '=', code)
    .execute();
}
