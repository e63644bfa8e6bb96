// Letter-spaced headings: "I I .   N Ộ I   D U N G", also one word a line, become "II. NỘI DUNG".
import { type Edit, type Mapped, rewrite } from '../text/mapped.ts';
import { isSyllable } from '../text/syllable.ts';

const lines = /[^\n]+/g;

/** Every line of single letters is closed up; words keep one space between them. */
export function closeLetterSpacing(m: Mapped): Mapped {
  if (!/\S \S \S/.test(m.text)) return m;
  const edits: Edit[] = [];
  let before: { end: number; spaced: boolean } | null = null;
  for (const match of m.text.matchAll(lines)) {
    const spaced = isLetterSpaced(match[0]);
    if (spaced && before?.spaced && match.index === before.end + 1)
      edits.push({ start: before.end, end: match.index, text: ' ' });
    if (spaced) edits.push(...closeLine(match[0], match.index));
    before = { end: match.index + match[0].length, spaced };
  }
  return rewrite(m, edits);
}

/** Nearly every line is known by its first two words to be none. */
const mayBeSpaced = /^ *\S{1,2} +\S{1,2}(?: |$)/;

function isLetterSpaced(line: string): boolean {
  if (!mayBeSpaced.test(line)) return false;
  const tokens = line.trim().split(/ +/);
  if (/^(?:\p{Lu}|[IVX]( [IVX])*) \.$/u.test(line.trim())) return true;
  const singles = tokens.filter((t) => /^(?:[\p{Lu}\p{N}.,:;"“”()/-]{1,2}|\p{Ll})$/u.test(t)).length;
  const letters = tokens.filter((t) => /^\p{L}$/u.test(t)).length;
  const signs = tokens.filter((t) => /^[\p{L}\p{N}]$/u.test(t)).length;
  return (
    tokens.length >= 3 &&
    (signs >= 5 || !/\p{Ll}/u.test(line)) &&
    letters >= 2 &&
    singles === tokens.length &&
    !/^\p{Lu} - \p{Lu}$/u.test(line.trim())
  );
}

/** The gaps to close: every single space, unless the line has no wider gaps; then words are found by their syllables. */
function closeLine(line: string, at: number): Edit[] {
  const edits: Edit[] = [];
  const wide = / {2,}/.test(line.trim());
  const keep = wide ? null : wordGaps(line);
  for (const gap of line.matchAll(/ +/g)) {
    const start = at + gap.index;
    const end = start + gap[0].length;
    const marked =
      /(?:^|\s)(?:\p{Lu}|[IVX\d]+)\.$/u.test(line.slice(0, gap.index)) &&
      /\p{L}/u.test(line[gap.index + 1] ?? '');
    if (gap[0].length > 1 || marked || keep?.has(gap.index)) edits.push({ start, end, text: ' ' });
    else edits.push({ start, end, text: '' });
  }
  return edits;
}

/** Gaps that stand between syllables when the letters are read greedily, longest syllable first. */
function wordGaps(line: string): Set<number> {
  const letters = [...line.matchAll(/\S+/g)].map((t) => ({ text: t[0], at: t.index }));
  const gaps = new Set<number>();
  let i = 0;
  while (i < letters.length) {
    let length = 1;
    for (let n = Math.min(7, letters.length - i); n > 1; n--) {
      const run = letters
        .slice(i, i + n)
        .map((l) => l.text)
        .join('');
      if (/^[IVX]+\.?$/.test(run) || isSyllable(run)) {
        length = n;
        break;
      }
    }
    i += length;
    const next = letters[i];
    if (next && /^\p{L}/u.test(next.text)) gaps.add(next.at - 1);
  }
  return gaps;
}
