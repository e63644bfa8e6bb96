// Templates: the shipped ones are sound and installed once; an edit is a new version and never loses another's.
import { describe, expect, test } from 'vitest';
import { type Actor, systemActor } from '#src/kernel/actor.ts';
import { testDatabase } from '#tests/support/database.ts';
import { installTemplates, refusalToEditTemplates, saveTemplateVersion } from './actions.ts';
import { columnWords, findTable, sectionLabel, writableSections } from './rules.ts';
import { templateSeeds } from './seed.ts';
import { refusalToSave } from './soundness.ts';
import { latestVersions, templateVersion, versionByCode, versionHistory } from './store.ts';

const now = new Date('2023-05-18T02:00:00Z');
const seeds = templateSeeds();
const m1 = seeds.find((t) => t.code === 'M1')!;

describe('the shipped templates', () => {
  test('are M1 with an annex, M2 and M3 without', () => {
    expect(seeds.map((t) => [t.code, t.annex.tables.length])).toEqual([
      ['M1', 7],
      ['M2', 0],
      ['M3', 0],
    ]);
  });

  test('M1 asks for ten sections in its first part and two after it', () => {
    expect(writableSections(m1.outline).map((s) => s.code)).toEqual([
      ...['I', 'II', 'III.1', 'III.2', 'III.3', 'III.4', 'III.5', 'III.6', 'III.7', 'IV', 'P2', 'P3'],
    ]);
  });

  test('every review content and every task of the resolution is asked about', () => {
    const answered = new Set(m1.outline.sections.flatMap((s) => s.answers));
    for (const code of ['ND1', 'ND2', 'ND3', 'NV1', 'NV2', 'NV3', 'NV4', 'NV5', 'NV6', 'NV7'])
      expect(answered, code).toContain(code);
  });

  test('every writable section says what to write, every indicator is defined', () => {
    for (const { outline, annex } of seeds) {
      for (const s of writableSections(outline)) expect(s.guidance.length, s.code).toBeGreaterThan(20);
      for (const i of annex.tables.flatMap((t) => t.indicators)) expect(i.definition, i.code).not.toBe('');
    }
  });

  test('a percentage is always recomputed from its parts or marked as not additive', () => {
    for (const i of m1.annex.tables.flatMap((t) => t.indicators))
      if (i.type === 'percent') expect(i.merging, i.code).toBe(i.formula ? 'from-parts' : 'not-additive');
  });
});

describe('soundness', () => {
  const b3 = findTable(m1.annex, 'B3')!;
  const withTable = (table: typeof b3) => refusalToSave({ ...m1.outline, sections: [] }, { tables: [table] });

  test.each([
    ['a code used twice', { ...b3, indicators: [...b3.indicators, b3.indicators[0]!] }, 'hai lần'],
    [
      'a rule about nothing',
      { ...b3, rules: [{ kind: 'jump' as const, indicator: 'B9.01', factor: 2 }] },
      'B9.01',
    ],
    [
      'formulas in a circle',
      {
        ...b3,
        indicators: b3.indicators.map((i) => ({
          ...i,
          formula: { kind: 'sum' as const, of: [i.code, 'B3.01'] },
        })),
      },
      'vòng quanh',
    ],
  ])('%s is refused', (_name, table, words) => {
    expect(withTable(table)?.words.vi).toContain(words);
  });

  test('a section that names a table which is not there is refused', () => {
    expect(refusalToSave(m1.outline, { tables: [] })?.words.vi).toContain('B1');
  });
});

test('names', () => {
  expect(sectionLabel({ code: 'III.3', title: 'Dân vận' })).toBe('III.3. Dân vận');
  expect(sectionLabel({ code: 'P2', title: 'Phương hướng' })).toBe('Phương hướng');
  expect(columnWords({ code: '2021', label: '2021' }).vi).toBe('năm 2021');
  expect(columnWords({ code: '2023', label: '6T 2023', name: '6 tháng 2023' }).vi).toBe('6 tháng 2023');
});

describe('in the database', async () => {
  const { db } = await testDatabase();
  const officer: Actor = { ...systemActor, memberships: [{ role: 'central-officer', unitId: null }] };
  const act = { db, actor: officer, now };

  test('installing twice installs once, and what is read is what was written', async () => {
    await installTemplates(db, now);
    expect(await installTemplates(db, now)).toEqual([]);
    expect((await latestVersions(db)).map((v) => `${v.code} v${v.version}`)).toEqual([
      'M1 v1',
      'M2 v1',
      'M3 v1',
    ]);
    const stored = (await versionByCode(db, 'M1'))!;
    expect({ outline: stored.outline, annex: stored.annex }).toEqual({
      outline: m1.outline,
      annex: m1.annex,
    });
    expect(await templateVersion(db, stored.id)).toEqual(stored);
  });

  test('an edit makes version 2; an edit of version 1 after that is refused with the newer one beside it', async () => {
    const first = (await versionByCode(db, 'M2'))!;
    const edit = { code: 'M2', from: 1, name: 'Mẫu M2 sửa', outline: first.outline, annex: first.annex };
    const second = await saveTemplateVersion(act, edit);
    expect([second.version, second.name]).toEqual([2, 'Mẫu M2 sửa']);
    await expect(saveTemplateVersion(act, edit)).rejects.toMatchObject({
      kind: 'conflict',
      details: { version: 2 },
    });
    expect((await versionHistory(db, first.templateId)).map((v) => v.version)).toEqual([2, 1]);
    expect((await templateVersion(db, first.id))?.version).toBe(1);
  });

  test('only the central office edits', () => {
    expect(refusalToEditTemplates(officer)).toBeNull();
    expect(
      refusalToEditTemplates({ ...officer, memberships: [{ role: 'leader', unitId: null }] })?.kind,
    ).toBe('forbidden');
  });
});
