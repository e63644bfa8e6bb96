// Writes what happens to a campaign afterwards: decisions about obligations, tasks done.
import { newId } from '#src/kernel/ids.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { DecisionDraft } from '../rules.ts';

type Stamp = { now: Date; by: string };

/** Afterwards the decision stands; returns its id. */
export async function insertDecision(
  db: Db,
  obligationId: string,
  draft: DecisionDraft,
  stamp: Stamp,
): Promise<string> {
  const id = newId(stamp.now);
  await db
    .insertInto('obligation_decisions')
    .values({
      id,
      obligation_id: obligationId,
      kind: draft.kind,
      stage: draft.stage,
      due_on: draft.dueOn,
      reason: draft.reason.trim(),
      decided_at: stamp.now,
      decided_by: stamp.by,
    })
    .execute();
  return id;
}

/** Afterwards the decision is kept and no longer counts. */
export async function withdraw(db: Db, decisionId: string, stamp: Stamp): Promise<void> {
  await db
    .updateTable('obligation_decisions')
    .set({ withdrawn_at: stamp.now, withdrawn_by: stamp.by })
    .where('id', '=', decisionId)
    .where('withdrawn_at', 'is', null)
    .execute();
}

/** Afterwards no other transaction decides about this obligation until this one ends. */
export async function lockObligation(db: Db, obligationId: string): Promise<void> {
  await db.selectFrom('obligations').select('id').where('id', '=', obligationId).forUpdate().execute();
}

/** Afterwards the task is done, or open again when `stamp` is null. Returns false when the campaign has no such task. */
export async function markTask(
  db: Db,
  campaignId: string,
  taskId: string,
  stamp: Stamp | null,
): Promise<boolean> {
  const row = await db
    .updateTable('campaign_tasks')
    .set({ done_at: stamp?.now ?? null, done_by: stamp?.by ?? null })
    .where('id', '=', taskId)
    .where('campaign_id', '=', campaignId)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
