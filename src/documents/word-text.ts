// The words of a plan given as a Word file, line by line. Runs inside the parsing worker.
import type { Block, Document } from './model.ts';
import { plainInlines } from './model.ts';
import type { Parts } from './unpack.ts';
import { marginText, readWord } from './word-in.ts';

/** Page headers first, then every paragraph, item, table row (cells parted by tabs) and footnote on its own line; NFC. */
export async function wordText(parts: Parts, name: string): Promise<string> {
  const { document } = await readWord(parts, name);
  const header = marginText(parts, 'header')
    .split('\n')
    .filter((line) => /\p{L}/u.test(line));
  return [...header, ...textLines(document), ...footnotes(document)].join('\n');
}

function textLines(document: Document): string[] {
  return document.flatMap((block) => {
    if (block.kind === 'list')
      return block.items.map((item, i) => `${block.ordered ? `${i + 1}.` : '-'} ${plainInlines(item)}`);
    if (block.kind === 'table') return block.rows.flatMap(rowLines);
    return [plainInlines(block.inlines)];
  });
}

/** A row of a letterhead has several lines in a cell: each cell's lines follow one another. */
function rowLines(row: Extract<Block, { kind: 'table' }>['rows'][number]): string[] {
  const cells = row.map((cell) => plainInlines(cell.inlines));
  return cells.some((words) => words.includes('\n'))
    ? cells.flatMap((words) => words.split('\n'))
    : [cells.join('\t')];
}

function footnotes(document: Document): string[] {
  const inlines = document.flatMap((block) => {
    if (block.kind === 'list') return block.items.flat();
    return block.kind === 'table' ? block.rows.flat().flatMap((cell) => cell.inlines) : block.inlines;
  });
  return inlines.flatMap((inline) => (inline.kind === 'footnote' ? [inline.text] : []));
}
