// Who answers which template: a table of cases, and the promise that no body is lost or counted twice.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UnitKind } from '#src/units/rules.ts';
import {
  type Assignment,
  type AssignmentInput,
  assignObligations,
  type Candidate,
  type DeadlineRule,
  type ReportingClass,
} from './assignment.ts';

const unit = (id: string, kind: UnitKind): Candidate => ({ id, kind, name: `Đơn vị ${id}` });
const one = (
  templateCode: string,
  kinds: UnitKind[],
  more: Partial<ReportingClass> = {},
): ReportingClass => ({
  templateCode,
  kinds,
  unitIds: [],
  except: null,
  title: `Báo cáo ${templateCode}`,
  words: `nhóm ${templateCode}`,
  ...more,
});
const before = (printedOn: string) => ({ printedOn, inclusive: false, wording: `trước ngày ${printedOn}` });
const official: DeadlineRule = {
  stage: 'official',
  cohort: 'all',
  templateCode: null,
  deadline: before('2023-08-30'),
};
const draft: DeadlineRule = {
  stage: 'draft',
  cohort: 'surveyed',
  templateCode: null,
  deadline: before('2023-07-30'),
};

const units = [
  unit('ls', 'provincial-party-committee'),
  unit('hg', 'provincial-party-committee'),
  unit('ktw', 'central-party-committee'),
  unit('bng', 'civil-affairs-committee'),
  unit('byt', 'civil-affairs-committee'),
  unit('nd', 'party-caucus'),
  unit('bdv', 'central-commission'),
];
const m1 = one('M1', ['provincial-party-committee', 'central-party-committee']);
const m2 = one('M2', []);
const m3 = one('M3', ['party-caucus', 'civil-affairs-committee', 'central-commission'], {
  except: 'units-with-own-template',
});
const plan: AssignmentInput = {
  classes: [m1, m2, m3],
  units,
  assignments: [{ templateCode: 'M2', unitId: 'byt', title: 'Dân vận trong ngành y tế' }],
  surveyed: ['ls', 'bng'],
  deadlines: [official, draft],
  receiverId: 'bdv',
};
const run = (change: Partial<AssignmentInput>) => assignObligations({ ...plan, ...change });
const codesOf = (change: Partial<AssignmentInput>) => run(change).diagnostics.map((d) => d.code);
const byUnit = (change: Partial<AssignmentInput> = {}) =>
  Object.fromEntries(run(change).obligations.map((o) => [o.unitId, o]));

describe('a plan with three templates', () => {
  test('gives each body its template and leaves out the receiver', () => {
    const owed = byUnit();
    expect(Object.fromEntries(Object.entries(owed).map(([id, o]) => [id, o.templateCode]))).toEqual({
      ls: 'M1',
      hg: 'M1',
      ktw: 'M1',
      byt: 'M2',
      bng: 'M3',
      nd: 'M3',
    });
    expect(run({}).diagnostics).toEqual([]);
  });

  test('gives the own title of the list, else that of the class', () => {
    expect(byUnit().byt?.title).toBe('Dân vận trong ngành y tế');
    expect(byUnit().nd?.title).toBe('Báo cáo M3');
    expect(byUnit({ assignments: [{ templateCode: 'M2', unitId: 'byt', title: '  ' }] }).byt?.title).toBe(
      'Báo cáo M2',
    );
  });

  test('asks surveyed bodies for a draft as well; "trước ngày" ends the day before', () => {
    expect(byUnit().ls?.stages.map((s) => [s.stage, s.dueOn])).toEqual([
      ['draft', '2023-07-29'],
      ['official', '2023-08-29'],
    ]);
    expect(byUnit().hg?.stages.map((s) => [s.stage, s.dueOn])).toEqual([['official', '2023-08-29']]);
    expect([byUnit().ls?.surveyed, byUnit().hg?.surveyed]).toEqual([true, false]);
  });

  test('lets a template have its own date', () => {
    const own: DeadlineRule = { ...official, templateCode: 'M2', deadline: before('2023-09-15') };
    expect(byUnit({ deadlines: [official, own] }).byt?.stages[0]?.dueOn).toBe('2023-09-14');
    expect(byUnit({ deadlines: [own, official] }).hg?.stages[0]?.dueOn).toBe('2023-08-29');
  });
});

describe('diagnostics', () => {
  const cases: [string, Partial<AssignmentInput>, string[]][] = [
    ['two templates', { assignments: [{ templateCode: 'M2', unitId: 'ls', title: 'x' }] }, ['C101', 'C103']],
    ['none', { classes: [m1, m2], assignments: plan.assignments, surveyed: [] }, ['C102', 'C102']],
    ['surveyed without a report', { surveyed: ['elsewhere'] }, ['C103']],
    ['a class without anyone', { assignments: [] }, ['C104']],
    [
      'a name that did not exist',
      { assignments: [...plan.assignments, { templateCode: 'M2', unitId: 'gone', title: 'x' }] },
      ['C105'],
    ],
    ['no due date', { deadlines: [draft] }, ['C106', 'C106', 'C106']],
    ['a template the plan does not have', { classes: [m1, m3] }, ['C107']],
    [
      'draft after official',
      { deadlines: [official, { ...draft, deadline: before('2023-09-01') }] },
      ['C108', 'C108'],
    ],
  ];
  test.each(cases)('%s', (_, change, codes) => expect(codesOf(change)).toEqual(codes));

  test('name the bodies', () => {
    const found = run({ assignments: [{ templateCode: 'M2', unitId: 'ls', title: 'x' }] });
    expect(found.twice).toEqual([{ unit: units[0], templateCodes: ['M1', 'M2'] }]);
    expect(found.diagnostics[0]?.message.vi).toBe('Đơn vị ls được giao hai mẫu: M1, M2.');
  });
});

const kinds: UnitKind[] = [
  'provincial-party-committee',
  'party-caucus',
  'central-commission',
  'other-central',
];
const codes = ['M1', 'M2', 'M3'];
const anyPlan: fc.Arbitrary<AssignmentInput> = fc
  .uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 25 })
  .chain((ids) =>
    fc.record({
      units: fc.tuple(...ids.map((id) => fc.constantFrom(...kinds).map((kind) => unit(String(id), kind)))),
      classes: fc.subarray(codes).chain((some) =>
        fc.tuple(
          ...some.map((code) =>
            fc
              .record({
                kinds: fc.subarray(kinds),
                unitIds: fc.subarray(ids.map(String), { maxLength: Math.min(3, ids.length) }),
                except: fc.constantFrom(null, 'units-with-own-template' as const),
              })
              .map((more) => one(code, more.kinds, more)),
          ),
        ),
      ),
      assignments: fc.array(
        fc.record({
          templateCode: fc.constantFrom(...codes),
          unitId: fc.integer({ min: 0, max: 70 }).map(String),
          title: fc.constantFrom(null, 'Chuyên đề'),
        }),
        { maxLength: 8 },
      ),
      surveyed: fc.subarray(ids.map(String)),
      deadlines: fc.subarray([official, draft]),
      receiverId: fc.option(fc.constantFrom(...ids.map(String), 'nobody'), { nil: null }),
    }),
  );

describe('for any plan', () => {
  test('each body has exactly one template or is named by a diagnostic', () => {
    fc.assert(
      fc.property(anyPlan, (input) => {
        const found = assignObligations(input);
        const places = [
          ...found.obligations.map((o) => o.unitId),
          ...found.twice.map((t) => t.unit.id),
          ...found.without.map((u) => u.id),
        ];
        const owing = input.units.map((u) => u.id).filter((id) => id !== input.receiverId);
        expect(places.sort()).toEqual(owing.sort());
        const said = new Set(found.diagnostics.map((d) => d.code));
        expect(said.has('C101')).toBe(found.twice.length > 0);
        expect(said.has('C102')).toBe(found.without.length > 0);
      }),
    );
  });

  test('the order of classes, units and lists changes nothing', () => {
    const reversed = (input: AssignmentInput): AssignmentInput => ({
      ...input,
      classes: [...input.classes].reverse(),
      units: [...input.units].reverse(),
      assignments: [...input.assignments].reverse(),
      surveyed: [...input.surveyed].reverse(),
      deadlines: [...input.deadlines].reverse(),
    });
    fc.assert(
      fc.property(anyPlan, (input) => {
        const unique = [
          ...new Map(
            input.assignments.map((a): [string, Assignment] => [a.templateCode + a.unitId, a]),
          ).values(),
        ];
        const plan = { ...input, assignments: unique };
        expect(assignObligations(reversed(plan))).toEqual(assignObligations(plan));
      }),
    );
  });
});

test('10,000 communes in well under a second', () => {
  const many = Array.from({ length: 10_000 }, (_, i) => unit(`xa-${i}`, 'commune'));
  const start = performance.now();
  const found = run({
    units: many,
    classes: [one('M1', ['commune'])],
    assignments: [],
    surveyed: many.slice(0, 5000).map((u) => u.id),
  });
  expect(found.obligations).toHaveLength(10_000);
  expect(performance.now() - start).toBeLessThan(1000);
});
