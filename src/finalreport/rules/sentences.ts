// A paragraph as sentences, each with what it cites and which figures it holds. Pure.
import type { Block, Document, Inline } from '#src/documents/model.ts';

export type Sentence = { inlines: Inline[]; text: string; citations: string[]; figures: string[] };

/** Stand-ins for what is not words while the ends of sentences are looked for. */
const source = '\uE000';
const figure = '\uE001';

/** An end mark with the closing quotes after it, the citations that follow, and the space before the next sentence. */
const end = new RegExp(`[.!?…]+["”’»)\\]]*(?:(?:\\s*${source})+|(?=\\s|$))\\s*`, 'gu');

/** Words that a full stop shortens: it ends nothing unless a new sentence clearly begins. */
const shortened =
  /(?:^|[\s("“])(?:TP|Tp|TX|Tx|TT|Tt|Q|P|H|GS|PGS|TS|ThS|BS|KS|LS|CN|NXB|Đ\/c|đ\/c|tr|vv|v\.v|\p{Lu})$/u;
/** "1." or "II." or "a." at the start numbers the sentence. */
const numbering = /^[\s"“(]*(?:\d{1,3}|[IVXLC]{1,5}|[a-zđ])$/u;

/**
 * The sentences of a run of inlines, in order and complete: put together again they are the same inlines, with runs of
 * words cut where sentences end. Citations right after an end mark belong to the sentence that it ends.
 */
export function sentencesOf(inlines: readonly Inline[]): Sentence[] {
  const cuts = cutsIn(inlines.map(masked).join(''));
  const sentences: Sentence[] = [];
  let current = emptySentence();
  let at = 0;
  for (const inline of inlines)
    for (const piece of cutInline(inline, at, cuts)) {
      add(current, piece);
      at += masked(piece).length;
      if (!cuts.has(at)) continue;
      sentences.push(current);
      current = emptySentence();
    }
  if (current.inlines.length > 0) sentences.push(current);
  return sentences;
}

/** As many characters as the inline has words, one for what is not words. */
function masked(inline: Inline): string {
  if (inline.kind === 'text') return inline.text.replaceAll(source, ' ').replaceAll(figure, ' ');
  return inline.kind === 'figure' ? figure : source;
}

/** Where a sentence is over; the very end of the run is not a cut. */
function cutsIn(text: string): Set<number> {
  const cuts = new Set<number>();
  let from = 0;
  for (const match of text.matchAll(end)) {
    const cut = match.index + match[0].length;
    if (cut >= text.length) break;
    if (!endsHere(text.slice(from, match.index), match[0], text.slice(cut))) continue;
    cuts.add(cut);
    from = cut;
  }
  return cuts;
}

function endsHere(before: string, mark: string, after: string): boolean {
  if (/^\p{Ll}/u.test(after)) return false;
  if (!mark.startsWith('.') || mark.startsWith('..')) return true;
  return !shortened.test(before) && !numbering.test(before);
}

function cutInline(inline: Inline, at: number, cuts: ReadonlySet<number>): Inline[] {
  if (inline.kind !== 'text') return [inline];
  const pieces: Inline[] = [];
  let from = 0;
  for (let i = 1; i <= inline.text.length; i++)
    if (i === inline.text.length || cuts.has(at + i)) {
      pieces.push({ ...inline, text: inline.text.slice(from, i) });
      from = i;
    }
  return pieces;
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

/** A sentence that only introduces what follows ("như sau:") or is shorter than four words claims nothing. */
export function needsSource(sentence: Sentence): boolean {
  const words = sentence.text.trim();
  return !words.endsWith(':') && words.split(/\s+/).length >= 4;
}

export function isSourced(sentence: Sentence): boolean {
  return sentence.citations.length + sentence.figures.length > 0;
}

/** Every run of words of a block: a paragraph's, each item's. Headings and tables claim nothing. */
export function claims(block: Block): Inline[][] {
  if (block.kind === 'paragraph') return [block.inlines];
  return block.kind === 'list' ? block.items : [];
}

/** The sentences of a block that say something, in order: what a citation or a figure may be added to. */
export function sentencesIn(block: Block): Sentence[] {
  return claims(block)
    .flatMap(sentencesOf)
    .filter((s) => s.text.trim() !== '' || isSourced(s));
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
