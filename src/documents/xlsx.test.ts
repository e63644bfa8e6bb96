// Annexes out and in: written by one library and opened by another, filled in the ways that people fill them in.
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnexTemplate, ExpectedTable } from './annex.ts';
import { findTables } from './annex-tables.ts';
import { readWorkbook } from './xlsx-in.ts';
import { writeWorkbook } from './xlsx-out.ts';

const years = ['2021', '2022', '2023'].map((y) => ({ code: y, label: `Năm ${y}` }));
const people: ExpectedTable = {
  code: 'B1',
  title: 'Bối cảnh',
  columns: [...years, { code: 'total', label: 'Cộng', isTotal: true }],
  rows: [
    { code: 'B1.01', name: 'Số hộ', unit: 'hộ' },
    { code: 'B1.02', name: 'Hộ nghèo', unit: 'hộ' },
    { code: 'B1.03', name: 'Trong đó: do phụ nữ làm chủ hộ', unit: 'hộ', isWithin: true },
    { code: 'B1.04', name: 'Tỷ lệ hộ nghèo', unit: '%', derived: '{B1.02} / {B1.01} * 100' },
    { code: 'B1.05', name: 'Tỷ lệ hài lòng', unit: '%' },
  ],
};
const meetings: ExpectedTable = {
  code: 'B3',
  title: 'Đối thoại',
  columns: years,
  rows: [
    { code: 'B3.01', name: 'Cuộc đối thoại', unit: 'cuộc' },
    { code: 'B3.02', name: 'Ý kiến nêu', unit: 'ý kiến' },
  ],
};
const template: AnnexTemplate = {
  templateCode: 'M1',
  version: 2,
  unitName: 'Tỉnh ủy Mẫu',
  tables: [people, meetings],
};

async function open(bytes: Uint8Array) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  );
  return book;
}

async function find(book: ExcelJS.Workbook, tables = [people, meetings]) {
  const read = await readWorkbook(new Uint8Array(await book.xlsx.writeBuffer()));
  return { ...read, ...findTables(read.sheets, tables) };
}

const brief = (cells: { row: string; column: string; value: number | null; reason: string | null }[]) =>
  Object.fromEntries(cells.map((c) => [`${c.row}@${c.column}`, c.value ?? c.reason]));

describe('the annex as a workbook', () => {
  it('opens in another library with labels, validation, locks, frozen panes and stamp', async () => {
    const book = await open(await writeWorkbook(template));
    const sheet = book.getWorksheet('B1')!;
    expect(sheet.getCell('A1').text).toBe('Biểu B1. Bối cảnh');
    expect(sheet.getCell('A2').text).toBe('Đơn vị báo cáo: Tỉnh ủy Mẫu');
    expect(sheet.getCell('A3').text).toContain('Mẫu M1, phiên bản 2');
    expect((sheet.getRow(4).values as string[]).slice(1)).toEqual([
      'Mã',
      'Chỉ tiêu',
      'Đơn vị tính',
      'Năm 2021',
      'Năm 2022',
      'Năm 2023',
      'Cộng',
    ]);
    expect(sheet.getCell('D5').dataValidation).toMatchObject({
      type: 'custom',
      formulae: [expect.stringContaining('D5>=0')],
    });
    expect(sheet.getCell('D5').protection?.locked).toBe(false);
    expect(sheet.getCell('D8').formula).toBe('IFERROR(N(D6)/N(D5)*100,"")');
    expect(sheet.getCell('G5').formula).toBe('SUM(D5,E5,F5)');
    expect(sheet.getCell('G8').formula).toBe('IFERROR(N(G6)/N(G5)*100,"")');
    expect(sheet.getCell('D8').protection?.locked ?? true).toBe(true);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 3, ySplit: 4 });
    expect(sheet.getColumn(2).width).toBe(52);
    expect(sheet.getCell('D5').numFmt).toBe('#,##0');
  });

  it('never lets words become a formula', async () => {
    const nasty = ['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)'];
    const rows = nasty.map((name, i) => ({ code: `X.${i}`, name, unit: '=unit' }));
    const book = await open(
      await writeWorkbook({ ...template, unitName: '=HYPERLINK("x")', tables: [{ ...meetings, rows }] }),
    );
    const sheet = book.getWorksheet('B3')!;
    expect(nasty.map((_, i) => sheet.getCell(`B${5 + i}`).type)).toEqual(
      nasty.map(() => ExcelJS.ValueType.String),
    );
    expect(nasty.map((_, i) => sheet.getCell(`B${5 + i}`).value)).toEqual(nasty);
  });

  it('reads back what it wrote, with the stamp', async () => {
    const values = { 'B1.01': { '2021': 1200, '2022': 'none-arose' as const, '2023': 12.5 } };
    const read = await readWorkbook(
      await writeWorkbook({ ...template, tables: [{ ...people, values }, meetings] }),
    );
    expect(read.stamp).toEqual({ template: 'M1', version: 2 });
    const found = findTables(read.sheets, [people, meetings]);
    expect(brief(found.cells)).toEqual({
      'B1.01@2021': 1200,
      'B1.01@2022': 'none-arose',
      'B1.01@2023': 12.5,
    });
    expect(found.diagnostics).toEqual([]);
    expect(found.leftovers).toEqual([]);
  });
});

describe('a workbook that people have worked on', () => {
  it('reads numbers as text, reasons, percentages, the letter o; and says so at the cell', async () => {
    const book = await open(await writeWorkbook(template));
    const sheet = book.getWorksheet('B1')!;
    const put = (address: string, value: ExcelJS.CellValue) => {
      sheet.getCell(address).value = value;
    };
    put('D5', '1.234,5');
    put('E5', 'k');
    put('F5', 'Không có số liệu');
    put('D6', 'x');
    put('E6', 'o');
    put('F6', 'khoảng trăm hộ');
    put('D7', '17 hộ');
    put('D9', 0.955);
    sheet.getCell('D9').style = { ...sheet.getCell('D9').style, numFmt: '0.0%' };
    put('E9', '95,5%');
    put('F9', { formula: 'D9', result: 80 });
    const found = await find(book);
    expect(brief(found.cells)).toEqual({
      'B1.01@2021': 1234.5,
      'B1.01@2022': 'none-arose',
      'B1.01@2023': 'no-data',
      'B1.02@2021': 'not-applicable',
      'B1.02@2022': 0,
      'B1.02@2023': null,
      'B1.03@2021': 17,
      'B1.05@2021': 95.5,
      'B1.05@2022': 95.5,
      'B1.05@2023': 80,
    });
    expect(
      found.diagnostics.map((d) => [d.code, d.severity, d.where?.in === 'cell' && d.where.address]),
    ).toEqual([
      ['annex-number-as-text', 'note', 'D5'],
      ['annex-letter-o', 'note', 'E6'],
      ['annex-value-unreadable', 'error', 'F6'],
      ['annex-number-as-text', 'note', 'D7'],
      ['annex-number-as-text', 'note', 'E9'],
    ]);
  });

  it('finds two tables on a sheet, merged headers, moved columns, extra rows, no codes', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Tổng hợp');
    sheet.addRows([
      ['TỈNH ỦY MẪU'],
      ['PHỤ LỤC SỐ LIỆU'],
      [],
      ['TT', 'Nội dung', 'Năm', null, null, 'ĐVT', 'Ghi chú'],
      [null, null, 2023, 2021, 2022],
      [1, '1. Số hộ', 30, 10, 20, 'hộ'],
      [2, 'HỘ NGHÈO', 3, 1, 2, 'hộ', 'giảm'],
      [3, 'Trong đó do phụ nữ làm chủ hộ', 'không phát sinh', null, null],
      [4, 'Hộ mới tách', 9, 9, 9],
      [],
      ['Biểu 3: đối thoại'],
      ['TT', 'Nội dung', 'Năm 2021', 'Năm 2022', 'Năm 2023'],
      [1, 'Cuộc đối thoại (cuộc)', 5, 6, 7],
      [2, 'Ý kiến nêu', 50, 60, 70],
    ]);
    sheet.mergeCells('C4:E4');
    sheet.mergeCells('A4:A5');
    sheet.mergeCells('B4:B5');
    const found = await find(book);
    expect(brief(found.cells)).toEqual({
      'B1.01@2023': 30,
      'B1.01@2021': 10,
      'B1.01@2022': 20,
      'B1.02@2023': 3,
      'B1.02@2021': 1,
      'B1.02@2022': 2,
      'B1.03@2023': 'none-arose',
      'B3.01@2021': 5,
      'B3.01@2022': 6,
      'B3.01@2023': 7,
      'B3.02@2021': 50,
      'B3.02@2022': 60,
      'B3.02@2023': 70,
    });
    expect(found.diagnostics.map((d) => d.code).sort()).toEqual(['annex-row-unknown', 'annex-rows-missing']);
    expect(found.diagnostics.find((d) => d.code === 'annex-row-unknown')?.where).toMatchObject({
      sheet: 'Tổng hợp',
      address: 'B9',
    });
    expect(found.leftovers.map((l) => l.text)).toContain('Hộ mới tách');
  });

  it('finds tables that stand side by side', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('S').addRows([
      ['Chỉ tiêu', 2021, 2022, 2023, null, 'Chỉ tiêu', 2021, 2022, 2023],
      ['Số hộ', 1, 2, 3, null, 'Cuộc đối thoại', 4, 5, 6],
      ['Hộ nghèo', 1, 2, 3, null, 'Ý kiến nêu', 7, 8, 9],
    ]);
    const found = await find(book);
    expect(brief(found.cells)).toMatchObject({
      'B1.01@2021': 1,
      'B1.02@2023': 3,
      'B3.01@2021': 4,
      'B3.02@2023': 9,
    });
  });

  it('says when a file holds two annexes, a row twice, or a table not at all', async () => {
    const book = await open(await writeWorkbook({ ...template, tables: [people] }));
    const copy = book.addWorksheet('Đơn vị khác');
    copy.addRows([
      ['Chỉ tiêu', 2021, 2022, 2023],
      ['Số hộ', 7, 7, 7],
      ['Hộ nghèo', 7, 7, 7],
    ]);
    book.getWorksheet('B1')!.addRow(['', 'Số hộ', 'hộ', 5]);
    const found = await find(book);
    expect(found.diagnostics.map((d) => d.code).sort()).toEqual([
      'annex-row-duplicated',
      'annex-table-duplicated',
      'annex-table-missing',
    ]);
    expect(found.cells).toEqual([]);
  });

  it('joins a table whose header is printed again on the next page', async () => {
    const book = new ExcelJS.Workbook();
    const head = ['Chỉ tiêu', 2021, 2022, 2023];
    book
      .addWorksheet('S')
      .addRows([head, ['Số hộ', 1, 2, 3], ['Hộ nghèo', 4, 5, 6], head, ['Tỷ lệ hài lòng', 7, 8, 9]]);
    const found = await find(book, [people]);
    expect(found.cells).toHaveLength(9);
    expect(found.diagnostics.map((d) => d.code)).toEqual(['annex-rows-missing']);
  });

  it('repairs TCVN3 labels', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('S');
    sheet.addRows([
      ['ChØ tiªu', 2021, 2022, 2023],
      ['Cuéc ®èi tho¹i', 1, 2, 3],
      ['ý kiÕn nªu', 4, 5, 6],
    ]);
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        cell.font = { name: '.VnTime' };
      }),
    );
    const found = await find(book, [meetings]);
    expect(found.cells).toHaveLength(6);
  });
});

it('whatever is moved about, every figure comes back at its row and column', async () => {
  const order = fc.shuffledSubarray([0, 1, 2], { minLength: 3 });
  const rows = fc.shuffledSubarray([0, 1, 2, 4], { minLength: 4 });
  await fc.assert(
    fc.asyncProperty(
      order,
      rows,
      fc.nat(4),
      fc.nat(3),
      fc.array(fc.nat(1_000_000), { minLength: 12, maxLength: 12 }),
      async (columns, lines, top, left, figures) => {
        const book = new ExcelJS.Workbook();
        const sheet = book.addWorksheet('S');
        const pad = Array.from({ length: left }, () => null);
        for (let i = 0; i < top; i++) sheet.addRow(['ghi chú']);
        sheet.addRow([...pad, 'Tên', ...columns.map((c) => years[c]!.label)]);
        const wanted: Record<string, number> = {};
        for (const [i, line] of lines.entries()) {
          sheet.addRow([...pad, people.rows[line]!.name, ...columns.map((_, j) => figures[i * 3 + j])]);
          for (const [j, c] of columns.entries())
            wanted[`${people.rows[line]!.code}@${years[c]!.code}`] = figures[i * 3 + j]!;
        }
        expect(brief((await find(book, [people])).cells)).toEqual(wanted);
      },
    ),
    { numRuns: 30 },
  );
}, 30_000);
