// Where sentences end, what they cite, and that nothing is lost when a text is cut into them or into parts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '#src/documents/canonical.ts';
import { fromMarkdown, toMarkdown } from '#src/documents/markdown.ts';
import type { Block, Document, Inline } from '#src/documents/model.ts';
import { partsOf, replacePart } from './parts.ts';
import { lastSentence, placeIn } from './placing.ts';
import { citedEvidence, needsSource, sentencesIn, sentencesOf, usedFigures } from './sentences.ts';

let nextId = 0;
const read = (markdown: string): Document => fromMarkdown(markdown, [], () => `k${++nextId}`);
const inlinesOf = (markdown: string) => (read(markdown)[0] as Extract<Block, { kind: 'paragraph' }>).inlines;
const textsOf = (markdown: string) => sentencesOf(inlinesOf(markdown)).map((s) => s.text.trim());

const [e1, e2] = ['0189f7ea-0000-7000-8000-000000000001', '0189f7ea-0000-7000-8000-000000000002'];

describe('sentences', () => {
  it.each<[string, string[]]>([
    ['Một câu. Hai câu.', ['Một câu.', 'Hai câu.']],
    ['Một câu', ['Một câu']],
    ['Hỏi thật? Đáp ngay! Thế… Xong.', ['Hỏi thật?', 'Đáp ngay!', 'Thế…', 'Xong.']],
    ['Có 1.234,5 ha đất. Còn 12.', ['Có 1.234,5 ha đất.', 'Còn 12.']],
    ['Theo Nghị quyết 25-NQ/TW. Sau đó làm.', ['Theo Nghị quyết 25-NQ/TW.', 'Sau đó làm.']],
    ['Ở TP. Hồ Chí Minh và Q. Bình Thạnh đã làm.', ['Ở TP. Hồ Chí Minh và Q. Bình Thạnh đã làm.']],
    ['Đồng chí TS. Lê Văn A. nói vậy.', ['Đồng chí TS. Lê Văn A. nói vậy.']],
    ['Gồm hội, đoàn, v.v. đều làm.', ['Gồm hội, đoàn, v.v. đều làm.']],
    ['1\\. Về tổ chức. 2. Về cán bộ.', ['1. Về tổ chức.', '2. Về cán bộ.']],
    ['II. Kết quả đạt được', ['II. Kết quả đạt được']],
    ['Dân nói: “Chưa được.” Cấp ủy nghe.', ['Dân nói: “Chưa được.”', 'Cấp ủy nghe.']],
    ['Ngày 30.8.2023 đã xong. Tốt.', ['Ngày 30.8.2023 đã xong.', 'Tốt.']],
    ['Hết năm 2023. Năm sau làm tiếp.', ['Hết năm 2023.', 'Năm sau làm tiếp.']],
    ['**Một** câu **đậm.** Câu hai.', ['Một câu đậm.', 'Câu hai.']],
    ['Bộ có 12**.**345 người. Hết.', ['Bộ có 12.345 người.', 'Hết.']],
  ])('%s', (markdown, texts) => {
    expect(textsOf(markdown)).toEqual(texts);
  });

  it('own the citations that follow their full stop, also behind a space', () => {
    const list = sentencesOf(inlinesOf(`Câu một.[^e:${e1}][^e:${e2}] Câu hai. [^e:${e1}] Câu ba.`));
    expect(list.map((s) => [s.text.trim(), s.citations])).toEqual([
      ['Câu một.', [e1, e2]],
      ['Câu hai.', [e1]],
      ['Câu ba.', []],
    ]);
  });

  it('own a citation inside them, and one before the full stop', () => {
    const list = sentencesOf(inlinesOf(`Nơi này[^e:${e1}] làm tốt[^e:${e2}]. Nơi kia chưa.`));
    expect(list.map((s) => s.citations)).toEqual([[e1, e2], []]);
  });

  it('own the figures that stand in them, at their start too', () => {
    const list = sentencesOf(
      inlinesOf('Đã có {{B3.08:2022}} cuộc. {{B3.09:2022}} ý kiến được nêu. Không số.'),
    );
    expect(list.map((s) => s.figures)).toEqual([['B3.08:2022'], ['B3.09:2022'], []]);
  });

  it.each<[string, boolean]>([
    ['Nhân dân các nơi đều đồng tình.', true],
    ['Kết quả cụ thể như sau:', false],
    ['Ba việc chính.', false],
  ])('%s needs a source: %s', (markdown, needs) => {
    expect(needsSource(sentencesOf(inlinesOf(markdown))[0]!)).toBe(needs);
  });
});

const word = fc.constantFrom(
  'Một',
  'hai',
  'TP.',
  'v.v.',
  '1.',
  '1.234,5',
  'xong.',
  'Hết!',
  '…',
  '25-NQ/TW.',
  '”',
);
const inline: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(word, { minLength: 1, maxLength: 6 })
      .map((w) => ({ kind: 'text' as const, text: `${w.join(' ')} ` })),
  },
  { weight: 1, arbitrary: fc.string({ minLength: 1 }).map((text) => ({ kind: 'text' as const, text })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(e1!, e2!).map((evidenceId) => ({ kind: 'citation' as const, evidenceId })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('B1.01:2019', 'reports:due').map((ref) => ({ kind: 'figure' as const, ref })),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'text' as const, text: 'đậm. ', bold: true as const }) },
);
const block: fc.Arbitrary<Block> = fc.oneof(
  fc
    .array(inline, { minLength: 1 })
    .map((inlines): Block => ({ id: `k${++nextId}`, kind: 'paragraph', inlines })),
  fc
    .array(fc.array(inline, { minLength: 1 }), { minLength: 1, maxLength: 3 })
    .map((items): Block => ({ id: `k${++nextId}`, kind: 'list', ordered: false, items })),
  fc.constantFrom<1 | 2>(1, 2).map(
    (level): Block => ({
      id: `k${++nextId}`,
      kind: 'heading',
      level,
      inlines: [{ kind: 'text', text: 'Mục' }],
    }),
  ),
);
const document = fc.array(block, { maxLength: 8 });
const words = (list: readonly Inline[]) =>
  list.map((i) => (i.kind === 'text' ? i.text : JSON.stringify(i))).join('');

describe('nothing is lost', () => {
  it('when a run is cut into sentences', () => {
    fc.assert(
      fc.property(fc.array(inline), (inlines) => {
        const joined = sentencesOf(inlines).flatMap((s) => s.inlines);
        expect(words(joined)).toBe(words(inlines));
        expect(canonical([{ id: 'x', kind: 'paragraph', inlines: joined }])).toEqual(
          canonical([{ id: 'x', kind: 'paragraph', inlines }]),
        );
      }),
    );
  });

  it('when a document is cut into parts, and when one is put back', () => {
    fc.assert(
      fc.property(document, (doc) => {
        const parts = partsOf(doc);
        const again = parts.flatMap((p) => [...doc.filter((b) => b.id === p.id), ...p.blocks]);
        expect(again).toEqual(doc);
        for (const part of parts) expect(replacePart(doc, part.id, part.blocks)).toEqual(doc);
      }),
    );
  });

  it('when one part is replaced: all others stay', () => {
    fc.assert(
      fc.property(document, fc.nat(), (doc, n) => {
        const parts = partsOf(doc);
        const part = parts[n % parts.length]!;
        const mine: Block = { id: 'moi', kind: 'paragraph', inlines: [{ kind: 'text', text: 'Mới' }] };
        const after = partsOf(replacePart(doc, part.id, [mine]));
        expect(after.map((p) => p.id)).toEqual(parts.map((p) => p.id));
        for (const p of after) {
          const before = parts.find((q) => q.id === p.id)!;
          expect(p.blocks).toEqual(p.id === part.id ? [mine] : before.blocks);
        }
      }),
    );
  });

  it('when a source or a figure is placed: the words stay, and the wanted sentence has it', () => {
    fc.assert(
      fc.property(document, fc.nat(), fc.nat(), (doc, n, m) => {
        const target = doc[n % Math.max(1, doc.length)];
        const count = target ? sentencesIn(target).length : 0;
        if (!target || count === 0) return;
        const nth = m % count;
        const evidenceId = '0189f7ea-0000-7000-8000-00000000000f';
        const cited = placeIn(doc, target.id, nth, { kind: 'citation', evidenceId })!;
        expect(citedEvidence(cited)).toContain(evidenceId);
        const text = (d: Document) =>
          JSON.stringify(
            d.map((b) =>
              sentencesIn(b)
                .map((s) => s.text)
                .join(''),
            ),
          );
        expect(text(cited)).toBe(text(doc));
        const figured = placeIn(doc, target.id, nth, { kind: 'figure', ref: 'B9.99:2022' })!;
        expect(usedFigures(figured)).toContain('B9.99:2022');
      }),
    );
  });
});

describe('placing', () => {
  const body = read(`Câu một ở đây. Câu hai có nguồn.[^e:${e1}] Câu ba.`);
  const id = body[0]!.id;
  const written = (doc: Document | null) => toMarkdown(doc!).replaceAll(e1!, '1').replaceAll(e2!, '2');

  it.each<[number, string]>([
    [0, 'Câu một ở đây.[^e:2] Câu hai có nguồn.[^e:1] Câu ba.'],
    [1, 'Câu một ở đây. Câu hai có nguồn.[^e:1][^e:2] Câu ba.'],
    [2, 'Câu một ở đây. Câu hai có nguồn.[^e:1] Câu ba.[^e:2]'],
  ])('a citation stands behind sentence %i', (nth, expected) => {
    expect(written(placeIn(body, id, nth, { kind: 'citation', evidenceId: e2! }))).toBe(expected);
  });

  it('a figure stands before the full stop', () => {
    expect(written(placeIn(body, id, 0, { kind: 'figure', ref: 'B3.08:2022' }))).toContain(
      'Câu một ở đây {{B3.08:2022}}. Câu hai',
    );
    const open = read('Chưa có dấu chấm');
    expect(written(placeIn(open, open[0]!.id, 0, { kind: 'figure', ref: 'B3.08:2022' }))).toBe(
      'Chưa có dấu chấm {{B3.08:2022}}',
    );
  });

  it('goes into the items of a list, counted through', () => {
    const list = read('- Một việc.\n- Hai việc. Ba việc.');
    expect(lastSentence(list, list[0]!.id)).toBe(2);
    expect(written(placeIn(list, list[0]!.id, 1, { kind: 'citation', evidenceId: e1! }))).toBe(
      '- Một việc.\n- Hai việc.[^e:1] Ba việc.',
    );
  });

  it('has nowhere to go in another block or behind the last sentence', () => {
    expect(placeIn(body, 'khong-co', 0, { kind: 'figure', ref: 'x' })).toBeNull();
    expect(placeIn(body, id, 3, { kind: 'figure', ref: 'x' })).toBeNull();
    expect(lastSentence(body, 'khong-co')).toBe(-1);
  });
});
