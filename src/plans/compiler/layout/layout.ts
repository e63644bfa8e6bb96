// The second stage: repaired text → paragraphs.
import type { Mapped } from '../text/mapped.ts';
import { hasVietnameseLetter } from '../text/syllable.ts';
import { readLines } from './lines.ts';
import type { Paragraph } from './paragraph.ts';
import { joinLines } from './paragraphs.ts';

/** True when the text is Vietnamese typed without diacritics (or not Vietnamese at all). */
export function isPlain(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const words = sample.match(/\p{L}{2,}/gu) ?? [];
  return words.filter(hasVietnameseLetter).length < words.length * 0.1;
}

export function layOut(m: Mapped): Paragraph[] {
  return joinLines(readLines(m), isPlain(m.text));
}
