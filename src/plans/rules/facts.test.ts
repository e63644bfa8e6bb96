// Facts and what an officer decides about them; the text lit where they stand; warnings settled. On the demonstration's plan.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanFacts, When } from '#src/plans/compiler/model.ts';
import { compiled, decide, official } from '#tests/support/plan.ts';
import { decidedPlan, type FactDecision, standing, stateOf } from './decisions.ts';
import { listFacts, nextOpen } from './facts.ts';
import { sourceParagraphs } from './segments.ts';
import { sortDiagnostics } from './settled.ts';
import { whenWords } from './whens.ts';

const { plan } = compiled;
const counted: When = { rel: 'by', from: '2023-08-30', to: '2023-08-30', precision: 'day', tentative: false };

describe('decisions', () => {
  it('stand by the last one made about a fact, also at one instant', () => {
    const list = [
      decide('/symbol', 'confirmed'),
      decide('/symbol', 'dropped'),
      decide('/symbol', 'reopened'),
    ];
    expect(stateOf(standing(list).get('/symbol'))).toBe('open');
    expect(stateOf(standing(list.slice(0, 2)).get('/symbol'))).toBe('dropped');
    const at = new Date(5);
    const same = list.map((d) => ({ ...d, decidedAt: at }));
    expect(standing(same).get('/symbol')!.decision).toBe('reopened');
  });

  it.each<[string, FactDecision[], (p: PlanFacts) => unknown, unknown]>([
    ['an edit', [decide('/symbol', 'edited', '83-KH/X')], (p) => p.symbol, '83-KH/X'],
    ['a drop of a word', [decide('/issuer', 'dropped')], (p) => p.issuer, null],
    ['a drop of a list', [decide('/recipients', 'dropped')], (p) => p.recipients, []],
    [
      'a drop of one of many',
      [decide('/subject/0', 'dropped')],
      (p) => p.subject.map((s) => s.symbol),
      ['43-KL/TW'],
    ],
    ['two drops', [decide('/subject/0', 'dropped'), decide('/subject/1', 'dropped')], (p) => p.subject, []],
    [
      'a drop taken back',
      [decide('/symbol', 'dropped'), decide('/symbol', 'reopened')],
      (p) => p.symbol,
      plan.symbol,
    ],
    ['a confirmation', [decide('/symbol', 'confirmed')], (p) => p.symbol, plan.symbol],
  ])('%s', (_, decisions, look, expected) => {
    expect(look(decidedPlan(plan, decisions))).toEqual(expected);
  });

  it('about a deadline move every class, visit and task of the same time', () => {
    const edited = decide(`/deadlines/${official}`, 'edited', {
      ...plan.deadlines[official]!,
      when: counted,
    });
    const after = decidedPlan(plan, [edited]);
    expect(after.reportTargets.map((t) => t.due)).toEqual([counted, counted, counted]);
    expect(after.deadlines[official]!.when).toEqual(counted);
    expect(after.visits).toEqual(plan.visits);
    const dropped = decidedPlan(plan, [decide(`/deadlines/${official}`, 'dropped')]);
    expect(dropped.reportTargets.map((t) => t.due)).toEqual([null, null, null]);
    expect(plan.reportTargets[0]!.due!.rel).toBe('before');
  });
});

describe('facts', () => {
  it('are what an officer confirms, with their place, and show the decided value', () => {
    const facts = listFacts(compiled, [decide('/symbol', 'edited', '99-KH/X'), decide('/title', 'dropped')]);
    expect(facts.find((f) => f.pointer === '/symbol')).toMatchObject({ state: 'edited', typed: '99-KH/X' });
    expect(facts.find((f) => f.pointer === '/title')!.state).toBe('dropped');
    expect(facts.find((f) => f.pointer === '/issuedOn')!.value.vi).toBe('Thứ Năm, 18/5/2023');
    expect(facts.find((f) => f.pointer === '/visits/0')!.typed.split('\n')).toHaveLength(10);
    expect(facts.find((f) => f.pointer === '/reportTargets/0')).toMatchObject({ form: 'words' });
    const placed = facts.filter((f) => f.spans.length > 0);
    for (const f of placed) for (const [a, b] of f.spans) expect(b).toBeGreaterThan(a);
    expect(new Set(facts.map((f) => f.pointer)).size).toBe(facts.length);
  });

  it('lead on to the next that waits, round the list, and to none at the end', () => {
    const facts = listFacts(compiled, [decide('/issuedOn', 'confirmed')]);
    expect(nextOpen(facts, '/symbol')!.pointer).toBe('/issuer');
    expect(nextOpen(facts, facts.at(-1)!.pointer)!.pointer).toBe('/symbol');
    const all = listFacts(
      compiled,
      facts.map((f) => decide(f.pointer, 'confirmed')),
    );
    expect(nextOpen(all, '/symbol')).toBeNull();
  });

  it.each<[Partial<When>, string, string]>([
    [
      { rel: 'before' },
      'hết Thứ Ba, 29/8/2023 (không tính 30/8)',
      'until the end of Tuesday, 29/8/2023 (30/8 not included)',
    ],
    [{ rel: 'by' }, 'hết Thứ Tư, 30/8/2023', 'until the end of Wednesday, 30/8/2023'],
    [
      { rel: 'in', from: '2023-10-01', to: '2023-10-31', precision: 'month' },
      'trong tháng 10/2023',
      'within 10/2023',
    ],
    [
      { rel: 'between', from: '2023-09-01', to: '2023-10-31', tentative: true },
      '01/9 đến 31/10/2023 (dự kiến)',
      '01/9 to 31/10/2023 (tentative)',
    ],
    [{ from: null, to: null }, 'chưa có ngày', 'no date yet'],
  ])('say how a time is understood: %j', (change, vi, en) => {
    const when = { ...counted, ...change };
    expect([whenWords(when, 'vi'), whenWords(when, 'en')]).toEqual([vi, en]);
  });
});

describe('warnings', () => {
  it('are settled by a decision on their words, and the missing list by the list', () => {
    const codes = (decisions: FactDecision[], hasLists: boolean) => {
      const { open, settled } = sortDiagnostics(
        compiled.diagnostics,
        listFacts(compiled, decisions),
        hasLists,
      );
      expect(open.length + settled.length).toBe(compiled.diagnostics.length);
      return settled.map((d) => d.code);
    };
    expect(codes([], false)).toEqual([]);
    expect(codes([], true)).toEqual(['E203']);
    const facts = listFacts(compiled, []);
    const all = facts.map((f) => decide(f.pointer, 'confirmed'));
    expect(codes(all, false)).toEqual(expect.arrayContaining(['W104', 'W130', 'W311']));
    expect(codes(all, false)).not.toContain('E203');
  });
});

describe('the lit text', () => {
  it('puts every mark once and in order, and loses no letter', () => {
    const facts = listFacts(compiled, []);
    const shown = sourceParagraphs(compiled, facts);
    for (const [i, p] of compiled.paragraphs.entries())
      expect(shown[i]!.segments.map((s) => s.text).join('')).toBe(compiled.text.slice(...p.span));
    const first = shown.flatMap((p) => p.segments).filter((s) => s.first);
    expect(new Set(first.map((s) => s.fact)).size).toBe(first.length);
    expect(shown.flatMap((p) => p.segments.flatMap((s) => s.codes))).toEqual(
      expect.arrayContaining(['W104', 'E203']),
    );
  });

  it('does so for any marks on any text', () => {
    const span = fc
      .tuple(fc.nat(60), fc.nat(60))
      .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b) + 1]);
    const severity = fc.constantFrom('error' as const, 'warning' as const, 'note' as const);
    fc.assert(
      fc.property(
        fc.string({ minLength: 62, maxLength: 80 }),
        fc.array(span, { maxLength: 8 }),
        fc.array(fc.tuple(span, severity), { maxLength: 5 }),
        fc.array(fc.nat(61), { maxLength: 4 }),
        (words, facts, diagnostics, cuts) => {
          const edges = [0, ...[...new Set(cuts)].sort((a, b) => a - b).filter((c) => c > 0), words.length];
          const paragraphs = edges.slice(1).map((end, i) => ({
            text: '',
            span: [edges[i]!, end] as [number, number],
            region: 'body' as const,
          }));
          const one = listFacts(compiled, [])[0]!;
          const shown = sourceParagraphs(
            {
              ...compiled,
              text: words,
              paragraphs,
              spans: {},
              diagnostics: diagnostics.map(([at, s]) => ({
                code: 'X',
                severity: s,
                message: { vi: '', en: '' },
                where: { in: 'text', span: at },
                hint: null,
              })),
            },
            facts.map((at, i) => ({ ...one, pointer: `/f/${i}`, spans: [at] })),
          );
          expect(shown.flatMap((p) => p.segments.map((s) => s.text)).join('')).toBe(words);
        },
      ),
    );
  });
});
