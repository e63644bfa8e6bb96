// The public pages and the visits in a real browser: accessible, never wider than the screen, usable without JavaScript.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '#src/app.tsx';
import { chooseHost, proposeVisits } from '#src/surveys/actions.ts';
import { visitsOf } from '#src/surveys/store.ts';
import { type TestApp, testApp } from '#tests/support/app.ts';
import { listen, openBrowser, violations } from '#tests/support/browser.ts';
import { testCampaign } from '#tests/support/campaign.ts';
import { emailOf, password } from '#tests/support/people.ts';
import { putVisits } from '#tests/support/visits.ts';
import { publishArticle } from './actions.ts';

let app: TestApp;
let browser: Browser;
let page: Page;
let server: { address: string; close: () => void };
let article = '';
let visits = '';

beforeAll(async () => {
  app = await testApp();
  const { db, files } = app.services;
  const campaign = await testCampaign(app.act('ha'));
  await putVisits(db, campaign.id, new Date('2023-05-20T02:00:00Z'));
  await proposeVisits(app.act('ha'), { id: campaign.id, issuedOn: '2023-05-18' }, ['Đoàn 1', 'Đoàn 2']);
  const [first] = await visitsOf(db, campaign.id);
  await chooseHost(app.act('ha'), first!.id, 2, 'Sở Nội vụ');
  const { slug } = await publishArticle(
    { ...app.act('ha'), files },
    {
      kind: 'plan',
      campaignId: campaign.id,
      publishedOn: '2023-05-20',
      issuedOn: '2023-05-18',
      number: '82-KH/BDVTW',
      title: 'Kế hoạch số 82-KH/BDVTW ngày 18/5/2023 về tổng kết công tác dân vận',
      summaryEn: 'A nationwide review.',
      body: [
        { id: 'a', kind: 'heading', level: 1, inlines: [{ kind: 'text', text: 'I. YÊU CẦU' }] },
        { id: 'b', kind: 'paragraph', inlines: [{ kind: 'text', text: 'Đánh giá đúng thực trạng.' }] },
      ],
      facts: [{ label: { vi: 'Ngày ban hành', en: 'Issued' }, value: '18/5/2023' }],
      attachments: [
        {
          title: 'Mẫu M1',
          fileName: 'mau-m1.docx',
          mediaType: 'application/octet-stream',
          bytes: new Uint8Array(38_000),
          detail: null,
        },
      ],
    },
  );
  server = await listen(createApp(app.services));
  article = `${server.address}/public/${slug}`;
  visits = `${server.address}/campaigns/${campaign.slug}/visits`;
  browser = await openBrowser();
  page = await browser.newPage({ javaScriptEnabled: true });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

async function isInNobodysWay(addresses: string[], width: number) {
  await page.setViewportSize({ width, height: 900 });
  for (const address of addresses) {
    await page.goto(address);
    expect(await violations(page), address).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(width);
  }
}

test.each([1280, 390])(
  'a stranger reads every public page at %i px',
  (width) =>
    isInNobodysWay(
      [
        `${server.address}/public`,
        article,
        `${article}?text=large`,
        `${article}/status`,
        `${server.address}/public/feedback`,
      ],
      width,
    ),
  60_000,
);

test('feedback that is refused is shown again as typed; once sent, its code is on the page', async () => {
  await page.goto(`${article}?text=normal`);
  await page.fill('#name', 'Lê Bình');
  await page.click('button:has-text("Gửi phản hồi")');
  expect(await page.locator('.govuk-error-summary').count()).toBe(1);
  expect(await page.inputValue('#name')).toBe('Lê Bình');
  expect(await violations(page)).toEqual([]);
  await page.fill('#body', 'Đề nghị công bố thêm biểu số liệu.');
  await page.click('button:has-text("Gửi phản hồi")');
  expect(await page.textContent('.tk-feedback-code')).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
});

test('print and copy are offered only where they work', async () => {
  await page.goto(article);
  expect(await page.locator('[data-print]').isVisible()).toBe(true);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.tk-prose').isVisible()).toBe(true);
  expect(await page.locator('textarea').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
});

test('an officer sees calendar and visits on a desk, the list alone on a phone', async () => {
  await page.goto(`${server.address}/sign-in`);
  await page.fill('#email', emailOf('ha'));
  await page.fill('#password', password);
  await page.click('main button');
  await isInNobodysWay([visits], 1280);
  expect(await page.locator('.tk-cal').isVisible()).toBe(true);
  await isInNobodysWay([visits], 390);
  expect(await page.locator('.tk-cal').isVisible()).toBe(false);
  expect(await page.locator('#chi-tiet').isVisible()).toBe(false);
  await page.click('.tk-visitlist a:has-text("Lạng Sơn")');
  expect(await page.locator('#chi-tiet').isVisible()).toBe(true);
  expect(await violations(page)).toEqual([]);
}, 60_000);
