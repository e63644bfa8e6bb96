// Writes what an act changes: rows that end get their last day, rows that begin are added.
import { invalid } from '#src/kernel/refusal.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { Changes } from '../rules/acts.ts';
import { insertRecords, type Recorder } from './rows.ts';

/** Closes, on the day, the row of each table that holds then for the units. */
async function closeRows(
  trx: Db,
  table: 'unit_names' | 'unit_parents',
  unitIds: readonly string[],
  on: string,
): Promise<void> {
  if (unitIds.length === 0) return;
  await trx
    .updateTable(table)
    .set({ valid_to: on })
    .where('unit_id', 'in', [...unitIds])
    .where((eb) => eb.or([eb('valid_from', 'is', null), eb('valid_from', '<', on)]))
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', on)]))
    .execute();
}

async function endUnits(trx: Db, unitIds: readonly string[], on: string): Promise<void> {
  if (unitIds.length === 0) return;
  await trx
    .updateTable('units')
    .set({ abolished_on: on })
    .where('id', 'in', [...unitIds])
    .execute();
  await trx
    .updateTable('unit_codes')
    .set({ valid_to: on })
    .where('unit_id', 'in', [...unitIds])
    .where('valid_to', 'is', null)
    .execute();
}

/** Another code of the same scheme takes the place of the one that a unit bore. */
async function closeCodes(trx: Db, changes: Changes): Promise<void> {
  for (const code of changes.codes)
    await trx
      .updateTable('unit_codes')
      .set({ valid_to: changes.on })
      .where('unit_id', '=', code.unitId)
      .where('scheme', '=', code.scheme)
      .where((eb) => eb.or([eb('valid_from', 'is', null), eb('valid_from', '<', changes.on)]))
      .where('valid_to', 'is', null)
      .execute();
}

/** Afterwards the tables say what `applyChanges` says of the same changes. Nothing is deleted. */
export async function writeChanges(trx: Db, changes: Changes, by: Recorder): Promise<void> {
  const { on, ended } = changes;
  await endUnits(trx, ended, on);
  await closeRows(trx, 'unit_names', [...ended, ...changes.names.map((n) => n.unitId)], on);
  await closeRows(trx, 'unit_parents', [...ended, ...changes.parents.map((p) => p.unitId)], on);
  await closeCodes(trx, changes);
  await insertRecords(trx, { ...changes, aliases: [] }, by).catch((error: unknown) => {
    const { code } = error as { code?: string };
    throw code === overlapping ? codeTaken : error;
  });
}

const overlapping = '23P01';

/** What the database itself holds, should two ways of writing ever disagree with the rules. */
const codeTaken = invalid('unit-code-taken', {
  vi: 'Có mã đang là của đơn vị khác trong thời gian này. Mỗi mã tại một ngày chỉ chỉ một đơn vị.',
  en: 'A code belongs to another unit in this time. A code means one unit on any day.',
});
