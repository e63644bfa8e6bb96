// The working report of each obligation: opened once, never deleted.
import type { Db } from '#src/platform/database/connect.ts';

export type ReportRow = {
  id: string;
  obligationId: string;
  campaignId: string;
  unitId: string;
  templateVersionId: string;
  openedAt: Date;
  openedBy: string;
};

const columns = [
  'id',
  'obligation_id as obligationId',
  'campaign_id as campaignId',
  'unit_id as unitId',
  'template_version_id as templateVersionId',
  'opened_at as openedAt',
  'opened_by as openedBy',
] as const;

export async function reportById(db: Db, id: string): Promise<ReportRow | null> {
  return (await db.selectFrom('reports').select(columns).where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function reportOfObligation(db: Db, obligationId: string): Promise<ReportRow | null> {
  const query = db.selectFrom('reports').select(columns).where('obligation_id', '=', obligationId);
  return (await query.executeTakeFirst()) ?? null;
}

/** One after another: everyone who writes in a report waits here until the others have finished. */
export async function lockReport(trx: Db, id: string): Promise<ReportRow | null> {
  const query = trx.selectFrom('reports').select(columns).where('id', '=', id).forUpdate();
  return (await query.executeTakeFirst()) ?? null;
}

/** The reports of these obligations that have been opened, each held until the transaction ends. */
export function lockReports(trx: Db, obligationIds: readonly string[]): Promise<ReportRow[]> {
  if (obligationIds.length === 0) return Promise.resolve([]);
  const query = trx.selectFrom('reports').select(columns).where('obligation_id', 'in', obligationIds);
  return query.orderBy('id').forUpdate().execute();
}

/** Afterwards the obligation has a report. True when this call made it, false when it existed. */
export async function insertReport(trx: Db, report: ReportRow): Promise<boolean> {
  const result = await trx
    .insertInto('reports')
    .values({
      id: report.id,
      obligation_id: report.obligationId,
      campaign_id: report.campaignId,
      unit_id: report.unitId,
      template_version_id: report.templateVersionId,
      opened_at: report.openedAt,
      opened_by: report.openedBy,
    })
    .onConflict((conflict) => conflict.column('obligation_id').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}
