// A person at a browser: opens, reads, fills, presses; every page passed is checked by axe, every browser error is kept.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { violations } from '#tests/support/browser.ts';
import { emailOf, type PersonName, password } from '#tests/support/people.ts';

export type Traveller = Awaited<ReturnType<typeof traveller>>;

/** One person with a session of their own. Without JavaScript axe reads the same HTML in a second, scripted tab. */
export async function traveller(browser: Browser, address: string, javaScript: boolean) {
  const options = { locale: 'vi', acceptDownloads: true, viewport: { width: 1280, height: 900 } };
  const context = await browser.newContext({ ...options, javaScriptEnabled: javaScript });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const inspector = javaScript ? null : await (await browser.newContext(options)).newPage();
  const found: string[] = [];
  const seen = new Set<string>();
  page.on('pageerror', (error) => found.push(`${page.url()}: ${error.message}`));
  page.on('response', (r) => {
    if (r.status() >= 500) found.push(`${r.url()}: ${r.status()}`);
  });

  /** Each kind of page is inspected once: the path without ids and queries names the kind. */
  async function inspect(): Promise<void> {
    const kind = new URL(page.url()).pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id');
    if (seen.has(kind)) return;
    seen.add(kind);
    found.push(...(await violationsOn(page, inspector)).map((v) => `${kind}: ${v}`));
  }

  async function arrive(act: () => Promise<unknown>): Promise<void> {
    await act().catch(async (error: Error) => {
      const shown = ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ').slice(0, 1500);
      throw new Error(`${error.message}\non ${page.url()}: ${shown}`);
    });
    await page.waitForLoadState('load');
    await inspect();
  }

  const button = (name: string | RegExp) =>
    page
      .locator('main')
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first();
  const link = (name: string | RegExp) =>
    page
      .locator('main')
      .getByRole('link', { name, exact: typeof name === 'string' })
      .first();

  return {
    findings: () => found,
    path: () => new URL(page.url()).pathname,
    open: (path: string) => arrive(() => page.goto(address + path)),
    text: async (selector: string) =>
      ((await page.locator(selector).first().textContent()) ?? '').replace(/\s+/g, ' '),
    fill: (name: string, value: string) => page.locator(`main [name="${name}"]`).first().fill(value),
    tick: (name: string) => page.locator(`main [name="${name}"]`).first().check(),
    press: (name: string | RegExp) => arrive(() => button(name).click()),
    follow: (name: string | RegExp) => arrive(() => link(name).click()),
    followHref: (href: RegExp, nth = 0) =>
      arrive(async () => hrefAt(page, href, nth).then((path) => page.goto(address + path))),
    choose: async (name: string, label: RegExp) => {
      const options = await page.locator(`main select[name="${name}"] option`).allTextContents();
      const wanted = options.find((o) => label.test(o));
      if (!wanted) throw new Error(`no option like ${label} among ${options.slice(0, 20).join(' | ')}`);
      await page.locator(`main select[name="${name}"]`).selectOption({ label: wanted });
    },
    openDetails: (summary: string) =>
      page.locator('details', { hasText: summary }).first().locator('summary').click(),
    attach: (name: string, fileName: string, bytes: Uint8Array) =>
      page
        .locator(`main input[type="file"][name="${name}"]`)
        .setInputFiles({ name: fileName, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) }),
    download: async (name: string | RegExp) => {
      const [file] = await Promise.all([page.waitForEvent('download'), link(name).click()]);
      const path = join(mkdtempSync(join(tmpdir(), 'journey-')), file.suggestedFilename());
      await file.saveAs(path);
      return path;
    },
    send: async (name: string) => {
      const sure = page.locator('main [name="confirmed"]').first();
      if (await sure.count()) await sure.check();
      await arrive(() => button(name).click());
    },
    /** From a unit's story to the latest that it sent. */
    openSubmission: async () => {
      if (!page.url().includes('/submissions/'))
        await arrive(async () => page.goto(address + (await hrefAt(page, /^\/submissions\/[0-9a-f-]+$/, 0))));
    },
    signIn: async (person: PersonName) => {
      await arrive(() => page.goto(`${address}/sign-in`));
      await page.fill('#email', emailOf(person));
      await page.fill('#password', password);
      await arrive(() => button('Đăng nhập').click());
    },
  };
}

async function hrefAt(page: Page, href: RegExp, nth: number): Promise<string> {
  const all = await page
    .locator('main a[href]')
    .evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''));
  const fitting = all.filter((h) => href.test(h));
  const found = fitting.at(nth);
  if (!found) throw new Error(`no link like ${href} on ${page.url()} among ${all.slice(0, 40).join(' ')}`);
  return found;
}

/** Without JavaScript nothing can run in the page itself, so its HTML and styles are looked at beside it. */
async function violationsOn(page: Page, inspector: Page | null): Promise<string[]> {
  if (!inspector) return violations(page);
  await inspector.goto(new URL('/health', page.url()).href);
  await inspector.setContent(await page.content());
  return violations(inspector);
}
