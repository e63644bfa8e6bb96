// A plan that nobody has seen, from a Word file to the campaign it makes, in a browser; once more without JavaScript.
import { Packer, Paragraph, Document as WordDocument } from 'docx';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '#src/app.tsx';
import { testApp } from '#tests/support/app.ts';
import { listen, openBrowser } from '#tests/support/browser.ts';
import { localPlanText } from '#tests/support/local-plan.ts';
import { type Traveller, traveller } from './traveller.ts';

async function wordFile(): Promise<Uint8Array> {
  const children = localPlanText.split('\n').map((text) => new Paragraph(text));
  return new Uint8Array(await Packer.toBuffer(new WordDocument({ sections: [{ children }] })));
}

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each([
  { name: 'with JavaScript', javaScript: true },
  { name: 'without JavaScript', javaScript: false },
])('an unknown plan, $name', { timeout: 120_000 }, ({ javaScript }) => {
  let officer: Traveller;
  let plan: string;
  let close: () => void;

  beforeAll(async () => {
    const app = await testApp();
    app.setNow('2026-03-10T09:00:00+07:00');
    const server = await listen(createApp(app.services));
    close = server.close;
    officer = await traveller(browser, server.address, javaScript);
    await officer.signIn('ha');
  });
  afterAll(() => close?.());

  it('is read out of a Word file', async () => {
    await officer.open('/plans/new');
    await officer.attach('file', 'ke-hoach-57.docx', await wordFile());
    await officer.press('Đọc kế hoạch');
    plan = officer.path();
    expect(await officer.text('h1')).toContain('57/KH-UBND');
    expect(await officer.text('#ai-bao-cao + table')).toContain('chưa có');
  });

  it('is corrected: a day is counted, a place is matched, a fact is dropped and taken back', async () => {
    await officer.press('Tính cả 10/5');
    await officer.press('Ghi đơn vị này');
    expect(await officer.text('.tk-compile__facts')).toMatch(/Phan Ngọc Hiển/);
    await officer.press(/^Bỏ/);
    await officer.press(/^Mở lại/);
    expect(await officer.text('h1')).toContain('57/KH-UBND');
  });

  it('gives its communes the annexed outline as their template', async () => {
    await officer.open(`${plan}/classes/1`);
    expect(await officer.text('legend')).toContain('Đơn vị: 64');
    await officer.press('Lưu lớp này');
    expect(officer.path()).toBe(plan);
    expect(await officer.text('#ai-bao-cao + table')).toContain('01.57');
  });

  it('founds the departments that the registry does not have', async () => {
    await officer.open(`${plan}/classes/2`);
    await officer.press('Lưu lớp này');
    expect(await officer.text('.govuk-error-summary')).toContain('Lập trong sổ');
    await officer.tick('found');
    await officer.press('Lưu lớp này');
    expect(await officer.text('#ai-bao-cao + table')).toContain('02.57');
  });

  it('shows what will be created, and creates it', async () => {
    await officer.open(plan);
    await officer.press(/^Xác nhận cả \d+ dữ kiện/);
    const preview = await officer.text('section[aria-labelledby="se-tao"]');
    expect(preview).toMatch(/01\.57\s*64/);
    expect(preview).toMatch(/02\.57\s*2/);
    expect(await officer.text('section[aria-labelledby="moc"]')).toContain('14/4/2026');
    await officer.press('Tạo đợt tổng kết');
    expect(officer.path()).toBe('/campaigns/57-kh-ubnd-2026');
    expect(await officer.text('main')).toContain('/66');
  });

  it('left no page with an error or a barrier', () => {
    expect(officer.findings()).toEqual([]);
  });
});
