// A plan comes in through the screens: pasted, as a file, refused without losing a word; and who sees it at all.
import { Document, Packer, Paragraph } from 'docx';
import { beforeAll, describe, expect, it } from 'vitest';
import { installTemplates } from '#src/templates/actions.ts';
import { type Asker, type TestApp, testApp } from '#tests/support/app.ts';
import { demoPlanText } from '#tests/support/plan.ts';

let test: TestApp;
let ha: Asker;
let plan: string;

beforeAll(async () => {
  test = await testApp();
  test.setNow('2023-05-20T09:00:00+07:00');
  await installTemplates(test.services.db, test.act('ha').now);
  ha = await test.as('ha');
  plan = (await ha.post('/plans', { text: demoPlanText })).headers.get('location')!;
}, 120_000);

const html = async (path = '') => (await ha.get(plan + path)).text();

describe('reading', () => {
  it('shows the text, the diagnostics and the facts', async () => {
    const page = await html();
    for (const words of [
      '82-KH/BDVTW',
      'hết Thứ Ba, 29/8/2023',
      'E203',
      'Dữ kiện chờ xác nhận',
      'Tạo đợt, hoãn M2 và M3',
    ])
      expect(page).toContain(words);
    expect(await (await ha.get('/plans')).text()).toContain('văn bản dán');
  });

  it('takes .txt, .html and .docx', async () => {
    const file = new Document({
      sections: [{ children: demoPlanText.split('\n').map((l) => new Paragraph(l)) }],
    });
    const word = new Uint8Array(await Packer.toBuffer(file));
    const web = `<html><body>${demoPlanText
      .split('\n')
      .map((l) => `<p>${l}</p>`)
      .join('')}</body></html>`;
    for (const [name, bytes] of [
      ['ke-hoach.txt', demoPlanText],
      ['ke-hoach.html', web],
      ['ke-hoach.docx', word],
    ] as const) {
      const answer = await ha.post('/plans', { file: new File([bytes], name), text: '' });
      expect(answer.status, name).toBe(303);
      const page = await (await ha.get(answer.headers.get('location')!)).text();
      expect(page, name).toContain('<span class="tk-nb">82-KH/BDVTW</span>');
      expect(page).toContain(name);
    }
  }, 60_000);

  it.each([
    ['nothing', { text: '  ' }, 'Chưa có văn bản'],
    [
      'lost letters',
      { text: 'K? ho?ch t?ng k?t Ngh? quy?t c?a Ban D?n v?n Trung ??ng v? vi?c n?y '.repeat(3) },
      'đã mất',
    ],
    [
      'a picture',
      {
        text: 'giữ lại chữ này',
        file: new File([new Uint8Array([137, 80, 78, 71, 0, 0, 1, 2])], 'anh.docx'),
      },
      'giữ lại chữ này',
    ],
  ])('refuses %s, keeps what was typed and stores nothing', async (_, fields, words) => {
    const before = (await (await ha.get('/plans')).text()).match(/\/plans\/[0-9a-f]{8}-/g)!.length;
    const answer = await ha.post('/plans', fields as unknown as Record<string, string | File>);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(words);
    expect((await (await ha.get('/plans')).text()).match(/\/plans\/[0-9a-f]{8}-/g)!.length).toBe(before);
  });

  it('is the centre’s alone: readers look on, others find nothing', async () => {
    for (const person of ['chau', 'nam'] as const) {
      const asker = await test.as(person);
      for (const path of ['/plans', '/plans/new', plan, `${plan}/facts.json`])
        expect((await asker.get(path)).status, path).toBe(404);
      for (const path of ['/plans', `${plan}/decisions`, `${plan}/campaign`])
        expect(
          (await asker.post(path, { text: 'x', pointer: '/symbol', decision: 'confirmed' })).status,
          path,
        ).toBe(404);
    }
    const long = await test.as('long');
    const page = await (await long.get(plan)).text();
    expect(page).not.toContain('Xác nhận<');
    expect(page).not.toContain('Tạo đợt');
    for (const [path, fields] of [
      [`${plan}/decisions`, { pointer: '/symbol', decision: 'confirmed' }],
      [`${plan}/confirmation`, { group: '' }],
      [`${plan}/edits`, { pointer: '/symbol', value: 'x' }],
      [`${plan}/assignments/M2`, { list: '' }],
      [`${plan}/campaign`, {}],
      ['/plans', { text: demoPlanText }],
    ] as [string, Record<string, string>][])
      expect((await long.post(path, fields)).status, path).toBe(403);
    expect((await ha.get('/plans/khong-phai-ma')).status).toBe(404);
    expect((await (await test.as('visitor')).get(plan)).status).toBe(303);
  });
});
