// Any sequence of acts on the registry, and the packaged one: replayable, nothing deleted, totals conserved.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#src/kernel/dates.ts';
import { live, nation, rowsOf, start, tries } from '../fixtures/random-acts.ts';
import { predecessorsOf, successorsOf } from '../lineage.ts';
import { ancestorsOn, existsOn, unitByCodeOn, unitsOfKind, validOn } from '../rules.ts';
import { packagedRegistry } from '../sources/registry.ts';
import { apportion, flowsOf, readInBoundaries } from './boundaries.ts';
import { replay, sayingsOf } from './replay.ts';

describe('any sequence of acts', () => {
  it('can be replayed from nothing: the events explain every beginning and every end', () => {
    let done = 0;
    fc.assert(
      fc.property(fc.array(tries, { minLength: 1, maxLength: 40 }), (list) => {
        const { registry, done: n } = live(list);
        done += n;
        expect(rowsOf(replay(sayingsOf(registry.records)))).toEqual(rowsOf(registry.records));
      }),
      { numRuns: 200 },
    );
    console.log(`units: ${done} random acts replayed`);
    expect(done).toBeGreaterThan(1000);
  });

  it('deletes nothing, gives a unit one name and at most one parent a day, and no day two bearers of a code', () => {
    fc.assert(
      fc.property(fc.array(tries, { minLength: 1, maxLength: 40 }), (list) => {
        let size = 0;
        const { registry, on } = live(list, (r) => {
          const rows = r.records.units.length + r.records.names.length + r.records.events.length;
          expect(rows).toBeGreaterThanOrEqual(size);
          size = rows;
        });
        for (let day = start; day <= on; day = addDays(day, 7)) {
          for (const unit of registry.records.units.filter((u) => existsOn(u, day))) {
            expect(registry.names.get(unit.id)?.filter((n) => validOn(n, day)).length).toBe(1);
            expect(registry.parents.get(unit.id)?.filter((p) => validOn(p, day)).length ?? 0).toBe(
              unit.id === nation ? 0 : 1,
            );
            if (unit.id !== nation) expect(ancestorsOn(registry, unit.id, day).at(-1)?.id).toBe(nation);
          }
          for (const code of ['1', '2', '3', '4']) {
            const bearers = registry.records.codes.filter((c) => c.code === code && validOn(c, day));
            expect(bearers.length).toBeLessThan(2);
            expect(unitByCodeOn(registry, 'gso', code, day)?.id).toBe(bearers[0]?.unitId);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps lineage the same both ways', () => {
    fc.assert(
      fc.property(fc.array(tries, { minLength: 1, maxLength: 40 }), fc.nat(60), (list, days) => {
        const { registry, on } = live(list);
        const then = addDays(start, days);
        if (then >= on) return;
        for (const unit of registry.records.units.filter((u) => existsOn(u, then)))
          for (const heir of successorsOf(registry, unit.id, then, on))
            expect(predecessorsOf(registry, heir.unit.id, on, then).map((k) => k.unit.id)).toContain(unit.id);
      }),
      { numRuns: 100 },
    );
  });

  it('conserves national totals when read in the boundaries of any later day', () => {
    let estimates = 0;
    const sum = (list: (number | null)[]) => list.reduce<number>((n, v) => n + (v ?? 0), 0);
    fc.assert(
      fc.property(
        fc.array(tries, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 3, max: 40 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 1e9 })),
        (list, days, stream) => {
          const { registry, on } = live(list);
          const then = addDays(start, days);
          if (then >= on) return;
          const table = unitsOfKind(registry, 'province', then).map((u) => ({
            unitId: u.id,
            values: { n: stream.next().value ?? 0 },
          }));
          const read = readInBoundaries(registry, table, [{ code: 'n', merging: 'sum' }], {
            from: then,
            to: on,
          });
          const left = read.unplaced.map((u) => table.find((row) => row.unitId === u.unitId)!.values.n);
          estimates += read.rows.filter((r) => r.figures.n?.quality === 'estimate').length;
          expect(sum(read.rows.map((r) => r.figures.n!.value)) + sum(left)).toBe(
            sum(table.map((r) => r.values.n)),
          );
          for (const row of table) {
            const shares = flowsOf(registry, row.unitId, then, on).map((f) => f.share);
            if (!shares.includes(null)) expect(sum(shares)).toBeLessThan(1 + 1e-9);
          }
        },
      ),
      { numRuns: 200 },
    );
    console.log(`units: totals conserved, ${estimates} figures estimated by declared shares`);
    expect(estimates).toBeGreaterThan(20);
  });

  it('shares a figure out without losing any of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 9 }),
        (value, weights) => {
          const total = weights.reduce((a, b) => a + b, 0);
          const parts = apportion(
            value,
            weights.map((w) => w / total),
          );
          expect(parts.reduce((a, b) => a + b, 0)).toBe(value);
          for (const [i, part] of parts.entries())
            expect(Math.abs(part - (value * weights[i]!) / total)).toBeLessThanOrEqual(1.001);
        },
      ),
    );
  });
});

describe('the packaged registry', () => {
  it('is what its events tell, from nothing', () => {
    const { records } = packagedRegistry();
    const told = rowsOf(replay(sayingsOf(records)));
    const loaded = rowsOf(records);
    for (const table of Object.keys(loaded)) expect(told[table]).toEqual(loaded[table]);
  });

  it('conserves the totals of 63 provinces read as 34, ratios from their parts, levels not added', () => {
    const registry = packagedRegistry();
    const [from, to] = ['2023-08-30', '2025-07-01'];
    const table = unitsOfKind(registry, 'province', from).map((u, i) => ({
      unitId: u.id,
      values: { models: 100 + i, households: 1000 + 7 * i, rate: 5, rank: i },
    }));
    const { rows, unplaced } = readInBoundaries(
      registry,
      table,
      [
        { code: 'models', merging: 'sum' },
        { code: 'share', merging: 'ratio', part: 'models', whole: 'households', times: 100 },
        { code: 'rank', merging: 'not-additive' },
      ],
      { from, to },
    );
    expect([rows.length, unplaced.length]).toEqual([34, 0]);
    expect(rows.reduce((n, r) => n + r.figures.models!.value!, 0)).toBe(
      table.reduce((n, r) => n + r.values.models, 0),
    );
    expect(rows.filter((r) => r.figures.rank!.quality === 'as-given').length).toBe(11);
    expect(rows.filter((r) => r.figures.rank!.quality === 'not-additive').length).toBe(23);
    const canTho = rows.find((r) => r.unit.name === 'Cần Thơ')!;
    const parts = table.filter((r) => canTho.sources.some((s) => s.unitId === r.unitId));
    expect(canTho.figures.share!.value).toBeCloseTo(
      (100 * parts.reduce((n, r) => n + r.values.models, 0)) /
        parts.reduce((n, r) => n + r.values.households, 0),
    );
  });

  it('leaves the figures of communes that went several ways with them, because nobody declared shares', () => {
    const registry = packagedRegistry();
    const table = unitsOfKind(registry, 'commune', '2025-06-30').map((u) => ({
      unitId: u.id,
      values: { n: 1 },
    }));
    const { rows, unplaced } = readInBoundaries(registry, table, [{ code: 'n', merging: 'sum' }], {
      from: '2025-06-30',
      to: '2025-07-01',
    });
    const why = (w: string) => unplaced.filter((u) => u.why === w).length;
    expect([why('no-shares'), why('no-successor')]).toEqual([30, 57]);
    expect(rows.reduce((n, r) => n + r.figures.n!.value!, 0)).toBe(10_599 - 87);
    expect(rows.every((r) => r.figures.n!.quality === 'exact')).toBe(true);
  });
});
