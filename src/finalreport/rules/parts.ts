// The final report as parts to work on one at a time: a heading and what stands below it. Pure.
import type { Block, Document } from '#src/documents/model.ts';
import { plainInlines } from '#src/documents/model.ts';
import { claims, isSourced, needsSource, sentencesOf } from './sentences.ts';

/** `id` is that of the heading, or "dau" for what stands before the first heading. Counts are of sentences that claim something. */
export type Part = {
  id: string;
  title: string;
  level: number;
  blocks: Block[];
  sentences: number;
  sourced: number;
};

export const openingPart = 'dau';

/**
 * The opening, which may be empty, then a part for every heading. Nothing is left out: the parts' headings and blocks
 * in order are the document.
 */
export function partsOf(document: Document): Part[] {
  const opening: Part = { id: openingPart, title: '', level: 1, blocks: [], sentences: 0, sourced: 0 };
  const parts = [opening];
  for (const block of document) {
    if (block.kind === 'heading') {
      const { id, level } = block;
      parts.push({ id, title: plainInlines(block.inlines), level, blocks: [], sentences: 0, sourced: 0 });
    } else parts.at(-1)!.blocks.push(block);
  }
  return parts.map((part) => ({ ...part, ...counts(part.blocks) }));
}

/** A sentence with a source counts even when it is too short to need one. */
function counts(blocks: readonly Block[]): { sentences: number; sourced: number } {
  const all = blocks
    .flatMap(claims)
    .flatMap(sentencesOf)
    .filter((s) => needsSource(s) || isSourced(s));
  return { sentences: all.length, sourced: all.filter(isSourced).length };
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
