// Files of units that were read, waiting to be applied, or applied.
import type { Db } from '#src/platform/database/connect.ts';
import type { Json } from '#src/platform/database/json.ts';
import type { ImportFile } from '../rules/import-lines.ts';

export type ImportRow = {
  id: string;
  fileName: string;
  on: string;
  basis: string;
  file: ImportFile;
  appliedAt: Date | null;
};

export async function insertImport(
  trx: Db,
  row: Omit<ImportRow, 'appliedAt'>,
  by: { id: string; at: Date },
): Promise<void> {
  await trx
    .insertInto('unit_imports')
    .values({
      id: row.id,
      file_name: row.fileName,
      effective_on: row.on,
      legal_basis: row.basis,
      rows: row.file as unknown as Json,
      uploaded_at: by.at,
      uploaded_by: by.id,
    })
    .execute();
}

export async function importById(db: Db, id: string): Promise<ImportRow | null> {
  const r = await db.selectFrom('unit_imports').selectAll().where('id', '=', id).executeTakeFirst();
  if (!r) return null;
  return {
    id: r.id,
    fileName: r.file_name,
    on: r.effective_on,
    basis: r.legal_basis,
    file: r.rows as unknown as ImportFile,
    appliedAt: r.applied_at,
  };
}

/** False when it was applied already. */
export async function markApplied(trx: Db, id: string, by: { id: string; at: Date }): Promise<boolean> {
  const result = await trx
    .updateTable('unit_imports')
    .set({ applied_at: by.at, applied_by: by.id })
    .where('id', '=', id)
    .where('applied_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
