// Adding facts and matching places through the screens: without JavaScript as forms, and in the browser by selecting words.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '#src/app.tsx';
import { obligationsOf } from '#src/campaigns/store/obligations.ts';
import { installTemplates } from '#src/templates/actions.ts';
import { type Asker, type TestApp, testApp } from '#tests/support/app.ts';
import { listen, openBrowser, violations } from '#tests/support/browser.ts';
import { demoPlanText } from '#tests/support/plan.ts';
import { decisionsOf } from './store.ts';

let test: TestApp;
let ha: Asker;
let plan: string;
let browser: Browser;
let server: Awaited<ReturnType<typeof listen>>;

beforeAll(async () => {
  test = await testApp();
  test.setNow('2023-05-20T09:00:00+07:00');
  await installTemplates(test.services.db, test.act('ha').now);
  ha = await test.as('ha');
  plan = (await ha.post('/plans', { text: demoPlanText })).headers.get('location')!;
  browser = await openBrowser();
  server = await listen(createApp(test.services));
}, 120_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

const id = () => plan.split('/')[2]!;
const html = async (path = '') => (await ha.get(plan + path)).text();

/** One page for all: the packaged browser ends with its first closed context. */
async function screen(width: number): Promise<Page> {
  const context = browser.contexts()[0] ?? (await browser.newContext());
  const cookies = (await test.cookie('ha')).split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: server.address };
  });
  await context.addCookies(cookies);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.setViewportSize({ width, height: 900 });
  return page;
}

describe('with forms alone', () => {
  const deadline = {
    kind: 'deadline',
    quote: 'lập các đoàn công tác',
    what: 'gửi báo cáo chuyên đề',
    from: '15/9/2023',
    counted: 'yes',
    binds: 'M2',
  };

  it('chooses the kind by a link', async () => {
    expect(await html()).toContain('add=visit#them');
    const form = await html('?add=visit');
    for (const words of ['Những chữ trong văn bản làm căn cứ', 'Mỗi dòng một nơi', 'aria-current="true"'])
      expect(form).toContain(words);
  });

  it('keeps what was typed when the words are not in the text', async () => {
    const answer = await ha.post(`${plan}/facts`, { ...deadline, quote: 'người ngoài hành tinh' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const words of ['Không thấy những chữ này', 'người ngoài hành tinh</textarea>', 'value="15/9/2023"'])
      expect(page).toContain(words);
    expect((await ha.post(`${plan}/facts`, { ...deadline, from: '' })).status).toBe(422);
    expect(await decisionsOf(test.services.db, id())).toEqual([]);
  });

  it('adds a deadline that reaches the campaign, and can be dropped and reopened', async () => {
    const answer = await ha.post(`${plan}/facts`, deadline);
    const pointer = '/deadlines/3';
    expect(answer.headers.get('location')).toBe(`${plan}#f-deadlines-3`);
    expect(await html()).toMatch(/<a class="tk-span" href="#f-deadlines-3"[^>]*>lập các đoàn công tác/);
    const list = 'Ban cán sự đảng Bộ Nội vụ; Cải cách hành chính';
    await ha.post(`${plan}/assignments/M2`, { list });
    expect(await html()).toMatch(/<b>15\/9\/2023<\/b>hết hạn báo cáo, 1 đơn vị/);
    await ha.post(`${plan}/decisions`, { pointer, decision: 'dropped' });
    expect(await html()).not.toContain('<b>15/9/2023</b>');
    await ha.post(`${plan}/decisions`, { pointer, decision: 'reopened' });
    expect(await html()).toContain('<b>15/9/2023</b>');
  });

  it.each([
    ['visit', { units: 'Cà Mau', from: '1/9/2023', to: '5/9/2023' }, 'Cà Mau; 01/9 đến 05/9/2023'],
    ['task', { lead: 'Vụ Dân vận', supporting: 'Văn phòng', what: 'Dự thảo đề cương' }, 'Dự thảo đề cương'],
    ['attachment', { value: 'Biểu số 9' }, 'Biểu số 9'],
    ['subject', { symbol: '49-KL/TW', from: '1/2/2019' }, '49-KL/TW, 01/02/2019'],
    ['target', { who: 'Các tỉnh ủy', template: 'M3', from: '' }, 'Lớp đơn vị làm mẫu M3'],
  ])('adds a fact of kind %s', async (kind, fields, shown) => {
    const answer = await ha.post(`${plan}/facts`, { kind, quote: 'lập các đoàn công tác', ...fields });
    expect(answer.status).toBe(303);
    const fact = answer.headers.get('location')!.split('#')[1]!;
    const page = await html();
    const shownFact = page.slice(page.indexOf(`id="${fact}"`)).split('class="tk-fact"')[0]!;
    expect(shownFact).toContain(shown);
    expect(shownFact).toContain('Đã thêm');
    const pointer = `/${fact.split('-').slice(1).join('/')}`;
    if (kind === 'target') await ha.post(`${plan}/decisions`, { pointer, decision: 'dropped' });
  });

  it('does not add a second symbol', async () => {
    const answer = await ha.post(`${plan}/facts`, { kind: 'symbol', quote: '82-KH/BDVTW', value: '83' });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Kế hoạch đã có dữ kiện này');
  });

  it('matches an unresolved place by choosing among those it may mean', async () => {
    await ha.post(`${plan}/edits`, {
      pointer: '/visits/1',
      value: 'Bộ Ngoại giao\nThanh tra Chính phủ nước',
    });
    const page = await html();
    expect(page).toContain('E211');
    const [, unit] = /“Thanh tra Chính phủ nước” là[\s\S]*?<option value="([^"]+)"/.exec(page)!;
    const chosen = { pointer: '/visits/1', name: 'Thanh tra Chính phủ nước', unit: unit! };
    expect((await ha.post(`${plan}/names`, { ...chosen, unit: 'Sao Hỏa' })).status).toBe(422);
    expect((await ha.post(`${plan}/names`, { ...chosen, name: 'Không có' })).status).toBe(404);
    expect((await ha.post(`${plan}/names`, chosen)).status).toBe(303);
    expect(await html()).not.toContain('E211');
  });

  it('offers at the diagnostic what can be done about it', async () => {
    const page = await html();
    for (const words of ['Giữ 29/8', 'Tính cả 30/8', 'Giữ 29/7']) expect(page).toContain(words);
    await ha.post(`${plan}/decisions`, { pointer: '/deadlines/1', decision: 'confirmed' });
    expect(await html()).not.toContain('Giữ 29/8');
    const fresh = (await ha.post('/plans', { text: demoPlanText })).headers.get('location')!;
    const other = await (await ha.get(fresh)).text();
    expect(other).toContain('href="#danh-sach-M2"');
  });
});

describe('in the browser', () => {
  it.each([1280, 390])('adds a fact from selected words at %i px', { timeout: 60_000 }, async (width) => {
    const page = await screen(width);
    await page.goto(server.address + plan);
    if (width === 390) await page.locator('#van-ban').click();
    const choose = () =>
      page.evaluate(() => {
        const words = document.querySelector('#doan-14')!;
        getSelection()!.selectAllChildren(words);
      });
    await choose();
    const button = page.getByRole('button', { name: 'Thêm dữ kiện từ chữ đã chọn' });
    await button.click();
    await page.waitForURL(/add=/);
    const quote = page.getByLabel('Những chữ trong văn bản làm căn cứ');
    expect(await quote.inputValue()).toContain('lập các đoàn công tác');
    expect(await page.getByLabel('Số đoạn').inputValue()).toBe('14');
    expect(await button.isVisible()).toBe(false);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.getByRole('link', { name: 'Nhiệm vụ', exact: true }).click();
    await page.getByLabel('Đơn vị chủ trì').fill('Văn phòng Ban');
    await page.getByLabel('Việc phải làm').fill(`Chuẩn bị chuyến đi ${width}`);
    await page.getByRole('button', { name: 'Thêm dữ kiện này' }).click();
    await page.waitForURL(/#f-tasks-/);
    expect(await page.locator('.tk-fact:target').textContent()).toContain(`Chuẩn bị chuyến đi ${width}`);
  });

  it('walks, confirms and edits with the keyboard', { timeout: 60_000 }, async () => {
    const page = await screen(1280);
    await page.goto(server.address + plan);
    expect(await page.locator('[data-keys]').isVisible()).toBe(true);
    await page.keyboard.press('n');
    await page.keyboard.press('c');
    await page.waitForURL(/#f-/);
    const before = await decisionsOf(test.services.db, id());
    expect(before.at(-1)).toMatchObject({ pointer: '/symbol', decision: 'confirmed' });
    await page.keyboard.press('n');
    await page.keyboard.press('p');
    await page.keyboard.press('e');
    await page.waitForURL(/edit=/);
  });
});

it('speaks English, and everything added goes into the campaign', async () => {
  const page = await html('?add=deadline&lang=en');
  for (const words of ['Add a fact', 'What is due', 'The words of the text on which it stands'])
    expect(page).toContain(words);
  await ha.get(`${plan}?lang=vi`);
  const answer = await ha.post(`${plan}/campaign`, {});
  expect(answer.status).toBe(303);
  const slug = answer.headers.get('location')!.split('/')[2]!;
  const { db } = test.services;
  const { id: campaign } = await db
    .selectFrom('campaigns')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow();
  const owed = await obligationsOf(db, campaign);
  const due = owed.filter((o) => o.templateCode === 'M2').flatMap((o) => o.stages.map((s) => s.dueOn));
  expect(due).toEqual(['2023-09-15']);
  expect((await ha.post(`${plan}/facts`, { kind: 'attachment', quote: 'x', value: 'y' })).status).toBe(409);
});
