// A paragraph as sentences, each with what it cites and which figures it holds. Pure.
import type { Block, Document, Inline } from '#src/documents/model.ts';

export type Sentence = { inlines: Inline[]; text: string; citations: string[]; figures: string[] };

/** An end mark, closing quotes after it, then space or nothing; "25-NQ/TW." and "v.v." inside a word do not count. */
const end = /[.!?…]["”’)]*(?=\s|$)/gu;

/** Citations right after an end mark belong to the sentence that it ends. */
export function sentencesOf(inlines: readonly Inline[]): Sentence[] {
  const sentences: Sentence[] = [];
  let current = emptySentence();
  let isEnded = false;
  const close = () => {
    if (current.inlines.length > 0) sentences.push(current);
    current = emptySentence();
    isEnded = false;
  };
  for (const inline of inlines) {
    if (inline.kind === 'citation' || inline.kind === 'footnote') {
      add(current, inline);
      continue;
    }
    if (inline.kind === 'figure') {
      if (isEnded) close();
      add(current, inline);
      continue;
    }
    for (const piece of pieces(inline.text)) {
      if (isEnded && piece.trim() !== '') close();
      add(current, { ...inline, text: piece });
      if (new RegExp(`${end.source}\\s*$`, 'u').test(piece)) isEnded = true;
    }
  }
  close();
  return sentences;
}

function emptySentence(): Sentence {
  return { inlines: [], text: '', citations: [], figures: [] };
}

function add(sentence: Sentence, inline: Inline): void {
  sentence.inlines.push(inline);
  if (inline.kind === 'text') sentence.text += inline.text;
  if (inline.kind === 'citation') sentence.citations.push(inline.evidenceId);
  if (inline.kind === 'figure') sentence.figures.push(inline.ref);
}

/** The text cut after every end mark and the spaces that follow it. */
function pieces(text: string): string[] {
  const cuts = [...text.matchAll(end)].map((m) => m.index + m[0].length);
  const out: string[] = [];
  let from = 0;
  for (const cut of cuts) {
    const space = /^\s*/.exec(text.slice(cut))![0].length;
    out.push(text.slice(from, cut + space));
    from = cut + space;
  }
  if (from < text.length) out.push(text.slice(from));
  return out;
}

/** Every run of words of a block: a paragraph's, each item's. Headings and tables claim nothing. */
export function claims(block: Block): Inline[][] {
  if (block.kind === 'paragraph') return [block.inlines];
  return block.kind === 'list' ? block.items : [];
}

/** The evidence cited anywhere, in order of first citation: what the numbers in brackets count. */
export function citedEvidence(document: Document): string[] {
  return [...new Set(everyInline(document).flatMap((i) => (i.kind === 'citation' ? [i.evidenceId] : [])))];
}

/** The live figures used anywhere, each once. */
export function usedFigures(document: Document): string[] {
  return [...new Set(everyInline(document).flatMap((i) => (i.kind === 'figure' ? [i.ref] : [])))];
}

function everyInline(document: Document): Inline[] {
  return document.flatMap((b) =>
    b.kind === 'list'
      ? b.items.flat()
      : b.kind === 'table'
        ? b.rows.flatMap((r) => r.flatMap((cell) => cell.inlines))
        : b.inlines,
  );
}
