// The annex grid in a real browser: as a plain form without JavaScript, and with keys, paste and live totals with it.
import { relative } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { assetFolder } from '#src/web/assets.ts';
import type { Env } from '#src/web/env.ts';
import { readForm } from '#src/web/form.ts';
import { page as wholePage } from '#src/web/layout.tsx';
import { listen, openBrowser, violations } from '#tests/support/browser.ts';
import { b3, langSon } from './fixtures/lang-son.ts';
import { AnnexGrid } from './grid.tsx';
import { readTypedCells } from './rules/typed.ts';
import type { AnnexCells, UnreadCells } from './rules.ts';

vi.setConfig({ testTimeout: 60_000 });

type Draft = { cells: AnnexCells; unread: UnreadCells; version: number };

let draft: Draft;
let browser: Browser;
let server: { address: string; close: () => void };

/** One table behind the platform's own page and form reading. */
function gridApp(): Hono<Env> {
  const app = new Hono<Env>();
  const rewriteRequestPath = (path: string) => path.replace(/^\/assets/, '');
  app.use('/assets/*', serveStatic({ root: relative(process.cwd(), assetFolder), rewriteRequestPath }));
  app.use(async (c, next) => {
    c.set('actor', null);
    c.set('language', c.req.query('lang') === 'en' ? 'en' : 'vi');
    await next();
  });
  app.get('/', (c) =>
    wholePage(
      c,
      { title: { vi: 'B3', en: 'B3' }, scripts: ['annex-grid'] },
      <>
        <h1 class="govuk-heading-l">B3. {b3.title}</h1>
        <AnnexGrid
          {...{ table: b3, cells: draft.cells, unread: draft.unread, version: draft.version }}
          {...{ language: c.var.language, action: '/', saved: 'Đã lưu 10:14 · phiên bản 6' }}
          isLocked={c.req.query('locked') !== undefined}
        />
      </>,
    ),
  );
  app.post('/', async (c) => {
    const source = { kind: 'typed', by: 'Hoàng Minh Châu', at: '2023-07-18T03:00:00Z' } as const;
    const { cells, unread } = readTypedCells(await readForm(c), b3, draft.cells, source);
    draft = { cells, unread, version: draft.version + 1 };
    return c.redirect('/', 303);
  });
  return app;
}

beforeAll(async () => {
  server = await listen(gridApp());
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

async function open(options: BrowserContextOptions = {}, path = '/'): Promise<Page> {
  draft = { cells: langSon, unread: {}, version: 6 };
  const page = await (
    await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  ).newPage();
  await page.goto(server.address + path);
  return page;
}

const cell = (page: Page, id: string) => page.locator(`[id="cell.${id}"]`);
const sum = (page: Page, id: string) => page.locator(`[id="sum.${id}"]`);

describe('without JavaScript', () => {
  test('shows what is wrong at its cell, saves with errors and keeps what cannot be read', async () => {
    const page = await open({ javaScriptEnabled: false });
    await expect(page.locator('.govuk-error-summary__title').textContent()).resolves.toBe(
      'Còn 1 lỗi, 1 chỗ nên xem lại, 1 ô trống',
    );
    expect(await sum(page, 'B3.06').textContent()).toBe('chờ sửa');
    await cell(page, 'B3.06.2021').fill('382');
    await cell(page, 'B3.01.2019').fill('hai mươi tư');
    await page.locator('[id="note.B3.08.2022"]').fill('Đối thoại trước đại hội');
    await cell(page, 'B3.09.2023').fill('k');
    await cell(page, 'B3.09.2023').press('Enter');
    expect(await cell(page, 'B3.01.2019').inputValue()).toBe('hai mươi tư');
    expect(await page.locator('[id="message.B3.01.2019"]').textContent()).toContain('không phải là số');
    expect(await sum(page, 'B3.06').textContent()).toBe('1.744');
    expect(await cell(page, 'B3.09.2023').inputValue()).toBe('không phát sinh');
    expect(await page.locator('[id="message.B3.08.2022"]').textContent()).toContain(
      'Lý do đã ghi: Đối thoại trước đại hội',
    );
    expect(draft.cells['B3.04']?.['2019']?.source).toMatchObject({ kind: 'file', address: 'C4' });
  });

  test('Enter only saves; the buttons fill one blank or all of them', async () => {
    const page = await open({ javaScriptEnabled: false });
    await cell(page, 'B3.01.2019').fill('');
    await cell(page, 'B3.01.2019').press('Enter');
    expect(await cell(page, 'B3.01.2019').inputValue()).toBe('');
    expect(await cell(page, 'B3.09.2023').inputValue()).toBe('');
    await page.getByRole('button', { name: 'Ô trống còn lại' }).click();
    expect(await cell(page, 'B3.01.2019').inputValue()).toBe('không phát sinh');
    expect(await cell(page, 'B3.09.2023').inputValue()).toBe('không phát sinh');
  });

  test('a phone folds what is finished and offers one tap for a blank', async () => {
    const page = await open({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    expect(await cell(page, 'B3.01.2019').isVisible()).toBe(false);
    await page.locator('.tk-fold summary').first().click();
    expect(await cell(page, 'B3.01.2019').isVisible()).toBe(true);
    expect(await cell(page, 'B3.06.2021').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Không phát sinh', exact: true }).click();
    expect(draft.cells['B3.09']?.['2023']).toMatchObject({ reason: 'none-arose' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

describe('with JavaScript', () => {
  test('arrows and Enter move over locked rows, letters become words, totals follow', async () => {
    const page = await open();
    await cell(page, 'B3.06.2021').focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('cell.B3.08.2021');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('382');
    expect(await sum(page, 'B3.06').textContent()).toBe('1.744');
    expect(await cell(page, 'B3.07.2021').textContent()).toBe('96,0');
    await page.keyboard.press('Enter');
    await page.keyboard.type('k');
    await page.keyboard.press('ArrowRight');
    expect(await cell(page, 'B3.08.2021').inputValue()).toBe('không phát sinh');
    expect(await sum(page, 'B3.08').textContent()).toBe('57');
    expect(draft.version).toBe(6);
  });

  test('a range from Excel fills the cells it covers and leaves locked rows alone', async () => {
    const page = await open();
    await cell(page, 'B3.05.2021').focus();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '1.400\t421\r\n1.300\tx\r\n93\t90\r\n7\tnhiều\r\n');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    const values = async (ids: string[]) => Promise.all(ids.map((id) => cell(page, id).inputValue()));
    expect(await values(['B3.05.2021', 'B3.06.2021', 'B3.06.2022', 'B3.08.2021', 'B3.08.2022'])).toEqual([
      ...['1.400', '1.300', 'không có số liệu', '7', 'nhiều'],
    ]);
    expect(await cell(page, 'B3.07.2021').textContent()).toBe('92,9');
    expect(await sum(page, 'B3.08').textContent()).toBe('chờ sửa');
  });
});

test.each([
  ['wide', 1280, '/'],
  ['a phone', 390, '/'],
  ['in English', 1280, '/?lang=en'],
  ['locked', 1280, '/?locked=yes'],
])('axe finds nothing: %s', async (_name, width, path) => {
  const page = await open({ viewport: { width, height: 900 } }, path);
  expect(await violations(page)).toEqual([]);
});
