// What a section or a table asks differently in a newer version of the template, in words for those who wrote it. Pure.
import type { Words } from '#src/kernel/language.ts';
import type { AnnexTable, OutlineSection } from '#src/templates/rules.ts';

/** Empty when the same is asked. */
export function sectionChanges(was: OutlineSection, is: OutlineSection): Words[] {
  return [
    was.title !== is.title && {
      vi: `Tên mục trước là “${was.title}”.`,
      en: `The section was called “${was.title}”.`,
    },
    was.guidance !== is.guidance && guidanceWords(was.guidance),
    (was.minWords !== is.minWords || was.maxWords !== is.maxWords) && {
      vi: `Độ dài trước là ${lengthOf(was, 'vi')}, nay là ${lengthOf(is, 'vi')}.`,
      en: `The length was ${lengthOf(was, 'en')} and is now ${lengthOf(is, 'en')}.`,
    },
    !was.required && is.required && { vi: 'Nay là mục bắt buộc.', en: 'The section is required now.' },
    !isSame(was.lists, is.lists) && {
      vi: 'Các danh mục phải kê đã đổi.',
      en: 'The lists that are asked have changed.',
    },
    !isSame([was.answers, was.tables], [is.answers, is.tables]) && {
      vi: 'Nội dung tổng kết hoặc biểu phải dẫn số đã đổi.',
      en: 'The contents answered or the tables quoted have changed.',
    },
  ].filter((change) => change !== false);
}

function guidanceWords(before: string): Words {
  return before
    ? { vi: `Hướng dẫn trước là: “${before}”`, en: `The guidance was: “${before}”` }
    : { vi: 'Nay có hướng dẫn viết.', en: 'There is guidance now.' };
}

/** Empty when the same is asked. */
export function tableChanges(was: AnnexTable, is: AnnexTable): Words[] {
  const added = is.indicators.filter((i) => !was.indicators.some((o) => o.code === i.code));
  const defined = is.indicators.filter((i) => {
    const before = was.indicators.find((o) => o.code === i.code);
    return before && !isSame(defining(before), defining(i));
  });
  const columns = is.columns.filter((c) => !was.columns.some((o) => o.code === c.code));
  return [
    was.title !== is.title && {
      vi: `Tên biểu trước là “${was.title}”.`,
      en: `The table was called “${was.title}”.`,
    },
    added.length > 0 && {
      vi: `Chỉ tiêu mới: ${added.map((i) => i.name).join('; ')}.`,
      en: `New indicators: ${added.map((i) => i.name).join('; ')}.`,
    },
    defined.length > 0 && {
      vi: `Chỉ tiêu đổi cách tính: ${defined.map((i) => i.name).join('; ')}.`,
      en: `Indicators defined differently: ${defined.map((i) => i.name).join('; ')}.`,
    },
    columns.length > 0 && {
      vi: `Cột mới: ${columns.map((c) => c.name ?? c.label).join(', ')}.`,
      en: `New columns: ${columns.map((c) => c.label).join(', ')}.`,
    },
  ].filter((change) => change !== false);
}

const defining = ({ name, unitOfMeasure, type, definition, formula }: AnnexTable['indicators'][number]) => [
  name,
  unitOfMeasure,
  type,
  definition,
  formula,
];

function lengthOf({ minWords, maxWords }: OutlineSection, language: 'vi' | 'en'): string {
  const vi = language === 'vi';
  if (minWords && maxWords) return `${minWords}–${maxWords} ${vi ? 'từ' : 'words'}`;
  if (minWords) return vi ? `từ ${minWords} từ` : `${minWords} words or more`;
  if (maxWords) return vi ? `đến ${maxWords} từ` : `up to ${maxWords} words`;
  return vi ? 'không hạn định' : 'free';
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
