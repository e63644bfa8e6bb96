// An officer takes back what was recorded by mistake: seen first, then done with a reason, and kept on record.
import { record } from '#src/events/record.ts';
import type { Words } from '#src/kernel/language.ts';
import { insist, invalid, notFound, type Refusal } from '#src/kernel/refusal.ts';
import { type Act, type Db, transaction } from '#src/platform/database/connect.ts';
import { nameIndexOf } from './registry.ts';
import { registryRefusal } from './rules/refusing.ts';
import { describeUndoing, withdrawalRefusal } from './rules/withdrawal-words.ts';
import { leaningOn, type Undoing, withoutAct } from './rules/withdrawing.ts';
import type { Registry } from './rules.ts';
import { lockRegistry } from './store/loads.ts';
import { mentionsOf } from './store/mentions.ts';
import { type ActRow, recordedActs, writeWithdrawal } from './store/withdrawals.ts';

export type Withdrawal = {
  row: ActRow;
  registry: Registry;
  undoing: Undoing;
  /** What changes back, in words. */
  effects: Words[];
  refusal: Refusal | null;
};

/** What taking an act back would do now, or why it cannot be. Not found for anything but an act that a person recorded. */
export async function considerWithdrawal(
  { db, actor }: Pick<Act, 'db' | 'actor'>,
  id: string,
): Promise<Withdrawal> {
  insist(registryRefusal(actor));
  return consider(db, id);
}

async function consider(db: Db, id: string): Promise<Withdrawal> {
  const [row] = await recordedActs(db, { id });
  if (!row) throw notFound();
  const { registry } = await nameIndexOf(db);
  const { without, undoing } = withoutAct(registry.records, row);
  const leaning = row.withdrawn ? [] : leaningOn(without, undoing, row);
  const mentions = await mentionsOf(
    db,
    undoing.units.map((u) => u.id),
  );
  const refusal = withdrawalRefusal(registry, { isWithdrawn: row.withdrawn !== null, leaning, mentions });
  return { row, registry, undoing, effects: describeUndoing(registry, undoing), refusal };
}

/**
 * Afterwards the act no longer counts: the tree, the lineage, the codes and the search say what all other acts say.
 * Nothing is lost: the withdrawal is a row with its reason, and keeps what was taken out.
 */
export async function withdrawUnitAct({ db, actor, now }: Act, id: string, reason: string): Promise<void> {
  insist(registryRefusal(actor));
  const needed = { vi: 'Cần ghi lý do rút lại.', en: 'A reason is needed.' };
  if (!reason.trim()) throw invalid('unit-withdrawal-reason', needed, { reason: needed });
  await transaction(db, async (trx) => {
    await lockRegistry(trx);
    const { row, undoing, refusal } = await consider(trx, id);
    insist(refusal);
    await writeWithdrawal(trx, { id, reason: reason.trim(), undoing }, { id: actor.id, at: now });
    await record(trx, actor, now, {
      name: 'unit.act-withdrawn',
      subjectType: 'unit-act',
      subjectId: id,
      data: { reason: reason.trim(), eventIds: row.events.map((e) => e.id) },
    });
  });
}
