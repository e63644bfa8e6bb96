// The board in a real browser: accessible, never wider than the screen, and on one sheet of A4 even when many are late.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '#src/app.tsx';
import { obligationsOf } from '#src/campaigns/store/obligations.ts';
import { type TestApp, testApp } from '#tests/support/app.ts';
import { listen, openBrowser, violations } from '#tests/support/browser.ts';
import { testCampaign } from '#tests/support/campaign.ts';
import { emailOf, password } from '#tests/support/people.ts';
import { putReport, type ReportState } from '#tests/support/reports.ts';

const at = (day: string) => new Date(`${day}T09:00:00+07:00`);
const openedAt = at('2023-08-01');
/** One of each state, dealt out in turn. */
const states: ReportState[] = [
  { openedAt, share: 1, sentAt: at('2023-08-10'), acceptedAt: at('2023-08-22') },
  { openedAt, share: 1, sentAt: at('2023-08-20') },
  { openedAt, share: 1, sentAt: at('2023-08-10'), returnedAt: at('2023-08-21') },
  { openedAt, share: 0.75, savedAt: at('2023-08-21') },
  { openedAt, share: 0.25, savedAt: at('2023-08-21') },
];

let app: TestApp;
let browser: Browser;
let page: Page;
let server: { address: string; close: () => void };
let home: string;
let story: string;

beforeAll(async () => {
  app = await testApp();
  app.setNow('2023-05-18T09:00:00+07:00');
  const { id, slug } = await testCampaign(app.act('ha'));
  app.setNow('2023-08-23T09:40:00+07:00');
  const owed = await obligationsOf(app.services.db, id);
  for (const [i, one] of owed.entries()) {
    const state = states[i % 6];
    if (state) await putReport(app.act('chau'), one, state);
  }
  server = await listen(createApp(app.services));
  home = `${server.address}/campaigns/${slug}`;
  story = `${home}/obligations/${owed[2]!.id}`;
  browser = await openBrowser();
  page = await browser.newPage({ javaScriptEnabled: true });
  await page.goto(`${server.address}/sign-in`);
  await page.fill('#email', emailOf('ha'));
  await page.fill('#password', password);
  await page.click('main button');
}, 60_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

test.each([1280, 390])(
  'at %i px nothing is in the way of anyone',
  async (width) => {
    await page.setViewportSize({ width, height: 900 });
    for (const address of [
      home,
      `${home}/reports`,
      story,
      `${home}/board.print`,
      `${server.address}/campaigns`,
    ]) {
      await page.goto(address);
      expect(await violations(page), address).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(width);
    }
  },
  60_000,
);

test('a count leads to its list, a tile to its report', async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(home);
  await page.click('.tk-counts a:has-text("Trả lại")');
  expect(await page.locator('tbody tr').count()).toBe(await page.locator('tbody .tk-returned').count());
  await page.goto(home);
  const tile = page.locator('.tk-tile').first();
  expect(await tile.getAttribute('href')).toMatch(/^\/(submissions|campaigns)\//);
});

test.each(['2023-08-23', '2023-09-15'])('on %s the sheet is one page of A4', async (day) => {
  app.setNow(`${day}T09:40:00+07:00`);
  await page.goto(`${home}/board.print`);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45][^ ]* 84[12]/);
});
