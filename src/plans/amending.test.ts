// A campaign amended after issue on a real PostgreSQL: the difference first, then one act, a notice, and who was told.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '#src/app.tsx';
import { decideObligation } from '#src/campaigns/actions.ts';
import { type Change, touchedBy } from '#src/campaigns/amendments.ts';
import { dueOn, releaseOf } from '#src/campaigns/rules.ts';
import { dateWording } from '#src/campaigns/settings.ts';
import { amendmentsOf } from '#src/campaigns/store/amendments.ts';
import { campaignBySlug } from '#src/campaigns/store/campaigns.ts';
import { obligationsOf } from '#src/campaigns/store/obligations.ts';
import { fromMarkdown } from '#src/documents/markdown.ts';
import { plainText } from '#src/documents/model.ts';
import { eventsOf } from '#src/events/store.ts';
import { openReport } from '#src/reports/actions/sending.ts';
import { saveSection } from '#src/reports/actions/writing.ts';
import { keptPartsOf } from '#src/reports/store/moves.ts';
import { installTemplates, saveTemplateVersion } from '#src/templates/actions.ts';
import { writableSections } from '#src/templates/rules.ts';
import { versionByCode } from '#src/templates/store.ts';
import { type Asker, type TestApp, testApp } from '#tests/support/app.ts';
import { listen, openBrowser, violations } from '#tests/support/browser.ts';
import { demoPlanText } from '#tests/support/plan.ts';
import { changeNotice } from './change-notice.ts';

let test: TestApp;
let ha: Asker;
let slug: string;
let id: string;

beforeAll(async () => {
  test = await testApp();
  await installTemplates(test.services.db, new Date('2023-05-01T00:00:00Z'));
  ha = await test.as('ha');
  const plan = (await ha.post('/plans', { text: demoPlanText })).headers.get('location')!;
  const list = 'Ban cán sự đảng Bộ Nội vụ; Cải cách hành chính';
  await ha.post(`${plan}/assignments/M2`, { list });
  slug = (await ha.post(`${plan}/campaign`, {})).headers.get('location')!.split('/')[2]!;
  id = (await campaignBySlug(test.services.db, slug))!.id;
}, 120_000);

const address = () => `/campaigns/${slug}/amendments`;
const owed = () => obligationsOf(test.services.db, id);
const of = async (name: string) => (await owed()).find((o) => o.unitName === name)!;
const look = async (fields: Record<string, string>) =>
  ha.get(`${address()}/new?${new URLSearchParams({ look: 'yes', ...fields })}`);
const reason = 'Nhiều địa phương bị mưa lũ';

/** Everything that units have typed: sections as they are, and every version ever saved. */
async function typed() {
  const { db } = test.services;
  return {
    sections: await db.selectFrom('report_sections').selectAll().execute(),
    versions: await db.selectFrom('report_section_versions').selectAll().execute(),
  };
}

describe('a report half written before the amendments', () => {
  it('keeps every text through all of them, in its section or beside the report', async () => {
    const { db } = test.services;
    const chau = test.act('chau');
    const own = await of('Tỉnh ủy Lạng Sơn');
    const report = await openReport(chau, own.id);
    const template = (await versionByCode(db, own.templateCode))!;
    for (const { code } of writableSections(template.outline).slice(0, 3))
      for (const version of [0, 1]) {
        const body = fromMarkdown(`Mục ${code}, lần ${version}.`);
        await saveSection(chau, report, { code, version, body, items: [] });
      }
    const before = await typed();
    expect(before.versions).toHaveLength(6);
    const shorter = { ...template.outline, sections: template.outline.sections.slice(3) };
    await saveTemplateVersion(test.act('ha'), {
      code: own.templateCode,
      from: template.version,
      name: template.name,
      outline: shorter,
      annex: template.annex,
    });
    const changes: Record<string, string>[] = [
      { kind: 'deadline', printedOn: '15/9/2023', counted: 'yes' },
      { kind: 'template', templateCode: own.templateCode },
      { kind: 'title', obligationId: own.id, title: 'Báo cáo mười năm' },
      { kind: 'remove', obligationId: own.id },
    ];
    for (const change of changes) {
      expect((await look(change)).status).toBe(200);
      expect((await ha.post(address(), { ...change, reason })).status).toBe(303);
      const now = await typed();
      expect(now.versions).toEqual(expect.arrayContaining(before.versions));
      if (change.kind === 'deadline') expect(now).toEqual(before);
    }
    const kept = await keptPartsOf(db, report);
    const there = (await typed()).sections.filter((row) => Array.isArray(row.body) && row.body.length > 0);
    const words = (all: { body: unknown }[]) => all.map(({ body }) => JSON.stringify(body)).sort();
    expect(words([...kept.map((k) => k.content as { body: unknown }), ...there])).toEqual(
      words(before.sections),
    );
    const after = await owed();
    const moved = after.filter((o) => o.templateCode === own.templateCode);
    const latest = (await versionByCode(db, own.templateCode))!;
    expect(new Set(moved.map((o) => o.templateVersionId))).toEqual(new Set([latest.id]));
    const left = after.find((o) => o.id === own.id)!;
    expect(left.title).toBe('Báo cáo mười năm');
    expect(releaseOf(left.decisions)).toMatchObject({ kind: 'exclusion', reason });
    for (const o of after)
      expect(o.stages.find((s) => s.stage === 'official')).toMatchObject({
        dueOn: '2023-09-15',
        wording: 'chậm nhất ngày 15/9/2023',
      });
    const events = await eventsOf(db, 'campaign', id);
    expect(events.filter((e) => e.name === 'campaign.amended')).toHaveLength(4);
    expect((await amendmentsOf(db, id)).map((a) => a.number)).toEqual([4, 3, 2, 1]);
  });
});

describe('a deadline', () => {
  it('is shown unit by unit before anything changes, with extensions of their own', async () => {
    const before = await owed();
    const first = await of('Tỉnh ủy Hưng Yên');
    const second = await of('Tỉnh ủy Thanh Hóa');
    const extend = (o: typeof first, day: string) =>
      decideObligation(test.act('ha'), o.id, { kind: 'extension', stage: 'official', dueOn: day, reason });
    await extend(first, '2023-09-18');
    await extend(second, '2023-10-05');
    const change = { kind: 'deadline', printedOn: '21/9/2023', cohort: 'surveyed', templateCode: 'M1' };
    const page = await (await look(change)).text();
    expect(page).toContain('Sẽ thay đổi: 9 đơn vị');
    expect(page).toContain('gia hạn riêng đến 05/10/2023)');
    expect((await owed()).map((o) => o.stages)).toEqual(before.map((o) => o.stages));
    await ha.post(address(), { ...change, reason });
    const due = async (name: string) => {
      const o = await of(name);
      return dueOn(o.stages.find((s) => s.stage === 'official')!, o.decisions);
    };
    expect(await due('Tỉnh ủy Hưng Yên')).toBe('2023-09-20');
    expect(await due('Tỉnh ủy Thanh Hóa')).toBe('2023-10-05');
    expect(await due('Tỉnh ủy Nghệ An')).toBe('2023-09-15');
    expect(dateWording({ printedOn: '2023-09-21', inclusive: false })).toBe('trước ngày 21/9/2023');
  });

  it.each<[string, Record<string, string>, string]>([
    ['that is none', { kind: 'deadline', printedOn: '31/9/2023' }, 'Ghi ngày có thật'],
    ['as it is', { kind: 'deadline', printedOn: '16/9/2023', templateCode: 'M3' }, 'không thay đổi gì'],
    ['of nobody', { kind: 'remove', obligationId: 'x' }, 'Chưa rõ đơn vị nào'],
    ['of no kind', { kind: 'khac' }, 'Có chỗ cần sửa'],
  ])('%s is refused in words', async (_, fields, said) => {
    const answer = await look(fields);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(said);
  });
});

describe('a unit', () => {
  const change = {
    kind: 'add',
    unit: 'Đảng đoàn Hội Nông dân Việt Nam',
    templateCode: 'M2',
    title: 'Nông dân',
  };

  it('in the campaign already is not added twice', async () => {
    const answer = await look(change);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Đơn vị đã có trong đợt');
    expect((await look({ ...change, unit: 'Ủy ban Sao Hỏa' })).status).toBe(422);
  });

  it('is added with the date that the others of its template have', () => {
    const stage = {
      stage: 'official' as const,
      printedOn: '2023-09-15',
      inclusive: true,
      dueOn: '2023-09-15',
      wording: 'x',
    };
    const unit = { id: 'u', name: 'Đảng ủy mới' };
    const templates = [{ code: 'M2', versionId: 'v', version: 1 }];
    const base = { prospects: new Map(), unit, templates, versionNumbers: new Map(), undone: null };
    const other = { id: 'o', unitId: 'w', templateCode: 'M2', stages: [stage], decisions: [] };
    const standing = { ...base, obligations: [other] as never };
    const touched = touchedBy({ ...(change as Extract<Change, { kind: 'add' }>) }, standing);
    expect(touched).toMatchObject([{ unitId: 'u', becomes: { vi: 'mẫu M2: Nông dân, hạn hết 15/9/2023' } }]);
  });

  it('really new owes its report afterwards', async () => {
    const { db } = test.services;
    const existing = new Set((await owed()).map((o) => o.unitId));
    const units = await db
      .selectFrom('units')
      .select(['id', 'full_name'])
      .where('kind', 'in', [
        'central-commission',
        'other-central',
        'party-caucus',
        'provincial-party-committee',
      ])
      .execute();
    let added: string | null = null;
    for (const unit of units.filter((u) => !existing.has(u.id))) {
      const answer = await ha.post(address(), { ...change, unit: unit.full_name, reason });
      if (answer.status !== 303) continue;
      added = unit.id;
      break;
    }
    const row = (await owed()).find((o) => o.unitId === added)!;
    expect(row).toMatchObject({ templateCode: 'M2', title: 'Nông dân', surveyed: false });
    expect(row.stages.map((s) => s.dueOn)).toEqual(['2023-09-15']);
  });
});

describe('what people see of it', () => {
  it('wants a reason, and keeps the difference on the page', async () => {
    const first = (await owed()).find((o) => o.templateCode === 'M2')!;
    const change = { kind: 'title', obligationId: first.id, title: 'Tên mới' };
    const answer = await ha.post(address(), { ...change, reason: ' ' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const words of ['Ghi lý do', 'Sẽ thay đổi: 1 đơn vị', 'Tên mới']) expect(page).toContain(words);
  });

  it('is for the officer to make, for readers to read, and for a unit only its own', async () => {
    const change = { kind: 'deadline', printedOn: '1/10/2023', reason };
    expect((await (await test.as('long')).post(address(), change)).status).toBe(403);
    expect((await (await test.as('chau')).post(address(), change)).status).toBe(403);
    expect((await (await test.as('nam')).get(address())).status).toBe(404);
    const unit = await (await (await test.as('chau')).get(address())).text();
    expect(unit).toContain('Tỉnh ủy Lạng Sơn');
    expect(unit).not.toContain('Tỉnh ủy Hưng Yên');
    expect(unit).not.toContain('Hoàn tác');
    expect(await (await ha.get(`/campaigns/${slug}/plan`)).text()).toMatch(/Đã điều chỉnh \d lần/);
  });

  it('goes out as a notice in the Party format', async () => {
    const answer = await ha.get(`${address()}/1/notice.docx`);
    expect(answer.headers.get('content-disposition')).toContain('thong-bao-dieu-chinh-1-');
    expect([...new Uint8Array(await answer.arrayBuffer()).slice(0, 2)]).toEqual([80, 75]);
    expect((await ha.get(`${address()}/99/notice.docx`)).status).toBe(404);
    const own = await test.as('chau');
    expect((await own.get(`${address()}/1/notice.docx`)).status).toBe(200);
    const others = (await amendmentsOf(test.services.db, id)).find((a) => a.change.kind === 'add')!;
    expect((await own.get(`${address()}/${others.number}/notice.docx`)).status).toBe(404);
    const campaign = (await campaignBySlug(test.services.db, slug))!;
    const all = await amendmentsOf(test.services.db, id);
    const head = {
      parentBody: null,
      place: 'Hà Nội',
      authority: 'K/T TRƯỞNG BAN',
      position: 'PHÓ TRƯỞNG BAN',
    };
    const first = all.at(-1)!;
    const many = changeNotice(campaign, first, { touched: first.touched, head });
    expect([many.kind, many.symbol, many.appendices.length]).toEqual(['Thông báo', 'TB/BDVTW', 1]);
    const few = changeNotice(campaign, first, { touched: first.touched.slice(0, 1), head });
    expect(few.appendices).toEqual([]);
    expect(plainText(few.body)).toContain(`trong đó ${first.touched[0]!.unitName}, như sau:`);
    const state = changeNotice({ ...campaign, planSymbol: '148/KH-UBND' }, first, { touched: [], head });
    expect([state.standard, state.symbol]).toEqual(['state30', 'TB-UBND']);
  });
});

describe('in the browser', () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let server: Awaited<ReturnType<typeof listen>>;
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it('is looked at and issued, at both widths', { timeout: 90_000 }, async () => {
    browser = await openBrowser();
    server = await listen(createApp(test.services));
    const context = await browser.newContext();
    const cookies = (await test.cookie('ha')).split('; ').map((pair) => {
      const at = pair.indexOf('=');
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: server.address };
    });
    await context.addCookies(cookies);
    const page = await context.newPage();
    for (const [width, day] of [
      [1280, '28/9/2023'],
      [390, '29/9/2023'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${server.address}/campaigns/${slug}/plan`);
      await page.getByRole('link', { name: 'Xem trước và sau' }).click();
      await page.getByRole('link', { name: 'Điều chỉnh', exact: true }).click();
      await page.getByLabel('Ngày mới').fill(day);
      await page.getByRole('button', { name: 'Xem thay đổi' }).click();
      expect(await page.getByLabel('Tính cả ngày này').isChecked()).toBe(true);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await page.getByLabel('Lý do điều chỉnh').fill(reason);
      await page.getByRole('button', { name: 'Ban hành điều chỉnh' }).click();
      await page.waitForURL(/#lan-/);
      expect(await violations(page)).toEqual([]);
    }
  });
});
