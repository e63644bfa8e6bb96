// The Markdown subset: what is written is read again, and any text can be read.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from './canonical.ts';
import { fromMarkdown, toMarkdown } from './markdown.ts';
import type { Block, Cell, Document, Inline } from './model.ts';
import { plainText } from './model.ts';

const withoutIds = (document: Document) => document.map((block) => ({ ...block, id: '' }));

const tricky = fc.constantFrom(
  '*',
  '**',
  '[',
  ']',
  '(',
  ')',
  '{',
  '{{',
  '}}',
  '^',
  '^[',
  '|',
  '\\',
  '\n',
  '#',
  '- ',
  '1. ',
  ':',
  '---',
  ' ',
);
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('Kết quả 10 năm', 'dân vận', '1.234,5', '- gạch đầu dòng', '1. đánh số', '# đề mục'),
  fc
    .array(fc.oneof(tricky, fc.constantFrom('a', 'đ', 'ường')), { maxLength: 8 })
    .map((parts) => parts.join('')),
);
const flag = fc.constantFrom(true as const, undefined);

function some<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
}

const inline: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({ text: words, bold: flag, italic: flag, href: fc.option(words, { nil: undefined }) })
      .map((r) => some({ kind: 'text', ...r }) as Inline),
  },
  words.map((evidenceId): Inline => ({ kind: 'citation', evidenceId })),
  words.map((ref): Inline => ({ kind: 'figure', ref })),
  words.map((text): Inline => ({ kind: 'footnote', text })),
);
const inlines = fc.array(inline, { maxLength: 5 });
const align = fc.constantFrom('left' as const, 'center' as const, 'right' as const, undefined);
const span = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });
const cell = fc
  .record({ inlines, header: flag, colspan: span, rowspan: span, align })
  .map((c) => some(c) as Cell);
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ inlines, align }).map((r) => some({ id: 'x', kind: 'paragraph', ...r }) as Block),
  fc
    .record({ inlines, level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const) })
    .map((r): Block => ({ id: 'x', kind: 'heading', ...r })),
  fc
    .record({ ordered: fc.boolean(), items: fc.array(inlines, { maxLength: 4 }) })
    .map((r): Block => ({ id: 'x', kind: 'list', ...r })),
  fc
    .record({
      rows: fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 4 }),
      caption: fc.option(words, { nil: undefined }),
    })
    .map((r) => some({ id: 'x', kind: 'table', ...r }) as Block),
);
const documents = fc.array(block, { maxLength: 6 });

describe('round trip', () => {
  it('gives the same document up to ids', () => {
    fc.assert(
      fc.property(documents, (d) => {
        expect(withoutIds(fromMarkdown(toMarkdown(d)))).toEqual(withoutIds(canonical(d)));
      }),
      { numRuns: 2000 },
    );
  });

  it('is stable: what was read and written once reads the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (source) => {
        const once = fromMarkdown(source);
        expect(fromMarkdown(toMarkdown(once), once)).toEqual(once);
      }),
    );
  });

  it('canonical is idempotent', () => {
    fc.assert(
      fc.property(documents, (d) => {
        expect(canonical(canonical(d))).toEqual(canonical(d));
      }),
    );
  });
});

describe('any text', () => {
  it('never throws and loses no letter or digit', () => {
    const letters = (s: string) =>
      [...s.normalize('NFC')]
        .filter((c) => /[\p{L}\p{N}]/u.test(c))
        .sort()
        .join('');
    const source = fc.array(
      fc.oneof(tricky, fc.constantFrom('a', 'Đ', '1.', '2. ', '\\\n', '**x', '| a |')),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(source, (parts) => {
        const document = fromMarkdown(parts.join(''));
        const isOnlyWords = !/[[{^]|\d\. /.test(parts.join(''));
        if (isOnlyWords) expect(letters(plainText(document))).toBe(letters(parts.join('')));
      }),
      { numRuns: 2000 },
    );
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (s) => void fromMarkdown(s)));
  });

  it.each(['^[', '{{', '[a](', '[^e:', '*', '**a ', '[', '| ', '\\'])(
    'reads 200,000 characters of %s in linear time',
    (part) => {
      const started = performance.now();
      fromMarkdown(part.repeat(200_000 / part.length));
      expect(performance.now() - started).toBeLessThan(2000);
    },
  );
});

describe('what people type', () => {
  it.each([
    ['một\nhai', 'paragraph|paragraph'],
    ['1. A\n2. B', 'list'],
    ['2. Công tác lãnh đạo', 'paragraph'],
    ['1. A\n3. C', 'list|paragraph'],
    ['- a\n- b\n\nvăn', 'list|paragraph'],
    ['## Đề mục\nvăn', 'heading|paragraph'],
    ['| a | b |\n|---|--:|\n| 1 | 2 |\n: Biểu 1', 'table'],
  ])('%j', (source, kinds) => {
    expect(
      fromMarkdown(source)
        .map((b) => b.kind)
        .join('|'),
    ).toBe(kinds);
  });

  it('keeps stars that mark nothing', () => {
    expect(plainText(fromMarkdown('2 * 3 = 6, **chưa đóng, a*b'))).toBe('2 * 3 = 6, **chưa đóng, a*b');
  });

  it('reads marks, links, notes, citations and figures', () => {
    const [first] = fromMarkdown(
      '**Đậm** và *nghiêng*, [trang](https://x.vn)^[chú thích] [^e:e1] {{B1.01@2023}}',
    );
    expect(first?.kind === 'paragraph' && first.inlines).toEqual([
      { kind: 'text', text: 'Đậm', bold: true },
      { kind: 'text', text: ' và ' },
      { kind: 'text', text: 'nghiêng', italic: true },
      { kind: 'text', text: ', ' },
      { kind: 'text', text: 'trang', href: 'https://x.vn' },
      { kind: 'footnote', text: 'chú thích' },
      { kind: 'text', text: ' ' },
      { kind: 'citation', evidenceId: 'e1' },
      { kind: 'text', text: ' ' },
      { kind: 'figure', ref: 'B1.01@2023' },
    ]);
  });
});

describe('ids', () => {
  const before = fromMarkdown(
    'Đoạn thứ nhất nói về kết quả.\n\nĐoạn thứ hai nói về hạn chế còn tồn tại.\n\n- một\n- hai',
  );
  const idOf = (document: Document, start: string) =>
    document.find((b) => plainText([b]).startsWith(start))?.id;

  it('stay with unchanged words, wherever they move', () => {
    const after = fromMarkdown(toMarkdown([...before].reverse()), before);
    expect(after.map((b) => b.id)).toEqual(before.map((b) => b.id).reverse());
  });

  it('stay with an edited paragraph, and a new one gets a new id', () => {
    const after = fromMarkdown(
      'Mở đầu mới.\n\nĐoạn thứ hai nói về hạn chế, khuyết điểm còn tồn tại.\n\nĐoạn thứ nhất nói về kết quả.',
      before,
    );
    expect(idOf(after, 'Đoạn thứ nhất')).toBe(idOf(before, 'Đoạn thứ nhất'));
    expect(idOf(after, 'Đoạn thứ hai')).toBe(idOf(before, 'Đoạn thứ hai'));
    expect(before.map((b) => b.id)).not.toContain(idOf(after, 'Mở đầu'));
  });

  it('are never given twice', () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        const ids = fromMarkdown(toMarkdown(a), fromMarkdown(toMarkdown(b))).map((x) => x.id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 200 },
    );
  });
});
