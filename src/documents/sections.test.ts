// Sections found in reports of different habits; no word lost, none twice.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMarkdown } from './markdown.ts';
import type { Block, Document } from './model.ts';
import { plainText } from './model.ts';
import type { OutlinePart } from './outline.ts';
import { findSections } from './sections.ts';
import { sheetOfTable } from './table-sheet.ts';

const part = (
  code: string,
  numbering: string,
  title: string,
  level: 1 | 2 | 3,
  guidance = '',
): OutlinePart => ({
  code,
  numbering,
  title,
  level,
  guidance,
  required: level > 1,
});
const outline = [
  part('P1', 'Phần thứ nhất', 'Kết quả thực hiện', 1),
  part('I', 'I.', 'Đặc điểm tình hình', 2, 'Nêu khái quát địa bàn, dân cư.'),
  part('II', 'II.', 'Công tác lãnh đạo, chỉ đạo', 2),
  part('II.1', '1.', 'Quán triệt, tuyên truyền', 3),
  part('II.2', '2.', 'Kiểm tra, giám sát', 3),
  part('III', 'III.', 'Hạn chế và nguyên nhân', 2),
  part('P2', 'Phần thứ hai', 'Phương hướng, nhiệm vụ', 1),
  part('IV', 'I.', 'Mục tiêu', 2),
];

const brief = (document: Document) => {
  const { sections, leftovers, diagnostics } = findSections(document, outline);
  return {
    sections: Object.fromEntries(sections.map((s) => [s.code, plainText(s.blocks)])),
    leftovers: plainText(leftovers),
    codes: diagnostics.map((d) => d.code),
  };
};

const text = {
  P1: '',
  I: 'Tỉnh có mười huyện.',
  II: '',
  'II.1': 'Đã quán triệt.',
  'II.2': 'Đã kiểm tra.',
  III: 'Còn chậm.',
  P2: '',
  IV: 'Phấn đấu.',
};

describe('habits', () => {
  it.each([
    [
      'real headings',
      `# Phần thứ nhất: KẾT QUẢ THỰC HIỆN\n## I. Đặc điểm tình hình\n${text.I}\n## II. Công tác lãnh đạo, chỉ đạo\n### 1. Quán triệt, tuyên truyền\n${text['II.1']}\n### 2. Kiểm tra, giám sát\n${text['II.2']}\n## III. Hạn chế và nguyên nhân\n${text.III}\n# Phần thứ hai: PHƯƠNG HƯỚNG, NHIỆM VỤ\n## I. Mục tiêu\n${text.IV}`,
    ],
    [
      'bold paragraphs',
      `**PHẦN THỨ NHẤT**\n**KẾT QUẢ THỰC HIỆN**\n**I. ĐẶC ĐIỂM TÌNH HÌNH**\n${text.I}\n**II- CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO**\n***1) Quán triệt, tuyên truyền:***\n${text['II.1']}\n***2) Kiểm tra, giám sát:***\n${text['II.2']}\n**III/ HẠN CHẾ VÀ NGUYÊN NHÂN**\n${text.III}\n**PHẦN THỨ HAI**\n**PHƯƠNG HƯỚNG, NHIỆM VỤ**\n**I. MỤC TIÊU**\n${text.IV}`,
    ],
    [
      'capitals without bold, numbers missing',
      `PHẦN THỨ NHẤT: KẾT QUẢ THỰC HIỆN\nĐẶC ĐIỂM TÌNH HÌNH\n${text.I}\nCÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO\nQuán triệt, tuyên truyền\n${text['II.1']}\nKiểm tra, giám sát\n${text['II.2']}\nHẠN CHẾ VÀ NGUYÊN NHÂN\n${text.III}\nPHƯƠNG HƯỚNG, NHIỆM VỤ\nMỤC TIÊU\n${text.IV}`,
    ],
    [
      'numbers wrong, words around titles',
      `## 1. Kết quả thực hiện Nghị quyết\n## 1.1. Đặc điểm tình hình của địa phương\n${text.I}\n## 1.2. Về công tác lãnh đạo, chỉ đạo\n### a) Công tác quán triệt, tuyên truyền\n${text['II.1']}\n### b) Công tác kiểm tra, giám sát\n${text['II.2']}\n## 1.3. Một số hạn chế và nguyên nhân\n${text.III}\n## 2. Phương hướng, nhiệm vụ thời gian tới\n## 2.1. Mục tiêu chung\n${text.IV}`,
    ],
    [
      'text behind the heading on the same line',
      `**Phần thứ nhất. Kết quả thực hiện**\n**I. Đặc điểm tình hình:** ${text.I}\n**II. Công tác lãnh đạo, chỉ đạo**\n**1. Quán triệt, tuyên truyền.** ${text['II.1']}\n**2. Kiểm tra, giám sát.** ${text['II.2']}\n**III. Hạn chế và nguyên nhân:** ${text.III}\n**Phần thứ hai. Phương hướng, nhiệm vụ**\n**I. Mục tiêu:** ${text.IV}`,
    ],
  ])('%s', (_, source) => {
    const found = brief(fromMarkdown(source));
    for (const [code, words] of Object.entries(text))
      if (words) expect(found.sections[code]?.trim(), code).toBe(words);
    expect(found.codes).not.toContain('word-section-missing');
    expect(found.leftovers).not.toMatch(/huyện|quán triệt\.|Phấn đấu/);
  });

  it('keeps letterhead, guidance and recipients apart, and tables of the annex', () => {
    const source = `| TỈNH ỦY MẪU | ĐẢNG CỘNG SẢN VIỆT NAM |\n\n**BÁO CÁO**\n\n## I. Đặc điểm tình hình\nNêu khái quát địa bàn, dân cư.\n${text.I}\n\n| a | b |\n| 1 | 2 |\n\n## Mục tiêu\n${text.IV}\n\n| Nơi nhận: | T/M BAN THƯỜNG VỤ |\n\n## PHỤ LỤC 1. BIỂU SỐ LIỆU\n\n| Chỉ tiêu | 2023 |\n| Số hộ | 12 |`;
    const found = findSections(fromMarkdown(source), outline);
    expect(found.sections.map((s) => [s.code, plainText(s.blocks)])).toEqual([
      ['I', `${text.I}\na\tb\n1\t2`],
      ['IV', text.IV],
    ]);
    expect(found.annexTables.map((t) => plainText([t]))).toEqual(['Chỉ tiêu\t2023\nSố hộ\t12']);
    expect(plainText(found.leftovers)).toMatch(
      /TỈNH ỦY MẪU[\s\S]*BÁO CÁO[\s\S]*Nêu khái quát[\s\S]*Nơi nhận[\s\S]*PHỤ LỤC 1/,
    );
    expect(
      found.diagnostics.filter((d) => d.code === 'word-section-missing').map((d) => d.where),
    ).toHaveLength(4);
    expect(sheetOfTable(found.annexTables[0]!, 'S').rows[1]!.map((c) => c.value)).toEqual(['Số hộ', 12]);
  });

  it('leaves a captioned table in its section', () => {
    const found = brief(
      fromMarkdown('## I. Đặc điểm tình hình\nBiểu 1. Số hộ\n\n| a |\n\nPhụ lục 1 nêu rõ số liệu.\nHết.'),
    );
    expect(found.sections.I).toBe('Biểu 1. Số hộ\na\nPhụ lục 1 nêu rõ số liệu.\nHết.');
  });

  it('takes a section out of order, and says so; a repeated one stays where it is', () => {
    const found = brief(
      fromMarkdown(
        `## III. Hạn chế và nguyên nhân\n${text.III}\n## I. Đặc điểm tình hình\n${text.I}\n## II. Công tác lãnh đạo, chỉ đạo\n### 1. Quán triệt, tuyên truyền\nA\n## Đặc điểm tình hình\nB`,
      ),
    );
    expect(found.sections.III).toBe(text.III);
    expect(found.sections['II.1']).toContain('B');
    expect(found.codes).toEqual(expect.arrayContaining(['word-section-order', 'word-section-repeated']));
  });

  it('says when nothing of the outline is there', () => {
    expect(brief(fromMarkdown('Một bài báo.\nKhông có mục nào.')).codes).toContain('word-no-sections');
  });

  it('is not led astray by sentences that only share words with a title', () => {
    const found = brief(
      fromMarkdown(
        `## I. Đặc điểm tình hình\nMục tiêu của tỉnh là giảm nghèo.\nCông tác kiểm tra còn hạn chế.\n**Kết quả nổi bật**\n${text.I}`,
      ),
    );
    expect(Object.keys(found.sections)).toEqual(['I']);
  });
});

it('text in = text out: every word is in exactly one section, annex table or leftover', () => {
  const titles = fc.constantFrom(
    ...outline.map((p) => p.title),
    ...outline.map((p) => `${p.numbering} ${p.title}`),
    'Nơi nhận:',
    'PHỤ LỤC 1',
    'Nêu khái quát địa bàn, dân cư.',
  );
  const words = fc.oneof(titles, fc.lorem({ maxCount: 8 }), fc.string());
  const run = fc
    .record({
      kind: fc.constant('text' as const),
      text: words,
      bold: fc.constantFrom(true as const, undefined),
    })
    .map(({ bold, ...r }) => (bold ? { ...r, bold } : r));
  const inlines = fc.array(run, { minLength: 1, maxLength: 3 });
  const block = fc.oneof(
    inlines.map((i): Block => ({ id: '', kind: 'paragraph', inlines: i })),
    inlines.map((i): Block => ({ id: '', kind: 'heading', level: 2, inlines: i })),
    fc
      .array(inlines, { minLength: 1, maxLength: 3 })
      .map((items): Block => ({ id: '', kind: 'list', ordered: false, items })),
    fc
      .array(
        fc.array(
          inlines.map((i) => ({ inlines: i })),
          { maxLength: 3 },
        ),
        { maxLength: 3 },
      )
      .map((rows): Block => ({ id: '', kind: 'table', rows })),
  );
  const bag = (document: Document) => plainText(document).split(/\s+/).filter(Boolean).sort();
  fc.assert(
    fc.property(fc.array(block, { maxLength: 25 }), (blocks) => {
      const document = blocks.map((b, i) => ({ ...b, id: String(i) }));
      const found = findSections(document, outline);
      const all = [
        ...found.sections.flatMap((s) => [...s.headings, ...s.blocks]),
        ...found.annexTables,
        ...found.leftovers,
      ];
      // A heading cut from the text behind it parts two words that no space parted; letters are what must be equal.
      expect(bag(all).join('').split('').sort()).toEqual(bag(document).join('').split('').sort());
      expect(new Set(all.map((b) => b.id)).size).toBe(all.length);
    }),
    { numRuns: 1000 },
  );
});
