// Filling in an annex table: what reads is kept as cells, what does not is kept as typed, a mismatch keeps both.
import { readTypedCells, type TypedFields } from '#src/annexes/rules/typed.ts';
import { refusalToOverwrite, saveTable, tableDraft } from '#src/annexes/store.ts';
import { record } from '#src/events/record.ts';
import { notFound } from '#src/kernel/refusal.ts';
import { type Act, transaction } from '#src/platform/database/connect.ts';
import { findTable } from '#src/templates/rules.ts';
import { lockForWriting } from './writing.ts';

/** `from`: the version that the writer saw; 0 for a table never saved. `fields` as the grid's form sends them. */
export type AnnexSave = { table: string; from: number; fields: TypedFields };

/** Afterwards the table holds what was typed under a new version, which is returned; errors in it do not stop a save. */
export async function saveAnnexTable(act: Act, reportId: string, save: AnnexSave): Promise<number> {
  const { actor, now } = act;
  const outcome = await transaction(act.db, async (trx) => {
    const seen = await lockForWriting(trx, act, reportId);
    const table = findTable(seen.template.annex, save.table);
    if (!table) throw notFound();
    const current = await tableDraft(trx, reportId, table.code);
    const source = { kind: 'typed', by: actor.name, at: now.toISOString() } as const;
    const { cells, unread } = readTypedCells(save.fields, table, current.cells, source);
    const saved = await saveTable(trx, {
      ...{ reportId, table: table.code, from: save.from, cells, unread },
      ...{ origin: 'typed', savedAt: now, savedBy: actor.id },
    });
    if (saved.kind !== 'unchanged')
      await record(trx, actor, now, {
        name: saved.kind === 'conflict' ? 'report.annex-conflict' : 'report.annex-saved',
        subjectType: 'report',
        subjectId: reportId,
        campaignId: seen.report.campaignId,
        data: { table: table.code, version: saved.kind === 'conflict' ? saved.keptAs : saved.version },
      });
    return saved;
  });
  if (outcome.kind === 'conflict') throw refusalToOverwrite(save.table, outcome);
  return outcome.version;
}
