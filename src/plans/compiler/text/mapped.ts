// Text that remembers where each of its characters stood in the original, through every repair.
import type { Span } from '#src/kernel/diagnostic.ts';

/** `from[i]`, `to[i]`: the half-open range of the original that character i was made from. */
export type Mapped = { readonly text: string; readonly from: Int32Array; readonly to: Int32Array };

/** The original text, mapped onto itself. */
export function mapOriginal(text: string): Mapped {
  const from = new Int32Array(text.length);
  const to = new Int32Array(text.length);
  for (let i = 0; i < text.length; i++) {
    from[i] = i;
    to[i] = i + 1;
  }
  return { text, from, to };
}

export function slice(m: Mapped, start: number, end: number): Mapped {
  return { text: m.text.slice(start, end), from: m.from.subarray(start, end), to: m.to.subarray(start, end) };
}

/** The part without white space at either end. */
export function trim(m: Mapped): Mapped {
  const start = m.text.length - m.text.trimStart().length;
  return slice(m, start, Math.max(start, m.text.trimEnd().length));
}

/** The range of the original that characters [start, end) were made from. */
export function spanOf(m: Mapped, start: number, end: number): Span {
  if (m.text.length === 0) return [0, 0];
  const a = Math.min(Math.max(start, 0), m.text.length - 1);
  const b = Math.min(Math.max(end - 1, a), m.text.length - 1);
  let low = m.from[a]!;
  let high = m.to[b]!;
  if (high < low) [low, high] = [Math.min(low, m.from[b]!), Math.max(high, m.to[a]!)];
  return [low, high];
}

/** Collects pieces of text with their origin; what every repair step writes into. */
export class MappedBuilder {
  private readonly parts: string[] = [];
  private readonly from: number[] = [];
  private readonly to: number[] = [];

  /** Every character of `text` comes from [from, to) of the original. */
  push(text: string, from: number, to: number): void {
    this.parts.push(text);
    for (let i = 0; i < text.length; i++) {
      this.from.push(from);
      this.to.push(to);
    }
  }

  /** Takes [start, end) of `m` over unchanged. */
  copy(m: Mapped, start: number, end: number): void {
    this.parts.push(m.text.slice(start, end));
    for (let i = start; i < end; i++) {
      this.from.push(m.from[i]!);
      this.to.push(m.to[i]!);
    }
  }

  /** Other letters in the places of as many letters of `m`, one for one. */
  retype(text: string, m: Mapped, start: number): void {
    this.parts.push(text);
    for (let i = start; i < start + text.length; i++) {
      this.from.push(m.from[i]!);
      this.to.push(m.to[i]!);
    }
  }

  build(): Mapped {
    return { text: this.parts.join(''), from: Int32Array.from(this.from), to: Int32Array.from(this.to) };
  }
}

/** One change: the characters [start, end) become `text`; start = end inserts. */
export type Edit = { start: number; end: number; text: string };

/** Applies edits, given in order and without overlap. */
export function rewrite(m: Mapped, edits: readonly Edit[]): Mapped {
  if (edits.length === 0) return m;
  const out = new MappedBuilder();
  let done = 0;
  for (const edit of edits) {
    out.copy(m, done, edit.start);
    if (edit.text.length === edit.end - edit.start) out.retype(edit.text, m, edit.start);
    else out.push(edit.text, ...originOf(m, edit));
    done = edit.end;
  }
  out.copy(m, done, m.text.length);
  return out.build();
}

function originOf(m: Mapped, edit: Edit): Span {
  if (edit.end > edit.start) return spanOf(m, edit.start, edit.end);
  const at = edit.start < m.text.length ? m.from[edit.start]! : (m.to[m.text.length - 1] ?? 0);
  return [at, at];
}

/** Applies a same-length rule character by character or match by match: every match of `pattern` is replaced. */
export function replaceAll(
  m: Mapped,
  pattern: RegExp,
  by: (match: RegExpMatchArray) => string | null,
): Mapped {
  const edits: Edit[] = [];
  for (const match of m.text.matchAll(pattern)) {
    const text = by(match);
    if (text !== null) edits.push({ start: match.index, end: match.index + match[0].length, text });
  }
  return rewrite(m, edits);
}

/** Pieces one after another, with `glue` between them. */
export function joinMapped(pieces: readonly Mapped[], glue: string): Mapped {
  if (pieces.length === 1) return pieces[0]!;
  const out = new MappedBuilder();
  pieces.forEach((piece, i) => {
    if (i > 0 && glue !== '') {
      const at = piece.from[0] ?? 0;
      out.push(glue, at, at);
    }
    out.copy(piece, 0, piece.text.length);
  });
  return out.build();
}
