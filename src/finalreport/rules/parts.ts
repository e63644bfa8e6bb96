// The final report as parts to work on one at a time: a heading and what stands below it. Pure.
import type { Block, Document } from '#src/documents/model.ts';
import { plainInlines } from '#src/documents/model.ts';
import { claims, sentencesOf } from './sentences.ts';

/** `id` is that of the heading, or "dau" for what stands before the first heading. */
export type Part = {
  id: string;
  title: string;
  level: number;
  blocks: Block[];
  sentences: number;
  sourced: number;
};

export const openingPart = 'dau';

/** Every heading begins a part; nothing is left out: the parts' blocks with their headings are the document. */
export function partsOf(document: Document): Part[] {
  const parts: Part[] = [];
  for (const block of document) {
    if (block.kind === 'heading')
      parts.push({
        id: block.id,
        title: plainInlines(block.inlines),
        level: block.level,
        blocks: [],
        sentences: 0,
        sourced: 0,
      });
    else {
      if (parts.length === 0)
        parts.push({ id: openingPart, title: '', level: 1, blocks: [], sentences: 0, sourced: 0 });
      parts[parts.length - 1]!.blocks.push(block);
    }
  }
  for (const part of parts) Object.assign(part, counts(part.blocks));
  return parts;
}

function counts(blocks: readonly Block[]): { sentences: number; sourced: number } {
  const all = blocks
    .flatMap(claims)
    .flatMap(sentencesOf)
    .filter((s) => s.text.trim() !== '');
  return {
    sentences: all.length,
    sourced: all.filter((s) => s.citations.length + s.figures.length > 0).length,
  };
}

/** The document with one part's blocks replaced; its heading and all other parts stay. */
export function replacePart(document: Document, partId: string, blocks: readonly Block[]): Document {
  const out: Document = [];
  let inside = partId === openingPart;
  if (inside) out.push(...blocks);
  for (const block of document) {
    if (block.kind === 'heading') {
      inside = block.id === partId;
      out.push(block);
      if (inside) out.push(...blocks);
    } else if (!inside) out.push(block);
  }
  return out;
}

/** The document with something put at the end of one paragraph (or of a list's last item). Same document when there is none. */
export function appendTo(
  document: Document,
  blockId: string,
  inline: Extract<Block, { kind: 'paragraph' }>['inlines'][number],
): Document {
  const spaced = inline.kind === 'figure' ? [{ kind: 'text' as const, text: ' ' }, inline] : [inline];
  return document.map((b) => {
    if (b.id !== blockId) return b;
    if (b.kind === 'paragraph') return { ...b, inlines: [...b.inlines, ...spaced] };
    if (b.kind === 'list')
      return {
        ...b,
        items: b.items.map((item, i) => (i === b.items.length - 1 ? [...item, ...spaced] : item)),
      };
    return b;
  });
}
