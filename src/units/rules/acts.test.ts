// Refusals of acts on the registry, as a table.
import { describe, expect, it } from 'vitest';
import { basis, born, perform, rowsOf } from '../fixtures/random-acts.ts';
import { childrenOn, nameOn, unitsOfKind } from '../rules.ts';
import { packagedRegistry } from '../sources/registry.ts';
import type { UnitAct } from './acts.ts';
import { workingCopy } from './applying.ts';
import { actRefusal } from './refusing.ts';

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
  const commune = childrenOn(registry, langSon, '2027-01-01')[0]!.id;
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
      'merging into one of its own',
      { kind: 'merge', on, basis, from: [langSon], into: { id: commune } },
      'merge-into-own',
    ],
    [
      'merging into a new unit under one of its own',
      { kind: 'merge', on, basis, from: [langSon], into: { ...fresh(null), parentId: commune } },
      'unit-parent-ends',
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
