// A paragraph: repaired words on one line, both reading planes, its item mark if it has one, and its way back to the original.

import { type Mark, readMark } from '#src/documents/marks.ts';
import type { Span } from '#src/kernel/diagnostic.ts';
import { type Mapped, slice, spanOf } from '../text/mapped.ts';
import { barePlane, markedPlane, type Readable } from '../text/planes.ts';

export type Paragraph = Readable & {
  index: number;
  text: string;
  source: Mapped;
  mark: Mark | null;
  /** Where the words begin, after the item mark. */
  start: number;
  /** Cells of a table row or of a line set in columns; a single cell otherwise. */
  cells: Piece[];
  /** True when the paragraph is one line of a table. */
  row: boolean;
};

/** A stretch of a paragraph. */
export type Piece = { p: Paragraph; a: number; b: number };

/** `plain` when the whole text is written without diacritics. */
export function makeParagraph(source: Mapped, index: number, plain: boolean, row = false): Paragraph {
  const { text } = source;
  const mark = row ? null : readMark(text);
  const p: Paragraph = {
    index,
    text,
    source,
    plain,
    marked: markedPlane(text),
    bare: barePlane(text),
    mark,
    start: mark?.length ?? 0,
    cells: [],
    row,
  };
  p.cells = row ? splitCells(p) : [{ p, a: 0, b: text.length }];
  return p;
}

function splitCells(p: Paragraph): Piece[] {
  const out: Piece[] = [];
  let a = 0;
  for (const bar of p.text.matchAll(/[|\t]/g)) {
    out.push(trimPiece({ p, a, b: bar.index }));
    a = bar.index + 1;
  }
  out.push(trimPiece({ p, a, b: p.text.length }));
  return out;
}

export function trimPiece({ p, a, b }: Piece): Piece {
  while (a < b && /\s/.test(p.text[a]!)) a++;
  while (b > a && /\s/.test(p.text[b - 1]!)) b--;
  return { p, a, b };
}

/** The words of a piece. */
export function words({ p, a, b }: Piece): string {
  return p.text.slice(a, b);
}

/** Where the words of a piece stand in the original. */
export function placeOf({ p, a, b }: Piece): Span {
  return spanOf(p.source, a, b);
}

/** From the beginning of one piece to the end of another. */
export function reach(first: Piece, last: Piece): Span {
  const [from] = placeOf(first);
  const [, to] = placeOf(last);
  return from < to ? [from, to] : placeOf(first);
}

/** The piece as a paragraph of its own. */
export function detach({ p, a, b }: Piece): Paragraph {
  return makeParagraph(slice(p.source, a, b), p.index, p.plain);
}

/** The piece narrowed to its words: no white space, quotation or end marks at either side. */
export function tidy(piece: Piece): Piece {
  let { p, a, b } = trimPiece(piece);
  while (b > a && /[\s.,;:…]/.test(p.text[b - 1]!)) b--;
  while (a < b && /[\s.,;:…]/.test(p.text[a]!)) a++;
  return { p, a, b };
}
