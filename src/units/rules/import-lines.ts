// From the cells of a file to lines of units: the header in any order and either language, dates as people write them.
import { isoDate, isRealDate, type LocalDate } from '#src/kernel/dates.ts';
import type { Diagnostic, Place } from '#src/kernel/diagnostic.ts';
import type { Words } from '#src/kernel/language.ts';
import { foldVietnamese } from '#src/kernel/vietnamese.ts';
import { type Column, columnNames, columns } from './listing.ts';

/** One line of a file; `row` counts from 1 as the spreadsheet does. `at` gives a column's letter. */
export type ImportLine = { row: number; cells: Partial<Record<Column, string>> };
export type ImportFile = { lines: ImportLine[]; at: Partial<Record<Column, string>> };

export const mostLines = 20_000;

const headers: [Column, string[]][] = [
  ['code', ['ma', 'ma don vi', 'ma so', 'ma tinh', 'ma huyen', 'ma xa', 'unit code']],
  ['scheme', ['he ma', 'loai ma', 'code scheme']],
  ['fullName', ['ten', 'ten don vi', 'don vi', 'unit', 'unit name', 'ten day du cua don vi']],
  ['name', ['ten ngan', 'ten viet gon']],
  ['kind', ['loai don vi', 'cap', 'type', 'level']],
  ['parent', ['truc thuoc', 'thuoc', 'don vi cap tren', 'parent unit', 'under']],
  ['parentCode', ['ma don vi cap tren', 'ma cap tren', 'code of parent']],
  ['validFrom', ['hieu luc tu', 'hieu luc tu ngay', 'ngay hieu luc', 'from', 'effective from']],
  ['edoc', ['ma dinh danh', 'e identifier', 'ma dinh danh co quan']],
  ['contact', ['can bo dau moi', 'nguoi lien he', 'ho ten dau moi', 'focal person', 'contact person']],
  ['position', ['chuc danh', 'job title']],
  ['phone', ['so dien thoai', 'dt', 'telephone']],
  ['email', ['email', 'mail', 'thu dien tu dau moi']],
];

const keyOf = (text: string): string =>
  foldVietnamese(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const byHeader = new Map<string, Column>([
  ...headers.flatMap(([column, texts]) => texts.map((t): [string, Column] => [t, column])),
  ...columns.flatMap((c): [string, Column][] => [
    [keyOf(columnNames[c].vi), c],
    [keyOf(columnNames[c].en), c],
    [keyOf(c), c],
  ]),
]);

/** "A", "B", …, "AA" for a column counted from 0. */
export function letterOf(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** The place of a cell of the file. */
export function cellPlace(file: ImportFile, row: number, column: Column): Place {
  const letter = file.at[column];
  return {
    in: 'cell',
    table: 'units',
    row: String(row),
    column,
    ...(letter ? { address: `${letter}${row}` } : {}),
  };
}

const fileError = (code: string, message: Words, hint: Words | null = null): Diagnostic => ({
  code,
  severity: 'error',
  message,
  where: null,
  hint,
});

const headerWithin = 10;

/** Reads a grid of cells. Without a header that names the unit's name or code there are no lines, and a diagnostic. */
export function readLines(grid: readonly (readonly string[])[]): {
  file: ImportFile;
  diagnostics: Diagnostic[];
} {
  const found = grid
    .slice(0, headerWithin)
    .map((row) => row.map((cell) => byHeader.get(keyOf(cell)) ?? null));
  const headerAt = found.findIndex(
    (row) => row.filter(Boolean).length >= 2 && (row.includes('fullName') || row.includes('code')),
  );
  if (headerAt < 0) {
    const names = columns.map((c) => columnNames[c].vi).join(', ');
    return {
      file: { lines: [], at: {} },
      diagnostics: [
        fileError(
          'U201',
          {
            vi: 'Không tìm thấy dòng tiêu đề trong 10 dòng đầu.',
            en: 'No header among the first ten lines.',
          },
          { vi: `Các cột nhận được: ${names}.`, en: `Columns that are read: ${names}.` },
        ),
      ],
    };
  }
  return linesBelow(grid, headerAt, found[headerAt] ?? []);
}

function linesBelow(
  grid: readonly (readonly string[])[],
  headerAt: number,
  header: readonly (Column | null)[],
) {
  const at: Partial<Record<Column, string>> = {};
  const taken = header.map((column, i) => {
    if (!column || at[column]) return null;
    at[column] = letterOf(i);
    return column;
  });
  const diagnostics: Diagnostic[] = [];
  for (const [i, title] of (grid[headerAt] ?? []).entries())
    if (title.trim() && !taken[i])
      diagnostics.push({
        code: 'U202',
        severity: 'note',
        message: { vi: `Cột “${title}” không dùng đến.`, en: `Column “${title}” is not used.` },
        where: {
          in: 'cell',
          table: 'units',
          row: String(headerAt + 1),
          column: title,
          address: `${letterOf(i)}${headerAt + 1}`,
        },
        hint: null,
      });
  const lines = grid.slice(headerAt + 1).flatMap((row, i): ImportLine[] => {
    const cells = Object.fromEntries(
      taken.flatMap((column, k) =>
        column && row[k]?.trim() ? [[column, row[k].normalize('NFC').trim()]] : [],
      ),
    );
    return Object.keys(cells).length > 0 ? [{ row: headerAt + 2 + i, cells }] : [];
  });
  if (lines.length > mostLines)
    diagnostics.push(
      fileError('U203', {
        vi: `Tệp có ${lines.length} dòng, nhiều hơn 20.000. Đề nghị chia nhỏ.`,
        en: `The file has ${lines.length} lines, more than 20,000. Split it.`,
      }),
    );
  return { file: { lines: lines.slice(0, mostLines), at }, diagnostics };
}

/** "01/7/2025", "1-7-2025", "1.7.2025" or "2025-07-01"; null when it is no day. */
export function dateFrom(text: string): LocalDate | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const vn = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const [y, m, d] = iso ? iso.slice(1) : vn ? vn.slice(1).reverse() : [];
  const [year, month, day] = [Number(y), Number(m), Number(d)];
  return y && isRealDate(year, month, day) ? isoDate(year, month, day) : null;
}
