// The figures and templates pages in a real browser: no violation, no sideways scroll, every figure followed to its reports.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createApp } from '#src/app.tsx';
import { type TestApp, testApp } from '#tests/support/app.ts';
import { listen, openBrowser, violations } from '#tests/support/browser.ts';
import { testCampaign } from '#tests/support/campaign.ts';
import { emailOf, password } from '#tests/support/people.ts';
import { acceptReport, owingM1 } from './fixtures/accepted.ts';
import { langSon } from './fixtures/lang-son.ts';

vi.setConfig({ testTimeout: 60_000 });

let app: TestApp;
let base: string;
let server: { address: string; close: () => void };
let browser: Browser;

beforeAll(async () => {
  app = await testApp();
  const { db } = app.services;
  const campaign = await testCampaign(app.act('ha'));
  for (const [i, owed] of (await owingM1(db, campaign.id)).slice(0, 40).entries())
    await acceptReport(db, owed, { B3: langSon }, i + 1);
  server = await listen(createApp({ ...app.services, demo: true }));
  base = `${server.address}/campaigns/${campaign.slug}/figures`;
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** Contexts stay open until the end: this browser is one process, and closing one of them closes it all. */
async function signedIn(width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: true });
  const page = await context.newPage();
  await page.goto(`${server.address}/sign-in?next=/`);
  await page.fill('#email', emailOf('ha'));
  await page.fill('#password', password);
  await page.locator('main button[type=submit]').click();
  return page;
}

test.each([1280, 390])('at %i px axe finds nothing and nothing scrolls sideways', async (width) => {
  const page = await signedIn(width);
  for (const address of [
    `${base}?table=B3&indicator=B3.08&boundaries=34`,
    `${base}/B3/B3.07/total`,
    `${server.address}/templates`,
    `${server.address}/templates/M1`,
  ]) {
    await page.goto(address);
    expect(await violations(page), address).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(
      width,
    );
  }
});

test('from a total to a report: choose an indicator and boundaries, open the figure, see what it sums', async () => {
  const page = await signedIn(1280);
  await page.goto(base);
  await page.getByRole('link', { name: 'B3. Dân vận chính quyền' }).click();
  await page.selectOption('#indicator', 'B3.03');
  await page.selectOption('#boundaries', '34');
  await page.getByRole('button', { name: 'Xem' }).click();
  expect(await page.locator('.tk-sample').count()).toBe(1);
  await page.locator('tr.tk-all a').first().click();
  expect(await page.locator('h1').textContent()).toContain('48.160');
  expect(await page.getByRole('link', { name: /^Báo cáo của/ }).count()).toBe(40);
});
