// CSV: what is written is read back; what spreadsheets write is understood; nothing becomes a formula.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guarded, parseCsv, writeCsv } from './csv.ts';

describe('parseCsv', () => {
  it.each([
    [
      'comma',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'semicolon, as a Vietnamese Excel writes',
      'Mã;Tên\r\n80;Long An\r\n',
      [
        ['Mã', 'Tên'],
        ['80', 'Long An'],
      ],
    ],
    [
      'tab',
      'a\tb\n1\t',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    [
      'quotes',
      'a,b\n"x, ""y""","z\nw"',
      [
        ['a', 'b'],
        ['x, "y"', 'z\nw'],
      ],
    ],
    [
      'a comma inside quotes does not choose the separator',
      '"a,b,c";d\n1;2',
      [
        ['a,b,c', 'd'],
        ['1', '2'],
      ],
    ],
    ['byte order mark, blank line kept as a row', '\uFEFFa,b\n\n1,2', [['a', 'b'], [], ['1', '2']]],
    ['a quote never closed', 'a,b\n"x,1\n2', [['a', 'b'], ['x,1\n2']]],
    [
      'old Mac line ends',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['nothing', '', []],
    [
      'space around',
      ' a , b \n 1 ," 2 "',
      [
        ['a', 'b'],
        ['1', ' 2 '],
      ],
    ],
    [
      'a quote in the middle',
      'a,b\n5" pipe,x',
      [
        ['a', 'b'],
        ['5" pipe', 'x'],
      ],
    ],
  ])('%s', (_, text, rows) => {
    expect(parseCsv(text)).toEqual(rows);
  });

  it('reads back what was written', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'Đ', ' ', '"', ',', ';', '\n', "'", '=', '-', '1', '\t'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const table = [['Mã', 'Tên', 'x', 'y', 'z', 'w', 'v', 'u'], ...rows];
          const read = parseCsv(writeCsv(table));
          const kept = (row: string[]) =>
            row.every((c) => c === '')
              ? []
              : row.map((c) => (c.startsWith("'") && guarded(c.slice(1)) !== c.slice(1) ? c.slice(1) : c));
          expect(read).toEqual(table.map(kept));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => Array.isArray(parseCsv(text))),
    );
  });

  it.each(['=1+1', '+84', '-2', '@x', '\t=1', '=cmd|x'])('%j does not open as a formula', (cell) => {
    expect(writeCsv([[cell, 'x']])).toMatch(/^\uFEFF"?'/);
  });
});
