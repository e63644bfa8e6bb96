// Name matching: a labelled table of spellings as papers have them, its accuracy, and its speed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldVietnamese } from '#src/kernel/vietnamese.ts';
import { scoreOf, spellings } from './fixtures/spellings.ts';
import { buildNameIndex, matchName, unitLookup } from './matching.ts';
import { parentOn, type UnitRecord, unitsOfKind } from './rules.ts';
import { packagedRegistry } from './sources/registry.ts';

const registry = packagedRegistry();
const index = buildNameIndex(registry);
const day = '2023-08-30';

describe('matchName', () => {
  it('reads the labelled spellings, reporting several rather than guessing', () => {
    const { spellings: count, top1, wrong } = scoreOf(index, spellings('developed'));
    console.log(`unit names: ${count} spellings, top-1 accuracy ${top1.toFixed(4)}`);
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThanOrEqual(300);
  });

  it('finds every province and committee however its marks and case are lost', () => {
    const known = [
      ...unitsOfKind(registry, 'province', day),
      ...unitsOfKind(registry, 'provincial-party-committee', day),
      ...unitsOfKind(registry, 'civil-affairs-committee', day),
    ];
    const manners: ((text: string) => string)[] = [
      (t) => t,
      (t) => t.toUpperCase(),
      (t) => t.normalize('NFD'),
      foldVietnamese,
      (t) => t.replaceAll(' ', '\u00a0'),
      (t) => ` ${t.replaceAll(' ', '  ')} `,
      (t) => t.replaceAll(' - ', '–'),
      (t) => t.replaceAll(' ', ''),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...known), fc.constantFrom(...manners), (unit: UnitRecord, manner) => {
        const match = matchName(index, manner(unit.fullName), { on: day });
        return match.status === 'found' && match.unit === unit;
      }),
      { numRuns: 1000 },
    );
  });

  it('answers anything at all without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(['found', 'abolished', 'ambiguous', 'unknown']).toContain(
          matchName(index, text, { on: day }).status,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('suggests what was probably meant', () => {
    const match = matchName(index, 'Tỉnh ủy Hậu Gianng', { on: day });
    expect(match.status === 'unknown' && match.suggestions[0]?.fullName).toBe('Tỉnh ủy Hậu Giang');
  });

  it('tells the homonyms under one province apart', () => {
    const [longAn] = unitsOfKind(registry, 'province', day).filter((u) => u.name === 'Long An');
    const match = matchName(index, 'huyện Châu Thành', { on: day, under: longAn!.id });
    expect(match.status === 'found' && parentOn(registry, match.unit.id, day)).toBe(longAn);
  });

  it('matches 10,000 names in less than a second', () => {
    const names = registry.records.units.slice(0, 10_000).map((u) => u.fullName);
    const start = performance.now();
    for (const name of names) matchName(index, name, { on: day });
    const took = performance.now() - start;
    console.log(`unit names: ${names.length} matched in ${took.toFixed(0)} ms`);
    expect(took).toBeLessThan(1000);
  });
});

describe('unitLookup', () => {
  it('answers what the plan compiler asks', () => {
    const { find } = unitLookup(index);
    expect(find('Hậu Giang', day)).toMatchObject({ status: 'found', name: 'Tỉnh Hậu Giang' });
    expect(find('Hậu Giang', '2026-01-01')).toMatchObject({
      status: 'abolished',
      name: 'Tỉnh Hậu Giang',
      successor: 'Thành phố Cần Thơ',
    });
    expect(find('Thành ủy Huế', '2026-01-01')).toMatchObject({ status: 'found', name: 'Thành ủy Huế' });
    expect(find('huyện Châu Thành', day)).toEqual({ status: 'ambiguous' });
    expect(find('Nơi nào đó', day)).toEqual({ status: 'unknown' });
  });
});
