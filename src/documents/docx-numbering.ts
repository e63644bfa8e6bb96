// Word's automatic numbers written into the text, as a reader of the paper sees them: "I.", "1.2.", "a)". Pure.
import { toRoman } from '#src/kernel/roman.ts';

/** Stands before a number that was automatic, so that a list can be told from typed numbers; removed after reading. */
export const numberMark = '\ue000';

type Level = { format: string; text: string; start: number };
type Numbers = {
  levels: Map<string, Map<number, Level>>;
  /** num → its abstract numbering, and the levels that start again. */
  nums: Map<string, { abstract: string; restarts: Map<number, number> }>;
  styles: Map<string, { numId: string; level: number }>;
};
type Parts = { document: string; numbering: string; styles: string };

/** `document` (word/document.xml) with a run for the number of every paragraph that has one; bullets are left alone. */
export function writeNumbers(parts: Parts): string {
  if (!parts.numbering) return parts.document;
  const numbers: Numbers = { ...readNumbering(parts.numbering), styles: readStyles(parts.styles) };
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  return parts.document.replace(
    /<w:p(?: [^<>]*)?>\s*<w:pPr>((?:(?!<\/w:pPr>)[\s\S])*)<\/w:pPr>/g,
    (whole, properties: string) => {
      const label = nextLabel(properties, numbers, counters, begun);
      return label ? `${whole}<w:r><w:t xml:space="preserve">${numberMark}${label} </w:t></w:r>` : whole;
    },
  );
}

const attribute = (xml: string, tag: string, name = 'w:val') =>
  new RegExp(`<${tag}(?=[ />])[^<>]*?\\s${name}="([^"]*)"`).exec(xml)?.[1];

function readNumbering(xml: string): Omit<Numbers, 'styles'> {
  const levels: Numbers['levels'] = new Map();
  for (const [block, id] of xml.matchAll(
    /<w:abstractNum [^<>]*w:abstractNumId="([^"]*)"[\s\S]*?<\/w:abstractNum>/g,
  )) {
    const found = [...block.matchAll(/<w:lvl [^<>]*w:ilvl="(\d)"[\s\S]*?<\/w:lvl>/g)].map(
      ([level, index]) => {
        const start = Number(attribute(level, 'w:start') ?? 1);
        const format = attribute(level, 'w:numFmt') ?? 'decimal';
        return [Number(index), { format, text: attribute(level, 'w:lvlText') ?? '', start }] as const;
      },
    );
    levels.set(id!, new Map(found));
  }
  const nums: Numbers['nums'] = new Map();
  for (const [block, id] of xml.matchAll(/<w:num [^<>]*w:numId="([^"]*)"[\s\S]*?<\/w:num>/g)) {
    const overrides = [...block.matchAll(/<w:lvlOverride [^<>]*w:ilvl="(\d)"[\s\S]*?<\/w:lvlOverride>/g)];
    const restarts = overrides.flatMap(([override, level]) => {
      const start = attribute(override, 'w:startOverride');
      return start === undefined ? [] : [[Number(level), Number(start)] as const];
    });
    nums.set(id!, { abstract: attribute(block, 'w:abstractNumId') ?? '', restarts: new Map(restarts) });
  }
  return { levels, nums };
}

function readStyles(xml: string): Numbers['styles'] {
  const styles: Numbers['styles'] = new Map();
  for (const [block, id] of xml.matchAll(/<w:style [^<>]*w:styleId="([^"]*)"[\s\S]*?<\/w:style>/g)) {
    const numId = attribute(block, 'w:numId');
    if (numId) styles.set(id!, { numId, level: Number(attribute(block, 'w:ilvl') ?? 0) });
  }
  return styles;
}

function nextLabel(
  properties: string,
  numbers: Numbers,
  counters: Map<string, number[]>,
  begun: Set<string>,
): string {
  const style = numbers.styles.get(attribute(properties, 'w:pStyle') ?? '');
  const numId = attribute(properties, 'w:numId') ?? style?.numId;
  const level = Number(attribute(properties, 'w:ilvl') ?? style?.level ?? 0);
  const num = numId === undefined || numId === '0' ? undefined : numbers.nums.get(numId);
  const levels = num && numbers.levels.get(num.abstract);
  const own = levels?.get(level);
  if (!num || !levels || !own) return '';
  const counts = counters.get(num.abstract) ?? [];
  counters.set(num.abstract, counts);
  if (!begun.has(numId!)) for (const [l, start] of num.restarts) counts[l] = start - 1;
  begun.add(numId!);
  counts[level] = (counts[level] ?? own.start - 1) + 1;
  counts.length = level + 1;
  if (own.format === 'bullet' || own.format === 'none') return '';
  return own.text.replace(/%(\d)/g, (_, place: string) => {
    const other = levels.get(Number(place) - 1);
    return other ? spell(counts[Number(place) - 1] ?? other.start, other.format) : '';
  });
}

function spell(value: number, format: string): string {
  const count = Math.min(Math.max(value, 0), 9999);
  if (format === 'upperRoman') return toRoman(count);
  if (format === 'lowerRoman') return toRoman(count).toLowerCase();
  if (format === 'upperLetter') return letters(count).toUpperCase();
  if (format === 'lowerLetter') return letters(count);
  return format === 'decimalZero' ? String(count).padStart(2, '0') : String(count);
}

/** a … z, then aa, bb, as Word counts. */
function letters(value: number): string {
  if (value < 1) return '';
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}
