// Word files in: what other programs wrote, as our model; old fonts, automatic numbers, tables, notes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '#src/kernel/refusal.ts';
import { partyDocument } from './docx.ts';
import { toMarkdown } from './markdown.ts';
import type { Document } from './model.ts';
import { plainText } from './model.ts';
import { outlineDocx } from './outline-docx.ts';
import { paragraph, wordFile, wordNamespace } from './sample-files.ts';
import { samplePaper } from './sample-paper.ts';
import { findSections } from './sections.ts';
import { unpack } from './unpack.ts';
import { readWord } from './word-in.ts';
import { wordText } from './word-text.ts';

async function read(bytes: Uint8Array) {
  const parts = unpack(bytes);
  if (parts instanceof Refusal) throw parts;
  return { ...(await readWord(parts, 'a.docx')), text: await wordText(parts, 'a.docx') };
}

const kinds = (document: Document) => document.map((b) => b.kind).join(' ');

describe('a Word file', () => {
  it('of ours comes in as it went out', async () => {
    const { document } = await read(await partyDocument(samplePaper));
    const md = toMarkdown(document);
    expect(md).toContain('# I- KẾT QUẢ THỰC HIỆN\n\n## 1. Công tác lãnh đạo, chỉ đạo');
    expect(md).toContain('**quán triệt nghiêm túc** Nghị quyết tới *toàn thể đảng viên*');
    expect(md).toContain('^[So với số liệu sơ kết năm 2018; số liệu minh họa.]');
    expect(md).toContain('- Tổ chức hội nghị');
    expect(md).toContain('1. Thực hiện dân chủ ở cơ sở.\n2. Tiếp công dân');
    expect(md).toMatch(/\| Cuộc đối thoại.* \| 1\.234 \| 1\.310 \| cuộc \|/);
    expect(md).toMatch(/\{2x1\} Năm/);
  });

  it('keeps the stamp of its template, and each section finds its place', async () => {
    const parts = [
      {
        code: 'I',
        numbering: 'I.',
        title: 'Đặc điểm tình hình',
        level: 2 as const,
        guidance: 'Nêu khái quát.',
        required: true,
      },
      {
        code: 'II',
        numbering: 'II.',
        title: 'Kết quả',
        level: 2 as const,
        guidance: 'Nêu số liệu.',
        required: true,
      },
    ];
    const file = await read(await outlineDocx({ templateCode: 'M1', version: 4, title: 'Đề cương', parts }));
    expect(file.stamp).toEqual({ template: 'M1', version: 4 });
    const found = findSections(file.document, parts);
    expect(found.sections.map((s) => s.code)).toEqual(['I', 'II']);
    expect(plainText(found.leftovers)).toBe('Đề cương\nNêu khái quát.\nNêu số liệu.');
  });

  it('in TCVN3 and VNI fonts, or decomposed, is repaired run by run', async () => {
    const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
    const { document } = await read(
      wordFile(
        paragraph('KÕt qu¶ n¨m 2023', '', font('.VnTimeH')) +
          paragraph('C«ng t¸c d©n vËn cña hÖ thèng chÝnh trÞ', '', font('.VnTime')) +
          paragraph('Coâng taùc daân vaän', '', font('VNI-Times')) +
          paragraph('Công tác'.normalize('NFD'), '', font('Times New Roman')) +
          paragraph('có à', '', font('Times New Roman')),
      ),
    );
    expect(plainText(document)).toBe(
      'KẾT QUẢ NĂM 2023\nCông tác dân vận của hệ thống chính trị\nCông tác dân vận\nCông tác\ncó à',
    );
  });

  it('in TCVN3 without font names is known by its look', async () => {
    const { document } = await read(
      wordFile(paragraph('§Æc ®iÓm t×nh h×nh') + paragraph('Tæ chøc qu¸n triÖt, tuyªn truyÒn')),
    );
    expect(plainText(document)).toBe('Đặc điểm tình hình\nTổ chức quán triệt, tuyên truyền');
  });

  it('shows automatic numbers as its reader sees them', async () => {
    const level = (i: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering ${wordNamespace}><w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%2.')}${level(2, 'lowerLetter', '%3)')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '-')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level(0, 'decimal', '%1.')}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="7"><w:abstractNumId w:val="2"/></w:num></w:numbering>`;
    const styles = `<w:styles ${wordNamespace}><w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style></w:styles>`;
    const numbered = (i: number, id: number) =>
      `<w:numPr><w:ilvl w:val="${i}"/><w:numId w:val="${id}"/></w:numPr>`;
    const bold = '<w:b/>';
    const rels =
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="n" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>';
    const { document } = await read(
      wordFile(
        [
          paragraph('TÌNH HÌNH', '<w:pStyle w:val="Muc"/>'),
          paragraph('Thuận lợi', numbered(1, 5), bold),
          paragraph('Đoạn văn'),
          paragraph('Khó khăn', numbered(1, 5), bold),
          paragraph('chủ quan', numbered(2, 5)),
          paragraph('KẾT QUẢ', '<w:pStyle w:val="Muc"/>'),
          paragraph('Mở đầu', numbered(1, 5), bold),
          paragraph('gạch một', numbered(0, 6)),
          paragraph('gạch hai', numbered(0, 6)),
          paragraph('mục một', numbered(0, 7)),
          paragraph('mục hai', numbered(0, 7)),
        ].join(''),
        { 'word/numbering.xml': numbering, 'word/styles.xml': styles, 'word/_rels/document.xml.rels': rels },
      ),
    );
    expect(toMarkdown(document)).toBe(
      '# I. TÌNH HÌNH\n\n**1. Thuận lợi**\n\nĐoạn văn\n\n**2. Khó khăn**\n\na) chủ quan\n\n# II. KẾT QUẢ\n\n**1. Mở đầu**\n\n- gạch một\n- gạch hai\n\n1. mục một\n2. mục hai',
    );
  });

  it('gives typed dashes as a list, a bold first row as a header, cells of several lines', async () => {
    const cell = (...lines: string[]) => `<w:tc>${lines.join('')}</w:tc>`;
    const { document, text } = await read(
      wordFile(
        `${paragraph('- một')}${paragraph('– hai')}<w:tbl><w:tr>${cell(paragraph('Tên', '', '<w:b/>'))}${cell(paragraph('Số', '', '<w:b/>'))}</w:tr><w:tr>${cell(paragraph('a'), paragraph('b'))}${cell(paragraph('1'))}</w:tr></w:tbl>`,
        {
          'word/header1.xml': `<w:hdr ${wordNamespace}>${paragraph('TỈNH ỦY MẪU &')}${paragraph('2')}</w:hdr>`,
        },
      ),
    );
    expect(kinds(document)).toBe('list table');
    expect(toMarkdown(document)).toBe('- một\n- hai\n\n| Tên | Số |\n| --- | --- |\n| a\\\nb | 1 |');
    expect(text).toBe('TỈNH ỦY MẪU &\n- một\n- hai\nTên\tSố\na\nb\n1');
  });

  it('reads text boxes, and says what it left out', async () => {
    const box = `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${paragraph('Trong khung')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
    const { document, diagnostics } = await read(
      wordFile(box + paragraph('Ngoài khung'), { 'word/embeddings/o.bin': 'x' }),
    );
    expect(plainText(document)).toContain('Trong khung');
    expect(diagnostics.map((d) => d.code)).toEqual(['word-objects-dropped']);
  });
});

it('every word of any paragraphs comes in once', async () => {
  const words = fc.stringMatching(/^[\p{L}\d ,.]{1,30}$/u);
  await fc.assert(
    fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 12 }), async (lines) => {
      const { document } = await read(
        wordFile(lines.map((line) => paragraph(line, '', '<w:rFonts w:ascii="Arial"/>')).join('')),
      );
      const bag = (text: string) => text.normalize('NFC').split(/\s+/).filter(Boolean);
      expect(bag(plainText(document))).toEqual(bag(lines.join('\n')));
    }),
    { numRuns: 60 },
  );
}, 30_000);
