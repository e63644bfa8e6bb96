// One campaign from its pasted plan to the frozen final report, by the pages alone; then every page of that way in a real browser.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import mammoth from 'mammoth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '#src/app.tsx';
import { installTemplates } from '#src/templates/actions.ts';
import { templateSeeds } from '#src/templates/seed.ts';
import { type Asker, type TestApp, testApp } from '#tests/support/app.ts';
import { listen, openBrowser, violations } from '#tests/support/browser.ts';
import { emailOf, password } from '#tests/support/people.ts';
import { demoPlanText } from '#tests/support/plan.ts';
import { sendReport } from '#tests/support/synthesis.ts';

let test: TestApp;
let ha: Asker;
let chau: Asker;

beforeAll(async () => {
  test = await testApp();
  await installTemplates(test.services.db, test.act('ha').now);
  ha = await test.as('ha');
  chau = await test.as('chau');
}, 120_000);

const where = (answer: Response) => answer.headers.get('location') ?? '';
const m1 = templateSeeds().find((t) => t.code === 'M1')!;
const found = (text: string, pattern: RegExp) => pattern.exec(text)![1]!;

const said = 'Có xã trả lời ý kiến của dân sau đối thoại còn chậm, phải hẹn lại nhiều lần.';
let plan: string;
let slug: string;
let report: string;
let submission: string;
const draft = () => `/campaigns/${slug}/final-report`;

describe('a campaign', () => {
  it('begins with the plan’s text', async () => {
    plan = where(await ha.post('/plans', { text: demoPlanText }));
    const list =
      'Ban cán sự đảng Bộ Nội vụ; Cải cách hành chính\nĐảng đoàn Hội Nông dân Việt Nam; Vận động nông dân';
    expect((await ha.post(`${plan}/assignments/M2`, { list })).status).toBe(303);
    slug = where(await ha.post(`${plan}/campaign`, {})).split('/')[2]!;
    expect(slug).toBe('82-kh-bdvtw-2023');
  });

  it('is answered by the unit: sections, annex, sending', async () => {
    report = where(await chau.get(`/campaigns/${slug}/tasks`));
    for (const { code } of m1.outline.sections.filter((s) => s.writable)) {
      const text = code === 'III.3' ? said : `Mục ${code}: năm 2022 tỉnh đã làm 62 việc, dân hài lòng.`;
      expect((await chau.post(`${report}/sections/${code}`, { version: '0', text })).status, code).toBe(303);
    }
    for (const table of m1.annex.tables) {
      const fields: Record<string, string> = { version: '0', fill: 'none-arose' };
      for (const { code } of table.indicators.filter((i) => !i.formula))
        for (const column of table.columns)
          fields[`cell.${code}.${column.code}`] = code === 'B3.08' && column.code === '2022' ? '1.234' : '';
      expect((await chau.post(`${report}/annexes/${table.code}`, fields)).status, table.code).toBe(303);
    }
    const sent = await chau.post(`${report}/submission`, { stage: 'official' });
    expect(sent.status).toBe(303);
    submission = found(
      await (await ha.get(`/campaigns/${slug}/reports`)).text(),
      /\/submissions\/([0-9a-f-]{36})/,
    );
    expect((await ha.post(`/submissions/${submission}/acceptance`, {})).status).toBe(303);
  }, 60_000);

  it('is read across, and a passage is picked', async () => {
    const page = await (await ha.get(`/campaigns/${slug}/synthesis/III.3`)).text();
    expect(page).toContain(said);
    const block = found(page, /name="block" value="([^"]+)"/);
    const quote = 'trả lời ý kiến của dân sau đối thoại còn chậm';
    const picked = await ha.post(`/campaigns/${slug}/evidence`, {
      submission,
      section: 'III.3',
      block,
      quote,
      stance: 'supports',
    });
    expect(picked.status).toBe(303);
    expect((await ha.post(`/campaigns/${slug}/synthesis/III.3/reading`, {})).status).toBe(303);
  });

  it('ends with a report whose sentences and figures open down to their sources', async () => {
    await ha.post(draft(), {});
    const outline = await (await ha.get(draft())).text();
    const part = found(outline, /\?part=([0-9a-f-]{36})"[^>]*>3\. /);
    const text =
      'Ở một số nơi việc trả lời ý kiến của Nhân dân chưa kịp thời. Các địa phương đã tổ chức đối thoại.';
    expect((await ha.post(`${draft()}/parts/${part}`, { version: '1', text })).status).toBe(303);
    const written = await (await ha.get(`${draft()}?part=${part}`)).text();
    const block = found(written, /\?p=([0-9a-f-]{36})#b-/);
    const choose = await (await ha.get(`${draft()}/sources?block=${block}&sentence=0`)).text();
    const evidence = found(choose, /name="evidence" value="([0-9a-f-]{36})"/);
    await ha.post(`${draft()}/citations`, { block, sentence: '0', evidence });
    await ha.post(`${draft()}/figures`, { block, sentence: '1', ref: 'B3.08:2022' });
    expect((await ha.post(`${draft()}/freezes`, {})).status).toBe(303);
    const bytes = Buffer.from(await (await ha.get(`${draft()}/freezes/1.docx`)).arrayBuffer());
    const { value } = await mammoth.extractRawText({ buffer: bytes });
    for (const words of ['chưa kịp thời.', 'đối thoại 1.234.', 'Tỉnh ủy Lạng Sơn, mục III.3, bản 1'])
      expect(value).toContain(words);
  }, 60_000);
});

describe('in a browser', () => {
  let browser: Browser;
  let page: Page;
  let waiting: string;
  let site: { address: string; close: () => void };
  beforeAll(async () => {
    const campaign = await test.services.db.selectFrom('campaigns').select('id').executeTakeFirstOrThrow();
    for (const unit of ['Tỉnh ủy Cao Bằng', 'Thành ủy Hải Phòng', 'Tỉnh ủy Gia Lai', 'Tỉnh ủy Cà Mau'])
      await sendReport(test, campaign.id, unit, {
        figures: { 'B3.08': { '2022': 300 } },
        decided: 'accepted',
      });
    const part = found(await (await ha.get(draft())).text(), /\?part=([0-9a-f-]{36})"[^>]*>3\. /);
    const editor = await (await ha.get(`${draft()}/parts/${part}`)).text();
    const typed = found(editor, /<textarea[^>]*>([\s\S]*?)<\/textarea>/);
    const version = found(editor, /name="version" value="(\d+)"/);
    const text = `${typed}\n\nQua đó, niềm tin của Nhân dân với chính quyền được nâng lên rõ rệt.\n\n- Việc thứ nhất cần làm ngay.`;
    await ha.post(`${draft()}/parts/${part}`, { version, text });
    waiting = where(await ha.post('/plans', { text: demoPlanText }));
    browser = await openBrowser();
    site = await listen(createApp(test.services));
    page = await browser.newPage();
    await page.goto(`${site.address}/sign-in`);
    await page.fill('[name=email]', emailOf('ha'));
    await page.fill('[name=password]', password);
    await page.click('main button[type=submit]');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  it.each([1280, 390])(
    'no page of the way breaks a rule of access, nor scrolls sideways at %i px',
    async (width) => {
      await page.setViewportSize({ width, height: 900 });
      const block = found(await (await ha.get(`${draft()}?p=x`)).text(), /\?p=([0-9a-f-]{36})#b-/);
      const part = found(await (await ha.get(draft())).text(), /parts\/([0-9a-f-]{36})"/);
      const pages: [string, string][] = [
        ['plans', '/plans'],
        ['plan-new', '/plans/new'],
        ['plan', plan],
        ['plan-open', waiting],
        ['plan-edit', `${waiting}?edit=%2Fdeadlines%2F1`],
        ['plan-campaign', `/campaigns/${slug}/plan`],
        ['synthesis', `/campaigns/${slug}/synthesis`],
        ['synthesis-section', `/campaigns/${slug}/synthesis/III.3`],
        ['evidence', `/campaigns/${slug}/evidence`],
        ['final-report', draft()],
        ['final-report-chosen', `${draft()}?p=${block}&s=0`],
        ['final-report-sources', `${draft()}/sources?block=${block}`],
        ['final-report-figures', `${draft()}/figures?block=${block}`],
        ['final-report-part', `${draft()}/parts/${part}`],
        ['final-report-face', `${draft()}/face`],
      ];
      const shots = process.env.TONGKET_SHOTS;
      if (shots) mkdirSync(shots, { recursive: true });
      const wrong: string[] = [];
      for (const [name, path] of pages) {
        await page.goto(site.address + path);
        for (const line of await violations(page)) wrong.push(`${name}: ${line}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) wrong.push(`${name}: ${wide} px wide`);
        if (shots) await page.screenshot({ path: join(shots, `${name}-${width}.png`), fullPage: true });
      }
      expect(wrong).toEqual([]);
    },
    180_000,
  );

  it('folds the plan’s text on a phone until a fact or a diagnostic leads into it', async () => {
    await page.setViewportSize({ width: 390, height: 900 });
    await page.goto(site.address + waiting);
    await page.waitForSelector('details[data-fold]:not([open])', { state: 'attached' });
    await page.click('.tk-fact dt a');
    await page.waitForSelector('details[data-fold][open]');
    expect(await page.isVisible(':target')).toBe(true);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(site.address + waiting);
    expect(await page.isVisible('.tk-source')).toBe(true);
    await page.keyboard.press('n');
    expect(await page.locator('.tk-fact--on').count()).toBe(1);
  }, 60_000);
});
