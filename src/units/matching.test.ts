// Name matching: a labelled table of spellings as papers have them, its accuracy, and its speed.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldVietnamese } from '#src/kernel/vietnamese.ts';
import { buildNameIndex, type Match, type MatchOptions, matchName, unitLookup } from './matching.ts';
import { parentOn, type UnitKind, type UnitRecord, unitsOfKind } from './rules.ts';
import { packagedRegistry } from './sources/registry.ts';

const registry = packagedRegistry();
const index = buildNameIndex(registry);
const day = '2023-08-30';

type Case = { spelling: string; expected: string; options: MatchOptions };

/** spelling ⇥ expected ⇥ day ⇥ kind; expected: a full name ("< parent"), "† gone > successor", "~" several, "?" none. */
const cases: Case[] = readFileSync(new URL('spellings.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [spelling = '', expected = '', on, kinds] = line.split('\t');
    const options = { on: on || day, ...(kinds ? { kinds: [kinds as UnitKind] } : {}) };
    return { spelling, expected, options };
  });

function shown(match: Match, expected: string, on: string): string {
  if (match.status === 'unknown') return '?';
  if (match.status === 'ambiguous') return '~';
  const parent = expected.includes(' < ') ? ` < ${parentOn(registry, match.unit.id, on)?.fullName}` : '';
  if (match.status === 'found') return `${match.unit.fullName}${parent}`;
  return `† ${match.unit.fullName} > ${match.successors.map((u) => u.fullName).join(', ')}`;
}

describe('matchName', () => {
  it('reads the labelled spellings, reporting several rather than guessing', () => {
    const wrong = cases.flatMap(({ spelling, expected, options }) => {
      const got = shown(matchName(index, spelling, options), expected, options.on);
      return got === expected ? [] : [`${spelling} (${options.on}): ${got}, not ${expected}`];
    });
    const accuracy = (cases.length - wrong.length) / cases.length;
    console.log(`unit names: ${cases.length} spellings, top-1 accuracy ${accuracy.toFixed(4)}`);
    expect(wrong).toEqual([]);
    expect(cases.length).toBeGreaterThanOrEqual(300);
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
