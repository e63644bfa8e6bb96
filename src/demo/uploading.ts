// The reports that came as files: uploaded and taken over by their officers, and finished by hand where the file falls short.

import { tableDrafts } from '#src/annexes/store.ts';
import type { Db } from '#src/platform/database/connect.ts';
import type { Files } from '#src/platform/files.ts';
import { addUpload, applyUpload } from '#src/reports/actions/uploading.ts';
import { sectionsOf } from '#src/reports/store/sections.ts';
import { uploadById } from '#src/reports/store/uploads.ts';
import { writableSections } from '#src/templates/rules.ts';
import { writeSection } from './report-texts.ts';
import { boldHeadingsFile, oldFontFile, type WrittenSection } from './word-files.ts';
import { habitWorkbook } from './workbook-files.ts';
import { type Desk, fieldsOf, saveTable, saveText } from './writing.ts';

type Here = { db: Db; now: Date };

/** How a body sends: its words in Word, or its figures in Excel, in a manner of its own. By short name. */
export type Manner = 'word-bold' | 'word-old-font' | 'sheet-merged' | 'sheet-moved';

export const manners: Record<string, Manner> = {
  'Đồng Tháp': 'word-bold',
  'Cao Bằng': 'word-old-font',
  'Nghệ An': 'sheet-merged',
  'Tây Ninh': 'sheet-moved',
};

/** Afterwards the report holds what the body's file says, and by hand what the file does not say. */
export async function sendAsFile(here: Here, desk: Desk, manner: Manner, files: Files): Promise<void> {
  const file = await fileOf(desk, manner);
  const act = { ...here, actor: desk.officer };
  const uploadId = await addUpload({ ...act, files }, desk.reportId, file);
  const upload = await uploadById(here.db, desk.reportId, uploadId);
  if (!upload) throw new Error(`The upload of ${desk.obligation.unitName} is not there`);
  await applyUpload(act, desk.reportId, uploadId, {
    sections: new Map(upload.reading.sections.map((s) => [s.code, 'replace' as const])),
    tables: upload.reading.tables.map((t) => t.code),
    places: new Map(),
  });
  await (manner.startsWith('word') ? finishText(here, desk) : finishTables(here, desk));
}

async function fileOf(desk: Desk, manner: Manner): Promise<{ name: string; bytes: Uint8Array }> {
  const { unitName } = desk.obligation;
  const figures = desk.subject.figures ?? {};
  if (manner === 'word-bold')
    return {
      name: 'BC tong ket NQ25 (sua lan 3).docx',
      bytes: await boldHeadingsFile(unitName, written(desk), figures),
    };
  if (manner === 'word-old-font')
    return { name: 'BAOCAO25.docx', bytes: await oldFontFile(unitName, written(desk)) };
  const habit = manner === 'sheet-merged' ? 'merged' : 'moved';
  const bytes = await habitWorkbook(habit, unitName, desk.template.annex, figures);
  return { name: habit === 'merged' ? 'Phu luc M1 - chinh thuc.xlsx' : 'So lieu dan van.xlsx', bytes };
}

function written({ template, subject }: Desk): WrittenSection[] {
  return template.outline.sections.map((section) => ({
    section,
    content: section.writable ? writeSection(subject.author, section) : null,
  }));
}

/** Lists have no place in the file; sections that it lacks are typed. */
async function finishText(here: Here, desk: Desk): Promise<void> {
  const there = await sectionsOf(here.db, desk.reportId);
  for (const { code, version } of Object.values(there)) desk.versions.set(code, version);
  for (const section of writableSections(desk.template.outline)) {
    const { body, items } = writeSection(desk.subject.author, section);
    const found = there[section.code]?.body ?? [];
    if (found.length > 0 && items.length === 0) continue;
    await saveText(here, desk, section.code, { body: found.length > 0 ? found : body, items });
  }
}

/** Cells that were read keep their file as source; the others are typed. */
async function finishTables(here: Here, desk: Desk): Promise<void> {
  for (const [code, { version }] of Object.entries(await tableDrafts(here.db, desk.reportId)))
    desk.versions.set(code, version);
  for (const table of desk.template.annex.tables)
    await saveTable(here, desk, table, fieldsOf(table, desk.subject.figures ?? {}));
}
