// The quick checks of a section as it stands: too short, slogans, no figures. Codes Q01…: docs/diagnostics-reports.md. Pure.
import { type Block, countWords, type Document, plainText } from '#src/documents/model.ts';
import type { Diagnostic, Place } from '#src/kernel/diagnostic.ts';
import { formatNumber, parseNumber } from '#src/kernel/vietnamese.ts';
import type { OutlineSection } from '#src/templates/rules.ts';
import type { SectionContent } from '../rules.ts';

/** Words that promise and do not report; three in one paragraph without a figure make a slogan. */
const slogans = [
  'tăng cường',
  'đẩy mạnh',
  'nâng cao',
  'tiếp tục',
  'quan tâm',
  'chú trọng',
  'phát huy',
  'không ngừng',
  'góp phần',
  'từng bước',
];

const figure = /\d/u;

/** A year, a date or the number of a paper is not yet a figure of what was done. */
function hasFigure(words: string): boolean {
  const bare = words
    .replace(/\d+[-/][\p{Lu}Đ-]+(\/[\p{Lu}Đ]+)?/gu, '')
    .replace(/\d{1,2}\/\d{1,2}(\/\d{4})?/gu, '')
    .replace(/(năm|giai đoạn|từ|đến)\s+\d{4}(\s*[-–]\s*\d{4})?/giu, '')
    .replace(/(nghị quyết|kết luận|chỉ thị|quyết định|kế hoạch)\s+(số\s+)?\d+/giu, '');
  return figure.test(bare);
}

/** The remarks on one section, worst first; none of them stops a save. */
export function checkSection(section: OutlineSection, content: SectionContent | null): Diagnostic[] {
  const body = content?.body ?? [];
  const words = countWords(body);
  if (words === 0) return [];
  const place: Place = { in: 'section', section: section.code };
  return [
    ...lengthRemarks(section, words, place),
    ...slogansIn(section, body),
    ...figuresIn(section, body, place),
  ];
}

function lengthRemarks(section: OutlineSection, words: number, where: Place): Diagnostic[] {
  if (section.minWords !== null && words < section.minWords)
    return [
      {
        code: 'Q01',
        severity: 'warning',
        message: {
          vi: `Ngắn hơn gợi ý: ${words} từ, gợi ý từ ${formatNumber(section.minWords)}`,
          en: `Shorter than the hint: ${words} words of ${formatNumber(section.minWords)}`,
        },
        where,
        hint: {
          vi: 'Nêu thêm việc đã làm và kết quả. Nếu không phát sinh, ghi “Không phát sinh”.',
          en: 'Say more of what was done and with what result. If nothing arose, write “Không phát sinh”.',
        },
      },
    ];
  if (section.maxWords !== null && words > section.maxWords * 1.2)
    return [
      {
        code: 'Q04',
        severity: 'note',
        message: {
          vi: `Dài hơn gợi ý: ${formatNumber(words)} từ, gợi ý đến ${formatNumber(section.maxWords)}`,
          en: `Longer than the hint: ${formatNumber(words)} words, at most ${formatNumber(section.maxWords)}`,
        },
        where,
        hint: null,
      },
    ];
  return [];
}

function slogansIn(section: OutlineSection, body: Document): Diagnostic[] {
  return body.flatMap((block, index) => {
    const words = plainText([block]).normalize('NFC');
    const found = slogans.filter((s) => words.toLowerCase().includes(s));
    if (found.length < 3 || hasFigure(words)) return [];
    return [slogan(section, block, index, found)];
  });
}

function slogan(section: OutlineSection, block: Block, index: number, found: string[]): Diagnostic {
  return {
    code: 'Q02',
    severity: 'warning',
    message: {
      vi: `Đoạn ${index + 1} có khẩu hiệu, không có việc hay con số`,
      en: `Paragraph ${index + 1} is a slogan: no act, no figure`,
    },
    where: { in: 'section', section: section.code, block: block.id },
    hint: {
      vi: `“${found.slice(0, 3).join(', ')}” đi liền nhau. Nêu việc cụ thể, con số, thời gian.`,
      en: `“${found.slice(0, 3).join(', ')}” stand together. Name the act, the figure, the time.`,
    },
  };
}

function figuresIn(section: OutlineSection, body: Document, where: Place): Diagnostic[] {
  if (section.tables.length === 0 || hasFigure(plainText(body).normalize('NFC'))) return [];
  const tables = section.tables.join(', ');
  return [
    {
      code: 'Q03',
      severity: 'warning',
      message: { vi: 'Chưa có con số nào', en: 'No figure yet' },
      where,
      hint: {
        vi: `Dẫn số đã có trong biểu ${tables}.`,
        en: `Quote the figures of table ${tables}.`,
      },
    },
  ];
}

/** How many of the numbers in a text stand in the annex too (years left out). */
export function matchingFigures(body: Document, values: ReadonlySet<number>): number {
  const written = plainText(body).match(/\d[\d.,]*\d|\d/gu) ?? [];
  return written.filter((n) => {
    const value = parseNumber(n);
    return value !== null && !(value >= 1900 && value <= 2100 && /^\d{4}$/.test(n)) && values.has(value);
  }).length;
}
