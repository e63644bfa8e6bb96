// A unit's report in a real browser: every screen on a desk and on a phone, and text that the network swallowed comes back.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '#src/app.tsx';
import { paragraph, wordFile } from '#src/documents/sample-files.ts';
import { type Asker, type TestApp, testApp } from '#tests/support/app.ts';
import { listen, openBrowser, violations } from '#tests/support/browser.ts';
import { type OwnReport, ownReport } from '#tests/support/own-report.ts';
import { emailOf, type PersonName, password } from '#tests/support/people.ts';

let test: TestApp;
let own: OwnReport;
let chau: Asker;
let browser: Browser;
let page: Page;
let address: string;
let stop: () => void;

const section = (code: string) => `/reports/${own.reportId}/sections/${code}`;
const text = 'Đã tổ chức 62 cuộc đối thoại.\n\nTiếp tục tăng cường, đẩy mạnh, nâng cao hiệu quả.';

beforeAll(async () => {
  test = await testApp();
  own = await ownReport(test);
  chau = await test.as('chau');
  await chau.post(section('III.3'), { version: '0', text });
  ({ address, close: stop } = await listen(createApp(test.services)));
  browser = await openBrowser();
  page = await (await browser.newContext({ locale: 'vi' })).newPage();
}, 120_000);

afterAll(async () => {
  await browser.close();
  stop();
});

async function signIn(person: PersonName): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`${address}/sign-in`);
  await page.fill('#email', emailOf(person));
  await page.fill('#password', password);
  await page.click('form.tk-form button[type=submit]');
}

/** Nothing for axe to find and nothing to scroll sideways, at both widths. */
async function isWellMade(path: string): Promise<void> {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address + path);
    expect(await violations(page), `${path} at ${width}`).toEqual([]);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond, `${path} at ${width}`).toBeLessThanOrEqual(0);
  }
}

it('keeps what was typed and not saved on the machine, and offers it back', async () => {
  await signIn('chau');
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto(address + section('III.3'));
  await page.fill('#text', `${text} Câu chưa lưu.`);
  expect(await page.isVisible('[data-unsaved]')).toBe(true);
  await page.goto(address + section('I'));
  await page.goto(address + section('III.3'));
  await page.click('form .tk-net button >> nth=0');
  expect(await page.inputValue('#text')).toContain('Câu chưa lưu.');
  await page.click('.tk-save button >> nth=1');
  expect(page.url()).toContain('/sections/III.4?saved=III.3');
  await page.goto(address + section('III.3'));
  expect(await page.inputValue('#text')).toContain('Câu chưa lưu.');
  expect(await page.$('form .tk-net')).toBeNull();
}, 60_000);

it('is well made on a desk and on a phone while it is written', async () => {
  const bytes = wordFile([paragraph('I. Đặc điểm tình hình'), paragraph('Có 11 huyện.')].join(''));
  const sent = await chau.post(`/reports/${own.reportId}/uploads`, {
    file: new File([Uint8Array.from(bytes)], 'bao-cao.docx'),
  });
  await signIn('chau');
  for (const path of [
    `/reports/${own.reportId}`,
    section('III.3'),
    section('IV'),
    `${section('III.3')}/versions`,
    `/reports/${own.reportId}/annexes/B3`,
    sent.headers.get('location')!,
    `/reports/${own.reportId}/history`,
  ])
    await isWellMade(path);
}, 180_000);

it('shows two texts in conflict side by side', async () => {
  await signIn('chau');
  await page.setViewportSize({ width: 390, height: 900 });
  await page.goto(address + section('III.3'));
  await chau.post(section('III.3'), { version: '2', text: 'Người kia đã viết lại.' });
  await page.fill('#text', 'Bản của tôi.');
  await page.click('.tk-save button >> nth=0');
  await page.waitForSelector('#khac');
  expect(await violations(page)).toEqual([]);
  expect(await page.textContent('.tk-twocols')).toContain('Người kia đã viết lại.');
}, 60_000);

it('is well made once it is sent, for the unit and for the centre', async () => {
  const answer = await chau.post(`/reports/${own.reportId}/submission`, { stage: 'draft', confirmed: 'yes' });
  const id = answer.headers.get('location')!.split('/')[2]!;
  await signIn('ha');
  await isWellMade(`/submissions/${id}`);
  const ha = await test.as('ha');
  await ha.post(`/submissions/${id}/return`, {
    reason: 'Bổ sung',
    'section[]': ['III.3'],
    'note[]': ['Nêu số'],
  });
  await signIn('chau');
  for (const path of [
    `/reports/${own.reportId}`,
    `/submissions/${id}`,
    `/submissions/${id}/receipt`,
    '/receipts/verify?number=1&sha256=a',
  ])
    await isWellMade(path);
}, 180_000);
