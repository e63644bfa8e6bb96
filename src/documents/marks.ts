// Item marks: I. · I- · A. · 1. · 1.1. · 1- · (1) · a) · đ) · - · + · "Một là," · "Phần thứ nhất".
import { fromRoman } from '#src/kernel/roman.ts';

export type MarkKind = 'roman' | 'capital' | 'number' | 'subnumber' | 'bracket' | 'letter' | 'dash' | 'plus';

/** `label` as printed without its dot; `length` in characters, white space included. */
export type Mark = { kind: MarkKind; label: string; length: number };

const forms: [MarkKind, RegExp][] = [
  ['roman', /^([IVXL]{1,6})\s?[.)\-–:/]\s*(?=\S)/u],
  ['subnumber', /^(\d{1,2}(?:\.\d{1,2}){1,3})[.)]?\s+(?=\S)/u],
  ['number', /^(\d{1,2})\s?(?:[.)]|[-–](?=\s))(?:\s*(?=[^\d\s])|\s+(?=\d{1,3} \p{L}))/u],
  ['bracket', /^\((\d{1,2}|[a-zđ])\)\s*(?=\S)/u],
  ['letter', /^([a-zđ]|[a-zđ]\d)\s?[.)]\s*(?=\S)/u],
  ['capital', /^([A-HĐ])\s?[.)\-–]\s+(?=\S)/u],
  ['dash', /^([-–—•*●▪])\s*(?=[^\s\-–—•*●▪])/u],
  ['plus', /^(\+)\s*(?=\S)/u],
];

/** The mark that a line begins with, or null. */
export function readMark(text: string): Mark | null {
  for (const [kind, form] of forms) {
    const match = form.exec(text);
    if (!match) continue;
    if (kind === 'roman' && fromRoman(match[1]!) === null) continue;
    return { kind, label: match[1]!, length: match[0].length };
  }
  return null;
}

const depths: Record<MarkKind, number> = {
  capital: 0,
  roman: 1,
  number: 2,
  subnumber: 3,
  bracket: 4,
  letter: 4,
  dash: 5,
  plus: 6,
};

/** How deep the mark stands by custom: A < I < 1 < 1.1 < a) < - < +; no mark is deepest. */
export function depthOf(mark: Mark | null): number {
  return mark ? depths[mark.kind] : 9;
}
