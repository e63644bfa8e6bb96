// Which blocks of a report look like headings, and how well one fits a part of the outline. Pure.

import { fromRoman } from '#src/kernel/roman.ts';
import { foldVietnamese } from '#src/kernel/vietnamese.ts';
import type { Block, Inline } from './model.ts';
import { plainInlines } from './model.ts';
import type { OutlinePart } from './outline.ts';

/** A block that may be a heading. `rest` is what follows a heading in the same paragraph ("1. Kết quả: trong năm…"). */
export type Candidate = {
  at: number;
  words: string;
  number: string;
  tokens: string[];
  /** How much it looks like a heading, 0 … 1. */
  strength: number;
  rest: Inline[];
};

const longestHeading = 300;

/** Takes "Phần thứ nhất", "I.", "III.1.", "1.2", "a)", "(1)" off the front; the number comes normalised ("3.1"). */
function splitNumber(text: string): { number: string; title: string } {
  const part = /^\s*(?:phần|mục|chương)\s+(?:thứ\s+)?([\p{L}\d]+)\s*[-.:–]?\s*/iu.exec(text);
  const ordinal = part && partOrdinal(part[1]!);
  if (part && ordinal) return { number: `p${ordinal}`, title: text.slice(part[0].length) };
  const found =
    /^\s*\(?((?:[IVXLC]+|\d{1,2}|\p{L})(?:\.(?:[IVXLC]+|\d{1,2}|\p{L}))*)\s*[.)/:–-]+\s*/u.exec(text) ??
    /^\s*(\d{1,2}(?:\.\d{1,2})+|[IVXLC]+(?:\.\d{1,2})+|[IVX]{1,5})\s+/u.exec(text);
  return found
    ? { number: normalNumber(found[1]!), title: text.slice(found[0].length) }
    : { number: '', title: text };
}

const ordinals = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'].map(foldVietnamese);

function partOrdinal(word: string): number | null {
  const named = ordinals.indexOf(foldVietnamese(word)) + 1;
  return named || (foldVietnamese(word) === 'mot' ? 1 : (fromRoman(word) ?? (Number(word) || null)));
}

/** "III.1" and "3.1" are the same place written in two ways; letters stay letters. */
function normalNumber(number: string): string {
  return number
    .split('.')
    .map((step) => (/^[IVXLC]+$/.test(step) ? `R${fromRoman(step) ?? step}` : step.toLowerCase()))
    .join('.');
}

/** What titles are compared by. */
export function titleTokens(title: string): string[] {
  return foldVietnamese(title.normalize('NFC')).match(/[a-z0-9]+/g) ?? [];
}

/** The headings that a document may have, in order. */
export function candidatesOf(document: readonly Block[]): Candidate[] {
  return document.flatMap((block, at) => {
    if (block.kind !== 'heading' && block.kind !== 'paragraph') return [];
    const { head, rest } =
      block.kind === 'heading' ? { head: block.inlines, rest: [] } : splitRunIn(block.inlines);
    const words = plainInlines(head).replace(/\s+/g, ' ').trim();
    if (!words || words.length > longestHeading) return [];
    const { number, title } = splitNumber(words);
    const tokens = titleTokens(title);
    if (tokens.length === 0 && !number) return [];
    return { at, words, number, tokens, rest, strength: strengthOf(block, head, words, number) };
  });
}

function strengthOf(block: Block, head: Inline[], words: string, number: string): number {
  if (block.kind === 'heading') return 1;
  const isBold =
    head.some((i) => i.kind === 'text' && i.bold) &&
    head.every((i) => i.kind !== 'text' || i.bold || !/\p{L}/u.test(i.text));
  if (isBold) return 1;
  const isCapitals = /\p{L}/u.test(words) && words === words.toLocaleUpperCase('vi');
  if (isCapitals) return 0.95;
  return number ? 0.85 : 0.75;
}

/** A paragraph that begins in bold and goes on plain: a heading with its text behind it. */
function splitRunIn(inlines: Inline[]): { head: Inline[]; rest: Inline[] } {
  const end = inlines.findIndex(
    (i) =>
      i.kind !== 'text' ||
      (!i.bold && /[\p{L}\p{N}]/u.test(i.text) && !/^\s*\(?[IVXLC\d\p{L}]{1,4}[.)]?\s*$/u.test(i.text)),
  );
  if (end <= 0 || !inlines.slice(0, end).some((i) => i.kind === 'text' && i.bold))
    return { head: inlines, rest: [] };
  return { head: inlines.slice(0, end), rest: inlines.slice(end) };
}

export type Target = { number: string; tokens: string[]; part: OutlinePart };

export function targetsOf(parts: readonly OutlinePart[]): Target[] {
  return parts.map((part) => {
    const own = splitNumber(`${part.numbering} ${part.title}`);
    return { number: own.number, tokens: titleTokens(part.title), part };
  });
}

/** How well a candidate names a part: 1 the same words; 0 below what could be meant. The number only helps. */
export function likeness(candidate: Candidate, target: Target): number {
  const hasNumber = candidate.number !== '' && lastStep(candidate.number) === lastStep(target.number);
  if (target.tokens.length === 0 || candidate.tokens.length === 0) {
    const isSamePart = hasNumber && /^p\d/.test(candidate.number) && candidate.number === target.number;
    return isSamePart ? 0.9 * candidate.strength : 0;
  }
  const common = commonTokens(candidate.tokens, target.tokens);
  const cover = common / target.tokens.length;
  const dice = (2 * common) / (candidate.tokens.length + target.tokens.length);
  const words = dice === 1 ? 1 : 0.5 * cover + 0.5 * dice;
  const score = (words + (hasNumber ? 0.12 : 0)) * candidate.strength;
  // Few words agree by chance: a plain paragraph must say nearly the whole title.
  const least = candidate.strength < 0.9 ? 0.74 : hasNumber ? 0.5 : 0.6;
  return score >= least ? score : 0;
}

const lastStep = (number: string) => number.split('.').at(-1)!.replace(/^R/, '');

function commonTokens(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const token of b) left.set(token, (left.get(token) ?? 0) + 1);
  let common = 0;
  for (const token of a) {
    const n = left.get(token) ?? 0;
    if (n > 0) common++;
    left.set(token, n - 1);
  }
  return common;
}
