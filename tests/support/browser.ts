// A real browser for journeys: Chromium out of an npm package, nothing from the system.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import type { Env } from '#src/web/env.ts';

/** The package unpacks the libraries that Chromium needs only where it believes to run on this runtime. */
process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';

export async function openBrowser(): Promise<Browser> {
  const { default: chromium } = await import('@sparticuz/chromium');
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args, '--no-sandbox', '--lang=vi'],
    headless: true,
  });
}

/** The app behind a real port of the loopback address, until closed. */
export function listen(app: Hono<Env>): Promise<{ address: string; close: () => void }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (info: AddressInfo) =>
      resolve({ address: `http://127.0.0.1:${info.port}`, close: () => server.close() }),
    );
  });
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Violation = { id: string; nodes: { target: unknown[]; html: string; failureSummary?: string }[] };

/** What axe finds against WCAG 2.0–2.2 A and AA and best practice, as lines to read; empty when nothing. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe.run(),
  );
  return found.violations.flatMap((v) =>
    v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)} ${n.failureSummary ?? ''}`),
  );
}
