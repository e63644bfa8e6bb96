// Uploading a file and taking over what it holds: first everything is read and shown, then the person chooses.
import { parseUpload } from '#src/documents/parse.ts';
import { record } from '#src/events/record.ts';
import { isId, newId } from '#src/kernel/ids.ts';
import { insist, invalid, notFound, Refusal } from '#src/kernel/refusal.ts';
import { type Act, transaction } from '#src/platform/database/connect.ts';
import type { Files } from '#src/platform/files.ts';
import { tableForFiles } from '#src/templates/files.ts';
import type { TemplateVersion } from '#src/templates/rules.ts';
import {
  type FileSource,
  isFromAnotherTemplate,
  type UploadReading,
  wordReading,
  workbookReading,
} from '../rules/reading.ts';
import { readingMoved } from '../rules/reading-moved.ts';
import { refusalToEdit } from '../rules.ts';
import { type FileKind, insertUpload, markApplied, type UploadRow, uploadById } from '../store/uploads.ts';
import { type Late, movesMissed } from './late.ts';
import { type ReportSeen, reportSeenBy } from './seeing.ts';
import { type Choice, plansOf, type TakingOver, takeTable, takeText } from './taking.ts';
import { lockForWriting } from './writing.ts';

export type UploadedFile = { name: string; bytes: Uint8Array };

/**
 * Afterwards the file is kept and what was read in it can be looked at; the report itself is as it was. A file that
 * cannot be read is refused and nothing of it is kept. Returns the id of the upload.
 */
export async function addUpload(
  act: Act & { files: Files },
  reportId: string,
  file: UploadedFile,
): Promise<string> {
  const { db, actor, now, files } = act;
  const seen = await reportSeenBy(act, reportId);
  insist(refusalToEdit(seen.standing, actor));
  const id = newId(now);
  const { kind, reading } = await read(file, seen.template, { uploadId: id, fileName: file.name });
  const stored = await files.putFile(file.bytes);
  return transaction(db, async (trx) => {
    const { template } = await lockForWriting(trx, act, reportId);
    const placed =
      template.id === seen.template.id ? reading : readingMoved(reading, seen.template, template);
    await insertUpload(trx, {
      ...{ id, reportId, reading: placed, fileKind: kind, fileName: file.name },
      ...{ fileKey: stored.key, sha256: stored.sha256, sizeBytes: stored.size },
      ...{ uploadedAt: now, uploadedBy: actor.id },
    });
    await record(trx, actor, now, {
      name: 'report.uploaded',
      subjectType: 'report',
      subjectId: reportId,
      campaignId: seen.report.campaignId,
      data: { uploadId: id, fileName: file.name, sha256: stored.sha256 },
    });
    return id;
  });
}

/** In a thread of its own with ceilings; throws the refusal of a file that is broken, dangerous, or too large. */
async function read(
  file: UploadedFile,
  template: TemplateVersion,
  source: FileSource,
): Promise<{ kind: FileKind; reading: UploadReading }> {
  const tables = template.annex.tables.map(tableForFiles);
  if (/\.(xlsx|xlsm|xls|xltx|xltm|xlsb|ods|csv)$/i.test(file.name)) {
    const found = await parseUpload({ ...file, purpose: 'annex', tables });
    if (found instanceof Refusal) throw onField(found);
    return { kind: 'xlsx', reading: workbookReading(found, template, source) };
  }
  const parts = template.outline.sections.map((s) => ({
    ...{ code: s.code, numbering: s.numbering, title: s.title, level: s.level, guidance: s.guidance },
    required: s.required && s.writable,
  }));
  const found = await parseUpload({ ...file, purpose: 'report', parts, tables });
  if (found instanceof Refusal) throw onField(found);
  return { kind: 'docx', reading: wordReading(found, template, source) };
}

/** The same refusal, tied to the field of the file. */
function onField(refusal: Refusal): Refusal {
  return new Refusal(refusal.kind, refusal.code, refusal.words, { fields: { file: refusal.words } });
}

/** The upload with the report around it, for the unit's own officers. */
export async function uploadSeenBy(
  act: Pick<Act, 'db' | 'actor'>,
  reportId: string,
  uploadId: string,
): Promise<{ seen: ReportSeen; upload: UploadRow }> {
  const seen = await reportSeenBy(act, reportId);
  const upload = isId(uploadId) ? await uploadById(act.db, reportId, uploadId) : null;
  if (!upload) throw notFound();
  return { seen, upload };
}

/**
 * Afterwards the chosen parts stand in the report as new versions; what was there before stays among the versions,
 * and the pieces placed are known to be placed. Returns how many parts were taken.
 */
export async function applyUpload(
  act: Act,
  reportId: string,
  uploadId: string,
  choice: Choice & Late,
): Promise<number> {
  const { db, actor, now } = act;
  return transaction(db, async (trx) => {
    const seen = await lockForWriting(trx, act, reportId);
    const upload = isId(uploadId) ? await uploadById(trx, reportId, uploadId) : null;
    if (!upload) throw notFound();
    if (isFromAnotherTemplate(upload.reading)) throw otherTemplate;
    if (movesMissed(seen, choice).length > 0) throw movedMeanwhile;
    const into: TakingOver = { trx, act, seen, upload };
    let taken = 0;
    for (const [code, plan] of plansOf(upload.reading, choice)) if (await takeText(into, code, plan)) taken++;
    for (const code of choice.tables) if (await takeTable(into, code)) taken++;
    if (taken === 0) throw nothingChosen;
    const leftovers = upload.reading.leftovers.map((piece) => {
      const placedIn = choice.places.get(piece.id);
      return placedIn ? { ...piece, placedIn } : piece;
    });
    await markApplied(trx, {
      id: uploadId,
      reading: { ...upload.reading, leftovers },
      at: now,
      by: actor.id,
    });
    await record(trx, actor, now, {
      name: 'report.upload-applied',
      subjectType: 'report',
      subjectId: reportId,
      campaignId: seen.report.campaignId,
      data: { uploadId, taken, sections: [...choice.sections.keys()], tables: choice.tables },
    });
    return taken;
  });
}

const otherTemplate = invalid('upload-other-template', {
  vi: 'Tệp lập theo mẫu khác nên không nhận vào báo cáo này được.',
  en: 'The file was made from another template and cannot be taken into this report.',
});

const movedMeanwhile = new Refusal('conflict', 'upload-moved', {
  vi: 'Mẫu báo cáo vừa được điều chỉnh nên các mục có thể đã đổi chỗ. Chưa nhận gì; đề nghị xem lại rồi nhận.',
  en: 'The template has just been amended and sections may stand elsewhere. Nothing was taken; look again first.',
});

const nothingChosen = invalid('upload-nothing-chosen', {
  vi: 'Không có gì mới để nhận: chưa chọn phần nào, hoặc các phần đã chọn giống hệt báo cáo hiện nay.',
  en: 'Nothing new to take over: nothing was chosen, or the parts chosen are the same as in the report.',
});
