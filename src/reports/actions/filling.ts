// Filling in an annex table: what reads is kept as cells, what does not is kept as typed, a mismatch keeps both.
import { readTypedCells, type TypedFields } from '#src/annexes/rules/typed.ts';
import { refusalToOverwrite, saveTable, tableDraft } from '#src/annexes/store.ts';
import { record } from '#src/events/record.ts';
import { notFound } from '#src/kernel/refusal.ts';
import { type Act, type Db, transaction } from '#src/platform/database/connect.ts';
import { findTable } from '#src/templates/rules.ts';
import type { Opened } from '../rules/landings.ts';
import type { TableHeld } from '../rules/places.ts';
import { endReviews } from '../store/moves.ts';
import { carryLateTable, type Late, movesMissed, noLongerAsked, overTable, placeOf } from './late.ts';
import type { ReportSeen } from './seeing.ts';
import { lockForWriting } from './writing.ts';

/** `from`: the version that the writer saw; 0 for a table never saved. `fields` as the grid's form sends them. */
export type AnnexSave = { table: string; from: number; fields: TypedFields } & Late;

/**
 * Afterwards the table holds what was typed under a new version, which is returned; errors in it do not stop a save.
 * A grid opened before its report moved is carried to where its cells are asked now.
 */
export async function saveAnnexTable(act: Act, reportId: string, save: AnnexSave): Promise<number> {
  const { actor, now } = act;
  const outcome = await transaction(act.db, async (trx) => {
    const seen = await lockForWriting(trx, act, reportId);
    const typed = await typedTable(trx, act, seen, save);
    if (!typed) return null;
    const { code: table, version: from, cells, unread } = typed;
    const saved = await saveTable(trx, {
      ...{ reportId, table, from, cells, unread },
      ...{ origin: 'typed', savedAt: now, savedBy: actor.id },
    });
    if (saved.kind === 'saved') await endReviews(trx, reportId, [table], { at: now, by: actor.id });
    if (saved.kind !== 'unchanged')
      await record(trx, actor, now, {
        name: saved.kind === 'conflict' ? 'report.annex-conflict' : 'report.annex-saved',
        subjectType: 'report',
        subjectId: reportId,
        campaignId: seen.report.campaignId,
        data: { table, version: saved.kind === 'conflict' ? saved.keptAs : saved.version },
      });
    return saved;
  });
  if (outcome === null) throw noLongerAsked('table', save.table);
  if (outcome.kind === 'conflict') throw refusalToOverwrite(save.table, outcome);
  return outcome.version;
}

/** The grid as it is to be saved, and where; null when the table is no longer asked. */
async function typedTable(
  trx: Db,
  act: Act,
  seen: ReportSeen,
  save: AnnexSave,
): Promise<(Opened & TableHeld) | null> {
  const source = { kind: 'typed', by: act.actor.name, at: act.now.toISOString() } as const;
  const place = placeOf(seen, 'table', { ...save, code: save.table, version: save.from });
  const isLate = movesMissed(seen, save).length > 0;
  const late = isLate ? await carryLateTable(trx, act, seen, { ...save, source }) : null;
  if (!place || (isLate && !late)) return null;
  const table = findTable(seen.template.annex, place.code);
  if (!table) throw notFound();
  const current = await tableDraft(trx, seen.report.id, table.code);
  const held = late ? overTable(current, late) : readTypedCells(save.fields, table, current.cells, source);
  return { ...place, cells: held.cells, unread: held.unread };
}
