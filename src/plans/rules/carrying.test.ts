// The demonstration's plan of 2023 carried over to 2026: facts as decided and amended, dates moved, units read again.
import { describe, expect, it } from 'vitest';
import { assignObligations } from '#src/campaigns/assignment.ts';
import type { Decision, ObligationRow } from '#src/campaigns/rules.ts';
import type { PlanFacts, Visit } from '#src/plans/compiler/model.ts';
import { nameOn } from '#src/units/rules.ts';
import { compiled, decide, index, official, today } from '#tests/support/plan.ts';
import { carryOver } from './carrying-over.ts';
import {
  becomings,
  type CarriedList,
  carriedList,
  carriedTarget,
  comings,
  withoutClaimed,
} from './carrying-units.ts';
import { decidedPlan } from './decisions.ts';
import { assignmentInput } from './draft.ts';
import { asAmended, decidedReading } from './earlier-reading.ts';
import { editedDiagnostics } from './edited-facts.ts';
import { listFacts } from './facts.ts';
import { newTimes, timesGiven } from './new-times.ts';
import { keyOf, planTimes } from './plan-times.ts';
import { organisationNamed, scopeOf } from './scope.ts';

const { plan } = compiled;
const { registry } = index;
const on = '2026-05-18';
const idOf = (name: string, day = today) => organisationNamed(index, name, day)!.id;
const called = (id: string, day = on) => nameOn(registry, registry.byId.get(id)!, day).fullName;

const listM2: [string, string][] = [
  ['Ban cán sự đảng Bộ Nội vụ', 'Cải cách hành chính'],
  ['Ban cán sự đảng Bộ Y tế', 'Y tế cơ sở'],
  ['Học viện Chính trị quốc gia Hồ Chí Minh', 'Kỹ năng dân vận'],
];
const assignments = listM2.map(([name, title]) => ({ templateCode: 'M2', unitId: idOf(name), title }));

/** What the plan's campaign asked for, as its rows. */
function obligationsOf(read: PlanFacts): ObligationRow[] {
  const scope = scopeOf(read, index, today);
  const { obligations } = assignObligations(
    assignmentInput({ plan: read, scope, assignments, postponed: [] }),
  );
  return obligations.map((o) => ({
    ...o,
    id: o.unitId,
    campaignId: 'c',
    unitName: called(o.unitId, today),
    unitShort: '',
    unitKind: registry.byId.get(o.unitId)!.kind,
    territoryId: null,
    templateVersionId: 'v',
    decisions: [],
  }));
}
const before = obligationsOf(plan);
const release = (kind: 'exemption' | 'exclusion'): Decision => ({
  id: 'd',
  kind,
  stage: null,
  dueOn: null,
  reason: 'lý do',
  decidedAt: new Date(0),
  decidedBy: 'p',
  withdrawnAt: null,
});
const released = (name: string, kind: 'exemption' | 'exclusion') =>
  before.map((o) => (o.unitName === name ? { ...o, decisions: [release(kind)] } : o));

describe('the earlier reading', () => {
  it('is the plan as decided, on its own words: what was dropped leaves, what follows keeps its place', () => {
    const decisions = [
      decide('/deadlines/0', 'dropped'),
      decide('/title', 'edited', 'tên đã sửa'),
      decide('/visits/0', 'edited', { ...plan.visits[0], units: ['Lạng Sơn'] }),
    ];
    const read = decidedReading(compiled, decisions);
    expect(read.plan).toEqual(decidedPlan(plan, decisions));
    expect(read.plan.deadlines).toHaveLength(plan.deadlines.length - 1);
    const [start, end] = read.spans[`/deadlines/${official - 1}`]!;
    expect(compiled.text.slice(start, end)).toBe('trước ngày 30/8/2023');
    expect(read.spans['/visits/0/units/0']).toBeDefined();
    expect(read.spans['/visits/0/units/5']).toEqual(compiled.spans['/visits/0/units/5']);
    expect(read.diagnostics).toEqual([]);
    expect(listFacts(read, []).every((f) => f.state === 'open')).toBe(true);
  });

  it('takes an added fact with the words it stands on, and a list that was dropped whole with none', () => {
    const n = plan.deadlines.length;
    const fact = { when: plan.deadlines[official]!.when, what: 'gửi danh sách', who: null, text: 'x' };
    const read = decidedReading(compiled, [
      decide(`/deadlines/${n}`, 'added', { fact, span: [5, 9], binds: null }),
      decide('/attachments', 'dropped'),
    ]);
    expect(read.plan.deadlines[n]).toEqual(fact);
    expect(read.spans[`/deadlines/${n}`]).toEqual([5, 9]);
    expect(Object.keys(read.spans).filter((p) => p.startsWith('/attachments'))).toEqual([]);
  });
});

describe('amended since', () => {
  const moved = (
    rows: ObligationRow[],
    fits: (o: ObligationRow) => boolean,
    day: string,
    stage = 'official',
  ) =>
    rows.map((o) => ({
      ...o,
      stages: o.stages.map((s) =>
        fits(o) && s.stage === stage
          ? { ...s, printedOn: day, dueOn: day, inclusive: true, wording: `chậm nhất ${day}` }
          : s,
      ),
    }));

  it('leaves a plan that was not amended as it is', () => {
    expect(asAmended(plan, before)).toEqual(plan);
  });

  it('moves a date for everyone where it stands', () => {
    const amended = asAmended(
      plan,
      moved(before, () => true, '2023-09-15'),
    );
    expect(amended.deadlines).toHaveLength(plan.deadlines.length);
    expect(amended.deadlines[official]).toMatchObject({
      when: { rel: 'by', from: '2023-09-15' },
      text: 'chậm nhất 2023-09-15',
    });
    expect(new Set(amended.reportTargets.map((t) => t.due!.from))).toEqual(new Set(['2023-09-15']));
  });

  it('gives a date that moved for one template a line of its own', () => {
    const amended = asAmended(
      plan,
      moved(before, (o) => o.templateCode === 'M3', '2023-09-15'),
    );
    expect(amended.deadlines).toHaveLength(plan.deadlines.length + 1);
    expect(amended.deadlines[official]).toEqual(plan.deadlines[official]);
    expect(amended.deadlines.at(-1)!.what).toBe('gửi báo cáo theo mẫu M3');
    expect(amended.reportTargets.map((t) => t.due!.from)).toEqual(['2023-08-30', '2023-08-30', '2023-09-15']);
  });

  it('moves the date of drafts, and heeds no single unit’s own', () => {
    const drafts = asAmended(
      plan,
      moved(before, () => true, '2023-08-05', 'draft'),
    );
    expect(drafts.deadlines.map((d) => d.when.from)).toContain('2023-08-05');
    const one = asAmended(
      plan,
      moved(before, (o) => o.unitName === 'Tỉnh ủy Lạng Sơn', '2023-09-15'),
    );
    expect(one).toEqual(plan);
  });
});

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

describe('units on the new day', () => {
  const changes = becomings(registry, before, on);
  const into = (name: string) => changes.find((c) => c.now.join() === name)?.were;

  it('that were merged become one, with their former names', () => {
    expect(into('Tỉnh ủy Phú Thọ')!.sort()).toEqual([
      'Tỉnh ủy Hòa Bình',
      'Tỉnh ủy Phú Thọ',
      'Tỉnh ủy Vĩnh Phúc',
    ]);
    expect(into('Tỉnh ủy Lạng Sơn')).toBeUndefined();
    expect(changes.flatMap((c) => c.were)).toContain('Tỉnh ủy Hậu Giang');
  });

  it('without a successor are said to have none', () => {
    expect(changes.filter((c) => c.now.length === 0).flatMap((c) => c.were)).toEqual([
      'Ban Đối ngoại Trung ương',
    ]);
  });

  it('of an officer’s list are carried while they stand, merged ones as one', () => {
    const list = carriedList(registry, 'M2', before, on);
    expect(list.lines.map((l) => [l.name, l.title]).sort()).toEqual([
      ['Học viện Chính trị quốc gia Hồ Chí Minh', 'Kỹ năng dân vận'],
      ['Đảng ủy Chính phủ', expect.stringMatching(/Cải cách hành chính; Y tế cơ sở|Y tế cơ sở; Cải cách/)],
    ]);
    const claimed = new Map([[idOf('Đảng ủy Chính phủ', on), ['M1', 'M2']]]);
    const kept: CarriedList = withoutClaimed(list, claimed);
    expect(kept.lines.map((l) => l.title)).toEqual(['Kỹ năng dân vận']);
    expect(kept.left.map((l) => [l.name, l.title])).toEqual(
      expect.arrayContaining([['Ban cán sự đảng Bộ Nội vụ', 'Cải cách hành chính']]),
    );
    expect(new Set(kept.left.map((l) => l.why.vi))).toEqual(
      new Set(['nay là Đảng ủy Chính phủ, đã báo cáo theo mẫu M1']),
    );
  });

  it('that were released are not carried in a list, and asked again in a class, which is said', () => {
    const rows = released('Học viện Chính trị quốc gia Hồ Chí Minh', 'exclusion');
    const list = carriedList(registry, 'M2', rows, on);
    expect(list.left.map((l) => [l.name, l.title, l.why.vi])).toEqual([
      ['Học viện Chính trị quốc gia Hồ Chí Minh', 'Kỹ năng dân vận', 'Loại trừ'],
    ]);
    const after = before.map((o) => ({ ...o, unitId: o.unitId }));
    const { released: again } = comings(registry, released('Tỉnh ủy Lạng Sơn', 'exemption'), after, {
      on: today,
      waiting: new Set(),
      receiver: null,
    });
    expect(again).toEqual(['Tỉnh ủy Lạng Sơn']);
  });

  it('are the same, none joining and none missing, when the day is the same', () => {
    const all = { on: today, waiting: new Set<string>(), receiver: null };
    expect(becomings(registry, before, today)).toEqual([]);
    expect(comings(registry, before, before, all)).toEqual({ joined: [], missing: [], released: [] });
    const [one, ...others] = before;
    expect(comings(registry, before, others, all).missing).toEqual([one!.unitName]);
    expect(comings(registry, others, before, all).joined).toEqual([called(one!.unitId, today)]);
    const own = { ...all, receiver: one!.unitId };
    expect(comings(registry, before, others, own).missing).toEqual([]);
  });

  it('named one by one in a class have their successors there; a class of a kind needs nothing', () => {
    const then = scopeOf(plan, index, today);
    expect(plan.reportTargets.map((t) => carriedTarget(t, then, on))).toEqual([null, null, null]);
    const named = { ...plan.reportTargets[0]!, who: 'Ban Dân vận Trung ương, Ban Tổ chức Trung ương' };
    const target = carriedTarget(named, then, on)!;
    expect(target.reporters!.include.map((id) => called(id))).toEqual([
      'Ban Tuyên giáo và Dân vận Trung ương',
      'Ban Tổ chức Trung ương',
    ]);
    expect(carriedTarget(named, then, today)).toBeNull();
  });
});
