// Moving a report to another version of its template: what goes where, what is kept, what is said of it.
import { describe, expect, it } from 'vitest';
import { asked, cell, section, table, words } from '../fixtures/versions.ts';
import { mayMove } from '../rules.ts';
import { placeNow } from './landings.ts';
import { type Held, type KeptBefore, planMove } from './moving.ts';
import { pairUp } from './places.ts';
import { sectionChanges, tableChanges } from './requirements.ts';

const nothing: Held = { sections: {}, tables: {}, kept: [] };

describe('sections', () => {
  it('keep their text when one is put in between and every number after it shifts', () => {
    const from = asked([section('1', 'Tình hình'), section('2', 'Kết quả'), section('3', 'Kiến nghị')]);
    const to = asked([
      section('1', 'Tình hình'),
      section('2', 'Lãnh đạo, chỉ đạo'),
      section('3', 'Kết quả'),
      section('4', 'Kiến nghị'),
    ]);
    const sections = { 1: words('a'), 2: words('b'), 3: words('c') };
    const move = planMove(from, to, { ...nothing, sections });
    expect(move.sections).toEqual({ 1: words('a'), 3: words('b'), 4: words('c') });
    expect(move.kept).toEqual([]);
  });

  it('go by their code when only the title changed, and are kept when nothing asks for them', () => {
    const from = asked([section('1', 'Tình hình'), section('2', 'Kết quả')]);
    const to = asked([section('1', 'Đặc điểm tình hình'), section('5', 'Khác')]);
    const move = planMove(from, to, { ...nothing, sections: { 1: words('a'), 2: words('b') } });
    expect(move.sections).toEqual({ 1: words('a') });
    expect(move.kept).toEqual([{ kind: 'section', code: '2', title: 'Kết quả', content: words('b') }]);
  });

  it('with a title that several have do not guess', () => {
    const from = [section('1', 'Đánh giá chung'), section('2', 'Đánh giá chung')];
    const to = [section('3', 'Đánh giá chung'), section('2', 'Đánh giá chung')];
    const pairs = pairUp(from, to, (s) => s.title);
    expect([...pairs.keys()].sort()).toEqual(['1', '2']);
    expect(pairs.get('2')?.code).toBe('2');
    const three = [...to, section('4', 'Đánh giá chung')];
    expect([...pairUp(from, three, (s) => s.title).keys()]).toEqual(['2']);
  });

  it('that come back are filled again with what was kept, unless their place is taken', () => {
    const from = asked([section('1', 'Tình hình')]);
    const to = asked([section('1', 'Tình hình'), section('2', 'Kết quả')]);
    const part = { kind: 'section' as const, code: '2', title: 'Kết quả', content: words('b') };
    const kept: KeptBefore[] = [
      { ...part, id: 'k1', asked: null },
      { ...part, id: 'k2', asked: null },
    ];
    const move = planMove(from, to, { ...nothing, kept });
    expect(move.restored).toEqual(['k1']);
    expect(move.sections).toEqual({ 2: words('b') });
  });
});

describe('cells', () => {
  it('follow their indicator and column; those without a place are kept under the table that asked', () => {
    const from = asked(
      [],
      [
        table(
          'B1',
          'Đối thoại',
          [
            ['B1.1', 'Số cuộc'],
            ['B1.2', 'Số người'],
          ],
          ['2022', '2023'],
        ),
      ],
    );
    const to = asked(
      [],
      [
        table(
          'B2',
          'Đối thoại',
          [
            ['B2.1', 'Số người'],
            ['B2.2', 'Số ý kiến'],
          ],
          ['2023'],
        ),
      ],
    );
    const cells = { 'B1.1': { '2023': cell(1) }, 'B1.2': { '2022': cell(2), '2023': cell(3) } };
    const unread = { 'B1.1': { '2022': '4l' } };
    const move = planMove(from, to, { ...nothing, tables: { B1: { cells, unread } } });
    expect(move.tables).toEqual({ B2: { cells: { 'B2.1': { '2023': cell(3) } }, unread: {} } });
    expect(move.kept).toEqual([
      {
        kind: 'table',
        code: 'B1',
        title: 'Đối thoại',
        content: { cells: { 'B1.1': { '2023': cell(1) }, 'B1.2': { '2022': cell(2) } }, unread },
      },
    ]);
  });
});

describe('what is asked differently', () => {
  it('is said in words, and nothing when nothing is', () => {
    const was = section('1', 'Tình hình', { guidance: 'Nêu dân số', minWords: 100 });
    expect(sectionChanges(was, was)).toEqual([]);
    const is = { ...was, title: 'Đặc điểm', guidance: 'Nêu dân tộc', minWords: 200, maxWords: 300 };
    expect(sectionChanges(was, is).map((w) => w.vi)).toEqual([
      'Tên mục trước là “Tình hình”.',
      'Hướng dẫn trước là: “Nêu dân số”',
      'Độ dài trước là từ 100 từ, nay là 200–300 từ.',
    ]);
    const grid = table('B1', 'Đối thoại', [['B1.1', 'Số cuộc']], ['2022']);
    const other = table(
      'B1',
      'Đối thoại',
      [
        ['B1.1', 'Số buổi'],
        ['B1.2', 'Số người'],
      ],
      ['2022', '2023'],
    );
    expect(tableChanges(grid, grid)).toEqual([]);
    expect(tableChanges(grid, other)).toHaveLength(3);
  });
});

describe('an editor opened before the move', () => {
  const first = [
    { kind: 'section' as const, from: '2', to: '3', seen: 4, landed: 7 },
    { kind: 'section' as const, from: '3', to: null, seen: 1, landed: 0 },
  ];
  const second = [{ kind: 'section' as const, from: '3', to: '5', seen: 7, landed: 1 }];

  it.each([
    ['untouched', { code: '1', version: 2 }, { code: '1', version: 2 }],
    ['through both moves', { code: '2', version: 4 }, { code: '5', version: 1 }],
    ['of an older text', { code: '2', version: 3 }, { code: '5', version: -1 }],
    ['of what is no longer asked', { code: '3', version: 1 }, null],
  ])('%s', (_, opened, now) => {
    expect(placeNow([first, second], 'section', opened)).toEqual(now);
  });
});

describe('which reports move', () => {
  const official = ['official' as const];
  const both = ['draft' as const, 'official' as const];
  it.each([
    ['nothing sent', official, null, true],
    ['being read', official, { stage: 'official', state: 'submitted' }, false],
    ['returned', official, { stage: 'official', state: 'returned' }, true],
    ['accepted', official, { stage: 'official', state: 'accepted' }, false],
    ['draft being read', both, { stage: 'draft', state: 'submitted' }, false],
    ['draft accepted, official being written', both, { stage: 'draft', state: 'accepted' }, true],
  ] as const)('%s', (_, stages, latest, may) => {
    expect(mayMove({ stages, latest })).toBe(may);
  });
});
