// Block ids that outlive an edit: evidence is anchored to them. Pure.
import type { Block, Document } from './model.ts';
import { plainText } from './model.ts';

/** Below this share of common words a block is another block, not an edited one. */
const isSameFrom = 0.4;
/** Past this many pairs to compare, only neighbours by order are compared. */
const comparisons = 40_000;

/**
 * `blocks` with ids: a block whose kind and words are those of one of `previous` takes its id, wherever it moved;
 * of the rest, the nearest by common words (at least 0.4 of them, same kind) does; others get `makeId()`.
 * No id is given twice.
 */
export function keepIds(blocks: Document, previous: Document, makeId: () => string): Document {
  const ids = new Map<number, string>();
  const free = new Set(previous.map((_, i) => i));
  matchSame(blocks, previous, ids, free);
  matchNearest(blocks, previous, ids, free);
  const used = new Set<string>();
  return blocks.map((block, i) => {
    const kept = ids.get(i);
    const id = kept && !used.has(kept) ? kept : makeId();
    used.add(id);
    return { ...block, id };
  });
}

function signature(block: Block): string {
  return `${block.kind}\n${plainText([block])}`;
}

function matchSame(blocks: Document, previous: Document, ids: Map<number, string>, free: Set<number>): void {
  const places = Map.groupBy(previous.keys(), (i) => signature(previous[i]!));
  for (const [i, block] of blocks.entries()) {
    const place = places.get(signature(block))?.shift();
    if (place === undefined) continue;
    ids.set(i, previous[place]!.id);
    free.delete(place);
  }
}

function matchNearest(
  blocks: Document,
  previous: Document,
  ids: Map<number, string>,
  free: Set<number>,
): void {
  const open = [...blocks.keys()].filter((i) => !ids.has(i));
  if (open.length === 0 || free.size === 0) return;
  const isSmall = open.length * free.size <= comparisons;
  const bags = new Map([...free].map((j) => [j, wordBag(previous[j]!)]));
  const pairs = open.flatMap((i) => {
    const bag = wordBag(blocks[i]!);
    return [...free].flatMap((j) => {
      if (blocks[i]!.kind !== previous[j]!.kind || (!isSmall && Math.abs(i - j) > 2)) return [];
      const likeness = shareOfCommonWords(bag, bags.get(j)!);
      return likeness >= isSameFrom ? [{ i, j, likeness, distance: Math.abs(i - j) }] : [];
    });
  });
  pairs.sort((a, b) => b.likeness - a.likeness || a.distance - b.distance);
  for (const { i, j } of pairs) {
    if (ids.has(i) || !free.delete(j)) continue;
    ids.set(i, previous[j]!.id);
  }
}

function wordBag(block: Block): Map<string, number> {
  const bag = new Map<string, number>();
  for (const word of plainText([block]).toLowerCase().split(/\s+/u)) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

/** Dice's coefficient of two bags: 1 the same words, 0 none in common. */
function shareOfCommonWords(a: Map<string, number>, b: Map<string, number>): number {
  const size = (bag: Map<string, number>) => [...bag.values()].reduce((sum, n) => sum + n, 0);
  let common = 0;
  for (const [word, n] of a) common += Math.min(n, b.get(word) ?? 0);
  return (2 * common) / (size(a) + size(b));
}
