// The one document model: a report section, a plan, minutes, the final report and a letter are the same small tree.
// Pure: renders elsewhere (html, docx, typst, markdown). Every block has a stable id, so that evidence can be anchored to it.

/** A run of words, a citation of evidence, or a figure that is read live from the accepted annexes. */
export type Inline =
  | { kind: 'text'; text: string; bold?: true; italic?: true; href?: string }
  | { kind: 'citation'; evidenceId: string }
  | { kind: 'figure'; ref: string }
  | { kind: 'footnote'; text: string };

export type Cell = {
  inlines: Inline[];
  header?: true;
  colspan?: number;
  rowspan?: number;
  align?: 'left' | 'center' | 'right';
};

export type Block =
  | { id: string; kind: 'paragraph'; inlines: Inline[]; align?: 'left' | 'center' | 'right' }
  | { id: string; kind: 'heading'; level: 1 | 2 | 3 | 4; inlines: Inline[] }
  | { id: string; kind: 'list'; ordered: boolean; items: Inline[][] }
  | { id: string; kind: 'table'; rows: Cell[][]; caption?: string };

export type Document = Block[];

export function text(words: string): Inline {
  return { kind: 'text', text: words };
}

/** The words of inlines as plain text; citations and footnotes give nothing, a figure gives its reference in braces. */
export function plainInlines(inlines: readonly Inline[]): string {
  return inlines.map((i) => (i.kind === 'text' ? i.text : i.kind === 'figure' ? `{${i.ref}}` : '')).join('');
}

/** One line per paragraph, item and table row; what quality checks, hashes and searches read. */
export function plainText(document: Document): string {
  return document.map(plainBlock).join('\n');
}

function plainBlock(block: Block): string {
  if (block.kind === 'list') return block.items.map(plainInlines).join('\n');
  if (block.kind === 'table')
    return block.rows.map((row) => row.map((c) => plainInlines(c.inlines)).join('\t')).join('\n');
  return plainInlines(block.inlines);
}

/** Vietnamese counts syllables between spaces as words; so does every outline's length hint. */
export function countWords(document: Document): number {
  return plainText(document)
    .split(/\s+/u)
    .filter((w) => /[\p{L}\p{N}]/u.test(w)).length;
}
