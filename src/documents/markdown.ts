// A document as the Markdown subset that a textarea edits without JavaScript, both ways. Pure.
//
// One line is one block (Enter ends a paragraph); `\` before the line end keeps a line break inside it.
// `#`…`####` headings, `- ` and `1. ` lists, `| a | b |` tables with a line `: words` below for the caption,
// `**bold**`, `*italic*`, `[words](address)`, `^[footnote]`, `[^e:ID]` citation, `{{ref}}` live figure.
// What plain Markdown cannot say stands in braces at the front: `{right} words`, `{h 2x1} cell`.
import { newId } from '#src/kernel/ids.ts';
import { keepIds } from './block-ids.ts';
import { canonical, cleanText } from './canonical.ts';
import { readInlines, writeInlines } from './markdown-inline.ts';
import { readTable, writeTable } from './markdown-table.ts';
import type { Block, Document } from './model.ts';

/** `fromMarkdown(toMarkdown(d))` equals `canonical(d)` up to block ids. Blocks are parted by an empty line. */
export function toMarkdown(document: Document): string {
  return canonical(document).map(writeBlock).join('\n\n');
}

function writeBlock(block: Block): string {
  if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${writeInlines(block.inlines)}`;
  if (block.kind === 'list')
    return block.items
      .map((item, i) => `${block.ordered ? `${i + 1}.` : '-'} ${writeInlines(item)}`)
      .join('\n');
  if (block.kind === 'table') return writeTable(block);
  const words = writeInlines(block.inlines);
  return block.align ? `{${block.align}} ${words}` : escapeStart(words);
}

/** Keeps words that look like the start of another block a paragraph. */
function escapeStart(words: string): string {
  return words
    .replace(/^(#{1,4})(?=\s)/, '\\$1')
    .replace(/^-(?=\s)/, '\\-')
    .replace(/^1\.(?=\s)/, '1\\.')
    .replace(/^\|/, '\\|');
}

/**
 * Any text reads as a document, none throws. Blocks get new ids from `makeId`, except that a block whose words are
 * unchanged from, or nearest to, one of `previous` keeps that block's id (see `keepIds`).
 */
export function fromMarkdown(text: string, previous: Document = [], makeId: () => string = newId): Document {
  const blocks = canonical(readBlocks(logicalLines(cleanText(text))));
  return keepIds(blocks, previous, makeId);
}

/** Lines, where one that ends in an odd number of backslashes goes on in the next. */
function logicalLines(text: string): string[] {
  const lines: string[] = [];
  let parts: string[] = [];
  for (const line of text.split('\n')) {
    parts.push(line);
    const isContinued = /\\*$/.exec(line)![0].length % 2 === 1;
    if (isContinued) continue;
    lines.push(parts.join('\n').trim());
    parts = [];
  }
  if (parts.length) lines.push(parts.join('\n').trim());
  return lines;
}

function readBlocks(lines: string[]): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const [block, next] = readBlock(lines, at);
    if (block) blocks.push(block);
    at = next;
  }
  return blocks;
}

function readBlock(lines: string[], at: number): [Block | null, next: number] {
  const line = lines[at]!;
  if (line === '') return [null, at + 1];
  const heading = /^(#{1,4})\s+([\s\S]+)$/.exec(line);
  if (heading) {
    const level = heading[1]!.length as 1 | 2 | 3 | 4;
    return [{ id: '', kind: 'heading', level, inlines: readInlines(heading[2]!) }, at + 1];
  }
  if (line.startsWith('|')) return readTable(lines, at);
  const items = readItems(lines, at);
  if (items)
    return [
      { id: '', kind: 'list', ordered: items.ordered, items: items.words.map(readInlines) },
      items.next,
    ];
  const aligned = /^\{(left|center|right)\}\s*([\s\S]+)$/.exec(line);
  if (!aligned) return [{ id: '', kind: 'paragraph', inlines: readInlines(line) }, at + 1];
  const align = aligned[1] as 'left' | 'center' | 'right';
  return [{ id: '', kind: 'paragraph', inlines: readInlines(aligned[2]!), align }, at + 1];
}

/** Items of one list. A numbered list counts from 1 without a gap; any other number is words of a paragraph, and stays. */
function readItems(lines: string[], at: number): { ordered: boolean; words: string[]; next: number } | null {
  const ordered = /^1\.\s/.test(lines[at]!);
  const words: string[] = [];
  let next = at;
  for (; next < lines.length; next++) {
    const start = ordered ? `${words.length + 1}.` : '-';
    const line = lines[next]!;
    if (!line.startsWith(start) || !/^\s+\S/.test(line.slice(start.length))) break;
    words.push(line.slice(start.length).trim());
  }
  return words.length ? { ordered, words, next } : null;
}
