// Whatever bytes arrive, the answer is a result or a refusal with words in both languages.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '#src/kernel/refusal.ts';
import type { ExpectedTable } from './annex.ts';
import { parseFile } from './parse-file.ts';
import type { Purpose, Upload } from './parse-types.ts';
import { excelFile, paragraph, wordFile } from './sample-files.ts';
import { writeWorkbook } from './xlsx-out.ts';

const table: ExpectedTable = {
  code: 'B1',
  title: 'Bối cảnh',
  columns: [{ code: '2023', label: '2023' }],
  rows: [{ code: 'B1.01', name: 'Số hộ', unit: 'hộ' }],
};

describe('any bytes', { timeout: 60_000 }, () => {
  const purposes: Purpose[] = ['plan', 'document', 'workbook', 'report', 'annex'];
  const check = async (bytes: Uint8Array, purpose: Purpose, name: string) => {
    const result = await parseFile({ bytes, name, purpose, parts: [], tables: [table] } as Upload);
    expect(result instanceof Refusal || typeof result === 'object').toBe(true);
    if (result instanceof Refusal) expect(result.words.vi && result.words.en && result.code).toBeTruthy();
  };

  it('give a result or a refusal', async () => {
    const head = fc.constantFrom(
      [],
      [0x50, 0x4b, 3, 4],
      [0x25, 0x50, 0x44, 0x46, 0x2d],
      [0xd0, 0xcf, 0x11, 0xe0],
    );
    await fc.assert(
      fc.asyncProperty(
        head,
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom(...purposes),
        fc.constantFrom('a.docx', 'a.xlsx', 'a.pdf'),
        (start, rest, purpose, name) => check(new Uint8Array([...start, ...rest]), purpose, name),
      ),
      { numRuns: 200 },
    );
  });

  it('changed in a few places in real files, too', async () => {
    const files = [
      wordFile(paragraph('Kết quả', '<w:pStyle w:val="Heading1"/>')),
      excelFile('<row r="1"><c r="A1"><v>1</v></c></row>'),
      await writeWorkbook({ templateCode: 'M', version: 1, tables: [table] }),
    ];
    const change = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        change,
        fc.constantFrom(...purposes),
        (file, changes, purpose) => {
          const bytes = file.slice();
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          return check(bytes, purpose, purpose === 'workbook' || purpose === 'annex' ? 'a.xlsx' : 'a.docx');
        },
      ),
      { numRuns: 200 },
    );
  });

  it('of any XML inside a Word or Excel file, too', async () => {
    const tags = fc.constantFrom(
      '<w:p>',
      '</w:p>',
      '<w:r>',
      '</w:r>',
      '<w:t>',
      'x',
      '</w:t>',
      '<w:tbl>',
      '</w:tbl>',
      '<w:tr>',
      '<w:tc>',
      '<w:hyperlink>',
      '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>',
      '<c r="B2" t="s"><v>9</v></c>',
      '<row r="-1">',
      '</row>',
      '<w:footnoteReference w:id="7"/>',
      '<w:gridSpan w:val="999999"/>',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(tags, { maxLength: 15 }), fc.boolean(), (parts, isWord) =>
        isWord
          ? check(wordFile(parts.join('')), 'report', 'a.docx')
          : check(excelFile(parts.join('')), 'annex', 'a.xlsx'),
      ),
      { numRuns: 150 },
    );
  });
});
