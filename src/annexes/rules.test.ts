// What is read from a cell, what is computed, and what is said of a table.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNumber } from '#src/kernel/vietnamese.ts';
import { b3, cellsOf, langSon, tableOf } from './fixtures/lang-son.ts';
import { annexProgress, checkTable } from './rules/check.ts';
import { derive, totals, wrongCells } from './rules/derive.ts';
import { readCell } from './rules/reading.ts';
import { codeRanges, formulaWords, sourceLines } from './rules/sources.ts';
import { type AnnexCells, cellText, formatFigure, isSameTable, tableProgress, withCell } from './rules.ts';

const whole = { type: 'integer', unitOfMeasure: 'đơn' } as const;
const decimal = { type: 'decimal', unitOfMeasure: 'triệu đồng' } as const;
const percent = { type: 'percent', unitOfMeasure: '%' } as const;

describe('reading a cell', () => {
  test.each([
    ['412', whole, 412],
    ['1.234', whole, 1234],
    [' 1 234 567 ', whole, 1234567],
    ['1.234.567', whole, 1234567],
    ['24 đơn', whole, 24],
    ['24 ĐƠN', whole, 24],
    ['0', whole, 0],
    ['-0', whole, 0],
    ['1.234,5', decimal, 1234.5],
    ['0.125', decimal, 0.125],
    ['12,5', decimal, 12.5],
    ['95,5%', percent, 95.5],
    ['95,5 %', percent, 95.5],
  ])('%j is a number', (text, indicator, value) => {
    expect(readCell(text, indicator)).toEqual({ kind: 'value', value });
  });

  test.each([
    ['k', 'none-arose'],
    ['K', 'none-arose'],
    ['Không phát sinh', 'none-arose'],
    ['khong phat sinh.', 'none-arose'],
    ['-', 'none-arose'],
    ['x', 'no-data'],
    ['không có số liệu', 'no-data'],
    ['...', 'no-data'],
    ['o', 'not-applicable'],
    ['Không thuộc phạm vi', 'not-applicable'],
    ['not applicable', 'not-applicable'],
  ])('%j is a reason', (text, reason) => {
    expect(readCell(text, whole)).toEqual({ kind: 'reason', reason });
  });

  test.each([
    ['4l2', whole, 'A10'],
    ['khoảng 400', whole, 'A10'],
    ['12/2021', whole, 'A10'],
    ['-5', whole, 'A11'],
    ['−5', whole, 'A11'],
    ['101', percent, 'A13'],
    ['1,5', whole, 'A14'],
    ['1,234', whole, 'A14'],
    ['9999999999999', whole, 'A15'],
  ])('%j is refused', (text, indicator, code) => {
    expect(readCell(text, indicator)).toMatchObject({ kind: 'problem', problem: { code } });
  });

  test('a comma between thousands is explained', () => {
    const reading = readCell('1,234', whole);
    expect(reading.kind === 'problem' && reading.problem.hint.vi).toContain('viết 1.234');
  });

  test('nothing typed is no answer', () => expect(readCell('  ', whole)).toEqual({ kind: 'empty' }));

  test('what a field shows reads back as the same figure', () => {
    const source = { kind: 'typed', by: '', at: '' } as const;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 11 }),
        fc.integer({ min: 0, max: 9999 }),
        (units, parts) => {
          const value = units + parts / 10_000;
          const type = parts === 0 ? whole : decimal;
          const rounded = Math.round(value * 10_000) / 10_000;
          return (
            readCell(cellText({ value, source }), type).kind === 'value' &&
            Math.abs((readCell(cellText({ value, source }), type) as { value: number }).value - rounded) <
              1e-3
          );
        },
      ),
    );
    fc.assert(fc.property(fc.string(), (text) => readCell(text, whole).kind !== undefined));
  });
});

describe('computing', () => {
  const wrong = wrongCells(checkTable(b3, langSon));

  test('percentages by year, and over the years from their parts', () => {
    const rates = derive(b3, langSon, wrong)['B3.07']!;
    const shown = b3.columns.map((c) => {
      const rate = rates[c.code]!;
      return rate.kind === 'value' ? formatFigure(rate.value, 'percent') : rate.kind;
    });
    expect(shown).toEqual(['94,2', '96,5', 'waiting', '95,5', '87,4']);
  });

  test('totals wait for an input in error and leave the others alone', () => {
    const sums = totals(b3, langSon, wrong);
    expect(sums['B3.01']).toEqual({ kind: 'value', value: 107 });
    expect(sums['B3.03']).toEqual({ kind: 'value', value: 4850 });
    expect(sums['B3.05']).toEqual({ kind: 'value', value: 1843 });
    expect(sums['B3.06']).toEqual({ kind: 'waiting' });
    expect(sums['B3.07']).toEqual({ kind: 'waiting' });
    expect(sums['B3.08']).toEqual({ kind: 'value', value: 62 });
    expect(sums['B3.09']).toEqual({ kind: 'value', value: 271 });
  });

  test('a total percentage is never a mean of percentages', () => {
    const cells = cellsOf(b3, { 'B3.05': [1000, 10], 'B3.06': [500, 10] });
    expect(totals(b3, cells)['B3.07']).toEqual({ kind: 'value', value: (510 / 1010) * 100 });
  });

  test('a year with only the whole does not weigh on the percentage', () => {
    const cells = cellsOf(b3, { 'B3.05': [100, 900], 'B3.06': [50, 'no-data'] });
    expect(totals(b3, cells)['B3.07']).toEqual({ kind: 'value', value: 50 });
  });

  test('levels have no total over the years, samples neither', () => {
    const b4 = tableOf('B4');
    expect(totals(b4, cellsOf(b4, { 'B4.01': [5, 6, 7, 8, 9] }))['B4.01']).toEqual({ kind: 'none' });
    const b5 = tableOf('B5');
    expect(totals(b5, cellsOf(b5, { 'B5.08': [80, 90, 85, 70, 60] }))['B5.08']).toEqual({ kind: 'none' });
  });

  test('a sum needs every part; "không phát sinh" is a part of 0', () => {
    const b4 = tableOf('B4');
    const parts = { 'B4.01': [1], 'B4.02': [2], 'B4.03': [3], 'B4.04': [4] };
    expect(derive(b4, cellsOf(b4, parts))['B4.06']!['2019']).toEqual({ kind: 'none' });
    expect(derive(b4, cellsOf(b4, { ...parts, 'B4.05': ['none-arose'] }))['B4.06']!['2019']).toEqual({
      kind: 'value',
      value: 10,
    });
  });

  test('of nothing there is no percentage', () => {
    const cells = cellsOf(b3, { 'B3.05': [0], 'B3.06': [0] });
    expect(derive(b3, cells)['B3.07']!['2019']).toEqual({ kind: 'none' });
  });

  test('every total of whole numbers is the sum of its row', () => {
    const figures = fc.array(fc.integer({ min: 0, max: 10 ** 9 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(figures, figures, (first, second) => {
        const sums = totals(b3, cellsOf(b3, { 'B3.01': first, 'B3.05': second, 'B3.06': first }));
        const total = (row: number[]) => row.reduce((a, b) => a + b, 0);
        expect(sums['B3.01']).toEqual({ kind: 'value', value: total(first) });
        if (total(second) > 0)
          expect(sums['B3.07']).toEqual({ kind: 'value', value: (total(first) / total(second)) * 100 });
      }),
    );
  });
});

describe('checking a table', () => {
  const found = checkTable(b3, langSon);
  const said = found.map((d) => [
    d.code,
    d.severity,
    d.where?.in === 'cell' && `${d.where.row} ${d.where.column}`,
  ]);

  test('one error, one jump and one blank, in the order of the table', () => {
    expect(said).toEqual([
      ['A12', 'error', 'B3.06 2021'],
      ['A31', 'warning', 'B3.08 2022'],
      ['A40', 'note', 'B3.09 2023'],
    ]);
  });

  test('the words name the figures and how to mend them', () => {
    expect(found[0]?.message.vi).toBe(
      'Năm 2021: đã giải quyết 412 đơn, nhiều hơn 398 đơn đủ điều kiện (B3.05).',
    );
    expect(found[0]?.hint?.vi).toBe('Số đã giải quyết không được lớn hơn.');
    expect(found[1]?.message.vi).toBe('Năm 2022 gấp 9,6 lần năm 2021.');
    expect(found[1]?.hint?.vi).toContain('ghi lý do');
    expect(found[2]?.message.vi).toBe('6 tháng 2023: chưa nhập.');
  });

  test('a reason given turns the jump into a note that keeps it', () => {
    const cell = { ...langSon['B3.08']!['2022']!, note: 'Đợt đối thoại trước đại hội' };
    const jump = checkTable(b3, withCell(langSon, 'B3.08', '2022', cell)).find((d) => d.code === 'A31');
    expect(jump?.severity).toBe('note');
    expect(jump?.message.vi).toContain('Lý do đã ghi: Đợt đối thoại trước đại hội');
  });

  test('a half-year counts double beside a whole one, and small numbers are no jump', () => {
    const codes = (rows: (number | null)[]) =>
      checkTable(b3, cellsOf(b3, { 'B3.08': rows }))
        .filter((d) => d.code === 'A31')
        .map((d) => d.message.vi);
    expect(codes([null, null, null, 40, 20])).toEqual([]);
    expect(codes([1, 6, 1, 6, null])).toEqual([]);
    expect(codes([null, null, null, 40, 2])).toEqual([
      '6 tháng 2023 (tính theo cả năm) giảm 10 lần so với năm 2022.',
    ]);
    expect(codes([30, 0, 30, null, null])).toEqual([
      'Năm 2020 là 0, năm 2019 có 30.',
      'Năm 2021 có 30, năm 2020 là 0.',
    ]);
  });

  test('a part where nothing arose in the whole is an error; without data nothing is said', () => {
    const codes = (rows: Parameters<typeof cellsOf>[1]) =>
      checkTable(b3, cellsOf(b3, rows))
        .filter((d) => d.severity === 'error')
        .map((d) => d.code);
    expect(codes({ 'B3.05': ['none-arose'], 'B3.06': [3] })).toEqual(['A12']);
    expect(codes({ 'B3.05': ['no-data'], 'B3.06': [3] })).toEqual([]);
    expect(codes({ 'B3.06': [3] })).toEqual([]);
  });

  test('a rule over a derived cell hangs from the derived cell', () => {
    const b6 = tableOf('B6');
    const cells = cellsOf(b6, { 'B6.01': [5], 'B6.02': [2], 'B6.03': [2], 'B6.04': [2], 'B6.05': [2] });
    const error = checkTable(b6, cells).find((d) => d.severity === 'error');
    expect(error?.where).toMatchObject({ row: 'B6.06', column: '2019' });
  });

  test('what could not be read is an error that quotes it', () => {
    const list = checkTable(b3, withCell(langSon, 'B3.01', '2019', null), {
      'B3.01': { '2019': 'hai mươi tư' },
    });
    expect(list[0]).toMatchObject({
      code: 'A10',
      severity: 'error',
      where: { row: 'B3.01', column: '2019' },
    });
    expect(list[0]?.message.vi).toBe('Năm 2019: “hai mươi tư” không phải là số.');
  });

  test('cells from a file are checked in themselves too', () => {
    const cells = cellsOf(b3, { 'B3.01': [-1, 2.5] });
    expect(
      checkTable(b3, cells)
        .filter((d) => d.severity === 'error')
        .map((d) => d.code),
    ).toEqual(['A11', 'A14']);
  });

  test('a part never above its whole gives no A12, one above always does', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 6), fc.nat(10 ** 6), (part, of) => {
        const errors = checkTable(b3, cellsOf(b3, { 'B3.05': [of], 'B3.06': [part] })).filter(
          (d) => d.code === 'A12',
        );
        return errors.length === (part > of ? 1 : 0);
      }),
    );
  });
});

test('progress counts what is to be filled in', () => {
  expect(tableProgress(b3, langSon, checkTable(b3, langSon))).toEqual({
    code: 'B3',
    title: 'Dân vận chính quyền',
    filled: 39,
    cells: 40,
    errors: 1,
  });
  expect(annexProgress({ tables: [b3] }, {})[0]).toMatchObject({ filled: 0, errors: 0 });
});

test('sources are named once each, in the order of the table', () => {
  expect(sourceLines(b3, langSon).map((line) => line.vi)).toEqual([
    'B3.01–B3.03, B3.08–B3.09: nhập tay, Hoàng Minh Châu, 14/7/2023.',
    'B3.04–B3.06: tệp so-lieu-thanh-tra.xlsx, trang “Đơn thư”, ô C4 đến G6.',
    'B3.07: tự tính, không nhập.',
  ]);
  expect(codeRanges(['a', 'c'], ['a', 'b', 'c'])).toBe('a, c');
  expect(formulaWords({ kind: 'percent', part: 'B3.06', whole: 'B3.05' }).vi).toBe('B3.06 chia B3.05');
});

test('two states of a table are the same whatever the order they are written in', () => {
  const turned = Object.fromEntries(Object.entries(langSon).reverse()) as AnnexCells;
  expect(isSameTable({ cells: langSon, unread: {} }, { cells: turned, unread: {} })).toBe(true);
  expect(
    isSameTable({ cells: langSon, unread: {} }, { cells: langSon, unread: { 'B3.09': { '2023': 'a' } } }),
  ).toBe(false);
  expect(formatNumber(1234.5)).toBe('1.234,5');
});
