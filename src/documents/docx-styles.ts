// Styles, numbering and page setup that every Word file of ours shares.
import {
  AlignmentType,
  Footer,
  Header,
  type ISectionOptions,
  LevelFormat,
  LevelSuffix,
  LineRuleType,
  convertMillimetersToTwip as mm,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { firstLine, half } from './docx-blocks.ts';
import type { Margins } from './paper.ts';

export const font = 'Times New Roman';
/** Width of A4 inside the margins, in twips. */
export const innerWidth = (margins: Margins, isLandscape = false) =>
  mm((isLandscape ? 297 : 210) - margins.left - margins.right);

const plain = {
  spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO },
  indent: { firstLine: 0 },
};
const heading = (level: 1 | 2 | 3 | 4, run: { bold?: boolean; italics?: boolean }) => ({
  run: { font, size: half(14), color: '000000', ...run },
  paragraph: {
    alignment: AlignmentType.JUSTIFIED,
    keepNext: true,
    indent: { firstLine },
    outlineLevel: level - 1,
    spacing: { before: level === 1 ? 240 : 120, after: 120, line: 360, lineRule: LineRuleType.AT_LEAST },
  },
});

/** 14 pt Times New Roman, justified, first line in by 1.27 cm, lines at least 18 pt, Vietnamese. */
export const styles = {
  default: {
    document: {
      run: { font, size: half(14), language: { value: 'vi-VN', eastAsia: 'vi-VN' } },
      paragraph: {
        alignment: AlignmentType.JUSTIFIED,
        indent: { firstLine },
        spacing: { before: 0, after: 120, line: 360, lineRule: LineRuleType.AT_LEAST },
      },
    },
    heading1: heading(1, { bold: true }),
    heading2: heading(2, { bold: true }),
    heading3: heading(3, { bold: true, italics: true }),
    heading4: heading(4, { italics: true }),
    caption: {
      run: { font, size: half(14), bold: true, color: '000000' },
      paragraph: {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        indent: { firstLine: 0 },
        spacing: { before: 120, after: 120 },
      },
    },
    footnoteText: {
      run: { font, size: half(11) },
      paragraph: { ...plain, alignment: AlignmentType.JUSTIFIED },
    },
  },
  paragraphStyles: [
    {
      id: 'Letterhead',
      name: 'Letterhead',
      basedOn: 'Normal',
      paragraph: { ...plain, alignment: AlignmentType.CENTER },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      run: { size: half(12) },
      paragraph: { ...plain, alignment: AlignmentType.LEFT },
    },
    { id: 'AfterTable', name: 'After Table', basedOn: 'Normal', run: { size: half(6) }, paragraph: plain },
    {
      id: 'Guidance',
      name: 'Guidance',
      basedOn: 'Normal',
      run: { italics: true, color: '595959', size: half(13) },
      paragraph: {},
    },
  ],
};

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: 0,
  format,
  text,
  alignment: AlignmentType.LEFT,
  suffix: LevelSuffix.SPACE,
  style: { paragraph: { indent: { left: 0, firstLine } } },
});

/** Lists as official papers set them: the mark stands where a paragraph begins, the next lines at the margin. */
export const numbering = {
  config: [
    { reference: 'numbered', levels: [level(LevelFormat.DECIMAL, '%1.')] },
    { reference: 'dashed', levels: [level(LevelFormat.BULLET, '-')] },
  ],
};

const pageNumberHeader = () =>
  new Header({
    children: [
      new Paragraph({
        style: 'Letterhead',
        children: [new TextRun({ children: [PageNumber.CURRENT], size: half(14) })],
      }),
    ],
  });

/** A section on A4. With `hidesFirstNumber` the page number (centred, 10 mm from the top) begins on its second page. */
export function section(
  children: ISectionOptions['children'],
  page: {
    margins: Margins;
    isLandscape?: boolean;
    hidesFirstNumber?: boolean;
    startsAtOne?: boolean;
    footer?: string;
  },
): ISectionOptions {
  const { margins } = page;
  return {
    headers: {
      default: pageNumberHeader(),
      first: new Header({ children: [new Paragraph({ style: 'Letterhead', children: [] })] }),
    },
    ...(page.footer ? { footers: { default: footer(page.footer), first: footer(page.footer) } } : {}),
    properties: {
      titlePage: page.hidesFirstNumber ?? false,
      page: {
        size: {
          width: mm(210),
          height: mm(297),
          orientation: page.isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: mm(margins.top),
          bottom: mm(margins.bottom),
          left: mm(margins.left),
          right: mm(margins.right),
          header: mm(10),
          footer: mm(10),
        },
        ...(page.startsAtOne ? { pageNumbers: { start: 1 } } : {}),
      },
    },
    children,
  };
}

const footer = (words: string) =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Letterhead',
        alignment: AlignmentType.LEFT,
        children: [new TextRun({ text: words, size: half(9), color: '595959' })],
      }),
    ],
  });
