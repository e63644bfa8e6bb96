// The demonstration's plan of 2023 carried over to 2026: which facts differ, what follows, what is said of them.
import { describe, expect, it } from 'vitest';
import type { Visit } from '#src/plans/compiler/model.ts';
import { compiled, decide, official } from '#tests/support/plan.ts';
import { carryOver } from './carrying-over.ts';
import { decidedPlan } from './decisions.ts';
import { editedDiagnostics } from './edited-facts.ts';
import { newTimes, timesGiven } from './new-times.ts';
import { keyOf, planTimes } from './plan-times.ts';

const { plan } = compiled;
const on = '2026-05-18';

describe('the times of a plan', () => {
  it('stand once each, with all that they bind', () => {
    const times = planTimes(plan);
    expect(times.map((t) => t.key)).toEqual([
      'before.2023-07-30.2023-07-30',
      'before.2023-08-30.2023-08-30',
      'between.2023-09-01.2023-10-31',
      'in.2023-10-01.2023-10-31',
    ]);
    expect(times[1]!.binds.map((b) => b.vi)).toContain('Hạn báo cáo mẫu M1, M2, M3');
    expect(times[2]!.binds.map((b) => b.en)).toEqual(['Visits to 10 places', 'Visits to 3 places']);
  });

  it('are none where the plan gives none', () => {
    const bare = {
      ...plan,
      deadlines: [],
      visits: [],
      tasks: [],
      reportTargets: [],
      period: null,
      event: null,
    };
    expect(planTimes(bare)).toEqual([]);
    const half = { ...bare, period: { from: null, to: '2023-06-30' } };
    expect(planTimes(half).map((t) => [t.when.from, t.when.to])).toEqual([[null, '2023-06-30']]);
  });
});

const head = {
  symbol: '15-KH/BTGDVTW',
  issuedOn: on,
  issuer: 'Ban Tuyên giáo và Dân vận Trung ương',
  title: plan.title!,
};
const shifted = (months = 36) =>
  timesGiven(newTimes(planTimes(plan), { kind: 'calendar', months }, { stepsOver: false, typed: new Map() }));
const carried = (given = head, months = 36) =>
  carryOver(plan, { ...given, times: shifted(months) as Map<string, never> }).map((d) =>
    decide(d.pointer, d.decision, d.value),
  );

describe('carried over', () => {
  it('moves every dated fact and no other, and what is bound follows', () => {
    const next = decidedPlan(plan, carried());
    expect(next.deadlines.map((d) => [d.when.from, d.text])).toEqual([
      ['2026-10-01', 'tháng 10/2026'],
      ['2026-08-30', 'trước ngày 30/8/2026'],
      ['2026-07-30', 'trước ngày 30/7/2026'],
    ]);
    expect(new Set(next.reportTargets.map((t) => t.due!.from))).toEqual(new Set(['2026-08-30']));
    expect(next.tasks.map((t) => t.due?.from ?? null)).toEqual(['2026-10-01', null]);
    expect(next.issuedOn!.from).toBe(on);
    expect([next.symbol, next.signatory, next.period]).toEqual(['15-KH/BTGDVTW', null, null]);
    expect(next.subject).toEqual(plan.subject);
  });

  it('keeps each date apart when the campaign comes round a month later', () => {
    const dated = {
      ...plan,
      deadlines: ['2023-08-30', '2023-09-30'].map((day) => ({
        ...plan.deadlines[official]!,
        when: { ...plan.deadlines[official]!.when, from: day, to: day },
      })),
    };
    const times = newTimes(
      planTimes(dated),
      { kind: 'calendar', months: 1 },
      { stepsOver: false, typed: new Map() },
    );
    const decisions = carryOver(dated, { ...head, times: timesGiven(times) as Map<string, never> });
    const next = decidedPlan(
      dated,
      decisions.map((d) => decide(d.pointer, d.decision, d.value)),
    );
    expect(next.deadlines.map((d) => d.when.from)).toEqual(['2023-09-30', '2023-10-30']);
    expect(next.visits[0]!.window).toMatchObject({ from: '2023-10-01', to: '2023-11-30' });
    expect(next.reportTargets[0]!.due!.from).toBe('2023-09-30');
  });

  it('empties the visits, keeps their place, and says so until places are chosen', () => {
    const next = decidedPlan(plan, carried());
    for (const [i, v] of next.visits.entries()) {
      expect(v.units).toEqual([]);
      expect(v.window).toMatchObject({ from: '2026-09-01', to: '2026-10-31', precision: 'month' });
      expect([v.duration, v.notice]).toEqual([plan.visits[i]!.duration, plan.visits[i]!.notice]);
    }
    const said = editedDiagnostics(compiled, carried());
    expect(said.filter((d) => d.code === 'W212').map((d) => d.hint!.vi)).toHaveLength(2);
    expect(said.find((d) => d.code === 'W212')!.hint!.vi).toContain('Lạng Sơn, Hòa Bình');
    const chosen: Visit = { ...next.visits[0]!, units: ['Lạng Sơn'] };
    const after = editedDiagnostics(compiled, [...carried(), decide('/visits/0', 'edited', chosen)]);
    expect(after.filter((d) => d.code === 'W212')).toHaveLength(1);
  });

  it('says where the last day is a day of rest, or before the date of issue', () => {
    const said = editedDiagnostics(compiled, carried());
    expect(said.filter((d) => d.code === 'W130').map((d) => d.message.en)).toEqual([
      expect.stringContaining('Saturday'),
    ]);
    const late = editedDiagnostics(compiled, carried({ ...head, issuedOn: '2026-08-31' }));
    expect(late.filter((d) => d.code === 'E204')).toHaveLength(2);
    expect(editedDiagnostics(compiled, [])).toEqual([]);
  });

  it('writes the issuer’s new name and the new dates where the old stood', () => {
    const next = decidedPlan(plan, carried());
    expect(next.deadlines[0]!.who).toBe(head.issuer);
    expect(next.tasks[0]!.lead).toBe(head.issuer);
    expect(next.tasks[0]!.what).toContain('tổng hợp: tháng 10/2026');
    expect(next.deadlines[official]!.what).toContain(`gửi về ${head.issuer}`);
  });

  it('is undone fact by fact', () => {
    const again = [...carried(), decide(`/deadlines/${official}`, 'reopened')];
    const next = decidedPlan(plan, again);
    expect(next.deadlines[official]).toEqual(plan.deadlines[official]);
    expect(next.reportTargets[0]!.due).toEqual(plan.reportTargets[0]!.due);
  });

  it('decides nothing where nothing differs', () => {
    const same = {
      symbol: plan.symbol!,
      issuedOn: plan.issuedOn!.from!,
      issuer: plan.issuer!,
      title: plan.title!,
    };
    expect(carried(same, 0).map((d) => d.pointer)).toEqual(['/signatory', '/visits/0', '/visits/1']);
    expect(keyOf(null)).toBeNull();
  });
});
