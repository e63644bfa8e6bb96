// Word and Excel files into a report through the app: found, shown, chosen, kept apart; and every bad file turned away whole.
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tableDraft } from '#src/annexes/store.ts';
import { plainText } from '#src/documents/model.ts';
import { outlineDocx } from '#src/documents/outline-docx.ts';
import { excelFile, paragraph, wordFile } from '#src/documents/sample-files.ts';
import { annexFile, outlineFile } from '#src/templates/files.ts';
import type { TemplateVersion } from '#src/templates/rules.ts';
import { type Asker, type TestApp, testApp } from '#tests/support/app.ts';
import { ownReport } from '#tests/support/own-report.ts';
import { sectionOf, sectionsOf, sectionVersions } from './store/sections.ts';
import { uploadById, uploadsOf } from './store/uploads.ts';

let test: TestApp;
let reportId: string;
let template: TemplateVersion;
let chau: Asker;

beforeAll(async () => {
  test = await testApp();
  ({ reportId, template } = await ownReport(test));
  chau = await test.as('chau');
}, 120_000);

const file = (name: string, bytes: Uint8Array) => new File([Uint8Array.from(bytes)], name);
const upload = (name: string, bytes: Uint8Array) =>
  chau.post(`/reports/${reportId}/uploads`, { file: file(name, bytes) });
const heading = (text: string) => paragraph(text, '<w:pStyle w:val="Heading2"/>');

/** Uploads, follows to the page of what was found, and gives its address and words. */
async function found(name: string, bytes: Uint8Array): Promise<{ address: string; page: string }> {
  const answer = await upload(name, bytes);
  const address = answer.headers.get('location');
  if (!address) throw new Error(`${name} was not taken: ${answer.status} ${await answer.text()}`);
  return { address, page: await (await chau.get(address)).text() };
}

describe('a Word report', () => {
  const report = wordFile(
    [
      paragraph('TỈNH ỦY LẠNG SƠN'),
      paragraph('BÁO CÁO'),
      heading('I. Đặc điểm tình hình'),
      paragraph('Lạng Sơn có 11 huyện, thành phố và 200 xã, phường, thị trấn.'),
      heading('2. Công tác lãnh đạo, chỉ đạo'),
      paragraph('Đã ban hành 34 văn bản.'),
      paragraph('Nơi nhận: Ban Dân vận Trung ương'),
    ].join(''),
  );

  it('is read and shown, and the report stays as it was', async () => {
    const { page } = await found('bao-cao.docx', report);
    expect(page).toContain('Tìm thấy 2 mục');
    expect(page).toContain('Lạng Sơn có 11 huyện');
    expect(page).toContain('TỈNH ỦY LẠNG SƠN');
    expect(page).toContain('Không tìm thấy 10 mục');
    expect(await sectionsOf(test.services.db, reportId)).toEqual({});
  });

  it('comes in by choice: kept, appended, placed; what was there stays among the versions', async () => {
    const { db } = test.services;
    await chau.post(`/reports/${reportId}/sections/I`, { version: '0', text: 'Câu gõ từ trước.' });
    const { address } = await found('bao-cao.docx', report);
    const row = await uploadById(db, reportId, address.split('/').at(-1)!);
    const letterhead = row!.reading.leftovers[0]!;
    const answer = await chau.post(address, {
      'section[]': ['I', 'II'],
      'taking[]': ['append', 'replace'],
      'leftover[]': [letterhead.id],
      'place[]': ['P2'],
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/reports/${reportId}?applied=3`);
    const words = async (code: string) => plainText((await sectionOf(db, reportId, code))!.body);
    expect(await words('I')).toBe(
      'Câu gõ từ trước.\nLạng Sơn có 11 huyện, thành phố và 200 xã, phường, thị trấn.',
    );
    expect(await words('II')).toBe('Đã ban hành 34 văn bản.');
    expect(await words('P2')).toContain('TỈNH ỦY LẠNG SƠN');
    expect((await sectionVersions(db, reportId, 'I')).map((v) => v.origin)).toEqual([
      `file:${row!.id}`,
      'typed',
    ]);
    expect(await (await chau.get(address)).text()).toContain('Đã đặt vào P2');
    const again = await chau.post(address, { 'section[]': ['II'], 'taking[]': ['replace'] });
    expect(again.status).toBe(422);
  });

  it('is downloaded again byte for byte, by its own unit only', async () => {
    const { address } = await found('bao-cao.docx', report);
    const bytes = new Uint8Array(await (await chau.get(`${address}/file`)).arrayBuffer());
    expect(Buffer.compare(bytes, report)).toBe(0);
    for (const person of ['ngan', 'ha', 'nam'] as const)
      expect((await (await test.as(person)).get(`${address}/file`)).status).toBe(404);
  });

  it('made from our own outline fits without a remark on the template', async () => {
    const outline = await outlineFile(template);
    const { page } = await found('de-cuong.docx', outline.bytes);
    expect(page).not.toContain('upload-other');
  });
});

describe('a template that is not the right one', () => {
  it('of another version is pointed out, and of another kind is not taken over', async () => {
    const parts = template.outline.sections.map((s) => ({ ...s, required: false }));
    const old = await outlineDocx({ templateCode: 'M1', version: 9, title: 'Đề cương', parts });
    const older = await found('cu.docx', old);
    expect(older.page).toContain('upload-other-version');
    expect(older.page).toContain('mẫu M1, phiên bản 9');
    const strange = await outlineDocx({ templateCode: 'M3', version: 1, title: 'Đề cương', parts });
    const other = await found('m3.docx', strange);
    expect(other.page).toContain('upload-other-template');
    expect(other.page).toContain('Đề nghị tải đề cương');
    expect(other.page).not.toContain('Nhận các phần đã chọn');
    expect((await chau.post(other.address, { 'section[]': ['I'], 'taking[]': ['replace'] })).status).toBe(
      422,
    );
  });
});

describe('an Excel annex', () => {
  const cells = () => {
    const table = template.annex.tables.find((t) => t.code === 'B2')!;
    const rows = table.indicators.filter((i) => !i.formula).map((i) => i.code);
    return { table, rows, columns: table.columns.map((c) => c.code) };
  };

  async function workbook(change: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
    const { rows, columns } = cells();
    const values = Object.fromEntries(
      rows.map((r, i) => [r, Object.fromEntries(columns.map((c) => [c, 100 + i]))]),
    );
    const made = (await annexFile(template, { values: { B2: values } }))!;
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(made.bytes.buffer as ArrayBuffer);
    change(book);
    return new Uint8Array(await book.xlsx.writeBuffer());
  }

  const sheetOf = (book: ExcelJS.Workbook) => book.worksheets.find((s) => /B2/.test(s.name))!;

  it('comes in with file, sheet and address as the source of every cell; a number as text is read', async () => {
    const bytes = await workbook((book) => {
      sheetOf(book).eachRow((row) =>
        row.eachCell((cell) => {
          if (cell.value === 101) cell.value = '1.234';
          if (cell.value === 102) cell.value = 'khoảng ba trăm';
        }),
      );
    });
    const { address, page } = await found('phu-luc.xlsx', bytes);
    expect(page).toMatch(/Tìm thấy \d biểu/);
    expect((await chau.post(address, { 'table[]': ['B2'] })).status).toBe(303);
    const { rows, columns } = cells();
    const draft = await tableDraft(test.services.db, reportId, 'B2');
    expect(draft.cells[rows[0]!]![columns[0]!]).toMatchObject({
      value: 100,
      source: { kind: 'file', fileName: 'phu-luc.xlsx' },
    });
    expect(draft.cells[rows[1]!]![columns[0]!]).toMatchObject({ value: 1234 });
    expect(draft.unread[rows[2]!]![columns[0]!]).toBe('khoảng ba trăm');
  });

  it('that stands twice in a file is pointed out', async () => {
    const bytes = await workbook((book) => {
      const copy = book.addWorksheet('Bản sao');
      sheetOf(book).eachRow((row, number) =>
        row.eachCell((cell, column) => {
          copy.getCell(number, column).value = cell.value;
        }),
      );
    });
    const { page } = await found('hai-phu-luc.xlsx', bytes);
    expect(page).toContain('annex-table-duplicated');
  });
});

describe('a bad file', () => {
  const bomb = () => {
    const zeros = new Uint8Array(120 * 1024 * 1024);
    return zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': zeros }, { level: 9 });
  };
  const macro = () =>
    wordFile(paragraph('x'), {
      '[Content_Types].xml':
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
      'word/vbaProject.bin': new Uint8Array([1, 2, 3]),
    });
  const headings = () => wordFile(Array.from({ length: 10_000 }, (_, i) => heading(`Mục ${i}`)).join(''));

  let before: { uploads: number; sections: string };
  const state = async () => ({
    uploads: (await uploadsOf(test.services.db, reportId)).length,
    sections: JSON.stringify(await sectionsOf(test.services.db, reportId)),
  });
  beforeEach(async () => {
    before = await state();
  });

  it.each<[string, string, () => Uint8Array, number, RegExp, RegExp]>([
    ['empty', 'rong.docx', () => new Uint8Array(0), 422, /Tệp rỗng/, /file is empty/],
    [
      'binary',
      'anh.docx',
      () => new Uint8Array(5000).map((_, i) => (i * 7919) % 251),
      422,
      /không đúng loại/,
      /whatever the name/,
    ],
    ['of an unknown kind', 'bao-cao.odt', () => new Uint8Array([80, 75, 3, 4]), 422, /\.docx/, /\.docx/],
    // Refused before anything is read, cookies and language too: in Vietnamese.
    ['60 MB', 'to.docx', () => new Uint8Array(60 * 1024 * 1024), 413, /lớn hơn 50 MB/, /50 MB/],
    ['a zip bomb', 'bom.docx', bomb, 413, /giải nén quá lớn/, /Unpacked/],
    ['with macros', 'macro.docx', macro, 422, /có macro/, /macros/],
    ['with macros by name', 'macro.docm', macro, 422, /có macro/, /macros/],
    ['with 10,000 headings', 'nhieu.docx', headings, 413, /quá nhiều đề mục/, /too many headings/],
    ['a workbook cut short', 'hong.xlsx', () => excelFile('<row/>').slice(0, 300), 422, /hỏng/, /damaged/],
    ['cut short', 'cut.docx', () => wordFile(paragraph('x')).slice(0, 200), 422, /hỏng/, /damaged/],
  ])(
    '%s is turned away in both languages, nothing is half-written, and the server answers',
    async (_, name, make, status, vi, en) => {
      const bytes = make();
      const answering = chau.get('/health');
      const answer = await upload(name, bytes);
      expect(answer.status).toBe(status);
      expect(await answer.text()).toMatch(vi);
      const english = await chau.post(`/reports/${reportId}/uploads?lang=en`, { file: file(name, bytes) });
      expect(await english.text()).toMatch(en);
      expect((await answering).status).toBe(200);
      expect(await state()).toEqual(before);
    },
    60_000,
  );

  it('and no file at all is said to be missing', async () => {
    expect((await upload('', new Uint8Array(0))).status).toBe(422);
  });

  it('of another unit goes nowhere', async () => {
    const ngan = await test.as('ngan');
    const bytes = wordFile(paragraph('x'));
    expect((await ngan.post(`/reports/${reportId}/uploads`, { file: file('a.docx', bytes) })).status).toBe(
      404,
    );
  });
});
