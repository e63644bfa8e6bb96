// What was read in an uploaded file: sections and tables found, what is left over, and what is wrong with it. Pure.
import type { AnnexCells, UnreadCells } from '#src/annexes/rules.ts';
import { withCell } from '#src/annexes/rules.ts';
import type { FoundCell, LeftoverCell } from '#src/documents/annex-tables.ts';
import { type Block, type Document, plainText } from '#src/documents/model.ts';
import type { Stamp } from '#src/documents/outline.ts';
import { stampMismatch } from '#src/documents/outline.ts';
import type { ParseResults } from '#src/documents/parse-types.ts';
import { bySeverity, type Diagnostic } from '#src/kernel/diagnostic.ts';
import { findSection, type TemplateVersion } from '#src/templates/rules.ts';

export type SectionFound = {
  code: string /** The heading as the file writes it. */;
  heading: string;
  body: Document;
};

/** A run of text that belongs to no section; kept in view until someone places it. */
export type Leftover = {
  id: string;
  body: Document;
  /** The section where someone has placed it. */
  placedIn?: string;
};

export type TableFound = {
  code: string;
  cells: AnnexCells;
  /** What stands in a cell but could not be read; it comes along and waits to be mended. */
  unread: UnreadCells;
  /** How many cells the file fills. */
  count: number;
};

export type UploadReading = {
  sections: SectionFound[];
  leftovers: Leftover[];
  tables: TableFound[];
  /** Cells of a workbook that no table took. */
  cells: LeftoverCell[];
  diagnostics: Diagnostic[];
};

/** What to do with text for a section that already has some. */
export type Taking = 'replace' | 'append' | 'skip';

/** Where a value of a file came from. */
export type FileSource = { uploadId: string; fileName: string };

/** A file made from another template cannot be taken over: its sections and tables ask for other things. */
export function isFromAnotherTemplate(reading: UploadReading): boolean {
  return reading.diagnostics.some((d) => d.code === 'upload-other-template');
}

/** From a parsed Word report. Its annex tables go by “Bảng 1”, “Bảng 2”; one that no table took is left over. Text under a heading that only groups is left over, so that nothing is lost. */
export function wordReading(
  found: ParseResults['report'],
  template: TemplateVersion,
  source: FileSource,
): UploadReading {
  const sections: SectionFound[] = [];
  const leftovers = runsOf(found.leftovers);
  for (const { code, headings, blocks } of found.sections) {
    if (blocks.length === 0) continue;
    if (findSection(template.outline, code)?.writable)
      sections.push({ code, heading: plainText(headings).replaceAll('\n', ' '), body: blocks });
    else leftovers.push({ id: blocks[0]!.id, body: [...headings, ...blocks] });
  }
  const read = new Set(found.cells.map((cell) => cell.sheet));
  for (const [i, table] of found.annexTables.entries())
    if (!read.has(`Bảng ${i + 1}`)) leftovers.push({ id: table.id, body: [table] });
  return {
    sections,
    leftovers,
    tables: tablesOf(found.cells, source),
    cells: [],
    diagnostics: bySeverity([...stampRemarks(found.stamp, template), ...missingTogether(found.diagnostics)]),
  };
}

export function workbookReading(
  found: ParseResults['annex'],
  template: TemplateVersion,
  source: FileSource,
): UploadReading {
  return {
    sections: [],
    leftovers: [],
    tables: tablesOf(found.cells, source),
    cells: found.leftovers,
    diagnostics: bySeverity([...stampRemarks(found.stamp, template), ...found.diagnostics]),
  };
}

/** Sections that the file does not have are said in one remark: a file with a part of the report is no heap of faults. */
function missingTogether(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const isMissing = (d: Diagnostic) => d.code === 'word-section-missing' && d.where?.in === 'section';
  const missing = diagnostics.filter(isMissing);
  const [first] = missing;
  if (!first || missing.length < 2) return [...diagnostics];
  const codes = missing.map((d) => (d.where?.in === 'section' ? d.where.section : '')).join(', ');
  const together: Diagnostic = {
    ...first,
    message: {
      vi: `Không tìm thấy ${missing.length} mục trong tệp: ${codes}.`,
      en: `${missing.length} sections were not found in the file: ${codes}.`,
    },
    where: null,
  };
  return [...diagnostics.filter((d) => !isMissing(d)), together];
}

/** Letterhead lines and the like stand together up to the next long paragraph, which is a piece of its own. */
function runsOf(blocks: Document): Leftover[] {
  const out: Leftover[] = [];
  let isOpen = false;
  for (const block of blocks) {
    const isLine = plainText([block]).length < 120;
    const last = out.at(-1);
    if (last && isOpen && isLine) last.body.push(block);
    else out.push({ id: block.id, body: [block] });
    isOpen = isLine;
  }
  return out;
}

function tablesOf(found: readonly FoundCell[], source: FileSource): TableFound[] {
  const tables = new Map<string, TableFound>();
  for (const cell of found) {
    const table = tables.get(cell.table) ?? { code: cell.table, cells: {}, unread: {}, count: 0 };
    const { sheet, address } = cell;
    const from = { source: { kind: 'file' as const, ...source, sheet, address } };
    const value =
      cell.value !== null
        ? { value: cell.value, ...from }
        : cell.reason !== null
          ? { reason: cell.reason, ...from }
          : null;
    if (value) table.cells = withCell(table.cells, cell.row, cell.column, value);
    else if (cell.raw.trim()) table.unread = withCell(table.unread, cell.row, cell.column, cell.raw);
    else continue;
    table.count++;
    tables.set(cell.table, table);
  }
  return [...tables.values()];
}

function stampRemarks(stamp: Stamp | null, template: TemplateVersion): Diagnostic[] {
  const wanted = { template: template.code, version: template.version };
  const message = stampMismatch(stamp, wanted);
  if (!stamp || !message) return [];
  const isOther = stamp.template !== wanted.template;
  return [
    {
      code: isOther ? 'upload-other-template' : 'upload-other-version',
      severity: isOther ? 'error' : 'warning',
      message,
      where: null,
      hint: isOther
        ? {
            vi: `Chưa nhận được nội dung nào. Đề nghị tải đề cương, biểu số liệu mẫu ${wanted.template}, phiên bản ${wanted.version} ở danh sách việc rồi chuyển nội dung sang.`,
            en: `Nothing can be taken over. Download template ${wanted.template}, version ${wanted.version}, from the task list and move the text there.`,
          }
        : {
            vi: `Mục và ô được tìm theo tên nên vẫn nhận được; đề nghị xem kỹ trước khi nhận. Bản đúng: mẫu ${wanted.template}, phiên bản ${wanted.version}, tải ở danh sách việc.`,
            en: `Sections and cells are found by their names, so they can be taken over; look closely first. The right one is template ${wanted.template}, version ${wanted.version}, on the task list.`,
          },
    },
  ];
}

/** The first words of a text, for a line that says what it is. */
export function excerptOf(body: readonly Block[], length = 220): string {
  const words = plainText([...body])
    .replace(/\s+/g, ' ')
    .trim();
  if (words.length <= length) return words;
  return `${words.slice(0, words.lastIndexOf(' ', length))}…`;
}
