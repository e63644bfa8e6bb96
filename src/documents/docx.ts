// An official paper as a Word file, in the Party's format (36-HD/VPTW) or the State's (Decree 30/2020).
import {
  AlignmentType,
  BorderStyle,
  File,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { firstLine, half, type Numbering, wordBlocks, wordSources } from './docx-blocks.ts';
import { innerWidth, numbering, section, styles } from './docx-styles.ts';
import { layOut } from './layout.ts';
import type { Line, Paper, PaperSpec } from './paper.ts';
import { timesWidth } from './times-width.ts';

/** The bytes of a .docx: letterhead, title, body, signature, appendices and list of sources; language vi-VN, titled. */
export async function partyDocument(spec: PaperSpec): Promise<Uint8Array> {
  const paper = layOut(spec);
  const count: Numbering = { lists: 0 };
  const file = new File({
    title: paper.metadata.title,
    creator: paper.metadata.author,
    lastModifiedBy: paper.metadata.author,
    compatabilityModeVersion: 15,
    styles,
    numbering,
    sections: [mainSection(paper, count), ...appendixSections(paper, count)],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function mainSection(paper: Paper, count: Numbering) {
  const width = innerWidth(paper.margins);
  const children = [
    // LibreOffice puts an empty line before a table that opens a file; this one takes its place and no room.
    gap(1),
    letterhead(paper, width),
    ...paper.letterhead.title.flatMap((line, i) => lineParagraphs(line, width, i === 0 ? 360 : 0)),
    ...addressees(paper),
    gap(12),
    ...wordBlocks(paper.body, width, count),
    gap(6),
    ending(paper, width),
  ];
  return section(children, { margins: paper.margins, hidesFirstNumber: true });
}

function appendixSections(paper: Paper, count: Numbering) {
  const { margins, letterhead } = paper;
  const startsAtOne = letterhead.restartsAppendixPages;
  const appendices = paper.appendices.map((appendix) => {
    const width = innerWidth(margins, appendix.isLandscape);
    const children = [appendixTitle(appendix.title), ...wordBlocks(appendix.body, width, count)];
    return section(children, { margins, isLandscape: appendix.isLandscape, startsAtOne });
  });
  if (paper.sources.items.length === 0) return appendices;
  const sources = [appendixTitle(paper.sources.title), ...wordSources(paper.sources.items)];
  return [...appendices, section(sources, { margins, startsAtOne })];
}

function appendixTitle(title: string): Paragraph {
  return new Paragraph({
    heading: 'Heading1',
    alignment: AlignmentType.CENTER,
    indent: { firstLine: 0 },
    children: [new TextRun(title)],
  });
}

const gap = (points: number) =>
  new Paragraph({ style: 'Letterhead', spacing: { line: points * 20, lineRule: 'exact' }, children: [] });

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const borders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};

function twoColumns(rows: [Paragraph[], Paragraph[]][], widths: [number, number]): Table {
  return new Table({
    borders,
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    rows: rows.map(
      (columns) =>
        new TableRow({
          cantSplit: true,
          children: columns.map(
            (children, i) =>
              new TableCell({
                borders,
                verticalAlign: VerticalAlignTable.TOP,
                width: { size: widths[i]!, type: WidthType.DXA },
                children,
              }),
          ),
        }),
    ),
  });
}

function letterhead(paper: Paper, width: number): Table {
  const left = Math.round(width * paper.letterhead.leftShare);
  const widths: [number, number] = [left, width - left];
  const column = (lines: Line[], i: 0 | 1) => lines.flatMap((line) => lineParagraphs(line, widths[i]));
  const { left: names, right, leftFoot, rightFoot } = paper.letterhead;
  return twoColumns(
    [
      [column(names, 0), column(right, 1)],
      [column(leftFoot, 0), column(rightFoot, 1)],
    ],
    widths,
  );
}

/** A line of words and, when it has a rule, an empty paragraph whose top border is as long as asked. */
function lineParagraphs(line: Line, width: number, before = 0): Paragraph[] {
  const words = new Paragraph({
    style: 'Letterhead',
    ...(before || line.gapBefore ? { spacing: { before: before || line.gapBefore! * 20 } } : {}),
    children: [
      new TextRun({
        text: line.text,
        size: half(line.size),
        bold: line.bold ?? false,
        italics: line.italic ?? false,
      }),
    ],
  });
  if (!line.rule) return [words];
  const length = Math.min(width, timesWidth(line.text, line.bold) * line.size * 20 * line.rule);
  const side = Math.round((width - length) / 2);
  return [
    words,
    new Paragraph({
      style: 'Letterhead',
      indent: { left: side, right: side },
      border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
      spacing: { before: 60, line: 80, lineRule: 'exact' },
      children: [],
    }),
  ];
}

function addressees(paper: Paper): Paragraph[] {
  const { label, size } = paper.letterhead.addressees;
  const words = (text: string, indent: number) =>
    new Paragraph({
      alignment: AlignmentType.LEFT,
      indent: { left: indent, firstLine: 0 },
      spacing: { before: 120, after: 0 },
      children: [new TextRun({ text, size: half(size) })],
    });
  if (paper.addressees.length === 0) return [];
  if (paper.addressees.length === 1)
    return [
      new Paragraph({
        style: 'Letterhead',
        spacing: { before: 240 },
        children: [new TextRun({ text: `${label} ${paper.addressees[0]}`, size: half(size) })],
      }),
    ];
  return [words(label, firstLine * 2), ...paper.addressees.map((name) => words(`- ${name}`, firstLine * 3))];
}

/** Recipients at the left, the signature block at the right, never parted by a page break. */
function ending(paper: Paper, width: number): Table {
  const left = Math.round(width * 0.45);
  return twoColumns([[recipients(paper), signature(paper)]], [left, width - left]);
}

function recipients(paper: Paper): Paragraph[] {
  const { label, labelSize, labelStyle, size, end } = paper.letterhead.recipients;
  const items = paper.recipients.map(
    (name, i) => `- ${name}${i === paper.recipients.length - 1 ? '.' : end}`,
  );
  const look = labelStyle === 'underline' ? { underline: {} } : { bold: true, italics: true };
  const line = (run: TextRun) =>
    new Paragraph({ style: 'Letterhead', alignment: AlignmentType.LEFT, children: [run] });
  if (items.length === 0) return [line(new TextRun(''))];
  return [
    line(new TextRun({ text: label, size: half(labelSize), ...look })),
    ...items.map((text) => line(new TextRun({ text, size: half(size) }))),
  ];
}

function signature(paper: Paper): Paragraph[] {
  const { authority, position, name } = paper.signature;
  const line = (text: string, before = 0) =>
    new Paragraph({
      style: 'Letterhead',
      keepNext: true,
      spacing: { before },
      children: [new TextRun({ text, bold: true })],
    });
  return [...(authority ? [line(authority)] : []), line(position), line(name, 1500)];
}
