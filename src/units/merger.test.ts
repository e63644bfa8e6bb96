// The merger of 1 July 2025: replayed from nothing, totals conserved at every level, and docs/merger-2025.md says what is so.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '#src/platform/config.ts';
import { mergerDays, mergerRows, replayed, totalsOf } from './fixtures/merger.ts';
import { changesOf, type UnitAct } from './rules/acts.ts';
import { applyChanges, workingCopy } from './rules/applying.ts';
import { balances, unsettled } from './rules/balance.ts';
import { readInBoundaries } from './rules/boundaries.ts';
import { actRefusal } from './rules/refusing.ts';
import { unitsOfKind } from './rules.ts';
import { packagedRegistry } from './sources/registry.ts';

const registry = packagedRegistry();

describe('the merger of 1 July 2025', () => {
  it('replayed from nothing gives the loaded registry', () => {
    expect(replayed(registry.records)).toMatchObject({
      rows: { units: registry.records.units.length },
      different: 0,
    });
  });

  it('conserves additive totals at every level, whatever the figures', () => {
    for (const kind of ['province', 'district', 'commune', 'provincial-party-committee'] as const) {
      const { before, exact, estimated, left } = totalsOf(registry, kind);
      expect(exact + estimated + left).toBe(before);
    }
    const communes = unitsOfKind(registry, 'commune', mergerDays.from);
    fc.assert(
      fc.property(fc.array(fc.nat(1e6), { minLength: 50, maxLength: 50 }), (figures) => {
        const table = communes.map((u, i) => ({ unitId: u.id, values: { n: figures[i % 50]! } }));
        const { rows, unplaced } = readInBoundaries(
          registry,
          table,
          [{ code: 'n', merging: 'sum' }],
          mergerDays,
        );
        const stay = new Set(unplaced.map((u) => u.unitId));
        const sum = (list: (number | null)[]) => list.reduce<number>((a, b) => a + (b ?? 0), 0);
        const kept = sum(table.filter((t) => stay.has(t.unitId)).map((t) => t.values.n));
        expect(sum(rows.map((r) => r.figures.n!.value)) + kept).toBe(sum(table.map((t) => t.values.n)));
      }),
      { numRuns: 5 },
    );
  });

  it('puts every unit in exactly one column of the balance', () => {
    for (const b of balances(registry, { from: '2023-08-30', to: '2026-01-01' }))
      expect(b.same + b.joined + b.shared + b.remainders.length).toBe(b.before);
  });

  it('is what the document says', () => {
    const document = readFileSync(join(projectRoot, 'docs/merger-2025.md'), 'utf8').split('\n');
    for (const row of mergerRows(registry)) expect(document).toContain(row);
  });
});

describe('successors told afterwards', () => {
  const open = unsettled(registry, mergerDays);
  const successor = (i: number, into: { unitId: string; share: number | null }[]): UnitAct => ({
    ...{ kind: 'succeed', on: mergerDays.to, basis: 'Nghị quyết số 1', unitId: open[i]!.unit.id, into },
    shareBasis: into.length > 1 ? 'dân số ngày 30/6/2025' : null,
  });
  const several = open.findIndex((r) => r.why === 'no-shares' && r.unit.kind === 'commune');
  const none = open.findIndex((r) => r.why === 'no-successor');

  it('bring the figures of a commune whole into its successor, or shared out as estimates', () => {
    expect(open.filter((r) => r.unit.kind === 'commune')).toHaveLength(87);
    const copy = workingCopy(registry);
    const [heir] = unitsOfKind(registry, 'commune', mergerDays.to);
    const [a, b] = open[several]!.into;
    const acts = [
      successor(none, [{ unitId: heir!.id, share: null }]),
      successor(several, [
        { unitId: a!.id, share: 0.25 },
        { unitId: b!.id, share: 0.75 },
      ]),
    ];
    for (const act of acts) {
      expect(actRefusal(copy, act)).toBeNull();
      applyChanges(
        copy,
        changesOf(copy, act, () => act.kind + acts.indexOf(act)),
      );
      expect(actRefusal(copy, act)).toMatchObject({ code: 'succeed-known' });
    }
    const table = [open[none]!, open[several]!].map((r) => ({ unitId: r.unit.id, values: { n: 100 } }));
    const { rows, unplaced } = readInBoundaries(copy, table, [{ code: 'n', merging: 'sum' }], mergerDays);
    expect(unplaced).toEqual([]);
    const figures = new Map(rows.map((r) => [r.unit.id, r.figures.n]));
    expect(figures.get(heir!.id)).toMatchObject({ value: 100, quality: 'exact' });
    expect(figures.get(a!.id)).toMatchObject({ value: 25, quality: 'estimate' });
    expect(figures.get(b!.id)).toMatchObject({ value: 75, quality: 'estimate' });
    expect(unsettled(copy, mergerDays)).toHaveLength(open.length - 2);
    expect(replayed(copy.records).different).toBe(0);
  });

  it.each([
    [
      'of a living unit',
      { unitId: unitsOfKind(registry, 'commune', mergerDays.to)[0]!.id },
      'succeed-living',
    ],
    ['on another day', { on: '2025-08-01' }, 'succeed-living'],
    ['nobody', { into: [] }, 'succeed-none'],
    ['itself', { into: [{ unitId: open[none]!.unit.id, share: null }] }, 'unit-gone'],
    [
      'shares that do not make the whole',
      { into: open[several]!.into.map((u) => ({ unitId: u.id, share: 0.4 })) },
      'split-shares',
    ],
  ])('are refused: %s', (_what, change, code) => {
    const [heir] = unitsOfKind(registry, 'commune', mergerDays.to);
    const act = { ...successor(none, [{ unitId: heir!.id, share: null }]), ...change } as UnitAct;
    expect(actRefusal(registry, act)).toMatchObject({ code });
  });
});
