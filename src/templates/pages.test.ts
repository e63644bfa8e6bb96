// Templates on screen and as files: for anyone signed in, at the version asked for.
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '#tests/support/app.ts';
import { installTemplates } from './actions.ts';
import { annexFile, docxType, outlineFile, tableForFiles, xlsxType } from './files.ts';
import { versionByCode } from './store.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await installTemplates(app.services.db, new Date('2023-05-18T00:00:00Z'));
});

test('the list and a template can be read by anyone signed in, in both languages', async () => {
  for (const person of ['ha', 'chau', 'nam'] as const) {
    const asker = await app.as(person);
    expect(await (await asker.get('/templates')).text()).toContain('Mẫu M3');
    const answer = await asker.get('/templates/M1');
    expect(answer.status).toBe(200);
    const html = await answer.text();
    for (const words of [
      'Công tác dân vận của cơ quan nhà nước',
      'khoảng 120 đến 1.500 từ',
      'B3.07',
      'outline.docx',
      'annex.xlsx',
    ])
      expect(html).toContain(words);
    expect(await (await asker.get('/templates/M1?lang=en')).text()).toContain('about 120 to 1.500 words');
  }
});

test('a visitor is led to sign in; what is not there is a 404', async () => {
  expect((await (await app.as('visitor')).get('/templates/M1')).status).toBe(303);
  const asker = await app.as('ha');
  for (const path of ['M9', 'M1?version=9', 'M1?version=x', 'M2/annex.xlsx', 'M9/outline.docx'])
    expect((await asker.get(`/templates/${path}`)).status, path).toBe(404);
});

test('downloads are Word and Excel files', async () => {
  const asker = await app.as('chau');
  const outline = await asker.get('/templates/M2/outline.docx');
  expect([outline.status, outline.headers.get('content-type')]).toEqual([200, docxType]);
  expect(outline.headers.get('content-disposition')).toBe('attachment; filename="de-cuong-m2.docx"');
  const annex = await asker.get('/templates/M1/annex.xlsx?version=1');
  expect([annex.status, annex.headers.get('content-type')]).toEqual([200, xlsxType]);
  expect(
    Buffer.from(await annex.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});

test('the annex says whose it is, holds what is known, and derives through derived rows', async () => {
  const m1 = (await versionByCode(app.services.db, 'M1'))!;
  const rows = tableForFiles(m1.annex.tables.find((t) => t.code === 'B6')!).rows;
  expect(rows.find((r) => r.code === 'B6.07')?.derived).toBe(
    '({B6.02} + {B6.03} + {B6.04} + {B6.05}) / {B6.01} * 100',
  );
  const file = await annexFile(m1, {
    unitName: 'Tỉnh ủy Lạng Sơn',
    values: { B3: { 'B3.01': { '2019': 24 } } },
  });
  expect(file?.fileName).toBe('phu-luc-m1-tinh-uy-lang-son.xlsx');
  const { default: Excel } = await import('exceljs');
  const book = new Excel.Workbook();
  await book.xlsx.load(Buffer.from(file!.bytes) as never);
  const cells = book.getWorksheet('B3')!.getRow(5).values as unknown[];
  expect(cells).toEqual(expect.arrayContaining(['B3.01', 24]));
  expect((await outlineFile(m1)).bytes.length).toBeGreaterThan(5000);
});

test('an officer mends the outline as lines: a new version, with the tables of the sections that stay', async () => {
  const ha = await app.as('ha');
  const page = await (await ha.get('/templates/M2/edit')).text();
  const lines = /<textarea[^>]*name="outline"[^>]*>([^<]*)</.exec(page)![1]!.trim();
  const fields = { from: '1', name: 'Mẫu M2', outline: `${lines}\nX. Việc phát sinh sau khi ban hành` };
  expect((await ha.post('/templates/M2/edit', fields)).status).toBe(303);
  const [first, second] = await Promise.all([1, 2].map((n) => versionByCode(app.services.db, 'M2', n)));
  expect(second!.outline.sections.slice(0, -1)).toEqual(first!.outline.sections);
  expect(second!.outline.sections.at(-1)!.title).toBe('Việc phát sinh sau khi ban hành');

  const late = await ha.post('/templates/M2/edit', { ...fields, name: 'Mẫu M2 của tôi' });
  expect(late.status).toBe(409);
  expect(await late.text()).toContain('Mẫu M2 của tôi');
  const empty = await ha.post('/templates/M2/edit', { ...fields, from: '2', outline: 'không có số' });
  expect(empty.status).toBe(422);
  expect(await empty.text()).toContain('ít nhất một dòng có số mục');
});
