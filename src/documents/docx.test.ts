// Word files opened by a library that did not write them, and their XML held against 36-HD/VPTW.
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import { partyDocument } from './docx.ts';
import { fromMarkdown } from './markdown.ts';
import { outlineDocx } from './outline-docx.ts';
import { samplePaper } from './sample-paper.ts';

let xml: Record<string, string>;
let html: string;
let bytes: Uint8Array;

async function open(file: Uint8Array) {
  const parts = Object.entries(unzipSync(file)).map(([name, data]) => [name, strFromU8(data)] as const);
  return {
    xml: Object.fromEntries(parts),
    html: (await mammoth.convertToHtml({ buffer: Buffer.from(file) })).value,
  };
}

beforeAll(async () => {
  bytes = await partyDocument(samplePaper);
  ({ xml, html } = await open(bytes));
});

describe('a Party paper', () => {
  it('says everything, in order', () => {
    const words = html.replace(/<[^>]+>/g, '\n').replace(/\n+/g, '\n');
    let at = 0;
    for (const piece of [
      'BAN CHẤP HÀNH TRUNG ƯƠNG',
      'BAN DÂN VẬN',
      '*',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'Số 105-BC/BDVTW',
      'DỰ THẢO LẦN 2',
      'Hà Nội, ngày 05 tháng 10 năm 2023',
      'BÁO CÁO',
      'tổng kết 10 năm',
      'Kính gửi: Ban Bí thư',
      'I- KẾT QUẢ THỰC HIỆN',
      'quán triệt nghiêm túc',
      '98,6',
      'Thực hiện dân chủ',
      'Biểu 1.',
      '1.234',
      'Nơi nhận:',
      '- Ban Bí thư Trung ương Đảng,',
      '- Lưu Văn phòng.',
      'K/T TRƯỞNG BAN',
      'PHÓ TRƯỞNG BAN THƯỜNG TRỰC',
      'Nguyễn Văn Mẫu',
      'PHỤ LỤC: BIỂU SỐ LIỆU',
      'NGUỒN TRÍCH DẪN',
      'Tỉnh ủy Lạng Sơn, mục II.1, báo cáo phiên bản 2',
      'Tỉnh ủy Thanh Hóa',
    ]) {
      const found = words.indexOf(piece, at);
      expect(found, piece).toBeGreaterThanOrEqual(at);
      at = found;
    }
  });

  it('has real headings, lists, notes and repeated header rows', () => {
    expect(html).toContain('<h1>I- KẾT QUẢ THỰC HIỆN</h1>');
    expect(html).toContain('<h2>1. Công tác lãnh đạo, chỉ đạo</h2>');
    expect(html).toMatch(/<ul><li>Tổ chức hội nghị/);
    expect(html).toMatch(/<ol><li>Thực hiện dân chủ/);
    expect(html).toMatch(/footnote-ref-\d+/);
    expect(xml['word/footnotes.xml']).toContain('So với số liệu sơ kết năm 2018');
    expect(xml['word/document.xml']!.match(/<w:tblHeader\/>/g)).toHaveLength(3);
    expect(html).toMatch(/<th colspan="2"><p><strong>Năm/);
    expect(html).toMatch(/<th rowspan="2"><p><strong>Đơn vị tính/);
  });

  it('is A4 with margins 20/20/30/15, numbered from page 2 in the header 10 mm down', () => {
    const main = xml['word/document.xml']!.match(/<w:sectPr.*?<\/w:sectPr>/s)![0];
    expect(main).toContain('<w:pgSz w:w="11905" w:h="16837"');
    expect(main).toContain('w:top="1133" w:right="850" w:bottom="1133" w:left="1700" w:header="566"');
    expect(main).toContain('<w:titlePg/>');
    const headers = Object.keys(xml)
      .filter((name) => /word\/header\d/.test(name))
      .map((name) => xml[name]!);
    expect(headers.filter((h) => h.includes('PAGE')).every((h) => h.includes('w:val="28"'))).toBe(true);
  });

  it('is in 14 pt Times New Roman, justified, Vietnamese, and titled', () => {
    const defaults = xml['word/styles.xml']!.match(/<w:docDefaults>.*<\/w:docDefaults>/s)![0];
    for (const piece of [
      'w:ascii="Times New Roman"',
      '<w:sz w:val="28"/>',
      'w:val="vi-VN"',
      '<w:jc w:val="both"/>',
      'w:firstLine="720"',
    ])
      expect(defaults).toContain(piece);
    expect(xml['docProps/core.xml']).toContain('<dc:title>Báo cáo tổng kết 10 năm');
    expect(xml['docProps/core.xml']).toContain('<dc:creator>Ban Dân vận</dc:creator>');
  });

  it('draws the line under the heading as long as its words', () => {
    const cell = xml['word/document.xml']!.match(/ĐẢNG CỘNG SẢN VIỆT NAM.*?<w:ind [^>]*>/s)![0];
    const side = Number(/w:left="(\d+)"/.exec(cell)![1]);
    const length = (9354 * 0.53 - 2 * side) / 20;
    expect(length).toBeGreaterThan(200);
    expect(length).toBeLessThan(213);
  });

  it('takes any words, also such as XML cannot hold', async () => {
    const odd = 'a\u0000<&>"\u{d800}';
    const file = await open(
      await partyDocument({
        ...samplePaper,
        issuer: odd,
        abstract: odd,
        body: fromMarkdown(odd),
        appendices: [],
      }),
    );
    expect(file.html).toContain('a&lt;&amp;&gt;');
  });
});

it('a State paper has the motto, "Số:" and a zero before a small number', async () => {
  const state = { ...samplePaper, standard: 'state30' as const, number: '5', symbol: 'BC-BNV' };
  const file = await open(await partyDocument(state));
  expect(file.html).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  expect(file.html).toContain('Độc lập - Tự do - Hạnh phúc');
  expect(file.html).toContain('Số: 05/BC-BNV');
  expect(file.html).toContain('- Các tỉnh ủy, thành ủy;');
});

it('a letter without a kind has its abstract under the number', async () => {
  const file = await open(
    await partyDocument({ ...samplePaper, kind: '', abstract: 'Về việc gửi báo cáo', number: '' }),
  );
  expect(file.html).toMatch(/Số\s+-BC\/BDVTW<\/p><p><em>Về việc gửi báo cáo/);
});

it('an outline keeps its stamp twice and its guidance in a style of its own', async () => {
  const file = await open(
    await outlineDocx({
      templateCode: 'M1',
      version: 3,
      title: 'Đề cương báo cáo',
      parts: [
        { code: 'p1', numbering: 'Phần thứ nhất', title: 'KẾT QUẢ', level: 1, guidance: '', required: false },
        {
          code: 'p1.1',
          numbering: 'I.',
          title: 'Đặc điểm tình hình',
          level: 2,
          guidance: 'Nêu khái quát.',
          required: true,
        },
      ],
    }),
  );
  expect(file.xml['docProps/custom.xml']).toMatch(/tongket\.template.*M1.*tongket\.version.*3/s);
  expect(
    Object.entries(file.xml).some(([n, x]) => n.includes('footer') && x.includes('Mẫu M1, phiên bản 3')),
  ).toBe(true);
  expect(file.html).toContain('<h2>I. Đặc điểm tình hình</h2>');
  expect(file.xml['word/document.xml']).toContain('<w:pStyle w:val="Guidance"/>');
});
