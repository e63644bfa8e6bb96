// A citation or a live figure put where a sentence ends: the citation behind its full stop, the figure before it. Pure.
import type { Block, Document, Inline } from '#src/documents/model.ts';
import { sentencesIn, sentencesOf } from './sentences.ts';

/** A citation stands after its sentence's full stop and the citations already there; a figure before the full stop. */
export type Placed = Extract<Inline, { kind: 'citation' | 'figure' }>;

/** The document with it at the end of that sentence of the block, counted from 0; null when there is no such sentence. */
export function placeIn(document: Document, blockId: string, nth: number, placed: Placed): Document | null {
  const block = document.find((b) => b.id === blockId);
  const wanted = block && sentencesIn(block)[nth];
  if (!block || !wanted) return null;
  let seen = -1;
  const through = (inlines: readonly Inline[]) =>
    sentencesOf(inlines).flatMap((s) => {
      const counts = s.text.trim() !== '' || s.citations.length + s.figures.length > 0;
      if (counts) seen += 1;
      return counts && seen === nth ? withPlaced(s.inlines, placed) : s.inlines;
    });
  return document.map((b) => (b === block ? onWords(b, through) : b));
}

/** The last sentence of the block, or -1. */
export function lastSentence(document: Document, blockId: string): number {
  const block = document.find((b) => b.id === blockId);
  return block ? sentencesIn(block).length - 1 : -1;
}

function onWords(block: Block, change: (inlines: readonly Inline[]) => Inline[]): Block {
  if (block.kind === 'paragraph') return { ...block, inlines: change(block.inlines) };
  return block.kind === 'list' ? { ...block, items: block.items.map(change) } : block;
}

function withPlaced(inlines: readonly Inline[], placed: Placed): Inline[] {
  const last = inlines.findLastIndex((i) => i.kind === 'text' && i.text.trim() !== '');
  const words = inlines[last];
  if (words?.kind !== 'text') return [...inlines, placed];
  return placed.kind === 'citation'
    ? citeAfter(inlines, last, placed)
    : figureBefore(inlines, last, words, placed);
}

/** Behind the words and every citation that follows them, before the space that leads to the next sentence. */
function citeAfter(inlines: readonly Inline[], last: number, placed: Placed): Inline[] {
  const citation = inlines.findLastIndex((i) => i.kind === 'citation' || i.kind === 'figure');
  const at = Math.max(last, citation);
  const before = inlines.slice(0, at + 1);
  const tail = before.at(-1)!;
  if (tail.kind !== 'text') return [...before, placed, ...inlines.slice(at + 1)];
  const words = tail.text.trimEnd();
  const space = tail.text.slice(words.length);
  return [
    ...before.slice(0, -1),
    { ...tail, text: words },
    placed,
    ...(space ? [{ ...tail, text: space }] : []),
    ...inlines.slice(at + 1),
  ];
}

function figureBefore(
  inlines: readonly Inline[],
  last: number,
  words: Extract<Inline, { kind: 'text' }>,
  placed: Placed,
): Inline[] {
  const [, head, mark] = /^([\s\S]*?)([.!?…:;]*["”’»)\]]*\s*)$/u.exec(words.text)!;
  const spaced = head! === '' || /\s$/.test(head!) ? head! : `${head} `;
  return [
    ...inlines.slice(0, last),
    ...(spaced ? [{ ...words, text: spaced }] : []),
    placed,
    ...(mark ? [{ ...words, text: mark }] : []),
    ...inlines.slice(last + 1),
  ];
}
