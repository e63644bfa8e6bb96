// Figures in the provinces of another day: sums conserved through the mergers of 2025, splits shared out only as declared.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ObligationRow } from '#src/campaigns/rules.ts';
import { findIndicator } from '#src/templates/rules.ts';
import { nameIndexOf } from '#src/units/registry.ts';
import { changesOf, type UnitAct } from '#src/units/rules/acts.ts';
import { applyChanges, workingCopy } from '#src/units/rules/applying.ts';
import type { Registry } from '#src/units/rules.ts';
import { testApp } from '#tests/support/app.ts';
import { testCampaign } from '#tests/support/campaign.ts';
import { boundariesOf, groupByProvince } from './boundaries.ts';
import { owingM1 } from './fixtures/accepted.ts';
import { b3 } from './fixtures/lang-son.ts';
import { figureOf, figuresByGroup } from './reading.ts';
import type { FigureRow } from './rules/rollup.ts';

let owed: ObligationRow[];
let registry: Registry;

const of = (name: string) => owed.find((o) => o.unitName === name)!;

beforeAll(async () => {
  const app = await testApp();
  const campaign = await testCampaign(app.act('ha'));
  owed = await owingM1(app.services.db, campaign.id);
  registry = (await nameIndexOf(app.services.db)).registry;
}, 120_000);

describe('in other boundaries', () => {
  const planDay = '2023-05-18';
  const sets = (of = registry) => boundariesOf(of, planDay);
  const groups = (key: string, of = registry) =>
    groupByProvince(of, owed, sets(of).find((s) => s.key === key)!);
  const read = (rows: FigureRow[], key: string, code: string, of = registry) => {
    const boundaries = sets(of).find((s) => s.key === key)!;
    const seen = { table: b3, rows, owing: owed, registry: of, boundaries, groups: groups(key, of) };
    const indicator = findIndicator(b3, code)!;
    return {
      nation: figureOf(seen, owed, indicator, ['2021']),
      byGroup: figuresByGroup(seen, indicator, ['2021']),
    };
  };
  const rowsOf = (figures: (unit: ObligationRow, i: number) => FigureRow['figures']): FigureRow[] =>
    owed.map((o, i) => ({
      ...{ unitId: o.unitId, submissionId: o.id, table: 'B3', column: '2021' },
      figures: figures(o, i),
    }));

  test('63 provinces then, 34 after, and every body in exactly one group', () => {
    expect(sets().map((s) => s.key)).toEqual(['63', '34']);
    for (const key of ['63', '34']) {
      const all = groups(key);
      expect(all.filter((g) => g.key !== 'others')).toHaveLength(Number(key));
      const members = all.flatMap((g) => g.members.map((m) => m.unitId));
      expect([...members].sort()).toEqual(owed.map((o) => o.unitId).sort());
    }
  });

  test('Hậu Giang is read with Cần Thơ and Sóc Trăng', () => {
    const home = groups('34').find((g) => g.members.some((m) => m.unitName === 'Tỉnh ủy Hậu Giang'))!;
    expect(home.name).toContain('Cần Thơ');
    expect(home.members.map((m) => m.unitName).sort()).toEqual([
      'Thành ủy Cần Thơ',
      'Tỉnh ủy Hậu Giang',
      'Tỉnh ủy Sóc Trăng',
    ]);
  });

  test('sums are conserved, ratios come from the summed parts, coverage adds up', () => {
    const figure = fc.oneof(
      fc.nat(10 ** 6),
      fc.constantFrom('none-arose' as const, 'no-data' as const),
      fc.constant(null),
    );
    const unitRow = fc.record({ 'B3.05': figure, 'B3.06': figure, 'B3.08': figure });
    fc.assert(
      fc.property(fc.array(unitRow, { minLength: owed.length, maxLength: owed.length }), (figures) => {
        const rows = rowsOf((_, i) => figures[i]!);
        for (const key of ['63', '34']) {
          for (const code of ['B3.05', 'B3.06', 'B3.08']) {
            const { nation, byGroup } = read(rows, key, code);
            const all = [...byGroup.values()];
            expect(all.reduce((n, f) => n + (f.rolled.value ?? 0), 0)).toBe(nation.rolled.value ?? 0);
            expect(all.reduce((n, f) => n + f.rolled.covered, 0)).toBe(nation.rolled.covered);
            expect(all.every((f) => f.quality === 'exact' || f.quality === 'unknown')).toBe(true);
          }
          for (const { rolled } of read(rows, key, 'B3.07').byGroup.values()) {
            const both = rows.filter((r) => rolled.units.includes(r.unitId)).map((r) => r.figures);
            const add = (code: string) => both.reduce((n, f) => n + (Number(f[code]) || 0), 0);
            if (rolled.value !== null)
              expect(rolled.value).toBeCloseTo((add('B3.06') / add('B3.05')) * 100, 6);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('a province that was split is shared out by its declared rule only, and marked', () => {
    const lang = registry.byId.get(of('Tỉnh ủy Lạng Sơn').territoryId!)!;
    const piece = (id: string, name: string, share: number | null) => ({
      unit: {
        ...{ id, kind: 'province' as const, name, fullName: `Tỉnh ${name}`, code: null, territoryId: null },
        parentId: registry.parents.get(lang.id)![0]!.parentId,
      },
      share,
    });
    const split = (shared: boolean): Registry => {
      const copy = workingCopy(registry);
      const act: UnitAct = {
        ...{ kind: 'split', on: '2027-01-01', basis: 'NQ', unitId: lang.id, continues: false },
        ...{ keptShare: null, shareBasis: shared ? 'dân số 31/12/2026' : null, children: {} },
        pieces: [piece('bac', 'Bắc Sơn', shared ? 0.6 : null), piece('nam', 'Nam Sơn', shared ? 0.4 : null)],
      };
      applyChanges(
        copy,
        changesOf(copy, act, () => 'e1'),
      );
      return copy;
    };
    const rows = rowsOf((o) => ({ 'B3.08': o.territoryId === lang.id ? 101 : 1 }));
    const shared = read(rows, '35', 'B3.08', split(true));
    expect([shared.byGroup.get('bac'), shared.byGroup.get('nam')]).toMatchObject([
      { rolled: { value: 61 }, quality: 'estimate' },
      { rolled: { value: 40 }, quality: 'estimate' },
    ]);
    const set = sets(split(true)).find((b) => b.key === '35')!;
    const years = ['2020', '2021'].flatMap((column) => rows.map((r) => ({ ...r, column })));
    const seen = { table: b3, rows: years, owing: owed, registry: split(true), boundaries: set };
    const over = (columns: string[]) =>
      figuresByGroup({ ...seen, groups: groups('35', split(true)) }, findIndicator(b3, 'B3.08')!, columns);
    expect(over(['2020', '2021']).get('bac')).toMatchObject({ rolled: { value: 122 }, quality: 'estimate' });
    expect(groups('35', split(true)).find((g) => g.key === 'bac')).toMatchObject({
      shareBasis: 'dân số 31/12/2026',
      parts: new Map([[of('Tỉnh ủy Lạng Sơn').unitId, 0.6]]),
    });
    const left = read(rows, '35', 'B3.08', split(false));
    expect(left.byGroup.get('unplaced')).toMatchObject({ rolled: { value: 101 } });
    for (const { nation, byGroup } of [shared, left])
      expect([...byGroup.values()].reduce((n, f) => n + (f.rolled.value ?? 0), 0)).toBe(nation.rolled.value);
  });
});
