// A report sent and decided through the app on a real PostgreSQL: receipts, returns, acceptance, its undoing; and who sees what.
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { acceptedFigures } from '#src/annexes/store.ts';
import { obligationsOf } from '#src/campaigns/store/obligations.ts';
import { fromMarkdown } from '#src/documents/markdown.ts';
import { eventsOf } from '#src/events/store.ts';
import type { TemplateVersion } from '#src/templates/rules.ts';
import { type Asker, type TestApp, testApp } from '#tests/support/app.ts';
import { ownReport } from '#tests/support/own-report.ts';
import { openReport, submitReport } from './actions/sending.ts';
import { saveSection } from './actions/writing.ts';
import { sealOf } from './seal.ts';
import { sectionOf, sectionsDone } from './store/sections.ts';
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
  ({ campaign, reportId, template } = await ownReport(test));
  chau = await test.as('chau');
  ha = await test.as('ha');
  await chau.post(section('I'), { version: '0', text: 'Đã ghép' });
}, 120_000);

const section = (code: string) => `/reports/${reportId}/sections/${code}`;
const latest = async () => (await submissionsOf(test.services.db, reportId))[0]!;

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
    const answer = await chau.post(`/reports/${reportId}/annexes/${table.code}`, { version: '0', ...fields });
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
    const locked = await (await chau.get(section('IV'))).text();
    expect(locked).toContain('đang được đọc nên chưa sửa được');
    expect(locked).not.toContain('name="add"');
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
