// Writing a report through the app on a real PostgreSQL: opened, saved, in conflict, kept; and who sees it.
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TemplateVersion } from '#src/templates/rules.ts';
import { type Asker, type TestApp, testApp } from '#tests/support/app.ts';
import { ownReport } from '#tests/support/own-report.ts';
import { sectionOf, sectionVersions } from './store/sections.ts';

let test: TestApp;
let campaign: { id: string; slug: string };
let reportId: string;
let template: TemplateVersion;
let chau: Asker;

beforeAll(async () => {
  test = await testApp();
  ({ campaign, reportId, template } = await ownReport(test));
  chau = await test.as('chau');
}, 120_000);

const section = (code: string) => `/reports/${reportId}/sections/${code}`;

describe('opening', () => {
  it('leads the unit from the campaign to its report, always the same one', async () => {
    const answer = await chau.get(`/campaigns/${campaign.slug}/tasks`);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/reports/${reportId}`);
    const page = await (await chau.get(`/reports/${reportId}`)).text();
    expect(page).toContain('III.3. Công tác dân vận của cơ quan nhà nước');
    expect(page).toContain('Quá hạn 27 ngày');
    expect(page).toContain('Không tải lên tài liệu mật');
    expect(page).toContain('chưa có nội dung nào');
  });

  it('does not exist for anyone else', async () => {
    for (const person of ['ngan', 'ha', 'bao', 'long', 'nam'] as const)
      for (const path of ['', '/sections/I', '/sections/I/versions', '/annexes/B1', '/history'])
        expect((await (await test.as(person)).get(`/reports/${reportId}${path}`)).status).toBe(404);
    expect((await (await test.as('visitor')).get(`/reports/${reportId}`)).status).toBe(303);
    expect((await chau.get('/reports/khong-phai-ma')).status).toBe(404);
    expect((await chau.get(section('III'))).status).toBe(404);
  });
});

describe('writing', () => {
  it('saves text and lines, and goes on', async () => {
    const answer = await chau.post(section('IV'), {
      version: '0',
      text: 'Đã tổ chức **62** cuộc đối thoại.\n\n- Một\n- Hai',
      'itemId[]': ['', '', ''],
      'kind[]': ['shortcoming', 'cause', 'lesson'],
      'item[]': ['Trả lời còn chậm', '', 'Nghe dân trước'],
      'cause[]': ['subjective', '', ''],
      'addressee[]': ['', '', ''],
      next: 'P2',
    });
    expect(answer.headers.get('location')).toBe(`/reports/${reportId}/sections/P2?saved=IV`);
    const page = await (await chau.get(section('IV'))).text();
    expect(page).toContain('Đã tổ chức **62** cuộc đối thoại.');
    expect(page).toContain('value="Trả lời còn chậm"');
    expect(page).toContain('phiên bản 1');
  });

  it('adds a row without losing what was typed', async () => {
    const row = await sectionOf(test.services.db, reportId, 'IV');
    const answer = await chau.post(section('IV'), {
      version: '1',
      text: 'Đã tổ chức **62** cuộc đối thoại, thêm câu.',
      'itemId[]': row!.items.map((i) => i.id),
      'kind[]': row!.items.map((i) => i.kind),
      'item[]': row!.items.map((i) => i.text),
      'cause[]': row!.items.map((i) => i.cause ?? ''),
      'addressee[]': row!.items.map(() => ''),
      add: 'shortcomings',
    });
    const where = answer.headers.get('location')!;
    expect(where).toContain('add=shortcomings');
    const page = await (await chau.get(where.split('#')[0]!)).text();
    expect(page).toContain('thêm câu');
    expect(page).toContain('Hạn chế 2');
    const again = await sectionOf(test.services.db, reportId, 'IV');
    expect(again!.items).toEqual(row!.items);
    expect(again!.body[0]!.id).toBe(row!.body[0]!.id);
  });

  it('keeps both texts when two people save, and neither is lost', async () => {
    await chau.post(section('I'), { version: '0', text: 'Bản thứ nhất' });
    await chau.post(section('I'), { version: '1', text: 'Bản của người kia' });
    const answer = await chau.post(section('I'), { version: '1', text: 'Bản của tôi' });
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain('Bản của người kia');
    expect(page).toContain('Bản của tôi');
    expect(page).toContain('name="version" value="2"');
    const versions = await sectionVersions(test.services.db, reportId, 'I');
    expect(versions.map((v) => [v.version, v.origin])).toEqual([
      [3, 'conflict'],
      [2, 'typed'],
      [1, 'typed'],
    ]);
    expect((await chau.post(section('I'), { version: '2', text: 'Đã ghép' })).status).toBe(303);
    expect((await sectionOf(test.services.db, reportId, 'I'))!.version).toBe(4);
    const history = await (await chau.get(`${section('I')}/versions`)).text();
    expect(history).toContain('giữ lại khi hai người cùng sửa');
  });

  it('makes no version of a save that changes nothing', async () => {
    const before = await sectionOf(test.services.db, reportId, 'I');
    await chau.post(section('I'), { version: String(before!.version), text: 'Đã ghép' });
    expect((await sectionOf(test.services.db, reportId, 'I'))!.version).toBe(before!.version);
  });

  it('shows every typed value again when a save is refused', async () => {
    const answer = await chau.post(section('II'), { version: 'abc', text: 'Câu vừa gõ' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Câu vừa gõ');
  });
});

describe('the annex', () => {
  it('is saved with its errors, and a conflict shows both', async () => {
    const address = `/reports/${reportId}/annexes/B1`;
    const table = template.annex.tables.find((t) => t.code === 'B1')!;
    const first = table.indicators.find((i) => !i.formula)!.code;
    const field = `cell.${first}.2019`;
    expect((await chau.post(address, { version: '0', [field]: '1.234' })).status).toBe(303);
    expect((await chau.post(address, { version: '1', [field]: 'nhiều' })).status).toBe(303);
    const page = await (await chau.get(address)).text();
    expect(page).toContain('nhiều');
    const conflict = await chau.post(address, { version: '1', [field]: '5.678' });
    expect(conflict.status).toBe(409);
    expect(await conflict.text()).toContain('5.678');
  });
});

it('keeps both texts of two saves at the very same moment', async () => {
  const row = await sectionOf(test.services.db, reportId, 'I');
  const version = String(row!.version);
  const answers = await Promise.all(
    ['Bản A', 'Bản B'].map((text) => chau.post(section('I'), { version, text })),
  );
  expect(answers.map((a) => a.status).sort()).toEqual([303, 409]);
  const kept = (await sectionVersions(test.services.db, reportId, 'I')).slice(0, 2);
  expect(kept.map((v) => v.origin).sort()).toEqual(['conflict', 'typed']);
  const now = await sectionOf(test.services.db, reportId, 'I');
  await chau.post(section('I'), { version: String(now!.version), text: 'Đã ghép' });
});

it('gives the tables as a workbook that holds what is there', async () => {
  const answer = await chau.get(`/reports/${reportId}/annex.xlsx`);
  expect(answer.status).toBe(200);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await answer.arrayBuffer());
  const cells: unknown[] = [];
  book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell.value))));
  expect(cells.join('\n')).toContain('Tỉnh ủy Lạng Sơn');
});
