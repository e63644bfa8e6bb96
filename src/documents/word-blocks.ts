// The tree of a Word file as blocks of our model. Pure.
import { numberMark } from './docx-numbering.ts';
import { type LegacyEncoding, repairText } from './legacy-fonts.ts';
import type { Block, Cell, Document, Inline } from './model.ts';
import { plainInlines } from './model.ts';
import { childrenOf, type WordNode } from './word-ast.ts';

type Context = { encoding: LegacyEncoding | null; root: WordNode; makeId: () => string };
/** A paragraph before lists are gathered; `bullet` when Word marked it so, or the writer typed a dash. */
type Line = { block: Extract<Block, { kind: 'paragraph' }>; bullet: boolean; number: string };

/** Blocks in order: headings by style, runs of bullets and of plain numbers as lists, tables with their spans. */
export function blocksOf(root: WordNode, encoding: LegacyEncoding | null, makeId: () => string): Document {
  const context: Context = { encoding, root, makeId };
  const parts = childrenOf(root).flatMap((node) =>
    node.type === 'table' ? [tableOf(node, context)] : linesOf(node, context),
  );
  return gatherLists(parts, makeId);
}

function linesOf(node: WordNode, context: Context): (Block | Line)[] {
  if (node.type !== 'paragraph')
    return childrenOf(node).flatMap((child) =>
      child.type === 'table' ? [tableOf(child, context)] : linesOf(child, context),
    );
  const all = childrenOf(node).flatMap((child) => inlinesOf(child, context, {}));
  const { inlines, number } = takeNumber(all);
  const level = headingLevel(node);
  if (level)
    return [{ id: context.makeId(), kind: 'heading', level, inlines: unbold(withNumber(inlines, number)) }];
  const align =
    node.alignment === 'center' || node.alignment === 'right'
      ? { align: node.alignment as 'center' | 'right' }
      : {};
  const bullet = node.numbering != null && !node.numbering.isOrdered;
  return [{ block: { id: context.makeId(), kind: 'paragraph', inlines, ...align }, bullet, number }];
}

function headingLevel(node: WordNode): 1 | 2 | 3 | 4 | null {
  const found =
    /^(?:heading|đề mục|tiêu đề)\s*([1-9])/i.exec(node.styleName ?? '') ??
    /^heading([1-9])$/i.exec(node.styleId ?? '');
  return found ? (Math.min(4, Number(found[1])) as 1 | 2 | 3 | 4) : null;
}

/** A heading is bold by being a heading. */
function unbold(inlines: Inline[]): Inline[] {
  return inlines.map((inline) => {
    if (inline.kind !== 'text') return inline;
    const { bold: _, ...rest } = inline;
    return rest;
  });
}

type Marks = { bold?: true; italic?: true; href?: string };

function inlinesOf(node: WordNode, context: Context, marks: Marks, font: string | null = null): Inline[] {
  const words = (text: string): Inline[] => [{ kind: 'text', text, ...marks }];
  if (node.type === 'text') return words(repairText(node.value ?? '', font, context.encoding));
  if (node.type === 'tab') return words('\t');
  if (node.type === 'break') return words(node.breakType === 'line' ? '\n' : ' ');
  if (node.type === 'checkbox') return words(node.checked ? '☒' : '☐');
  if (node.type === 'noteReference') return noteOf(node, context);
  const inner: Marks = {
    ...marks,
    ...(node.isBold ? { bold: true } : {}),
    ...(node.isItalic ? { italic: true } : {}),
    ...(node.href ? { href: node.href } : {}),
  };
  return childrenOf(node).flatMap((child) => inlinesOf(child, context, inner, node.font ?? font));
}

function noteOf(reference: WordNode, context: Context): Inline[] {
  const note = context.root.notes?.resolve(reference);
  const text = note?.body
    .flatMap((node) => linesOf(node, context))
    .map(plainLine)
    .join(' ')
    .trim();
  return text ? [{ kind: 'footnote', text }] : [];
}

const isLine = (part: Block | Line): part is Line => 'block' in part;

function plainLine(part: Block | Line): string {
  const block = isLine(part) ? part.block : part;
  return 'inlines' in block ? plainInlines(block.inlines) : '';
}

/** Takes the automatic number (see `writeNumbers`) off the front. */
function takeNumber(inlines: Inline[]): { inlines: Inline[]; number: string } {
  const at = inlines.findIndex((inline) => inline.kind === 'text' && inline.text.startsWith(numberMark));
  if (at < 0) return { inlines, number: '' };
  const first = inlines[at] as Extract<Inline, { kind: 'text' }>;
  return { inlines: inlines.filter((_, i) => i !== at), number: first.text.slice(1).trim() };
}

/** The number back as words, in the marks of the words that follow. */
function withNumber(inlines: Inline[], number: string): Inline[] {
  if (!number) return inlines;
  const next = inlines.find((inline) => inline.kind === 'text');
  return [{ ...(next?.kind === 'text' ? next : { kind: 'text' }), text: `${number} ` } as Inline, ...inlines];
}

const isAllBold = (inlines: Inline[]) => inlines.every((i) => i.kind !== 'text' || i.bold || !i.text.trim());

/** Runs of two or more "1." "2." in order become a numbered list; bullets and typed dashes an unnumbered one. */
function gatherLists(parts: (Block | Line)[], makeId: () => string): Document {
  const out: Document = [];
  let at = 0;
  while (at < parts.length) {
    const part = parts[at]!;
    const items = isLine(part) ? listAt(parts, at) : null;
    if (items) out.push({ id: makeId(), ...items });
    else
      out.push(isLine(part) ? { ...part.block, inlines: withNumber(part.block.inlines, part.number) } : part);
    at += items ? items.items.length : 1;
  }
  return out;
}

function listAt(
  parts: (Block | Line)[],
  at: number,
): { kind: 'list'; ordered: boolean; items: Inline[][] } | null {
  const items: Inline[][] = [];
  const dashed = dashItem(parts[at]!);
  for (let i = at; dashed && i < parts.length; i++) {
    const item = dashItem(parts[i]!);
    if (!item) break;
    items.push(item);
  }
  if (dashed) return { kind: 'list', ordered: false, items };
  for (let i = at; i < parts.length; i++) {
    const part = parts[i]!;
    if (!isLine(part) || part.number !== `${items.length + 1}.` || isAllBold(part.block.inlines)) break;
    items.push(part.block.inlines);
  }
  return items.length > 1 ? { kind: 'list', ordered: true, items } : null;
}

/** The words of a bullet without its mark; null for anything else. */
function dashItem(part: Block | Line): Inline[] | null {
  if (!isLine(part) || part.block.align) return null;
  const { inlines } = part.block;
  if (part.bullet) return inlines.some((i) => i.kind !== 'text' || i.text.trim()) ? inlines : null;
  const first = inlines[0];
  const dash = first?.kind === 'text' ? /^\s*[-–•]\s+(?=\S)/.exec(first.text) : null;
  if (!dash || first?.kind !== 'text') return null;
  return [{ ...first, text: first.text.slice(dash[0].length) }, ...inlines.slice(1)];
}

function tableOf(node: WordNode, context: Context): Block {
  const rows = childrenOf(node).filter((row) => row.type === 'tableRow');
  const cells = rows.map((row) =>
    childrenOf(row)
      .filter((c) => c.type === 'tableCell')
      .map((cell) => cellOf(cell, row.isHeader === true, context)),
  );
  const hasHeader = rows.some((row) => row.isHeader);
  const isBoldHead =
    !hasHeader &&
    cells.length > 1 &&
    (cells[0]?.length ?? 0) > 1 &&
    cells[0]!.every((cell) => isBoldCell(cell)) &&
    !cells[1]!.every((cell) => isBoldCell(cell));
  if (isBoldHead) cells[0] = cells[0]!.map((cell) => ({ ...cell, header: true as const }));
  return {
    id: context.makeId(),
    kind: 'table',
    rows: cells.map((row) =>
      row.map((cell) => (cell.header ? { ...cell, inlines: unbold(cell.inlines) } : cell)),
    ),
  };
}

const isBoldCell = (cell: Cell) =>
  cell.inlines.some((i) => i.kind === 'text' && i.text.trim()) && isAllBold(cell.inlines);

/** The paragraphs of a cell are lines of it; a table inside is its words. */
function cellOf(node: WordNode, header: boolean, context: Context): Cell {
  const lines = childrenOf(node).flatMap((child) =>
    child.type === 'table' ? [tableOf(child, context)] : linesOf(child, context),
  );
  const inlines = lines.flatMap((line, i): Inline[] => [
    ...(i ? [{ kind: 'text', text: '\n' } as const] : []),
    ...lineInlines(line),
  ]);
  const alignments = lines.map((line) => (isLine(line) ? line.block.align : undefined));
  const align = alignments[0];
  return {
    inlines,
    ...(header ? { header: true as const } : {}),
    ...((node.colSpan ?? 1) > 1 ? { colspan: node.colSpan! } : {}),
    ...((node.rowSpan ?? 1) > 1 ? { rowspan: node.rowSpan! } : {}),
    ...(align && align !== 'left' && !(header && align === 'center') && alignments.every((a) => a === align)
      ? { align }
      : {}),
  };
}

function lineInlines(part: Block | Line): Inline[] {
  if (isLine(part)) return withNumber(part.block.inlines, part.number);
  if (part.kind === 'table')
    return part.rows.flatMap((row): Inline[] => [
      ...row.flatMap((cell): Inline[] => [...cell.inlines, { kind: 'text', text: '\t' }]),
      { kind: 'text', text: '\n' },
    ]);
  return part.kind === 'list' ? part.items.flat() : part.inlines;
}
