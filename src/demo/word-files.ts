// Word files as people really make them: bold lines for headings, numbers gone astray, a table in between, an old font.
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { decode } from '#src/documents/legacy-fonts.ts';
import { plainText } from '#src/documents/model.ts';
import { formatNumber } from '#src/kernel/vietnamese.ts';
import type { SectionContent } from '#src/reports/rules.ts';
import type { OutlineSection } from '#src/templates/rules.ts';
import { type Figures, years } from './annex-figures.ts';

/** The whole outline with what was written under each writable heading. */
export type WrittenSection = { section: OutlineSection; content: SectionContent | null };

/** No heading style: bold lines, with a number that slips by one from III.4 on; a table of members after III.4. */
export async function boldHeadingsFile(
  unitName: string,
  sections: readonly WrittenSection[],
  figures: Figures,
): Promise<Uint8Array> {
  const children: (Paragraph | Table)[] = letterhead(unitName).map((line) => paragraph(line, { bold: true }));
  for (const { section, content } of sections) {
    children.push(paragraph(`${slipped(section)} ${section.title}`.trim(), { bold: true }));
    for (const line of linesOf(content)) children.push(paragraph(line, {}));
    if (section.code === 'III.4') children.push(membersTable(figures));
  }
  return pack(children);
}

/** The number as its writer counted: one too many in the third chapter from its fourth heading on. */
function slipped(section: OutlineSection): string {
  const number = /^III\.(\d)$/.exec(section.code)?.[1];
  if (!number) return section.numbering;
  return `${Number(number) >= 4 ? Number(number) + 1 : number}.`;
}

function membersTable(figures: Figures): Table {
  const rows = [
    ['Tổ chức', ...years.slice(0, 4)],
    ...[
      ['Hội Nông dân', 'B4.02'],
      ['Hội Phụ nữ', 'B4.03'],
    ].map(([name = '', code = '']) => [
      name,
      ...years.slice(0, 4).map((year) => words(figures[code]?.[year])),
    ]),
  ];
  return new Table({
    rows: rows.map(
      (cells) =>
        new TableRow({ children: cells.map((cell) => new TableCell({ children: [paragraph(cell, {})] })) }),
    ),
  });
}

const words = (figure: unknown) => (typeof figure === 'number' ? formatNumber(figure) : '…');

/** The same report typed in TCVN3 with the font .VnTime, as machines of the 1990s did. */
export function oldFontFile(unitName: string, sections: readonly WrittenSection[]): Promise<Uint8Array> {
  const old = (line: string, bold: boolean) => paragraph(encodeTcvn3(line), { bold, font: '.VnTime' });
  const children = letterhead(unitName).map((line) => old(line, true));
  for (const { section, content } of sections) {
    children.push(old(`${section.numbering} ${section.title}`.trim(), true));
    for (const line of linesOf(content)) children.push(old(line, false));
  }
  return pack(children);
}

function letterhead(unitName: string): string[] {
  return [unitName, 'Báo cáo tổng kết', '(kèm theo công văn của Thường trực cấp ủy)'];
}

function linesOf(content: SectionContent | null): string[] {
  return content ? plainText(content.body).split('\n') : [];
}

function paragraph(
  line: string,
  { bold = false, font = 'Times New Roman' }: { bold?: boolean; font?: string },
): Paragraph {
  return new Paragraph({ children: [new TextRun({ text: line, bold, font, size: 28 })] });
}

async function pack(children: (Paragraph | Table)[]): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

/** TCVN3 by what our own reader makes of each of its signs. */
const signs = new Map(
  Array.from({ length: 0x5f }, (_, i) => String.fromCharCode(0xa1 + i)).map((sign) => [
    decode(sign, 'tcvn3'),
    sign,
  ]),
);

/** Capitals with a tone have no sign in this font; its typists wrote the small letter. */
function encodeTcvn3(line: string): string {
  return [...line.normalize('NFC')]
    .map((letter) => signs.get(letter) ?? signs.get(letter.toLowerCase()) ?? letter)
    .join('');
}
