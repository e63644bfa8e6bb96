// A template's outline as a Word file to fill in. Its stamp says later which template and version it was made from.
import { AlignmentType, File, Packer, Paragraph, TextRun } from 'docx';
import { cleanText } from './canonical.ts';
import { numbering, section, styles } from './docx-styles.ts';
import type { Outline } from './outline.ts';
import { stampLine, stampProperties } from './outline.ts';
import { defaultMargins } from './paper.ts';

const headings = { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3', 4: 'Heading4' } as const;

/**
 * The bytes of a .docx: title, then each part as a heading with its number typed (so that it survives any program),
 * its guidance in grey italic, and an empty paragraph to write in. The stamp is a custom property and the footer.
 */
export async function outlineDocx(outline: Outline): Promise<Uint8Array> {
  const title = new Paragraph({
    style: 'Letterhead',
    alignment: AlignmentType.CENTER,
    spacing: { after: 240 },
    children: [new TextRun({ text: cleanText(outline.title), bold: true, size: 32 })],
  });
  const file = new File({
    title: cleanText(outline.title),
    creator: 'Tổng Kết',
    customProperties: stampProperties(outline),
    styles,
    numbering,
    sections: [
      section([title, ...outline.parts.flatMap(part)], {
        margins: defaultMargins,
        hidesFirstNumber: true,
        footer: stampLine(outline),
      }),
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function part(entry: Outline['parts'][number]): Paragraph[] {
  const isCentred = /^phần\s/i.test(entry.numbering);
  const [numbering, title] = [cleanText(entry.numbering), cleanText(entry.title)];
  const guidance = cleanText(entry.guidance);
  return [
    new Paragraph({
      heading: headings[entry.level],
      ...(isCentred ? { alignment: AlignmentType.CENTER, indent: { firstLine: 0 } } : {}),
      // "Phần thứ nhất" stands on a line of its own, over its title.
      children: isCentred
        ? [new TextRun(numbering), new TextRun({ text: title, break: 1 })]
        : [new TextRun([numbering, title].filter(Boolean).join(' '))],
    }),
    ...(guidance ? [new Paragraph({ style: 'Guidance', children: [new TextRun(guidance)] })] : []),
    ...(guidance || entry.required ? [new Paragraph({ children: [] })] : []),
  ];
}
