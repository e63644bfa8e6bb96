// Writes and reads amendments: the row of each, and what it moves in obligations, stages and templates.
import { sql } from 'kysely';
import type { LocalDate } from '#src/kernel/dates.ts';
import { newId } from '#src/kernel/ids.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { Json } from '#src/platform/database/json.ts';
import { type Change, dateWording, type Touched } from '../amendments.ts';
import { lastDay, type ObligationStage } from '../rules.ts';

export type AmendmentRow = {
  id: string;
  number: number;
  change: Change;
  touched: Touched[];
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
    touched: r.touched as unknown as Touched[],
    reason: r.reason,
    decidedAt: r.decided_at,
    decidedBy: r.decided_by,
  }));
}

/** Afterwards no other amendment of this campaign is made until the transaction ends. */
export async function lockCampaign(trx: Db, campaignId: string): Promise<void> {
  await trx.selectFrom('campaigns').select('id').where('id', '=', campaignId).forUpdate().execute();
}

type NewAmendment = { change: Change; touched: Touched[]; reason: string; by: string };

/** Returns the amendment's number within the campaign. */
export async function insertAmendment(
  trx: Db,
  campaignId: string,
  { change, touched, reason, by }: NewAmendment,
  now: Date,
): Promise<number> {
  const number = ((await amendmentsOf(trx, campaignId))[0]?.number ?? 0) + 1;
  await trx
    .insertInto('campaign_amendments')
    .values({
      id: newId(now),
      campaign_id: campaignId,
      number,
      change: change as unknown as Json,
      touched: touched as unknown as Json,
      reason,
      decided_at: now,
      decided_by: by,
    })
    .execute();
  return number;
}

/** Afterwards these obligations have the new date for the stage. */
export async function moveStage(
  trx: Db,
  obligationIds: readonly string[],
  change: { stage: string; printedOn: LocalDate; inclusive: boolean },
): Promise<void> {
  await trx
    .updateTable('obligation_stages')
    .set({
      printed_on: change.printedOn,
      inclusive: change.inclusive,
      due_on: lastDay(change),
      wording: dateWording(change),
    })
    .where('obligation_id', 'in', obligationIds)
    .where('stage', '=', change.stage)
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

/** Afterwards these obligations, and those added later, ask for this version. */
export async function moveVersion(
  trx: Db,
  campaignId: string,
  code: string,
  { versionId, obligationIds }: { versionId: string; obligationIds: readonly string[] },
): Promise<void> {
  await trx
    .updateTable('obligations')
    .set({ template_version_id: versionId })
    .where('id', 'in', obligationIds)
    .execute();
  await sql`
    update campaign_templates set template_version_id = ${versionId}::uuid
    where campaign_id = ${campaignId}::uuid and template_code = ${code}
  `.execute(trx);
}
