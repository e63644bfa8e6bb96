// A value read from the text, with its words.
import { type Paragraph, type Piece, tidy } from '../layout/paragraph.ts';

/** A value and its words in the text. */
export type Found<T> = { value: T; piece: Piece };

/** The words of a piece as the value. */
export const named = (piece: Piece): Found<string> => ({
  value: piece.p.text.slice(piece.a, piece.b),
  piece,
});

/** A paragraph from its first word to its last. */
export const whole = (p: Paragraph): Piece => tidy({ p, a: 0, b: p.text.length });
