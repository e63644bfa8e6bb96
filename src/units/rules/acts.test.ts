// Acts on the registry: refusals as a table, every sequence replayable, nothing deleted, one bearer per code, totals conserved.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#src/kernel/dates.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import { predecessorsOf, successorsOf } from '../lineage.ts';
import {
  ancestorsOn,
  existsOn,
  indexRegistry,
  nameOn,
  type Registry,
  type RegistryRecords,
  unitByCodeOn,
  unitsOfKind,
  validOn,
} from '../rules.ts';
import { packagedRegistry } from '../sources/registry.ts';
import { changesOf, type NewUnit, type UnitAct } from './acts.ts';
import { applyChanges, workingCopy } from './applying.ts';
import { apportion, flowsOf, readInBoundaries } from './boundaries.ts';
import { actRefusal } from './refusing.ts';
import { replay, sayingsOf } from './replay.ts';

const start = '2020-01-01';
const basis = 'Nghị quyết số 1';
let serial = 0;
const id = (): string => `00000000-0000-8000-8000-${String(++serial).padStart(12, '0')}`;

const nation = 'nation';
function born(name: string, code: string | null = null, parentId: string | null = nation): NewUnit {
  return {
    id: id(),
    kind: 'province',
    name,
    fullName: `Tỉnh ${name}`,
    parentId,
    code: code === null ? null : { scheme: 'gso', code },
    territoryId: null,
  };
}

/** A nation and nothing else. */
function emptyCountry(): Registry {
  const span = { validFrom: null, validTo: null };
  return indexRegistry({
    units: [
      {
        id: nation,
        kind: 'nation',
        name: 'Nước',
        fullName: 'Nước',
        foundedOn: null,
        abolishedOn: null,
        territoryId: null,
      },
    ],
    names: [{ unitId: nation, name: 'Nước', fullName: 'Nước', ...span }],
    aliases: [],
    parents: [],
    codes: [],
    events: [],
  });
}

function perform(registry: Registry, act: UnitAct): Refusal | null {
  const refusal = actRefusal(registry, act);
  if (!refusal) applyChanges(registry, changesOf(registry, act, id));
  return refusal;
}

/** Rows without order, as text. Aliases are no events. */
function rowsOf(records: RegistryRecords): Record<string, string[]> {
  const texts = (rows: readonly object[]) => rows.map((r) => JSON.stringify(r, Object.keys(r).sort())).sort();
  return {
    units: texts(records.units),
    names: texts(records.names),
    parents: texts(records.parents),
    codes: texts(records.codes),
    events: records.events.map((e) => e.id).sort(),
  };
}

/** What a random officer tries next: kind, two numbers that pick units, days ahead, and a number that picks a code. */
type Try = { kind: UnitAct['kind']; a: number; b: number; days: number; code: number; shared: boolean };
const tries: fc.Arbitrary<Try> = fc.record({
  kind: fc.constantFrom<UnitAct['kind']>(
    'establish',
    'rename',
    'move',
    'merge',
    'split',
    'split',
    'split',
    'abolish',
  ),
  a: fc.nat(1000),
  b: fc.nat(1000),
  days: fc.integer({ min: -3, max: 9 }),
  code: fc.integer({ min: 1, max: 6 }),
  shared: fc.boolean(),
});

function actOf(registry: Registry, t: Try, on: string): UnitAct {
  const all = registry.records.units.filter((u) => u.kind === 'province');
  const pick = (n: number) => all[n % Math.max(1, all.length)]?.id ?? 'none';
  const fresh = () => born(`Mới ${serial + 1}`, t.code < 5 ? String(t.code) : null);
  const common = { on, basis };
  switch (t.kind) {
    case 'establish':
      return { ...common, kind: 'establish', unit: fresh() };
    case 'rename':
      return {
        ...common,
        kind: 'rename',
        unitId: pick(t.a),
        name: `Tên ${t.b}`,
        fullName: `Tỉnh Tên ${t.b}`,
      };
    case 'move':
      return { ...common, kind: 'move', unitId: pick(t.a), parentId: t.b % 3 ? pick(t.b) : nation };
    case 'merge':
      return {
        ...common,
        kind: 'merge',
        from: [pick(t.a), pick(t.b)],
        into: t.shared ? fresh() : { id: pick(t.a + 1) },
      };
    case 'split':
      return {
        ...common,
        kind: 'split',
        unitId: pick(t.a),
        continues: t.b % 2 === 0,
        keptShare: t.b % 2 === 0 && t.shared ? 0.5 : null,
        pieces: [
          { unit: fresh(), share: t.shared ? (t.b % 2 ? 0.75 : 0.25) : null },
          { unit: born(`Phần ${serial + 1}`), share: t.shared ? 0.25 : null },
        ],
        shareBasis: t.shared ? 'dân số' : null,
        children: {},
      };
    case 'abolish':
      return { ...common, kind: 'abolish', unitId: pick(t.a) };
  }
}

function live(list: readonly Try[], after?: (registry: Registry, on: string) => void) {
  const registry = emptyCountry();
  let [on, done] = [start, 0];
  for (const t of [
    ...Array.from({ length: 6 }, (_, i) => ({ ...list[0]!, kind: 'establish' as const, code: i, days: 1 })),
    ...list,
  ]) {
    const day = addDays(on, t.days);
    if (perform(registry, actOf(registry, t, day)) === null) done++;
    if (t.days > 0) on = day;
    after?.(registry, on);
  }
  return { registry, on, done };
}

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

describe('refusals', () => {
  const registry = workingCopy(packagedRegistry());
  const named = (name: string, on: string) =>
    unitsOfKind(registry, 'province', on).find((u) => u.name === name)!.id;
  const [haGiang, langSon, caoBang] = [
    named('Hà Giang', '2023-01-01'),
    named('Lạng Sơn', '2023-01-01'),
    named('Cao Bằng', '2023-01-01'),
  ];
  const tuyenQuang = named('Tuyên Quang', '2026-01-01');
  const country = registry.records.units.find((u) => u.kind === 'nation')!.id;
  const on = '2027-01-01';
  const fresh = (code: string | null) => born('Đông Bắc', code, country);
  const cases: [string, UnitAct, string | null][] = [
    [
      'a unit that no longer exists',
      { kind: 'rename', on, basis, unitId: haGiang, name: 'X', fullName: 'Tỉnh X' },
      'unit-gone',
    ],
    [
      'a day before founding',
      { kind: 'rename', on: '2025-06-30', basis, unitId: tuyenQuang, name: 'X', fullName: 'Tỉnh X' },
      'unit-not-yet',
    ],
    [
      'merging into itself',
      { kind: 'merge', on, basis, from: [langSon], into: { id: langSon } },
      'merge-into-itself',
    ],
    [
      'merging one twice',
      { kind: 'merge', on, basis, from: [langSon, langSon], into: fresh(null) },
      'merge-twice',
    ],
    ['merging nothing', { kind: 'merge', on, basis, from: [], into: fresh(null) }, 'merge-of-none'],
    ['a code that another bears', { kind: 'establish', on, basis, unit: fresh('20') }, 'unit-code-taken'],
    [
      'a code freed by the merger itself',
      { kind: 'merge', on, basis, from: [langSon, caoBang], into: fresh('20') },
      null,
    ],
    ['a code that was another’s once', { kind: 'establish', on, basis, unit: fresh('72') }, null],
    ['a code of odd shape', { kind: 'establish', on, basis, unit: fresh('=1+1') }, 'unit-code-shape'],
    ['no legal basis', { kind: 'establish', on, basis: ' ', unit: fresh(null) }, 'unit-basis-missing'],
    [
      'no parent',
      { kind: 'establish', on, basis, unit: { ...fresh(null), parentId: null } },
      'unit-parent-missing',
    ],
    [
      'a name the parent already has',
      { kind: 'establish', on, basis, unit: born('Lạng Sơn', null, country) },
      'unit-name-taken',
    ],
    ['no such day', { kind: 'abolish', on: '1900-01-01', basis, unitId: langSon }, 'unit-day'],
    [
      'abolishing what still has units under it',
      { kind: 'abolish', on, basis, unitId: langSon },
      'abolish-with-children',
    ],
    [
      'abolishing before what is already recorded',
      { kind: 'abolish', on: '2025-07-01', basis, unitId: tuyenQuang },
      'unit-has-later-events',
    ],
    [
      'standing under itself',
      { kind: 'move', on, basis, unitId: langSon, parentId: langSon },
      'move-in-circle',
    ],
    [
      'moving to where it is',
      { kind: 'move', on, basis, unitId: langSon, parentId: country },
      'move-nowhere',
    ],
    ['an unknown unit', { kind: 'abolish', on, basis, unitId: 'x' }, 'unit-unknown'],
    [
      'splitting into one',
      {
        kind: 'split',
        on,
        basis,
        unitId: langSon,
        continues: false,
        keptShare: null,
        pieces: [{ unit: fresh(null), share: null }],
        shareBasis: null,
        children: {},
      },
      'split-in-one',
    ],
    [
      'shares that are not the whole',
      {
        kind: 'split',
        on,
        basis,
        unitId: langSon,
        continues: true,
        keptShare: 0.5,
        pieces: [{ unit: fresh(null), share: 0.4 }],
        shareBasis: 'dân số',
        children: {},
      },
      'split-shares',
    ],
    [
      'shares on no ground',
      {
        kind: 'split',
        on,
        basis,
        unitId: langSon,
        continues: true,
        keptShare: 0.5,
        pieces: [{ unit: fresh(null), share: 0.5 }],
        shareBasis: null,
        children: {},
      },
      'split-share-basis',
    ],
    [
      'a sound split',
      {
        kind: 'split',
        on,
        basis,
        unitId: langSon,
        continues: true,
        keptShare: 0.5,
        pieces: [{ unit: fresh(null), share: 0.5 }],
        shareBasis: 'dân số',
        children: {},
      },
      null,
    ],
  ];
  it.each(cases)('%s', (_, act, code) => {
    expect(actRefusal(registry, act)?.code ?? null).toBe(code);
  });

  it('says who has the code, since when', () => {
    const refusal = actRefusal(registry, { kind: 'establish', on, basis, unit: fresh('80') });
    expect(refusal?.words.vi).toContain('Tỉnh Tây Ninh từ ngày 01/7/2025');
    expect(refusal?.fields.code).toBeDefined();
  });

  it('leaves the registry it was asked about as it was', () => {
    const before = rowsOf(packagedRegistry().records);
    const copy = workingCopy(packagedRegistry());
    perform(copy, { kind: 'merge', on, basis, from: [langSon, caoBang], into: fresh('20') });
    expect(nameOn(copy, copy.byId.get(langSon)!, on).fullName).toBe('Tỉnh Lạng Sơn');
    expect(rowsOf(packagedRegistry().records)).toEqual(before);
  });
});
