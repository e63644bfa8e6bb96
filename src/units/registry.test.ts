// The registry as packaged: counts on both sides of July 2025, codes by validity, a partition on every day, lineage both ways.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heirsOn, predecessorsOf, successorsOf } from './lineage.ts';
import {
  ancestorsOn,
  childrenOn,
  existsOn,
  nameOn,
  parentOn,
  treeAsOf,
  type UnitKind,
  type UnitRecord,
  type UnitTree,
  unitsOfKind,
  validOn,
} from './rules.ts';
import { packagedRegistry, registryRecords } from './sources/registry.ts';

const registry = packagedRegistry();
const { records } = registry;
const before = '2025-06-30';
const after = '2025-07-01';
const reviewDay = '2023-08-30';

const count = (kind: UnitKind, on: string): number => unitsOfKind(registry, kind, on).length;
const named = (kind: UnitKind, name: string, on: string): UnitRecord => {
  const unit = unitsOfKind(registry, kind, on).find((u) => nameOn(registry, u, on).name === name);
  if (!unit) throw new Error(`no ${kind} ${name} on ${on}`);
  return unit;
};
const bearer = (scheme: string, code: string, on: string): string[] =>
  records.codes
    .filter((c) => c.scheme === scheme && c.code === code && validOn(c, on))
    .flatMap((c) => registry.byId.get(c.unitId)?.fullName ?? []);

describe('the packaged registry', () => {
  it('counts 63 / 705 / 10,599 before July 2025 and 34 / 0 / 3,321 after', () => {
    for (const on of [reviewDay, before])
      expect([count('province', on), count('district', on), count('commune', on)]).toEqual([63, 705, 10_599]);
    expect([count('province', after), count('district', after), count('commune', after)]).toEqual([
      34, 0, 3321,
    ]);
  });

  it('counts 13 special zones, 687 wards and 2,621 communes after', () => {
    const types = unitsOfKind(registry, 'commune', after).map(
      (u) => /^(Xã|Phường|Đặc khu)/.exec(nameOn(registry, u, after).fullName)?.[0],
    );
    const of = (type: string) => types.filter((t) => t === type).length;
    expect([of('Đặc khu'), of('Phường'), of('Xã')]).toEqual([13, 687, 2621]);
  });

  it('has a Party committee for every province, and the centre as it was', () => {
    expect([
      count('provincial-party-committee', reviewDay),
      count('provincial-party-committee', after),
    ]).toEqual([63, 34]);
    expect([count('central-party-committee', reviewDay), count('central-party-committee', after)]).toEqual([
      4, 6,
    ]);
    expect([count('party-caucus', after), count('civil-affairs-committee', after)]).toEqual([0, 0]);
    const cities = unitsOfKind(registry, 'provincial-party-committee', reviewDay).filter((u) =>
      u.fullName.startsWith('Thành ủy'),
    );
    expect(cities.map((u) => u.name)).toEqual(['Cần Thơ', 'Đà Nẵng', 'Hà Nội', 'Hải Phòng', 'Hồ Chí Minh']);
    const committees = unitsOfKind(registry, 'provincial-party-committee', after);
    expect(new Set(committees.map((u) => u.territoryId)).size).toBe(34);
  });

  it('gives one unit one id on every machine, and never two', () => {
    expect(new Set(records.units.map((u) => u.id)).size).toBe(records.units.length);
    expect(named('province', 'Lạng Sơn', reviewDay).id).toBe(named('province', 'Lạng Sơn', after).id);
    expect(named('province', 'Cần Thơ', reviewDay).id).not.toBe(named('province', 'Cần Thơ', after).id);
    expect(registryRecords().units.map((u) => u.id)).toEqual(records.units.map((u) => u.id));
    expect(named('province', 'Hậu Giang', reviewDay).id).toBe('e1c20c4b-6a34-8c0c-8592-6678c8d8b3ec');
  });

  it('keeps the two meanings of code 80 apart', () => {
    expect(bearer('gso', '80', before)).toEqual(['Tỉnh Long An']);
    expect(bearer('gso', '80', after)).toEqual(['Tỉnh Tây Ninh']);
    expect(bearer('gso', '72', before)).toEqual(['Tỉnh Tây Ninh']);
    expect(bearer('gso', '72', after)).toEqual([]);
  });

  it('gives a code to one unit on any day', () => {
    const spans = Map.groupBy(records.codes, (c) => `${c.scheme} ${c.code}`);
    for (const rows of spans.values())
      for (const on of [reviewDay, before, after])
        expect(rows.filter((c) => validOn(c, on)).length).toBeLessThan(2);
  });

  it('renames Thừa Thiên Huế without making a new province', () => {
    const hue = named('province', 'Thừa Thiên Huế', '2024-12-31');
    expect(nameOn(registry, hue, '2025-01-01').fullName).toBe('Thành phố Huế');
    expect(existsOn(hue, after)).toBe(true);
  });

  it('keeps 11 provinces and forms 23', () => {
    const kept = unitsOfKind(registry, 'province', before).filter((u) => existsOn(u, after));
    const merges = records.events.filter((e) => e.legalBasis?.includes('202/2025/QH15'));
    expect([kept.length, merges.length]).toEqual([11, 23]);
  });
});

describe('the tree', () => {
  it('is a partition on any day: every commune in one province, every name and parent once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2500 }), fc.nat(records.units.length - 1), (days, i) => {
        const on = new Date(Date.UTC(2020, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
        const unit = records.units[i]!;
        if (!existsOn(unit, on)) return;
        expect(registry.names.get(unit.id)?.filter((n) => validOn(n, on)).length).toBe(1);
        const parents = (registry.parents.get(unit.id) ?? []).filter((p) => validOn(p, on));
        expect(parents.length).toBeLessThanOrEqual(1);
        for (const { parentId } of parents) expect(existsOn(registry.byId.get(parentId)!, on)).toBe(true);
        if (unit.kind === 'commune' || unit.kind === 'district')
          expect(ancestorsOn(registry, unit.id, on).filter((u) => u.kind === 'province').length).toBe(1);
      }),
      { numRuns: 3000 },
    );
  });

  it('holds every living unit exactly once', () => {
    const size = (tree: UnitTree): number => 1 + tree.children.reduce((n, child) => n + size(child), 0);
    for (const on of [reviewDay, after]) {
      const living = records.units.filter((u) => existsOn(u, on)).length;
      expect(treeAsOf(registry, on).reduce((n, tree) => n + size(tree), 0)).toBe(living);
    }
  });

  it('puts districts under provinces before, communes after', () => {
    const haNoi = named('province', 'Hà Nội', reviewDay).id;
    expect(childrenOn(registry, haNoi, reviewDay).every((u) => u.kind === 'district')).toBe(true);
    expect(childrenOn(registry, haNoi, after).length).toBe(126);
  });

  it('replays: what the events end and begin is what the rows say', () => {
    const ended = new Set<string>();
    const begun = new Set<string>();
    for (const event of records.events)
      for (const { unitId, role } of event.members) {
        if (role === 'from') ended.add(unitId);
        if (role === 'to' && event.kind !== 'rename' && event.kind !== 'move') begun.add(unitId);
      }
    for (const unit of records.units) {
      expect(ended.has(unit.id)).toBe(unit.abolishedOn !== null);
      if (unit.foundedOn !== null) expect(begun.has(unit.id)).toBe(true);
    }
  });
});

describe('lineage', () => {
  it('leads Hậu Giang to Cần Thơ, and its committee likewise', () => {
    const heirs = (kind: UnitKind) =>
      heirsOn(registry, named(kind, 'Hậu Giang', reviewDay), '2026-01-01').map((u) => u.fullName);
    expect(heirs('province')).toEqual(['Thành phố Cần Thơ']);
    expect(heirs('provincial-party-committee')).toEqual(['Thành ủy Cần Thơ']);
  });

  it('tells what Cần Thơ was made of', () => {
    const parts = predecessorsOf(registry, named('province', 'Cần Thơ', after).id, after, reviewDay);
    expect(parts.map((k) => k.unit.name).sort()).toEqual(['Cần Thơ', 'Hậu Giang', 'Sóc Trăng']);
  });

  it('forward then backward contains the start', () => {
    const gone = records.units.filter((u) => existsOn(u, reviewDay));
    fc.assert(
      fc.property(fc.constantFrom(...gone), (unit) =>
        successorsOf(registry, unit.id, reviewDay, '2026-01-01').every((heir) =>
          predecessorsOf(registry, heir.unit.id, '2026-01-01', reviewDay).some((kin) => kin.unit === unit),
        ),
      ),
      { numRuns: 2000 },
    );
  });

  it('stays inside the province: communes follow their province', () => {
    const wrong = unitsOfKind(registry, 'commune', before).filter((commune) => {
      const [province] = ancestorsOn(registry, commune.id, before).filter((u) => u.kind === 'province');
      const [heirProvince] = heirsOn(registry, province!, after);
      return heirsOn(registry, commune, after).some(
        (heir) => parentOn(registry, heir.id, after) !== heirProvince,
      );
    });
    expect(wrong).toEqual([]);
  });

  it('knows the successors of 10,542 communes, 30 of them in parts, and says so of the other 57', () => {
    const fates = unitsOfKind(registry, 'commune', before).map((u) =>
      successorsOf(registry, u.id, before, after),
    );
    expect([
      fates.filter((f) => f.length > 0).length,
      fates.filter((f) => f.length > 1).length,
      fates.filter((f) => f.length === 0).length,
    ]).toEqual([10_542, 30, 57]);
    expect(fates.filter((f) => f.length > 1).every((f) => f.every((kin) => !kin.whole))).toBe(true);
  });
});
