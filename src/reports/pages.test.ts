// A report's life through the app on a real PostgreSQL: written, in conflict, sent, returned, accepted, undone; and who sees what.
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { acceptedFigures } from '#src/annexes/store.ts';
import { obligationOfUnit } from '#src/campaigns/store/obligations.ts';
import { eventsOf } from '#src/events/store.ts';
import type { TemplateVersion } from '#src/templates/rules.ts';
import { templateVersion } from '#src/templates/store.ts';
import { type Asker, type TestApp, testApp } from '#tests/support/app.ts';
import { testCampaign } from '#tests/support/campaign.ts';
import { openReport } from './actions/sending.ts';
import { sealOf } from './seal.ts';
import { sectionOf, sectionsDone, sectionVersions } from './store/sections.ts';
import {
  acceptedSubmissions,
  latestSubmissions,
  submissionContent,
  submissionsOf,
} from './store/submissions.ts';

let test: TestApp;
let campaign: { id: string; slug: string };
let reportId: string;
let template: TemplateVersion;
let chau: Asker;
let ha: Asker;

beforeAll(async () => {
  test = await testApp();
  campaign = await testCampaign(test.act('ha'));
  const unit = test.people.chau.memberships[0]!.unitId!;
  const obligation = (await obligationOfUnit(test.services.db, campaign.id, unit))!;
  reportId = await openReport(test.act('chau'), obligation.id);
  template = (await templateVersion(test.services.db, obligation.templateVersionId))!;
  chau = await test.as('chau');
  ha = await test.as('ha');
}, 120_000);

const section = (code: string) => `/reports/${reportId}/sections/${code}`;
const latest = async () => (await submissionsOf(test.services.db, reportId))[0]!;

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

/** Fills in everything that the official report needs. */
async function complete(): Promise<void> {
  for (const { code, writable } of template.outline.sections) {
    const row = await sectionOf(test.services.db, reportId, code);
    if (writable && !row)
      await chau.post(section(code), { version: '0', text: `Mục ${code}: năm 2022 đã làm 62 việc.` });
  }
  for (const table of template.annex.tables) {
    const fields: Record<string, string> = { fill: 'none-arose' };
    for (const indicator of table.indicators.filter((i) => !i.formula))
      for (const column of table.columns) fields[`cell.${indicator.code}.${column.code}`] = '';
    const version = table.code === 'B1' ? '2' : '0';
    const answer = await chau.post(`/reports/${reportId}/annexes/${table.code}`, { version, ...fields });
    expect(answer.status).toBe(303);
  }
}

describe('sending and deciding', () => {
  it('refuses an incomplete official report, and a draft until its gaps are confirmed', async () => {
    const send = (fields: Record<string, string>) => chau.post(`/reports/${reportId}/submission`, fields);
    const refused = await send({ stage: 'official' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(/Chưa gửi được: còn \d+ mục và \d+ biểu chưa xong/);
    expect((await send({ stage: 'draft' })).status).toBe(422);
    expect(await submissionsOf(test.services.db, reportId)).toHaveLength(0);
    const sent = await send({ stage: 'draft', confirmed: 'yes' });
    expect(sent.status).toBe(303);
    const receipt = await (await chau.get(sent.headers.get('location')!)).text();
    expect(receipt).toContain('Biên nhận số 0001');
    expect(receipt).toContain('09:00, 25/8/2023');
  });

  it('is read at the centre, and stays hidden from other units', async () => {
    const { id } = await latest();
    for (const person of ['ha', 'bao', 'long'] as const) {
      const page = await (await (await test.as(person)).get(`/submissions/${id}`)).text();
      expect(page).toContain('Đã ghép');
      expect(page.includes('Trả lại để sửa')).toBe(person === 'ha');
    }
    expect((await (await test.as('ngan')).get(`/submissions/${id}`)).status).toBe(404);
    expect((await (await test.as('nam')).get(`/submissions/${id}/receipt`)).status).toBe(404);
    const bao = await test.as('bao');
    expect((await bao.post(`/submissions/${id}/acceptance`, {})).status).toBe(403);
    expect((await chau.post(`/submissions/${id}/acceptance`, {})).status).toBe(403);
  });

  it('is returned with a reason and marked places, which the unit sees first', async () => {
    const { id } = await latest();
    expect((await ha.post(`/submissions/${id}/return`, { reason: ' ' })).status).toBe(422);
    const answer = await ha.post(`/submissions/${id}/return`, {
      reason: 'Thiếu số liệu các năm',
      'section[]': ['I', 'II'],
      'note[]': ['Bổ sung dân số', ''],
    });
    expect(answer.status).toBe(303);
    expect((await latest()).state).toBe('returned');
    const page = await (await chau.get(`/reports/${reportId}`)).text();
    expect(page).toContain('Thiếu số liệu các năm');
    expect(page).toContain('Bổ sung dân số');
    expect((await ha.post(`/submissions/${id}/acceptance`, {})).status).toBe(403);
  });

  it('counts its figures only while an official version stands accepted', async () => {
    const { db } = test.services;
    await complete();
    const sent = await chau.post(`/reports/${reportId}/submission`, { stage: 'official' });
    expect(sent.status).toBe(303);
    const { id, version, sha256 } = await latest();
    expect(version).toBe(2);
    expect(await acceptedFigures(db, campaign.id)).toHaveLength(0);
    expect((await chau.post(section('I'), { version: '99', text: 'Sửa lén' })).status).toBe(403);
    expect((await ha.post(`/submissions/${id}/acceptance`, {})).status).toBe(303);
    expect((await acceptedFigures(db, campaign.id)).length).toBeGreaterThan(0);
    expect((await acceptedSubmissions(db, campaign.id)).map((s) => s.id)).toEqual([id]);
    const undo = await ha.post(`/submissions/${id}/acceptance/withdrawal`, { reason: 'Bấm nhầm' });
    expect(undo.status).toBe(303);
    expect(await acceptedFigures(db, campaign.id)).toHaveLength(0);
    expect((await latest()).state).toBe('submitted');
    expect((await ha.post(`/submissions/${id}/acceptance`, {})).status).toBe(303);
    expect((await chau.post(section('I'), { version: '99', text: 'Sửa lén' })).status).toBe(403);
    expect(sealOf(await submissionContent(db, id))).toBe(sha256);
  });

  it('shows what changed against the version before, and the whole story', async () => {
    const { id } = await latest();
    const page = await (await ha.get(`/submissions/${id}`)).text();
    expect(page).toContain('mới có');
    expect(page).toContain('Lần trước đã đề nghị sửa');
    expect(page).toContain('Rút lại việc chấp nhận bản 2');
    expect(page).toContain('Thiếu số liệu các năm');
    const events = (await eventsOf(test.services.db, 'report', reportId)).map((e) => e.name);
    for (const name of ['report.opened', 'report.submitted', 'report.returned', 'report.accepted'])
      expect(events).toContain(name);
  });

  it('gives a receipt that anyone signed in may verify, and nobody can forge', async () => {
    const { receiptNumber, sha256, id } = await latest();
    const nam = await test.as('nam');
    const right = await nam.get(`/receipts/verify?number=${receiptNumber}&sha256=${sha256}`);
    expect(await right.text()).toContain('Tỉnh ủy Lạng Sơn');
    const wrong = await nam.get(`/receipts/verify?number=${receiptNumber}&sha256=${'0'.repeat(64)}`);
    expect(await wrong.text()).toContain('Không khớp');
    expect((await nam.get('/receipts/verify?number=x&sha256=y')).status).toBe(422);
    const bytes = Buffer.from(await (await ha.get(`/submissions/${id}/content.json`)).arrayBuffer());
    const { createHash } = await import('node:crypto');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  });

  it('tells the board and the synthesis where each report stands', async () => {
    const { db } = test.services;
    const [row] = await latestSubmissions(db, campaign.id);
    expect(row).toMatchObject({ reportId, stage: 'official', state: 'accepted', version: 2 });
    const [done] = await sectionsDone(db, campaign.id);
    expect(done).toMatchObject({
      reportId,
      sections: template.outline.sections.filter((s) => s.writable).length,
    });
  });
});

describe('receipt numbers', () => {
  it('follow one another when many units send at once', async () => {
    const { db } = test.services;
    const { obligationsOf } = await import('#src/campaigns/store/obligations.ts');
    const { submitReport } = await import('./actions/sending.ts');
    const { saveSection } = await import('./actions/writing.ts');
    const { fromMarkdown } = await import('#src/documents/markdown.ts');
    const owed = (await obligationsOf(db, campaign.id)).filter((o) => o.surveyed).slice(0, 5);
    const sent = await Promise.all(
      owed
        .filter((o) => o.unitId !== test.people.chau.memberships[0]!.unitId)
        .map(async (o) => {
          const actor = {
            ...test.people.chau,
            memberships: [{ role: 'unit-officer' as const, unitId: o.unitId }],
          };
          const act = { ...test.act('chau'), actor };
          const id = await openReport(act, o.id);
          await saveSection(act, id, { code: 'I', version: 0, body: fromMarkdown('Một câu'), items: [] });
          return submitReport(act, id, { stage: 'draft', confirmed: true });
        }),
    );
    const numbers = sent.map((s) => s.receiptNumber).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, i) => i + 3));
  });
});
