// The registry held by a browser: accessible and as wide as the screen at 1280 and 390 px, in both languages; the slider; no JavaScript.
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '#src/app.tsx';
import { testApp } from '#tests/support/app.ts';
import { listen, openBrowser, violations } from '#tests/support/browser.ts';
import { emailOf, password, unitId } from '#tests/support/people.ts';
import { recordedActs } from './store/withdrawals.ts';

const shots = process.env.UNIT_SHOTS;
const opened: Browser[] = [];
let [address, close]: [string, () => void] = ['', () => undefined];
let ids: Record<string, string> = {};

beforeAll(async () => {
  const app = await testApp();
  app.setNow('2026-03-01T02:00:00Z');
  const served = await listen(createApp(app.services));
  [address, close] = [served.address, served.close];
  const { db } = app.services;
  ids = {
    hue: await unitId(db, 'Tỉnh Thừa Thiên Huế'),
    canTho: await unitId(db, 'Tỉnh Hậu Giang'),
    langSon: await unitId(db, 'Tỉnh Lạng Sơn'),
  };
  const officer = await app.as('ha');
  await officer.post(`/units/${ids.langSon}/contacts/new`, {
    contactName: 'Nông Thị B',
    position: 'Chuyên viên',
    phone: '0912345678',
    email: 'b@langson.example',
    fromOn: '2026-01-01',
  });
  const saved = await officer.post('/units/groups/new', {
    name: 'Các ban Đảng',
    'kinds[]': ['central-commission'],
    version: '0',
    step: 'save',
  });
  ids.group = /groups\/([0-9a-f-]+)/.exec(saved.headers.get('location') ?? '')?.[1] ?? '';
  const csv =
    'Mã,Tên,Loại,Cấp trên\n99001,Xã Thử Một,xã,Tỉnh Sơn La\n99002,Xã Thử Hai,xã,Tỉnh Không Có\n20,Tỉnh Lạng Sơn Mới,tỉnh,\n';
  const read = await officer.post('/units/import', {
    file: new File([csv], 'x.csv'),
    on: '2026-04-01',
    basis: 'QĐ 12',
  });
  const rename = { on: '2026-04-01', basis: 'NQ 7', fullName: 'Tỉnh Tây Bắc', step: 'record' };
  await officer.post(`/units/${await unitId(db, 'Tỉnh Sơn La')}/events/new?kind=rename`, rename);
  ids.act = (await recordedActs(db))[0]!.id;
  ids.ended = await unitId(db, 'Phường Trung Tự');
  ids.import = /import\/([0-9a-f-]+)/.exec(read.headers.get('location') ?? '')?.[1] ?? '';
}, 120_000);
afterAll(async () => {
  for (const browser of opened) await browser.close();
  close();
});

async function signedIn(width: number, javaScriptEnabled = true): Promise<Page> {
  // One browser per context: closing a context ends this single-process Chromium.
  const browser = await openBrowser();
  opened.push(browser);
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(`${address}/sign-in`);
  await page.fill('#email', emailOf('ha'));
  await page.fill('#password', password);
  await Promise.all([
    page.waitForURL((url) => !url.pathname.includes('sign-in')),
    page.click('main button[type=submit]'),
  ]);
  return page;
}

const addresses = (): Record<string, string> => ({
  tree: '/units?on=2026-03-01',
  codes: '/units?q=80&on=2026-03-01',
  unit: `/units/${ids.hue}?on=2026-03-01`,
  gone: `/units/${ids.canTho}?on=2026-03-01`,
  contacts: `/units/${ids.langSon}`,
  handover: `/units/${ids.langSon}/contacts/new`,
  choice: `/units/${ids.langSon}/events/new`,
  merge: `/units/${ids.langSon}/events/new?kind=merge`,
  split: `/units/${ids.langSon}/events/new?kind=split`,
  establish: `/units/${ids.langSon}/events/new?kind=establish`,
  groups: '/units/groups?on=2023-08-30',
  group: `/units/groups/${ids.group}?on=2023-08-30`,
  edit: `/units/groups/${ids.group}/edit?on=2023-08-30`,
  changes: '/units/changes?from=2025-06-30&to=2025-07-01',
  unsettled: '/units/unsettled?from=2025-06-30&to=2025-07-01',
  open: `/units/${ids.ended}`,
  succeed: `/units/${ids.ended}/events/new?kind=succeed`,
  acts: '/units/acts',
  withdrawal: `/units/acts/${ids.act}/withdrawal`,
  upload: '/units/import',
  preview: `/units/import/${ids.import}`,
});

describe.each([1280, 390])('at %i px', (width) => {
  it('every page passes axe in both languages and does not scroll sideways', async () => {
    const page = await signedIn(width);
    const wrong: string[] = [];
    for (const [name, path] of Object.entries(addresses()))
      for (const lang of ['vi', 'en']) {
        const response = await page.goto(`${address}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
        if (response?.status() !== 200) wrong.push(`${name} ${lang}: ${response?.status()}`);
        for (const line of await violations(page)) wrong.push(`${name} ${lang}: ${line}`);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (overflow > 0) wrong.push(`${name} ${lang}: ${overflow} px too wide`);
        if (shots && lang === 'vi') {
          mkdirSync(shots, { recursive: true });
          await page.screenshot({
            path: `${shots}/${name}-${width}.png`,
            fullPage: name !== 'changes' && name !== 'tree',
          });
        }
      }
    expect(wrong).toEqual([]);
    await page.context().browser()?.close();
  }, 180_000);
});

describe('the time slider', () => {
  it('leads to the tree of the day it is let go on, by keyboard', async () => {
    const page = await signedIn(1280);
    await page.goto(`${address}/units?on=2026-03-01`);
    const slider = page.locator('#thoi-diem');
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/on=2025-03-01/);
    expect(await page.locator('h1').textContent()).toContain('01/3/2025');
    expect(await page.locator('.tk-unit-slider output').textContent()).toBe('01/3/2025');
    await page.context().browser()?.close();
  }, 60_000);

  it('is not there without JavaScript: the day field and the days of change are', async () => {
    const page = await signedIn(390, false);
    await page.goto(`${address}/units?on=2026-03-01`);
    expect(await page.locator('#thoi-diem').isVisible()).toBe(false);
    await page.getByRole('link', { name: '01/7/2025', exact: true }).click();
    await page.waitForURL(/on=2025-07-01/);
    await page.context().browser()?.close();
  }, 60_000);
});

it('a merger is recorded without JavaScript, seen before it is done, and withdrawn with a reason', async () => {
  const page = await signedIn(390, false);
  await page.goto(`${address}/units/${ids.langSon}`);
  await page.getByRole('link', { name: /Ghi sự kiện/ }).click();
  await page.getByRole('link', { name: 'Sáp nhập, hợp nhất' }).click();
  await page.fill('#on', '2027-01-01');
  await page.fill('#others', 'tỉnh Cao Bằng');
  await page.fill('#fullName', 'Tỉnh Đông Bắc');
  await page.fill('#basis', 'Nghị quyết số 5');
  await page.getByRole('button', { name: 'Xem những gì sẽ thay đổi' }).click();
  expect(await page.locator('main').textContent()).toContain('Tỉnh Cao Bằng kết thúc từ ngày 01/01/2027');
  await page.getByRole('button', { name: 'Ghi vào danh mục' }).click();
  await page.waitForURL(/recorded=1/);
  expect(await page.locator('h1').textContent()).toBe('Tỉnh Đông Bắc');
  await page.getByRole('link', { name: 'Ghi nhầm: rút lại' }).click();
  expect(await page.locator('main').textContent()).toContain(
    'Tỉnh Cao Bằng lại tiếp tục sau ngày 01/01/2027',
  );
  await page.fill('#reason', 'Nghị quyết chưa ban hành');
  await page.getByRole('button', { name: 'Rút lại' }).click();
  await page.waitForURL(/withdrawn=1/);
  expect(await page.locator('main').textContent()).toContain('Nghị quyết chưa ban hành');
  await page.context().browser()?.close();
}, 60_000);
