// The board and its lists through the app: figures, filters, who may look, decisions by form.
import { beforeAll, describe, expect, test } from 'vitest';
import { dueOn, type ObligationRow } from '#src/campaigns/rules.ts';
import { obligationById, obligationsOf } from '#src/campaigns/store/obligations.ts';
import { eventsOf } from '#src/events/store.ts';
import { type Asker, type TestApp, testApp } from '#tests/support/app.ts';
import { testCampaign } from '#tests/support/campaign.ts';
import { putReport } from '#tests/support/reports.ts';

const at = (day: string) => new Date(`${day}T09:00:00+07:00`);
let app: TestApp;
let centre: Asker;
let campaign: { id: string; slug: string };
let owed: ObligationRow[];
let home: string;
const owedBy = (name: string) => owed.find((o) => o.unitName === name)!;
const text = async (response: Response) =>
  (await response.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

beforeAll(async () => {
  app = await testApp();
  app.setNow('2023-05-18T09:00:00+07:00');
  campaign = await testCampaign(app.act('ha'));
  app.setNow('2023-08-23T09:40:00+07:00');
  home = `/campaigns/${campaign.slug}`;
  owed = await obligationsOf(app.services.db, campaign.id);
  const put = (name: string, state: Parameters<typeof putReport>[2]) =>
    putReport(app.act('chau'), owedBy(name), state);
  const openedAt = at('2023-08-01');
  await put('Tỉnh ủy Hà Giang', {
    openedAt,
    share: 1,
    sentAt: at('2023-08-10'),
    acceptedAt: at('2023-08-22'),
  });
  await put('Tỉnh ủy Cà Mau', { openedAt, share: 1, sentAt: at('2023-08-20') });
  await put('Tỉnh ủy Trà Vinh', {
    openedAt,
    share: 1,
    sentAt: at('2023-08-10'),
    returnedAt: at('2023-08-21'),
  });
  await put('Tỉnh ủy Lạng Sơn', { openedAt, share: 1, sentAt: at('2023-07-28'), stage: 'draft' });
  await put('Tỉnh ủy Hưng Yên', { openedAt, share: 0.25, savedAt: at('2023-08-21') });
  await put('Tỉnh ủy Điện Biên', { openedAt, share: 0.25, savedAt: at('2023-08-21') });
  await put('Tỉnh ủy Gia Lai', { openedAt, share: 0.75, savedAt: at('2023-08-21') });
  centre = await app.as('ha');
});

describe('the board', () => {
  test('says the one number, its base and the days left', async () => {
    const page = await text(await centre.get(home));
    expect(page).toContain(`Tiến độ đến Thứ Tư, 23/8/2023`);
    expect(page).toContain(`2 /${owed.length} báo cáo đã về, còn 6 ngày đến hết hạn`);
    const notIn = owed.length - 2;
    const [returned, drafting, atRisk] = [1, 2, 1];
    const overdue = 12;
    expect(page).toContain(
      `1 Đã chấp nhận 1 Đã gửi, đang đọc ${returned} Trả lại ${drafting} Đang soạn ${atRisk} Có nguy cơ chậm ${notIn - returned - drafting - atRisk - overdue} Chưa mở ${overdue} Quá hạn`,
    );
  });

  test('lists what changed since last week', async () => {
    const page = await text(await centre.get(home));
    expect(page).toContain('Thay đổi so với tuần trước (16/8)');
    for (const line of [
      '+1 báo cáo về.',
      '+1 báo cáo được chấp nhận.',
      '+1 đơn vị mới có nguy cơ chậm.',
      '+1 trả lại: Trà Vinh.',
    ])
      expect(page).toContain(line);
  });

  test('puts the worst first among those to chase, and filters them by template', async () => {
    const all = await (await centre.get(home)).text();
    const chased = [
      ...all.matchAll(
        /<th scope="row" class="govuk-table__cell"><a [^>]*>([^<]*)<\/a> <span class="tk-unit">(M\d)/g,
      ),
    ];
    expect(chased).toHaveLength(10);
    expect(all.match(/Quá hạn 25 ngày/g)).toHaveLength(10);
    const m2 = await (await centre.get(`${home}?template=M2`)).text();
    expect(m2).toContain('Cần đôn đốc: 3 đơn vị');
    expect(m2).not.toContain('Quá hạn 25 ngày');
  });

  test('draws 63 tiles, each a link, and both archipelagos', async () => {
    const page = await (await centre.get(home)).text();
    expect(page.match(/class="tk-tile /g)).toHaveLength(63);
    expect(page).toMatch(/class="c4 r1"><a class="tk-tile tk-ok" href="\/submissions\/[0-9a-f-]+">Hà Giang/);
    expect(page).toMatch(
      /class="c5 r5"><a class="tk-tile tk-late" href="\/campaigns\/[^"]+\/obligations\/[0-9a-f-]+">Hưng Yên/,
    );
    expect(page).toContain('Hoàng Sa');
    expect(page).toContain('Trường Sa');
  });

  test('has a sheet to print', async () => {
    const page = await text(await centre.get(`${home}/board.print`));
    expect(page).toContain('Cần đôn đốc');
    expect(page).toContain('Theo mẫu báo cáo');
    expect(page).toContain('63 tỉnh, thành phố');
  });

  test('reads in English', async () => {
    const page = await text(await centre.get(`${home}?lang=en`));
    expect(page).toContain('reports are in');
    await centre.get(`${home}?lang=vi`);
  });
});

describe('the list of reports', () => {
  const namesOn = async (query: string) =>
    [
      ...(await (await centre.get(`${home}/reports${query}`)).text()).matchAll(
        /<th scope="row"[^>]*><a [^>]*>([^<]*)</g,
      ),
    ].map((m) => m[1]);

  test.each([
    ['?status=returned', ['Tỉnh ủy Trà Vinh']],
    ['?status=at-risk', ['Tỉnh ủy Điện Biên']],
    ['?change=arrived', ['Tỉnh ủy Cà Mau']],
    ['?q=dien%20bien', ['Tỉnh ủy Điện Biên']],
    ['?q=%20HAU%20%20giang', ['Tỉnh ủy Hậu Giang']],
    ['?status=sent&template=M3', []],
    ['?q=khong-co', []],
  ])('%s', async (query, names) => expect(await namesOn(query)).toEqual(names));

  test('shows everyone without a filter, and ignores what it does not know', async () => {
    expect(await namesOn('')).toHaveLength(owed.length);
    expect(await namesOn('?status=nonsense&page=99')).toHaveLength(owed.length);
  });
});

describe('who may look', () => {
  const pages = () => [home, `${home}/board.print`, `${home}/reports`];

  test('readers and leaders', async () => {
    for (const person of ['bao', 'long'] as const)
      for (const path of pages()) expect((await (await app.as(person)).get(path)).status).toBe(200);
  });

  test('not the units, not outsiders; visitors sign in first', async () => {
    for (const person of ['chau', 'ngan', 'nam'] as const)
      for (const path of pages()) expect((await (await app.as(person)).get(path)).status).toBe(404);
    const visitor = await app.as('visitor');
    expect((await visitor.get(home)).headers.get('location')).toMatch(/^\/sign-in/);
  });

  test('a unit sees its own obligation only, and no form', async () => {
    const unit = await app.as('chau');
    const own = await unit.get(`${home}/obligations/${owedBy('Tỉnh ủy Lạng Sơn').id}`);
    const page = await own.text();
    expect(page).toContain('trước ngày 30/7/2023, tức hết 29/7/2023');
    expect(page).not.toContain('name="reason"');
    expect((await unit.get(`${home}/obligations/${owedBy('Tỉnh ủy Cà Mau').id}`)).status).toBe(404);
    expect((await centre.get(`${home}/obligations/khong-phai-ma`)).status).toBe(404);
    expect((await centre.get('/campaigns/khong-co')).status).toBe(404);
  });
});

describe('a decision by form', () => {
  const path = () => `${home}/obligations/${owedBy('Tỉnh ủy Kon Tum').id}`;

  test('is refused field by field with what was typed kept', async () => {
    const answer = await centre.post(`${path()}/decisions`, {
      kind: 'extension',
      dueOn: '2023-08-01',
      reason: 'Bão lũ kéo dài.',
    });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain('Ngày mới phải sau hạn hiện nay.');
    expect(page).toContain('Bão lũ kéo dài.');
    expect(page).toContain('value="2023-08-01"');
  });

  test('is recorded, seen by the unit, and withdrawn', async () => {
    const { id } = owedBy('Tỉnh ủy Kon Tum');
    const { db } = app.services;
    const answer = await centre.post(`${path()}/decisions`, {
      kind: 'extension',
      dueOn: '2023-09-06',
      reason: 'Bão lũ kéo dài.',
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, path()]);
    expect(await text(await centre.get(path()))).toContain('Gia hạn đến hết 06/9/2023: Bão lũ kéo dài.');
    expect(await text(await centre.get(home))).toContain('+1 gia hạn: Kon Tum đến 06/9');
    const extended = (await obligationById(db, id))!;
    expect(dueOn(extended.stages[0]!, extended.decisions)).toBe('2023-09-06');
    app.setNow('2023-08-23T09:45:00+07:00');
    await centre.post(`${path()}/decisions/${extended.decisions[0]!.id}/withdrawal`, {});
    expect(await text(await centre.get(path()))).toContain('đã rút');
    expect((await eventsOf(db, 'obligation', id)).map((e) => e.name)).toEqual([
      'obligation.extended',
      'obligation.decision-withdrawn',
    ]);
  });

  test('is not for readers, units or outsiders', async () => {
    const fields = { kind: 'exemption', reason: 'x' };
    const own = `${home}/obligations/${owedBy('Tỉnh ủy Lạng Sơn').id}/decisions`;
    expect((await (await app.as('bao')).post(own, fields)).status).toBe(403);
    expect((await (await app.as('chau')).post(own, fields)).status).toBe(403);
    expect((await (await app.as('nam')).post(own, fields)).status).toBe(404);
    expect((await obligationById(app.services.db, owedBy('Tỉnh ủy Lạng Sơn').id))?.decisions).toEqual([]);
  });

  test('to exempt takes the unit out of the base', async () => {
    await centre.post(`${home}/obligations/${owedBy('Tỉnh ủy An Giang').id}/decisions`, {
      kind: 'exemption',
      reason: 'Gộp đợt khác.',
    });
    const page = await text(await centre.get(home));
    expect(page).toContain(`2 /${owed.length - 1} báo cáo đã về`);
    expect(page).toContain('1 Miễn, loại trừ');
  });
});
