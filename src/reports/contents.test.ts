// What a report lacks, what the checks say, what changed, and the seal: pure cases.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMarkdown } from '#src/documents/markdown.ts';
import type { OutlineSection } from '#src/templates/rules.ts';
import { sectionForm } from './forms.ts';
import { changesBetween, diffWords } from './rules/changes.ts';
import { itemsFrom, rowsFor } from './rules/lines.ts';
import { countsInWords, sectionProgress, whatIsMissing } from './rules/missing.ts';
import { checkSection, matchingFigures } from './rules/quality.ts';
import type { SubmissionContent } from './rules.ts';
import { canonicalJson, inGroups, sealOf } from './seal.ts';

const section: OutlineSection = {
  code: 'III.3',
  numbering: '3.',
  title: 'Công tác dân vận của cơ quan nhà nước',
  level: 3,
  guidance: '',
  writable: true,
  required: true,
  minWords: 8,
  maxWords: 20,
  answers: [],
  lists: ['shortcomings'],
  tables: ['B3'],
};

const written = (text: string) => ({ body: fromMarkdown(text), items: [] });
const codes = (text: string) => checkSection(section, written(text)).map((d) => d.code);

describe('progress', () => {
  it.each([
    ['', 'empty'],
    ['Không phát sinh.', 'done'],
    ['Đã làm được ba việc', 'short'],
    ['Năm 2022 đã tiếp công dân 320 buổi với 4.850 lượt người', 'done'],
  ])('%j is %s', (text, state) => {
    expect(sectionProgress(section, written(text)).state).toBe(state);
  });

  it('counts required sections without a word and unfinished tables', () => {
    const outline = { title: '', sections: [section, { ...section, code: 'IV', required: false }] };
    const tables = [{ code: 'B3', title: '', filled: 5, cells: 5, errors: 1 }];
    const missing = whatIsMissing(outline, {}, tables);
    expect(countsInWords(missing)).toEqual({ vi: '1 mục và 1 biểu', en: '1 section and 1 table' });
    expect(missing.isEmpty).toBe(false);
    expect(whatIsMissing(outline, {}, []).isEmpty).toBe(true);
  });
});

describe('quick checks', () => {
  it('finds a slogan, and not one with an act and a figure', () => {
    expect(
      codes('Các cấp tiếp tục tăng cường, đẩy mạnh, nâng cao hiệu quả công tác dân vận trong năm 2023'),
    ).toContain('Q02');
    expect(
      codes('Tiếp tục tăng cường, đẩy mạnh đối thoại: đã tổ chức 62 cuộc, nâng cao chất lượng giải quyết'),
    ).not.toContain('Q02');
  });

  it.each([
    ['Ngắn quá có 3 việc', 'Q01'],
    ['Thực hiện Nghị quyết số 25-NQ/TW từ năm 2013 ngày 03/6/2013', 'Q03'],
    [Array.from({ length: 30 }, (_, i) => `việc ${i}`).join(' '), 'Q04'],
  ])('%j gives %s', (text, code) => {
    expect(codes(text)).toContain(code);
  });

  it('points at the paragraph', () => {
    const content = written(
      'Đoạn một có 320 buổi tiếp công dân.\n\nTiếp tục tăng cường, đẩy mạnh, nâng cao.',
    );
    const remark = checkSection(section, content).find((d) => d.code === 'Q02');
    expect(remark?.where).toEqual({ in: 'section', section: 'III.3', block: content.body[1]!.id });
  });

  it('counts the figures that stand in the annex', () => {
    const body = fromMarkdown('Năm 2022 có 320 buổi, 4.850 lượt, 17 cuộc.');
    expect(matchingFigures(body, new Set([320, 4850, 2022]))).toBe(2);
  });
});

describe('what changed', () => {
  it('tells the words that came and went', () => {
    expect(diffWords('đã làm ba việc', 'đã làm bốn việc')).toEqual([
      { kind: 'same', text: 'đã làm ' },
      { kind: 'removed', text: 'ba ' },
      { kind: 'added', text: 'bốn ' },
      { kind: 'same', text: 'việc' },
    ]);
  });

  it('gives both texts back', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd\n', 'e'), { maxLength: 30 })
      .map((w) => w.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = diffWords(before, after);
        const only = (kind: string) =>
          pieces
            .filter((p) => p.kind !== kind)
            .map((p) => p.text)
            .join('');
        expect(only('added').trim()).toBe(before.trim());
        expect(only('removed').trim()).toBe(after.trim());
      }),
    );
  });

  it('looks at words and figures, not at ids and sources', () => {
    const make = (text: string, value: number, by: string): SubmissionContent => ({
      templateCode: 'M1',
      templateVersion: 1,
      title: '',
      sections: { I: written(text) },
      annex: { B1: { 'B1.01': { '2019': { value, source: { kind: 'typed', by, at: '' } } } } },
    });
    const same = changesBetween(make('Một', 1, 'Châu'), make('Một', 1, 'Ngân'));
    expect(same).toEqual({ sections: { I: 'same' }, tables: { B1: 'same' } });
    expect(changesBetween(make('Một', 1, ''), make('Hai', 2, ''))).toEqual({
      sections: { I: 'changed' },
      tables: { B1: 'changed' },
    });
  });
});

describe('the seal', () => {
  it('does not depend on the order of keys, nor on a passage through JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(sealOf(JSON.parse(JSON.stringify(value)))).toBe(sealOf(value));
        if (typeof value === 'object' && value !== null && !Array.isArray(value))
          expect(sealOf(Object.fromEntries(Object.entries(value).reverse()))).toBe(sealOf(value));
      }),
    );
  });

  it('is the SHA-256 of the canonical bytes', () => {
    expect(canonicalJson({ b: 1, a: ['ổ', null, undefined] })).toBe('{"a":["ổ",null,null],"b":1}');
    expect(sealOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
    expect(inGroups('9f2c71ab04d6')).toBe('9f2c 71ab 04d6');
  });
});

describe('lines of lists', () => {
  const form = sectionForm.parse({
    version: '3',
    text: '',
    itemId: ['a', '', 'c'],
    kind: ['shortcoming', 'shortcoming', 'recommendation'],
    item: [' Chậm  trả lời ', '', 'Sửa luật'],
    cause: ['subjective', '', ''],
    addressee: ['', '', 'Quốc hội, Chính phủ'],
    remove: undefined,
  });

  it('keeps the lines that hold words', () => {
    expect(itemsFrom(form, () => 'new')).toEqual([
      { id: 'a', kind: 'shortcoming', text: 'Chậm trả lời', cause: 'subjective' },
      { id: 'c', kind: 'recommendation', text: 'Sửa luật', addressee: 'Quốc hội, Chính phủ' },
    ]);
    expect(itemsFrom({ ...form, remove: 0 }, () => 'new')).toHaveLength(1);
  });

  it('shows an empty row where there is none, and one more when asked', () => {
    const items = itemsFrom(form, () => 'new');
    const rows = (add?: string) => rowsFor(['shortcomings', 'lessons'], items, add).map((r) => r.rows.length);
    expect(rows()).toEqual([1, 1]);
    expect(rows('shortcomings')).toEqual([2, 1]);
  });
});
