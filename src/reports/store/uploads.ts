// Files that a unit uploaded, what was read in each, and whether it was taken over.
import type { Db } from '#src/platform/database/connect.ts';
import type { UploadReading } from '../rules/reading.ts';

export type FileKind = 'docx' | 'xlsx';

export type UploadRow = {
  id: string;
  reportId: string;
  fileKey: string;
  fileName: string;
  fileKind: FileKind;
  sizeBytes: number;
  sha256: string;
  reading: UploadReading;
  appliedAt: Date | null;
  uploadedAt: Date;
  uploadedBy: string;
};

const columns = [
  'id',
  'report_id as reportId',
  'file_key as fileKey',
  'file_name as fileName',
  'file_kind as fileKind',
  'size_bytes as sizeBytes',
  'sha256',
  'reading',
  'applied_at as appliedAt',
  'uploaded_at as uploadedAt',
  'uploaded_by as uploadedBy',
] as const;

type Found = Omit<UploadRow, 'fileKind' | 'reading' | 'sizeBytes'> & {
  fileKind: string;
  reading: unknown;
  sizeBytes: number | string | bigint;
};

function asUpload(row: Found): UploadRow {
  return {
    ...row,
    fileKind: row.fileKind as FileKind,
    reading: row.reading as UploadReading,
    sizeBytes: Number(row.sizeBytes),
  };
}

export async function uploadById(db: Db, reportId: string, id: string): Promise<UploadRow | null> {
  const row = await db
    .selectFrom('report_uploads')
    .select(columns)
    .where('report_id', '=', reportId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? asUpload(row) : null;
}

/** Latest first. */
export async function uploadsOf(db: Db, reportId: string): Promise<UploadRow[]> {
  const rows = await db
    .selectFrom('report_uploads')
    .select(columns)
    .where('report_id', '=', reportId)
    .orderBy('uploaded_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(asUpload);
}

export async function insertUpload(trx: Db, upload: Omit<UploadRow, 'appliedAt'>): Promise<void> {
  await trx
    .insertInto('report_uploads')
    .values({
      id: upload.id,
      report_id: upload.reportId,
      file_key: upload.fileKey,
      file_name: upload.fileName,
      file_kind: upload.fileKind,
      size_bytes: upload.sizeBytes,
      sha256: upload.sha256,
      reading: upload.reading,
      uploaded_at: upload.uploadedAt,
      uploaded_by: upload.uploadedBy,
    })
    .execute();
}

/** Afterwards the upload is known to have been taken over, with what is still left over in it. */
export async function markApplied(
  trx: Db,
  row: { id: string; reading: UploadReading; at: Date; by: string },
): Promise<void> {
  await trx
    .updateTable('report_uploads')
    .set({ applied_at: row.at, applied_by: row.by, reading: row.reading })
    .where('id', '=', row.id)
    .execute();
}

/** Afterwards the upload shows what was read in it by other names of places; the file is as it was. */
export async function renameReading(trx: Db, id: string, reading: UploadReading): Promise<void> {
  await trx.updateTable('report_uploads').set({ reading }).where('id', '=', id).execute();
}
