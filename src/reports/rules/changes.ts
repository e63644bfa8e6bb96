// What changed between two versions of a report: which sections, and word by word. Pure.
import { plainText } from '#src/documents/model.ts';
import type { SectionContent, SubmissionContent } from '../rules.ts';

export type Change = 'same' | 'changed' | 'added' | 'removed';

/** Words that stayed, came or went, in the order of reading. */
export type Piece = { kind: 'same' | 'added' | 'removed'; text: string };

/** Beyond this many comparisons the middle is shown as removed and added whole. */
const ceiling = 4_000_000;

/** The words of a section with its list lines, as a reader sees them. */
export function wordsOf(content: SectionContent | undefined): string {
  if (!content) return '';
  const items = content.items.map((i) => [i.text, i.addressee, i.cause].filter(Boolean).join(' · '));
  return [plainText(content.body), ...items].filter(Boolean).join('\n');
}

/** For every section or table of either version, what became of it. */
export function changesBetween(
  before: SubmissionContent | null,
  after: SubmissionContent,
): { sections: Record<string, Change>; tables: Record<string, Change> } {
  const sections = compare(before?.sections ?? {}, after.sections, (a) => wordsOf(a));
  const tables = compare(before?.annex ?? {}, after.annex, (cells) => figuresOf(cells));
  return { sections, tables };
}

/** The numbers and reasons of a table without where they came from. */
function figuresOf(cells: SubmissionContent['annex'][string]): string {
  const lines = Object.entries(cells).flatMap(([row, columns]) =>
    Object.entries(columns).map(
      ([column, cell]) => `${row} ${column} ${'value' in cell ? cell.value : cell.reason}`,
    ),
  );
  return lines.sort().join('\n');
}

function compare<T>(
  before: Record<string, T>,
  after: Record<string, T>,
  write: (value: T) => string,
): Record<string, Change> {
  const out: Record<string, Change> = {};
  for (const code of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [a, b] = [before[code], after[code]];
    if (a === undefined) out[code] = 'added';
    else if (b === undefined) out[code] = 'removed';
    else out[code] = write(a) === write(b) ? 'same' : 'changed';
  }
  return out;
}

/** The shortest honest account of how one text became the other, in words and the spaces after them. */
export function diffWords(before: string, after: string): Piece[] {
  const a = before.match(/\S+\s*/gu) ?? [];
  const b = after.match(/\S+\s*/gu) ?? [];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end++;
  const middle = longestCommon(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return merge([
    ...a.slice(0, start).map((text): Piece => ({ kind: 'same', text })),
    ...middle,
    ...a.slice(a.length - end).map((text): Piece => ({ kind: 'same', text })),
  ]);
}

function longestCommon(a: string[], b: string[]): Piece[] {
  const removed = a.map((text): Piece => ({ kind: 'removed', text }));
  const added = b.map((text): Piece => ({ kind: 'added', text }));
  if (a.length * b.length > ceiling || a.length === 0 || b.length === 0) return [...removed, ...added];
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
  return walk(a, b, lengths, width);
}

function walk(a: string[], b: string[], lengths: Uint16Array, width: number): Piece[] {
  const out: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const down = i < a.length ? lengths[(i + 1) * width + j]! : -1;
    const right = j < b.length ? lengths[i * width + j + 1]! : -1;
    if (i < a.length && j < b.length && a[i] === b[j]) {
      out.push({ kind: 'same', text: a[i]! });
      i++;
      j++;
    } else if (down >= right) out.push({ kind: 'removed', text: a[i++]! });
    else out.push({ kind: 'added', text: b[j++]! });
  }
  return out;
}

function merge(pieces: Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last?.kind === piece.kind) out[out.length - 1] = { ...last, text: last.text + piece.text };
    else out.push(piece);
  }
  return out;
}
