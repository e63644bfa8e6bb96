// Groups by rule: set algebra that holds on any day, and the groups of a real plan.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { existsOn, unitsOfKind } from '../rules.ts';
import { packagedRegistry } from '../sources/registry.ts';
import { emptyRule, type GroupRule, groupRefusal, membersOn } from './groups.ts';

const registry = packagedRegistry();
const day = '2023-08-30';
const kinds = [
  'party-caucus',
  'civil-affairs-committee',
  'central-commission',
  'provincial-party-committee',
] as const;
const pool = registry.records.units.filter((u) => kinds.some((k) => k === u.kind) || u.kind === 'province');

const rules: fc.Arbitrary<GroupRule> = fc.record({
  kinds: fc.subarray([...kinds]),
  under: fc.constant(null),
  except: fc.record({
    groups: fc.subarray(['a', 'b', 'c']),
    units: fc.array(fc.constantFrom(...pool.map((u) => u.id)), { maxLength: 5 }),
  }),
  include: fc.array(fc.constantFrom(...pool.map((u) => u.id)), { maxLength: 5 }),
});
const days = fc.constantFrom(
  '2023-08-30',
  '2025-02-02',
  '2025-02-03',
  '2025-06-30',
  '2025-07-01',
  '2026-01-01',
);

describe('membersOn', () => {
  it('gives living units, each once, in order, however the rules refer to each other', () => {
    fc.assert(
      fc.property(rules, rules, rules, days, (a, b, c, on) => {
        const members = membersOn(
          registry,
          a,
          new Map([
            ['a', a],
            ['b', b],
            ['c', c],
          ]),
          on,
        );
        expect(new Set(members.map((u) => u.id)).size).toBe(members.length);
        for (const unit of members) {
          expect(existsOn(unit, on)).toBe(true);
          expect(a.kinds.includes(unit.kind as (typeof kinds)[number]) || a.include.includes(unit.id)).toBe(
            true,
          );
          if (a.except.units.includes(unit.id)) expect(a.include).toContain(unit.id);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('parts a kind: a group and "the kind except that group" share nobody and lose nobody', () => {
    fc.assert(
      fc.property(rules, days, (a, on) => {
        const part = { ...a, kinds: [kinds[1]], include: [], except: { groups: [], units: a.except.units } };
        const rest = { ...emptyRule, kinds: [kinds[1]], except: { groups: ['part'], units: [] } };
        const ids = (rule: GroupRule) =>
          membersOn(registry, rule, new Map([['part', part]]), on).map((u) => u.id);
        expect([...ids(part), ...ids(rest)].sort()).toEqual(
          unitsOfKind(registry, kinds[1], on)
            .map((u) => u.id)
            .sort(),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('knows every provincial committee, before and after', () => {
    const rule = { ...emptyRule, kinds: ['provincial-party-committee' as const] };
    expect([
      membersOn(registry, rule, new Map(), day).length,
      membersOn(registry, rule, new Map(), '2025-07-01').length,
    ]).toEqual([63, 34]);
  });

  it('finds what stands under a province, its Party committee by its territory', () => {
    const langSon = unitsOfKind(registry, 'province', day).find((u) => u.name === 'Lạng Sơn')!;
    const rule = { ...emptyRule, under: langSon.id };
    const count = (kind: 'commune' | 'district' | 'provincial-party-committee', on = day) =>
      membersOn(registry, { ...rule, kinds: [kind] }, new Map(), on).length;
    expect([count('district'), count('commune'), count('provincial-party-committee')]).toEqual([11, 200, 1]);
    expect([count('district', '2025-07-01'), count('commune', '2025-07-01')]).toEqual([0, 65]);
  });
});

describe('groupRefusal', () => {
  const one = unitsOfKind(registry, 'party-caucus', day)[0]!.id;
  const sound = { ...emptyRule, kinds: ['party-caucus' as const] };
  const others = [{ id: 'a', name: 'Đảng đoàn' }];
  const circle = new Map([['b', { ...sound, except: { groups: ['a'], units: [] } }]]);
  it.each([
    ['no name', { id: null, name: ' ', rule: sound }, 'group-name-missing'],
    ['a name that is taken', { id: null, name: 'đảng ĐOÀN ', rule: sound }, 'group-name-taken'],
    ['its own name', { id: 'a', name: 'Đảng đoàn', rule: sound }, null],
    ['nothing chosen', { id: null, name: 'X', rule: emptyRule }, 'group-empty'],
    [
      'itself excepted through another',
      { id: 'a', name: 'X', rule: { ...sound, except: { groups: ['b'], units: [] } } },
      'group-in-circle',
    ],
    [
      'one added and excepted',
      { id: null, name: 'X', rule: { ...sound, include: [one], except: { groups: [], units: [one] } } },
      'group-contradicts',
    ],
  ])('%s', (_, group, code) => {
    expect(groupRefusal(group, others, circle)?.code ?? null).toBe(code);
  });
});
