// Superscript marks glued to a word ("Bắc Giang1.") and the footnotes they call are taken out of the running text.
import { type Edit, type Mapped, rewrite } from '../text/mapped.ts';
import { isSyllable } from '../text/syllable.ts';

const gluedMark = /(?<!\p{L})(\p{L}{0,6}\p{Ll})([1-9]\d?)(?=[\s.,;:)”"]|$)/gu;
const maxNoteLines = 8;

/** The marks disappear; a line that begins with a called number, and its continuation to a full stop, is left out. */
export function removeFootnotes(m: Mapped): Mapped {
  const edits: Edit[] = [];
  const called = new Set<string>();
  for (const match of m.text.matchAll(gluedMark)) {
    if (match[1]!.length < 2 || !isSyllable(match[1]!)) continue;
    const start = match.index + match[1]!.length;
    called.add(match[2]!);
    edits.push({ start, end: start + match[2]!.length, text: '' });
  }
  if (called.size > 0) edits.push(...notes(m.text, called));
  return rewrite(m, withoutOverlap(edits.sort((a, b) => a.start - b.start)));
}

/** "\n1 Riêng với …\n… địa bàn.\n": the whole lines. */
function notes(text: string, called: ReadonlySet<string>): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(/^(\d{1,2}) ?(?=\p{Lu}\p{Ll})/gmu)) {
    if (!called.has(match[1]!)) continue;
    let end = match.index;
    for (let i = 0; i < maxNoteLines; i++) {
      const next = text.indexOf('\n', end + 1);
      end = next < 0 ? text.length : next;
      if (/[.;]\s*$/.test(text.slice(Math.max(match.index, end - 4), end)) || next < 0) break;
    }
    edits.push({ start: match.index, end, text: '' });
  }
  return edits;
}

function withoutOverlap(edits: Edit[]): Edit[] {
  let done = 0;
  return edits.filter((e) => {
    if (e.start < done) return false;
    done = Math.max(done, e.end);
    return true;
  });
}
