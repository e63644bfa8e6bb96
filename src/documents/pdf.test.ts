// PDF files opened by a library that did not write them: words, tags, language, fonts inside.
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromMarkdown } from './markdown.ts';
import { partyPdf } from './pdf.ts';
import { samplePaper } from './sample-paper.ts';

let bytes: Uint8Array;
let words: string;

async function read(file: Uint8Array) {
  const pdf = await getDocumentProxy(file.slice());
  const { text } = await extractText(pdf, { mergePages: false });
  return { pdf, text: text.join('\n').normalize('NFC').replace(/\s+/g, ' ') };
}

beforeAll(async () => {
  bytes = await partyPdf(samplePaper);
  words = (await read(bytes)).text;
});

describe('a Party paper as PDF', () => {
  it.each([
    'BAN CHẤP HÀNH TRUNG ƯƠNG',
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    'Số 105-BC/BDVTW',
    'Hà Nội, ngày 05 tháng 10 năm 2023',
    'BÁO CÁO',
    'quán triệt nghiêm túc',
    'tỷ lệ học tập đạt 98,6%',
    'So với số liệu sơ kết năm 2018',
    'Biểu 1. Đối thoại với Nhân dân',
    '1.234',
    'Nơi nhận:',
    'K/T TRƯỞNG BAN',
    'Nguyễn Văn Mẫu',
    'PHỤ LỤC: BIỂU SỐ LIỆU',
    'Tỉnh ủy Lạng Sơn, mục II.1, báo cáo phiên bản 2',
  ])('can be copied: %s', (piece) => {
    expect(words).toContain(piece);
  });

  it('is tagged, PDF/A-2a, Vietnamese, titled, with its fonts inside', async () => {
    const raw = Buffer.from(bytes).toString('latin1');
    for (const piece of ['/StructTreeRoot', '/MarkInfo', '/Marked true', 'pdfaid:part', 'Tinos'])
      expect(raw).toContain(piece);
    expect(raw).toMatch(/pdfaid:part>2<.*pdfaid:conformance>A</s);
    expect(raw).toMatch(/\/Lang\s*\(vi/);
    expect(raw.match(/\/FontFile2/g)!.length).toBeGreaterThanOrEqual(3);
    const { pdf } = await read(bytes);
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: expect.stringContaining('tổng kết 10 năm'), Author: 'Ban Dân vận' });
  });

  it('has headings, lists, table headers and notes as tags', async () => {
    const { pdf } = await read(bytes);
    const roles = new Set<string>();
    const visit = (node: { role?: string; children?: unknown[] } | null) => {
      if (node?.role) roles.add(node.role);
      for (const child of node?.children ?? []) visit(child as { role?: string });
    };
    for (let n = 1; n <= pdf.numPages; n++) visit(await (await pdf.getPage(n)).getStructTree());
    for (const role of ['H1', 'H2', 'P', 'L', 'LI', 'Table', 'TH', 'TD', 'Note'])
      expect([...roles]).toContain(role);
  });

  it('shows the page number from page 2 on', async () => {
    const pages = (await extractText(await getDocumentProxy(bytes.slice()), { mergePages: false })).text;
    expect(pages[1]!.trim()).toMatch(/^2\s|\s2$/);
    expect(pages[0]!.trim()).not.toMatch(/^1\s/);
  });

  it('runs nothing that is written', async () => {
    const code = '#panic("x") $1/0$ [a] *b* @c <d> \\ "e" #include "/etc/passwd"';
    const file = await read(
      await partyPdf({
        ...samplePaper,
        issuer: code,
        abstract: code,
        kind: code,
        body: [{ id: '1', kind: 'paragraph', inlines: [{ kind: 'text', text: code }] }],
      }),
    );
    expect(file.text).toContain('#panic("x") $1/0$ [a] *b* @c <d> \\ "e" #include "/etc/passwd"');
  });

  it('sets a table whose spans contradict each other, and an empty paper', async () => {
    const broken = fromMarkdown('| {5x9} a | {h} b |\n| c |\n| d | e | {3x3} f |');
    const file = await read(
      await partyPdf({ ...samplePaper, body: broken, appendices: [], recipients: [], addressees: [] }),
    );
    for (const piece of ['a', 'b', 'c', 'd', 'e', 'f']) expect(file.text).toContain(piece);
    await partyPdf({ ...samplePaper, body: [], appendices: [{ title: '', body: [], isLandscape: true }] });
  });
});

it('a State paper has its motto', async () => {
  const { text } = await read(await partyPdf({ ...samplePaper, standard: 'state30' }));
  expect(text).toContain('Độc lập - Tự do - Hạnh phúc');
});
