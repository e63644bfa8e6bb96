// A journey told twice, in a browser with JavaScript and in one without, each time from a platform of its own.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { createApp } from '#src/app.tsx';
import { type TestApp, testApp } from '#tests/support/app.ts';
import { listen, openBrowser } from '#tests/support/browser.ts';
import { type Traveller, traveller } from './traveller.ts';

/** Afterwards the platform stands at that moment and is reached over a port; each call of `traveller` is another person. */
type SetOut = (now: string) => Promise<{ app: TestApp; traveller: () => Promise<Traveller> }>;

/** The tests of `tell`, once with JavaScript and once without; `setOut` is for its beforeAll, and is closed afterwards. */
export function journey(name: string, tell: (setOut: SetOut) => void): void {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  describe.each([
    { how: 'with JavaScript', javaScript: true },
    { how: 'without JavaScript', javaScript: false },
  ])(`${name}, $how`, { timeout: 120_000 }, ({ javaScript }) => {
    let close: (() => void) | undefined;
    afterAll(() => close?.());
    tell(async (now) => {
      const app = await testApp();
      app.setNow(now);
      const server = await listen(createApp(app.services));
      close = server.close;
      return { app, traveller: () => traveller(browser, server.address, javaScript) };
    });
  });
}
