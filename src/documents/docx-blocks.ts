// The body of a paper as Word elements: real heading styles, real numbering, real footnotes.
import {
  AlignmentType,
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { PaperBlock, PaperCell, PaperTable, Run } from './paper.ts';

/** 1.27 cm, as both standards allow. */
export const firstLine = 720;
/** Half-points from points; Word writes no fraction. */
export const half = (points: number) => Math.round(points * 2);

/** What the blocks of one file share: the lists numbered so far. */
export type Numbering = { lists: number };

const headings = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
};
const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };

/** Blocks as children of a section `width` twips wide. Each numbered list starts again from 1. */
export function wordBlocks(
  blocks: readonly PaperBlock[],
  width: number,
  numbering: Numbering,
): (Paragraph | Table)[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return wordTable(block, width);
    if (block.kind === 'list') return wordList(block, numbering);
    if (block.kind === 'heading') return [wordHeading(block)];
    const alignment = block.align ? { alignment: alignments[block.align], indent: { firstLine: 0 } } : {};
    return [new Paragraph({ children: wordRuns(block.runs), ...alignment })];
  });
}

function wordHeading(block: Extract<PaperBlock, { kind: 'heading' }>): Paragraph {
  const centred = block.isCentred ? { alignment: AlignmentType.CENTER, indent: { firstLine: 0 } } : {};
  return new Paragraph({ heading: headings[block.level], children: wordRuns(block.runs), ...centred });
}

function wordList(block: Extract<PaperBlock, { kind: 'list' }>, numbering: Numbering): Paragraph[] {
  const instance = ++numbering.lists;
  const reference = block.ordered ? 'numbered' : 'dashed';
  return block.items.map(
    (item) => new Paragraph({ numbering: { reference, level: 0, instance }, children: wordRuns(item) }),
  );
}

/** Runs with line breaks, links, footnotes, and citations as "[1]" that lead to the list of sources. */
function wordRuns(runs: readonly Run[], style: { size?: number; bold?: boolean } = {}): ParagraphChild[] {
  return runs.map((run) => {
    if (run.kind === 'note')
      return new FootnoteReferenceRun({
        children: [new Paragraph({ style: 'FootnoteText', children: [new TextRun(` ${run.text}`)] })],
      });
    if (run.kind === 'cite')
      return new InternalHyperlink({
        anchor: `nguon_${run.ordinal}`,
        children: [new TextRun({ text: `[${run.ordinal}]`, superScript: true })],
      });
    const words = wordText(run, style);
    return run.href ? new ExternalHyperlink({ link: run.href, children: [words] }) : words;
  });
}

function wordText(run: Extract<Run, { kind: 'text' }>, style: { size?: number; bold?: boolean }): TextRun {
  const [first = '', ...rest] = run.text.split('\n');
  return new TextRun({
    children: [first, ...rest.flatMap((line) => [new TextRun({ break: 1 }), line])],
    ...(run.bold || style.bold ? { bold: true } : {}),
    ...(run.italic ? { italics: true } : {}),
    ...(style.size ? { size: half(style.size) } : {}),
  });
}

function wordTable(table: PaperTable, width: number): (Paragraph | Table)[] {
  const widths = table.shares.map((share) => Math.floor(share * width));
  const rows = table.rows.map(
    (cells, y) =>
      new TableRow({
        ...(y < table.headerRows ? { tableHeader: true } : {}),
        cantSplit: true,
        children: cells.map((cell) => wordCell(cell, table.size, widths)),
      }),
  );
  return [
    ...(table.caption ? [new Paragraph({ style: 'Caption', children: [new TextRun(table.caption)] })] : []),
    new Table({
      rows,
      columnWidths: widths,
      width: { size: widths.reduce((sum, w) => sum + w, 0), type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
    }),
    new Paragraph({ style: 'AfterTable', children: [] }),
  ];
}

function wordCell(cell: PaperCell, size: number, widths: readonly number[]): TableCell {
  const width = widths.slice(cell.x, cell.x + cell.colspan).reduce((sum, w) => sum + w, 0);
  return new TableCell({
    columnSpan: cell.colspan,
    rowSpan: cell.rowspan,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(cell.header ? { shading: { type: ShadingType.CLEAR, fill: 'F2F2F2' } } : {}),
    children: [
      new Paragraph({
        style: 'TableText',
        alignment: alignments[cell.align],
        children: wordRuns(cell.runs, { size, bold: cell.header }),
      }),
    ],
  });
}

/** The list of sources: each item is the target of its citations. */
export function wordSources(items: readonly string[]): Paragraph[] {
  return items.map(
    (label, i) =>
      new Paragraph({
        children: [
          new Bookmark({ id: `nguon_${i + 1}`, children: [new TextRun(`[${i + 1}]`)] }),
          new TextRun(` ${label}`),
        ],
      }),
  );
}
