// Facts added by hand: they stand on words of the text, light up there, reach the decided plan, and can be dropped again.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '#src/kernel/refusal.ts';
import type { When } from '#src/plans/compiler/model.ts';
import { compiled, decide, official } from '#tests/support/plan.ts';
import { addableKinds, placeOfQuote, pointerForNew, withAdded } from './additions.ts';
import { decidedPlan } from './decisions.ts';
import { listFacts } from './facts.ts';
import { sourceParagraphs } from './segments.ts';

const { plan } = compiled;
const when: When = { rel: 'by', from: '2023-09-15', to: '2023-09-15', precision: 'day', tentative: false };
const deadline = { when, what: 'báo cáo chuyên đề', who: null, text: 'x' };
const place = (quote: string, paragraph: number | null = null) => placeOfQuote(compiled, quote, paragraph);
const added = (pointer: string, fact: unknown, quote: string, binds: string | null = null) =>
  decide(pointer, 'added', { fact, span: place(quote), binds });

describe('the place of quoted words', () => {
  it('is found however their spaces and diacritics are written', () => {
    const span = place('  lập các   đoàn\ncông tác ') as [number, number];
    expect(compiled.text.slice(...span).replace(/\s+/g, ' ')).toBe('lập các đoàn công tác');
    expect(place('lập các đoàn công tác'.normalize('NFD'))).toEqual(span);
  });

  it('is refused when the words are nowhere, or in several paragraphs until one is named', () => {
    expect(place('người ngoài hành tinh')).toMatchObject({ code: 'quote-not-found' });
    expect(place('.*(a|b)+$')).toMatchObject({ code: 'quote-not-found' });
    expect(place('khảo sát')).toMatchObject({ code: 'quote-ambiguous' });
    expect(place('khảo sát', 14)).not.toBeInstanceOf(Refusal);
    expect(place('khảo sát', 9999)).toMatchObject({ code: 'quote-not-found' });
  });

  it('of any whole paragraph’s words is in a paragraph that says so', () => {
    const all = compiled.paragraphs.filter((p) => p.text.trim() !== '');
    fc.assert(
      fc.property(fc.constantFrom(...all), (p) => {
        const words = compiled.text.slice(...p.span);
        const found = place(words, compiled.paragraphs.indexOf(p) + 1) as [number, number];
        expect(compiled.text.slice(...found)).toBe(words.trim());
      }),
    );
  });
});

describe('an added fact', () => {
  const pointer = pointerForNew(plan, 'deadline') as string;
  const quote = 'lập các đoàn công tác';
  const one = added(pointer, deadline, quote, 'M2');

  it('stands at the end of its list and lights up its words', () => {
    const facts = listFacts(compiled, [one]);
    const fact = facts.find((f) => f.pointer === pointer)!;
    expect([fact.state, fact.form]).toEqual(['added', 'when']);
    const lit = sourceParagraphs(compiled, facts).flatMap((p) =>
      p.segments.filter((s) => s.fact === pointer),
    );
    expect(lit.map((s) => s.text).join('')).toBe(quote);
    expect(listFacts(compiled, []).some((f) => f.pointer === pointer)).toBe(false);
  });

  it('is the due date of the template it was said to be for, as edited, until it is dropped', () => {
    const due = (decisions: Parameters<typeof decidedPlan>[1]) =>
      decidedPlan(plan, decisions).reportTargets.map((t) => t.due?.from);
    expect(due([one])).toEqual(['2023-08-30', '2023-09-15', '2023-08-30']);
    const edited = decide(pointer, 'edited', {
      ...deadline,
      when: { ...when, from: '2023-09-20', to: '2023-09-20' },
    });
    expect(due([one, edited])[1]).toBe('2023-09-20');
    const dropped = decide(pointer, 'dropped');
    expect(due([one, dropped])[1]).toBe('2023-08-30');
    expect(decidedPlan(plan, [one, dropped]).deadlines).toEqual(plan.deadlines);
    expect(listFacts(compiled, [one, dropped]).find((f) => f.pointer === pointer)!.state).toBe('dropped');
    const back = [one, dropped, decide(pointer, 'reopened')];
    expect(due(back)[1]).toBe('2023-09-15');
    expect(listFacts(compiled, back).find((f) => f.pointer === pointer)!.state).toBe('open');
  });

  it('leaves the place of those that came before, whatever is dropped', () => {
    const dropped = decide(`/deadlines/${official}`, 'dropped');
    const second = pointerForNew(withAdded(compiled, [one, dropped]).plan, 'deadline');
    expect(second).toBe(`/deadlines/${plan.deadlines.length + 1}`);
    expect(decidedPlan(plan, [one, dropped]).deadlines.at(-1)).toEqual(deadline);
  });

  it('beside a list that is one fact is a fact of its own', () => {
    const pointer = pointerForNew(plan, 'attachment') as string;
    const file = added(pointer, 'Biểu 9', quote);
    const rewritten = decide('/attachments', 'edited', ['Chỉ một tệp']);
    for (const list of [
      [file, rewritten],
      [rewritten, file],
    ]) {
      expect(decidedPlan(plan, list).attachments).toEqual(['Chỉ một tệp', 'Biểu 9']);
      const facts = listFacts(compiled, list).filter((f) => f.pointer.startsWith('/attachments'));
      expect(facts.map((f) => f.value.vi)).toEqual(['Chỉ một tệp', 'Biểu 9']);
    }
    const renamed = [file, decide(pointer, 'edited', 'Biểu 10')];
    expect(decidedPlan(plan, renamed).attachments.at(-1)).toBe('Biểu 10');
    expect(listFacts(compiled, renamed).find((f) => f.pointer === pointer)!.value.vi).toBe('Biểu 10');
    expect(decidedPlan(plan, [file, decide(pointer, 'dropped')]).attachments).toEqual(plan.attachments);
  });

  it('of which there is one can be added only while there is none', () => {
    expect(addableKinds(plan)).not.toContain('symbol');
    expect(pointerForNew(plan, 'issuedOn')).toMatchObject({ code: 'fact-already-there' });
    const without = { ...compiled, plan: { ...plan, symbol: null } };
    expect(addableKinds(without.plan)).toContain('symbol');
    const symbol = added('/symbol', '83-KH/BDVTW', quote);
    expect(decidedPlan(without.plan, [symbol]).symbol).toBe('83-KH/BDVTW');
    expect(decidedPlan(without.plan, [symbol, decide('/symbol', 'dropped')]).symbol).toBeNull();
  });
});
