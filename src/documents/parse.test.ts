// Files of any origin cannot harm the server: each is a result or a refusal, in time, and others are served meanwhile.

import { deflateSync } from 'node:zlib';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Refusal } from '#src/kernel/refusal.ts';
import type { ExpectedTable } from './annex.ts';
import { partyDocument } from './docx.ts';
import { outlineDocx } from './outline-docx.ts';
import { ceilings, parseUpload } from './parse.ts';
import { parseFile } from './parse-file.ts';
import type { Upload } from './parse-types.ts';
import { partyPdf } from './pdf.ts';
import { bombFile, excelFile, paragraph, wordFile, wordNamespace } from './sample-files.ts';
import { samplePaper } from './sample-paper.ts';
import { unpack } from './unpack.ts';
import { writeWorkbook } from './xlsx-out.ts';

const upload = (
  bytes: Uint8Array,
  name: string,
  purpose: 'plan' | 'document' | 'workbook' = 'document',
): Upload => ({ bytes, name, purpose });
const codeOf = async (bytes: Uint8Array, name: string, purpose?: 'plan' | 'document' | 'workbook') => {
  const result = await parseFile(upload(bytes, name, purpose));
  return result instanceof Refusal ? result.code : 'taken';
};
const table: ExpectedTable = {
  code: 'B1',
  title: 'Bối cảnh',
  columns: [{ code: '2023', label: '2023' }],
  rows: [{ code: 'B1.01', name: 'Số hộ', unit: 'hộ' }],
};
const megabytes = (n: number, fill = 0) => new Uint8Array(n * 1024 * 1024).fill(fill);

describe('in the worker', { timeout: 60_000 }, () => {
  it('reads a plan from Word and PDF, a report, an annex', async () => {
    const docx = await parseUpload({
      bytes: await partyDocument(samplePaper),
      name: 'a.docx',
      purpose: 'plan',
    });
    expect(docx).toMatchObject({ text: expect.stringContaining('Số 105-BC/BDVTW') });
    const pdf = await parseUpload({ bytes: await partyPdf(samplePaper), name: 'a.PDF', purpose: 'plan' });
    expect(pdf).toMatchObject({ text: expect.stringContaining('quán triệt nghiêm túc') });
    const parts = [
      { code: 'I', numbering: 'I.', title: 'Kết quả', level: 1 as const, guidance: '', required: true },
    ];
    const outline = await outlineDocx({ templateCode: 'M1', version: 1, title: 'T', parts });
    const report = await parseUpload({
      bytes: outline,
      name: 'b.docx',
      purpose: 'report',
      parts,
      tables: [],
    });
    expect(report).toMatchObject({ stamp: { template: 'M1', version: 1 }, sections: [{ code: 'I' }] });
    const tables = [{ ...table, values: { 'B1.01': { '2023': 12 } } }];
    const book = await writeWorkbook({ templateCode: 'M1', version: 1, tables });
    const annex = await parseUpload({ bytes: book, name: 'c.xlsx', purpose: 'annex', tables: [table] });
    expect(annex).toMatchObject({
      cells: [{ row: 'B1.01', column: '2023', value: 12, sheet: 'B1', address: 'D5' }],
      diagnostics: [],
    });
  });

  it('leaves the bytes to their owner, and gives refusals back whole', async () => {
    const bytes = strToU8('not a zip');
    const result = await parseUpload(upload(bytes, 'a.docx'));
    expect(bytes.length).toBe(9);
    expect(result).toBeInstanceOf(Refusal);
    expect(result).toMatchObject({
      kind: 'invalid',
      code: 'file-wrong-kind',
      words: { vi: expect.stringContaining('.docx') },
    });
  });

  it('refuses what is empty or larger than 50 MB without opening it', async () => {
    expect(await parseUpload(upload(new Uint8Array(), 'a.docx'))).toMatchObject({ code: 'file-empty' });
    expect(await parseUpload(upload(megabytes(51), 'a.docx'))).toMatchObject({
      code: 'file-too-large',
      kind: 'too-large',
    });
  });

  describe('with a file that wants too much', () => {
    const cells = Array.from({ length: 60 }, () => `<w:tc>${paragraph('x')}</w:tc>`).join('');
    const heavy = upload(wordFile(`<w:tbl>${`<w:tr>${cells}</w:tr>`.repeat(1600)}</w:tbl>`), 'a.docx');

    it('is ended by the clock, while the server goes on answering', async () => {
      let longest = 0;
      let last = performance.now();
      const timer = setInterval(() => {
        const now = performance.now();
        longest = Math.max(longest, now - last);
        last = now;
      }, 10);
      const results = await Promise.all([1, 2, 3].map(() => parseUpload(heavy, { ...ceilings, seconds: 1 })));
      clearInterval(timer);
      expect(results.map((r) => r instanceof Refusal && r.code)).toEqual([
        'file-too-slow',
        'file-too-slow',
        'file-too-slow',
      ]);
      expect(longest).toBeLessThan(500);
    });

    it('is ended by its heap', async () => {
      const result = await parseUpload(heavy, { seconds: 30, heapMegabytes: 48 });
      expect(result).toMatchObject({ code: 'file-too-complex', kind: 'too-large' });
    });
  });
});

describe('zip bombs', { timeout: 30_000 }, () => {
  const mega = 1024 * 1024;
  const names = (n: number) => Array.from({ length: n }, (_, i) => `word/p${i}.xml`);

  it.each([
    ['one huge part', bombFile(['word/document.xml'], 60 * mega)],
    ['parts that are large together', bombFile(names(8), 15 * mega)],
    ['a part that lies about its size', bombFile(['word/document.xml'], 60 * mega, 1000)],
    ['parts that lie together', bombFile(names(8), 15 * mega, 1000)],
    ['a gigabyte of nothing', bombFile(names(70), 15 * mega, 1000)],
    ['too many entries', bombFile(names(4000), 1)],
  ])('%s', async (_, bytes) => {
    expect(await codeOf(bytes, 'a.docx')).toBe('file-bomb');
    expect(await codeOf(bytes, 'a.xlsx', 'workbook')).toBe('file-bomb');
  });

  it('an archive inside, a bomb inside a PDF', async () => {
    expect(await codeOf(wordFile('', { 'word/inner.zip': bombFile(['a.xml'], mega) }), 'a.docx')).toBe(
      'file-nested',
    );
    const stream = deflateSync(Buffer.alloc(120 * mega, 32), { level: 1 });
    const head = `%PDF-1.7\n1 0 obj\n<< /Filter /FlateDecode /Length ${stream.length} >>\nstream\n`;
    const pdf = Buffer.concat([Buffer.from(head), stream, Buffer.from('\nendstream\nendobj\n%%EOF')]);
    expect(await codeOf(new Uint8Array(pdf), 'a.pdf', 'plan')).toBe('file-bomb');
  });

  it('media is never inflated', () => {
    const parts = unpack(bombFile(['word/media/a.png'], 120 * mega));
    expect(parts instanceof Refusal ? parts.code : parts.get('word/media/a.png')?.length).toBe(0);
  });
});

describe('dangerous or useless files', { timeout: 30_000 }, () => {
  const ole = (words: string) => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from(words, 'utf16le')]);
  const dtd = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
  it.each<[string, () => Uint8Array, string, 'plan' | 'document' | 'workbook' | undefined, string]>([
    [
      'macros',
      () => wordFile(paragraph('x'), { 'word/vbaProject.bin': 'x' }),
      'a.docx',
      undefined,
      'file-macro',
    ],
    ['macros by name', () => wordFile(paragraph('x')), 'a.docm', undefined, 'file-macro'],
    [
      'macros by type',
      () =>
        excelFile('', {
          '[Content_Types].xml': '<Types>application/vnd.ms-excel.sheet.macroEnabled.main+xml</Types>',
        }),
      'a.xlsx',
      'workbook',
      'file-macro',
    ],
    [
      'entities',
      () =>
        wordFile('', {
          'word/document.xml': `${dtd}<w:document ${wordNamespace}><w:body>&e;</w:body></w:document>`,
        }),
      'a.docx',
      undefined,
      'file-dtd',
    ],
    [
      'entities in UTF-16',
      () => wordFile('', { 'word/styles.xml': Buffer.from(`\ufeff${dtd}`, 'utf16le') }),
      'a.docx',
      undefined,
      'file-dtd',
    ],
    ['old Word', () => ole('Word'), 'a.doc', undefined, 'file-old-format'],
    ['old Word as .docx', () => ole('Word'), 'a.docx', undefined, 'file-old-format'],
    ['a password', () => ole('EncryptedPackage'), 'a.docx', undefined, 'file-encrypted'],
    ['text as .docx', () => strToU8('hello'), 'a.docx', undefined, 'file-wrong-kind'],
    ['a workbook as .docx', () => excelFile(''), 'a.docx', undefined, 'file-wrong-kind'],
    ['a Word file as .xlsx', () => wordFile(''), 'a.xlsx', 'workbook', 'file-wrong-kind'],
    ['a picture', () => strToU8('x'), 'a.png', undefined, 'file-wrong-extension'],
    ['a PDF for a report', () => strToU8('%PDF-1.7'), 'a.pdf', undefined, 'file-wrong-extension'],
    ['half a file', () => wordFile(paragraph('x')).slice(0, 300), 'a.docx', undefined, 'file-broken'],
    [
      '10,000 headings',
      () => wordFile(paragraph('x', '<w:pStyle w:val="Heading1"/>').repeat(10_000)),
      'a.docx',
      undefined,
      'file-too-many-headings',
    ],
    [
      'half a million cells',
      () => excelFile(`<row>${'<c><v>1</v></c>'.repeat(500_000)}</row>`),
      'a.xlsx',
      'workbook',
      'file-too-many-blocks',
    ],
    [
      'a sheet of opposite corners',
      () =>
        excelFile(
          '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        ),
      'a.xlsx',
      'workbook',
      'file-too-complex',
    ],
    ['a plan of nothing', () => wordFile(paragraph(' ')), 'a.docx', 'plan', 'file-no-text'],
  ])('%s', async (_, make, name, purpose, code) => {
    expect(await codeOf(make(), name, purpose)).toBe(code);
  });

  it('a scan has no text', async () => {
    const scan = strToU8(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj
trailer<</Root 1 0 R>>
%%EOF`);
    expect(await codeOf(scan, 'a.pdf', 'plan')).toBe('file-no-text');
  });

  it('a file nested too deep', async () => {
    const deep = wordFile(
      `${'<w:sdt><w:sdtContent>'.repeat(20_000)}${'</w:sdtContent></w:sdt>'.repeat(20_000)}`,
    );
    expect(['taken', 'file-too-complex', 'file-broken']).toContain(await codeOf(deep, 'a.docx'));
  });
});
