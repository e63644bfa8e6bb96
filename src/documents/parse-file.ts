// Reads one upload from its bytes: what kind it is, whether it is safe, then what it says. Runs inside the parsing worker.
import { Refusal } from '#src/kernel/refusal.ts';
import { findTables } from './annex-tables.ts';
import { fileRefusal } from './file-refusals.ts';
import type { ParseResults, Purpose, Upload } from './parse-types.ts';
import { findSections } from './sections.ts';
import { sheetOfTable } from './table-sheet.ts';
import { type Parts, packParts, partText, unpack } from './unpack.ts';
import type { WordFile } from './word-in.ts';
import type { Workbook } from './xlsx-in.ts';

const mostHeadings = 1000;
const mostBlocks = 20_000;
const mostCells = 300_000;

type Result = ParseResults[Purpose] | Refusal;

/** The result for the upload's purpose, or why the file is not taken. Any other failure of a library is a broken file. */
export async function parseFile(upload: Upload): Promise<Result> {
  const refusal = refusalByKind(upload);
  if (refusal) return refusal;
  try {
    if (isPdf(upload.bytes)) {
      const { pdfText } = await import('./pdf-text.ts');
      const text = await pdfText(upload.bytes);
      return text instanceof Refusal ? text : { text };
    }
    const parts = unpack(upload.bytes);
    if (parts instanceof Refusal) return parts;
    return refusalByParts(parts, upload) ?? (await read(parts, upload));
  } catch (error) {
    if (isOutOfRoom(error)) return fileRefusal('file-too-complex');
    return fileRefusal('file-broken');
  }
}

/** Past what the engine allows, nested too deep for the stack, or a sheet wider than the reader takes. */
function isOutOfRoom(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && /over the \d+ limit/.test(error.message));
}

const kindsOf: Record<Purpose, { extensions: RegExp; kinds: string }> = {
  plan: { extensions: /\.(docx|pdf)$/i, kinds: '.docx, .pdf' },
  document: { extensions: /\.docx$/i, kinds: '.docx' },
  report: { extensions: /\.docx$/i, kinds: '.docx' },
  workbook: { extensions: /\.xlsx$/i, kinds: '.xlsx' },
  annex: { extensions: /\.xlsx$/i, kinds: '.xlsx' },
};

const startsWith = (bytes: Uint8Array, ...head: number[]) => head.every((byte, i) => bytes[i] === byte);
const isPdf = (bytes: Uint8Array) => startsWith(bytes, 0x25, 0x50, 0x44, 0x46);

/** By name and first bytes, before anything is opened. */
function refusalByKind({ bytes, name, purpose }: Upload): Refusal | null {
  const { extensions, kinds } = kindsOf[purpose];
  if (bytes.length === 0) return fileRefusal('file-empty');
  if (/\.(docm|dotm|xlsm|xltm|xlam)$/i.test(name)) return fileRefusal('file-macro');
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return fileRefusal(isEncrypted(bytes) ? 'file-encrypted' : 'file-old-format');
  if (/\.(doc|dot|xls|rtf|odt|ods|xlsb)$/i.test(name)) return fileRefusal('file-old-format');
  if (!extensions.test(name)) return fileRefusal('file-wrong-extension', { kinds });
  const isRightKind = /\.pdf$/i.test(name) ? isPdf(bytes) : startsWith(bytes, 0x50, 0x4b);
  return isRightKind
    ? null
    : fileRefusal('file-wrong-kind', { kinds: /\.[a-z]+$/i.exec(name)?.[0] ?? kinds });
}

/** Word and Excel wrap a locked package in the old container, in a stream of this name. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}

function refusalByParts(parts: Parts, { purpose }: Upload): Refusal | null {
  const isExcel = purpose === 'workbook' || purpose === 'annex';
  const types = partText(parts, '[Content_Types].xml');
  if (/macroEnabled/i.test(types)) return fileRefusal('file-macro');
  const kinds = isExcel ? '.xlsx' : '.docx';
  if (!parts.has(isExcel ? 'xl/workbook.xml' : 'word/document.xml'))
    return fileRefusal('file-wrong-kind', { kinds });
  const document = isExcel ? '' : partText(parts, 'word/document.xml');
  const styled = document.match(/<w:pStyle w:val="(?:Heading|heading)[^"]*"/g)?.length ?? 0;
  if (styled > mostHeadings) return fileRefusal('file-too-many-headings', { count: String(mostHeadings) });
  const paragraphs = count(document, '<w:p>') + count(document, '<w:p ');
  if (paragraphs > mostBlocks * 5)
    return fileRefusal('file-too-many-blocks', { count: String(mostBlocks * 5) });
  const cells = [...parts.keys()]
    .filter((n) => /^xl\/worksheets\/sheet/.test(n))
    .reduce((sum, n) => sum + count(partText(parts, n), '<c ') + count(partText(parts, n), '<c>'), 0);
  return cells > mostCells ? fileRefusal('file-too-many-blocks', { count: String(mostCells) }) : null;
}

function count(text: string, piece: string): number {
  let found = 0;
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + piece.length)) found++;
  return found;
}

/** Each library is loaded only when it is needed: the thread lives for one file. */
async function read(parts: Parts, upload: Upload): Promise<Result> {
  if (upload.purpose === 'workbook' || upload.purpose === 'annex') {
    const { readWorkbook } = await import('./xlsx-in.ts');
    const book = await readWorkbook(packParts(parts));
    return upload.purpose === 'annex' ? readAnnex(book, upload) : book;
  }
  if (upload.purpose === 'plan') {
    const { wordText } = await import('./word-text.ts');
    const text = await wordText(parts, upload.name);
    return /[\p{L}\p{N}]/u.test(text) ? { text } : fileRefusal('file-no-text');
  }
  const { readWord } = await import('./word-in.ts');
  const word = await readWord(parts, upload.name);
  const headings = word.document.filter((block) => block.kind === 'heading').length;
  if (headings > mostHeadings) return fileRefusal('file-too-many-headings', { count: String(mostHeadings) });
  if (word.document.length > mostBlocks)
    return fileRefusal('file-too-many-blocks', { count: String(mostBlocks) });
  return upload.purpose === 'document' ? word : readReport(word, upload);
}

function readAnnex(book: Workbook, upload: Extract<Upload, { purpose: 'annex' }>): ParseResults['annex'] {
  return { stamp: book.stamp, ...findTables(book.sheets, upload.tables) };
}

function readReport(word: WordFile, upload: Extract<Upload, { purpose: 'report' }>): ParseResults['report'] {
  const found = findSections(word.document, upload.parts);
  const sheets = found.annexTables.map((table, i) => sheetOfTable(table, `Bảng ${i + 1}`));
  const annex =
    sheets.length && upload.tables.length
      ? findTables(sheets, upload.tables)
      : { cells: [], diagnostics: [] };
  // A report may bring its annex as a workbook: tables absent here are not missing.
  const inAnnex = annex.diagnostics.filter((d) => d.code !== 'annex-table-missing');
  const diagnostics = [...word.diagnostics, ...found.diagnostics, ...inAnnex];
  return { ...found, stamp: word.stamp, cells: annex.cells, diagnostics };
}
