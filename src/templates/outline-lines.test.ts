// An outline goes to lines and back without loss, and an edited one keeps what its sections had.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOfOutline, outlineEdited, outlineFromLines, sectionsFrom } from './outline-lines.ts';
import type { Outline } from './rules.ts';
import { templateSeeds } from './seed.ts';
import { refusalToSave } from './soundness.ts';

const lines = `Phần thứ nhất: Kết quả
I. Đặc điểm tình hình
- Dân cư, tổ chức đảng.
II. Kết quả thực hiện
1. Lãnh đạo, chỉ đạo
a) Quán triệt
2. Hạn chế, nguyên nhân
Phần thứ hai
Phương hướng
I. Nhiệm vụ
II. Kiến nghị, đề xuất`;

describe('lines of an outline', () => {
  it('are sections of three levels with codes of their own', () => {
    expect(sectionsFrom(lines.split('\n')).map((s) => [s.code, s.level, s.title, s.writable])).toEqual([
      ['P1', 1, 'Kết quả', false],
      ['I', 2, 'Đặc điểm tình hình', true],
      ['II', 2, 'Kết quả thực hiện', false],
      ['II.1', 3, 'Lãnh đạo, chỉ đạo', true],
      ['II.2', 3, 'Hạn chế, nguyên nhân', true],
      ['P2', 1, 'Phương hướng', false],
      ['P2.I', 2, 'Nhiệm vụ', true],
      ['P2.II', 2, 'Kiến nghị, đề xuất', true],
    ]);
  });

  it('tell which sections hold lists', () => {
    const held = sectionsFrom(lines.split('\n')).flatMap((s) => s.lists);
    expect(held).toEqual(['shortcomings', 'causes', 'recommendations']);
  });

  it('make a sound template of any text', () => {
    const line = fc.oneof(
      fc.constantFrom(...lines.split('\n'), '1.1. Một', 'đ) Đ', 'V.', '', '- ', 'Mẫu số 01'),
      fc.string({ maxLength: 60 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (typed) => {
        const outline = outlineFromLines('Báo cáo', typed.join('\n'));
        expect(refusalToSave(outline, { tables: [] })).toBeNull();
        for (const s of outline.sections) expect(s.code).toMatch(/^[A-Za-z0-9.]{1,12}$/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('an edited outline', () => {
  const shipped = templateSeeds().map((t) => t.outline);

  it('is the same when nothing was edited', () => {
    for (const outline of shipped)
      expect(outlineEdited(outline, outline.title, linesOfOutline(outline))).toEqual(outline);
  });

  it('keeps codes, lists and tables of the sections that moved, and gives a new one its own code', () => {
    const outline: Outline = shipped[0]!;
    const edited = outlineEdited(
      outline,
      outline.title,
      `I. Tình hình mới\n${linesOfOutline(outline).replace('I. Đặc điểm', 'II. Đặc điểm')}`,
    );
    const old = outline.sections.find((s) => s.title === 'Đặc điểm tình hình')!;
    const moved = edited.sections.find((s) => s.title === 'Đặc điểm tình hình')!;
    expect(moved).toEqual({ ...old, numbering: 'II.' });
    expect(edited.sections[0]!.code).not.toBe(old.code);
    expect(new Set(edited.sections.map((s) => s.code)).size).toBe(edited.sections.length);
  });
});
