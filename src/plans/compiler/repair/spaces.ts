// Spaces that a PDF lost after toned syllables ("chủtrì", "vụTỉnh uỷxây dựng") are put back, syllable by syllable.
import { type Edit, type Mapped, rewrite } from '../text/mapped.ts';
import { hasVietnameseLetter, isTonedVowel, splitGlued } from '../text/syllable.ts';

const letterRun = /\p{L}{4,40}/gu;
const gluedToDigits = /\p{L}(?=\d{1,4}[\s/.,-])/gu;

/** Glued syllables are parted; "số61-KH" and "ngày02/12" too. */
export function restoreLostSpaces(m: Mapped): Mapped {
  const edits: Edit[] = [];
  for (const match of m.text.matchAll(letterRun)) {
    if (!hasVietnameseLetter(match[0])) continue;
    const parts = splitGlued(match[0]);
    if (!parts) continue;
    let at = match.index;
    for (const part of parts.slice(0, -1)) {
      at += part.length;
      edits.push({ start: at, end: at, text: ' ' });
    }
  }
  for (const match of m.text.matchAll(gluedToDigits)) {
    const at = match.index + match[0].length;
    if (isTonedVowel(match[0]) && /(?:số|từ|hạn)$/iu.test(m.text.slice(Math.max(0, at - 3), at)))
      edits.push({ start: at, end: at, text: ' ' });
  }
  return rewrite(
    m,
    edits.sort((a, b) => a.start - b.start),
  );
}
