// The one way to write a document: what two documents are compared by, and what every store keeps. Pure.
import type { Block, Cell, Document, Inline } from './model.ts';

const maxSpan = 100;

/** Words that XML, JSON and PostgreSQL all accept: no control characters, no half surrogate, one kind of line end. */
export function cleanText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is removed
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  );
}

/**
 * The same document written the one way: runs with the same marks joined, spaces at the edge of a mark outside it,
 * nothing empty, blocks trimmed. `canonical(canonical(d))` equals `canonical(d)`; the words stay the same.
 */
export function canonical(document: Document): Document {
  return document.map(canonicalBlock).filter((block) => block !== null);
}

function canonicalBlock(block: Block): Block | null {
  if (block.kind === 'paragraph') {
    const inlines = canonicalInlines(block.inlines);
    return inlines.length
      ? { id: block.id, kind: 'paragraph', inlines, ...only('align', block.align) }
      : null;
  }
  if (block.kind === 'heading') {
    const inlines = canonicalInlines(block.inlines);
    return inlines.length ? { id: block.id, kind: 'heading', level: block.level, inlines } : null;
  }
  if (block.kind === 'list') {
    const items = block.items.map(canonicalInlines).filter((item) => item.length > 0);
    return items.length ? { id: block.id, kind: 'list', ordered: block.ordered, items } : null;
  }
  const rows = block.rows.map((row) => row.map(canonicalCell));
  if (!rows.some((row) => row.length > 0)) return null;
  const caption = cleanText(block.caption ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return { id: block.id, kind: 'table', rows, ...only('caption', caption || undefined) };
}

function canonicalCell(cell: Cell): Cell {
  return {
    inlines: canonicalInlines(cell.inlines),
    ...only('header', cell.header || undefined),
    ...only('colspan', span(cell.colspan)),
    ...only('rowspan', span(cell.rowspan)),
    ...only('align', cell.align),
  };
}

function span(value: number | undefined): number | undefined {
  const whole = Math.min(Math.trunc(value ?? 1), maxSpan);
  return whole > 1 ? whole : undefined;
}

function only<K extends string, V>(key: K, value: V | undefined): Record<K, V> | Record<never, V> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}

/** Inlines written the one way; see `canonical`. */
export function canonicalInlines(inlines: readonly Inline[]): Inline[] {
  return trimEnds(join(join(inlines.flatMap(cleanInline)).flatMap(spacesOutside)));
}

type TextRun = Extract<Inline, { kind: 'text' }>;

function cleanInline(inline: Inline): Inline[] {
  if (inline.kind === 'citation') return keepNamed(inline, cleanText(inline.evidenceId).trim());
  if (inline.kind === 'figure') return keepNamed(inline, cleanText(inline.ref).trim());
  const words = cleanText(inline.text);
  if (inline.kind === 'footnote') return words.trim() ? [{ kind: 'footnote', text: words.trim() }] : [];
  return words ? [textRun(words, inline)] : [];
}

/** Spaces at the edge of a marked run stand outside it. */
function spacesOutside(inline: Inline): Inline[] {
  if (inline.kind !== 'text' || !(inline.bold || inline.italic || inline.href)) return [inline];
  const [, before, middle, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inline.text)!;
  return [textRun(before!), { ...inline, text: middle! }, textRun(after!)].filter((run) => run.text);
}

function keepNamed(inline: Inline, name: string): Inline[] {
  if (!name) return [];
  return [
    inline.kind === 'citation' ? { kind: 'citation', evidenceId: name } : { kind: 'figure', ref: name },
  ];
}

function textRun(words: string, marks: Partial<TextRun> = {}): TextRun {
  const href = cleanText(marks.href ?? '').replace(/\s/g, '');
  return {
    kind: 'text',
    text: words,
    ...only('bold', marks.bold || undefined),
    ...only('italic', marks.italic || undefined),
    ...only('href', href || undefined),
  };
}

/** True when two runs carry the same marks. */
function hasSameMarks(a: TextRun, b: TextRun): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.href === b.href;
}

function join(inlines: Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const inline of inlines) {
    const last = out.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text' && hasSameMarks(last, inline))
      out[out.length - 1] = { ...last, text: last.text + inline.text };
    else out.push(inline);
  }
  return out;
}

/** Only a plain run can begin or end with a space, so the ends are looked at once. */
function trimEnds(inlines: Inline[]): Inline[] {
  const out = [...inlines];
  const first = out[0];
  if (first?.kind === 'text') out[0] = { ...first, text: first.text.trimStart() };
  const last = out.at(-1);
  if (last?.kind === 'text') out[out.length - 1] = { ...last, text: last.text.trimEnd() };
  return out.filter((i) => i.kind !== 'text' || i.text !== '');
}
