// Totals of accepted reports: coverage, ratios from parts, references in texts, and the pages that show them.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { decideObligation } from '#src/campaigns/actions.ts';
import type { ObligationRow } from '#src/campaigns/rules.ts';
import { nameIndexOf } from '#src/units/registry.ts';
import type { Registry } from '#src/units/rules.ts';
import { type Asker, type TestApp, testApp } from '#tests/support/app.ts';
import { testCampaign } from '#tests/support/campaign.ts';
import { boundariesOf, groupByProvince } from './boundaries.ts';
import { figureChoices, liveFigure, liveFigures } from './figures.ts';
import { type Accepted, acceptReport, owingM1 } from './fixtures/accepted.ts';
import { b3, cellsOf, langSon, tableOf } from './fixtures/lang-son.ts';
import { parseReference, referenceLabel } from './rules/references.ts';
import { acceptedReports, acceptFigures, withdrawFigures } from './store.ts';

let app: TestApp;
let campaign: { id: string; slug: string };
let owed: ObligationRow[];
let registry: Registry;
let hanoi: Accepted;
let haugiang: Accepted;
let centre: Asker;

const of = (name: string) => owed.find((o) => o.unitName === name)!;

beforeAll(async () => {
  app = await testApp();
  const { db } = app.services;
  campaign = await testCampaign(app.act('ha'));
  owed = await owingM1(db, campaign.id);
  registry = (await nameIndexOf(db)).registry;
  const b5 = tableOf('B5');
  await acceptReport(db, of('Tỉnh ủy Lạng Sơn'), { B3: langSon, B5: cellsOf(b5, { 'B5.08': [80] }) }, 1);
  const full = (figures: number[]) =>
    cellsOf(b3, { 'B3.05': [1000, 100], 'B3.06': [500, 100], 'B3.08': figures });
  hanoi = await acceptReport(
    db,
    of('Thành ủy Hà Nội'),
    { B3: full([10, 20, 30, 40, 50]), B5: cellsOf(b5, { 'B5.08': [90] }) },
    2,
  );
  haugiang = await acceptReport(db, of('Tỉnh ủy Hậu Giang'), { B3: full([1, 2, 3, 4, 5]) }, 3);
  await acceptReport(db, of('Thành ủy Cần Thơ'), { B3: cellsOf(b3, { 'B3.08': [7, 'no-data'] }) }, 4);
  centre = await app.as('ha');
}, 120_000);

describe('live figures', () => {
  const read = (ref: string) => liveFigure(app.services.db, campaign.id, ref);

  test('a year, a run of years, all years', async () => {
    expect(await read('B3.08:2022')).toMatchObject({ value: 92, text: '92', covered: 3, of: owed.length });
    expect(await read('B3.08:2019-2023')).toMatchObject({ value: 62 + 150 + 15 + 7, covered: 4 });
    expect(await read('B3.08:total')).toMatchObject({
      value: 234,
      label: {
        vi: 'Cuộc đối thoại với Nhân dân, năm 2019 đến 6 tháng 2023',
        en: 'Cuộc đối thoại với Nhân dân, 2019 to 6T 2023',
      },
    });
    expect((await read('B3.08:2022'))?.submissionIds).toHaveLength(3);
  });

  test('"không phát sinh" covers, "không có số liệu" does not; counts count numbers', async () => {
    expect(await read('B3.08:2019')).toMatchObject({ value: 18, covered: 4 });
    expect(await read('B3.08:2019:count')).toMatchObject({ value: 3, text: '3' });
    expect(await read('B3.08:count')).toMatchObject({ value: 4 });
    expect(await read('B3.08:2020')).toMatchObject({ value: 25, covered: 3 });
  });

  test('a percentage comes from the sums of its parts', async () => {
    const figure = await read('B3.07:2019');
    expect(figure?.value).toBeCloseTo(((388 + 500 + 500) / (412 + 1000 + 1000)) * 100);
    expect(figure?.text).toBe('57,5%');
  });

  test('what does not add up, and what nobody gave, has no figure', async () => {
    expect(await read('B5.08:2019')).toMatchObject({ value: null, text: '–', covered: 2 });
    expect(await read('B2.01:2019')).toMatchObject({ value: null, covered: 0, submissionIds: [] });
  });

  test('reports accepted and owed', async () => {
    expect(await read('reports:accepted')).toMatchObject({ value: 4 });
    expect((await read('reports:due'))!.value).toBeGreaterThan(60);
  });

  test.each([
    '',
    'B3.08',
    'B3.99:2022',
    'B3.08:2018',
    'B3.08:2022-2019',
    'B3.08:2022:x',
    'reports:all',
    '🙂',
  ])('%j is no reference', async (ref) => expect(await read(ref)).toBeNull());

  test('no string breaks the reading of references', () => {
    fc.assert(
      fc.property(fc.string(), (ref) => parseReference(ref, [b3]) === null || /^(B3|reports)/.test(ref)),
    );
    expect(referenceLabel(parseReference('B3.08:2019-2023', [b3])!).en).toContain('2019 to 6T 2023');
  });

  test('choices are figures that somebody gave; several are read in the order asked', async () => {
    const choices = await figureChoices(app.services.db, campaign.id);
    expect(choices.map((c) => c.ref)).toContain('B3.08:2019-2023');
    expect(choices.every((c) => c.value !== null)).toBe(true);
    const both = await liveFigures(app.services.db, campaign.id, ['B3.08:2022', 'nothing', 'B3.08:2021']);
    expect(both.map((f) => f.ref)).toEqual(['B3.08:2022', 'B3.08:2021']);
  });
});

describe('acceptance', () => {
  test('a second acceptance of the same body replaces the first; a withdrawal takes its figures out', async () => {
    const { db } = app.services;
    const annex = { tables: [b3] };
    const accepted = {
      campaignId: campaign.id,
      unitId: hanoi.unitId,
      submissionId: hanoi.submissionId,
      annex,
    };
    const before = (await liveFigure(db, campaign.id, 'B3.08:2022'))!.value;
    await acceptFigures(db, { ...accepted, cells: { B3: cellsOf(b3, { 'B3.08': [1, 1, 1, 1, 1] }) } });
    expect((await liveFigure(db, campaign.id, 'B3.08:2022'))?.value).toBe(53);
    await withdrawFigures(db, hanoi.submissionId);
    expect((await liveFigure(db, campaign.id, 'B3.08:2022'))?.value).toBe(52);
    const cells = {
      B3: cellsOf(b3, { 'B3.05': [1000, 100], 'B3.06': [500, 100], 'B3.08': [10, 20, 30, 40, 50] }),
    };
    await acceptFigures(db, { ...accepted, annex: { tables: [b3, tableOf('B5')] }, cells });
    expect((await liveFigure(db, campaign.id, 'B3.08:2022'))?.value).toBe(before);
    expect(await acceptedReports(db, campaign.id)).toHaveLength(4);
  });

  test('a body that was excluded counts neither in totals nor in coverage', async () => {
    const { db } = app.services;
    const excluded = of('Thành ủy Hải Phòng');
    await acceptReport(db, excluded, { B3: cellsOf(b3, { 'B3.08': [0, 0, 0, 1000, 0] }) }, 5);
    expect((await liveFigure(db, campaign.id, 'B3.08:2022'))?.value).toBe(1092);
    await decideObligation(app.act('ha'), excluded.id, {
      kind: 'exclusion',
      stage: null,
      dueOn: null,
      reason: 'Thử loại trừ',
    });
    expect(await liveFigure(db, campaign.id, 'B3.08:2022')).toMatchObject({ value: 92, of: owed.length - 1 });
  });
});

describe('the pages', () => {
  const base = () => `/campaigns/${campaign.slug}/figures`;

  test('totals with coverage; each figure leads to its reports', async () => {
    const html = await (await centre.get(`${base()}?table=B3&indicator=B3.08`)).text();
    expect(html).toContain('B3. Dân vận chính quyền');
    expect(html).toContain(`${base()}/B3/B3.08/2022?boundaries=63`);
    expect(html).toContain(`3/${owed.length - 1}`);
    const origin = await (await centre.get(`${base()}/B3/B3.08/2022?boundaries=63`)).text();
    expect(origin).toContain(`/submissions/${haugiang.submissionId}`);
    expect(origin).toContain('Chưa có báo cáo được chấp nhận');
  });

  test('34 provinces: Cần Thơ holds what Hậu Giang reported', async () => {
    const html = await (await centre.get(`${base()}?table=B3&indicator=B3.08&boundaries=34`)).text();
    expect(html).toContain('34 tỉnh, thành phố');
    const home = groupByProvince(registry, owed, boundariesOf(registry, '2023-05-18')[1]!).find((g) =>
      g.members.some((m) => m.unitId === haugiang.unitId),
    )!;
    const origin = await (await centre.get(`${base()}/B3/B3.08/2019?boundaries=34&unit=${home.key}`)).text();
    expect(origin).toContain('Tỉnh ủy Hậu Giang');
    expect(origin).not.toContain('Thành ủy Hà Nội');
    expect(origin).toContain('Cuộc đối thoại với Nhân dân: 8');
  });

  test('a ratio is opened with its part and its whole', async () => {
    const html = await (await centre.get(`${base()}/B3/B3.07/total?lang=en`)).text();
    expect(html).toContain('B3.06 over B3.05');
    expect(html).toContain('never as a mean of ratios');
  });

  test('the workbook opens in another program', async () => {
    const answer = await centre.get(`${base()}.xlsx?table=B3&boundaries=34`);
    expect(answer.status).toBe(200);
    const { default: Excel } = await import('exceljs');
    const book = new Excel.Workbook();
    await book.xlsx.load((await answer.arrayBuffer()) as never);
    expect(book.worksheets.map((s) => s.name)).toEqual(['B3', ...b3.indicators.map((i) => i.code)]);
    const row = book
      .getWorksheet('B3')!
      .getRows(4, 9)!
      .find((r) => String(r.getCell(1).value).startsWith('B3.08'))!;
    expect(row.getCell(6).value).toBe(92);
    expect(book.getWorksheet('B3.08')!.rowCount).toBe(3 + 35);
  });

  test('what is not there is a 404, and for a unit officer or an outsider everything is', async () => {
    for (const path of [
      '?table=B9',
      '?boundaries=12',
      '?table=B3&indicator=X',
      '/B3/B3.08/2018',
      '/B3/B3.08/2022?unit=nobody',
      '/B9/B3.08/2022',
    ])
      expect((await centre.get(base() + path)).status, path).toBe(404);
    for (const person of ['chau', 'nam'] as const)
      for (const path of ['', '/B3/B3.08/2022', '.xlsx?table=B3'])
        expect((await (await app.as(person)).get(base() + path)).status, `${person} ${path}`).toBe(404);
    for (const person of ['bao', 'long'] as const)
      expect((await (await app.as(person)).get(base())).status).toBe(200);
    expect((await (await app.as('visitor')).get(base())).status).toBe(303);
  });
});
