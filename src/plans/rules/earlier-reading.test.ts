// The earlier plan as it stood in the end: decided, then amended, on its own words.
import { describe, expect, it } from 'vitest';
import type { ObligationRow } from '#src/campaigns/rules.ts';
import { before } from '#tests/support/earlier.ts';
import { compiled, decide, official } from '#tests/support/plan.ts';
import { decidedPlan } from './decisions.ts';
import { asAmended, decidedReading } from './earlier-reading.ts';
import { listFacts } from './facts.ts';

const { plan } = compiled;

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
