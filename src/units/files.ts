// Files of units: a grid of cells out of an Excel or CSV file, and the registry's list as one.
import { parseUpload } from '#src/documents/parse.ts';
import { writeTables } from '#src/documents/tables-xlsx.ts';
import { formatDate, type LocalDate } from '#src/kernel/dates.ts';
import type { Language } from '#src/kernel/language.ts';
import { invalid, Refusal } from '#src/kernel/refusal.ts';
import { guarded, parseCsv, unguarded, writeCsv } from './rules/csv.ts';
import { type Contact, columnNames, columns, rowsOf } from './rules/listing.ts';
import type { Registry, UnitRecord } from './rules.ts';

const mostBytes = 20 * 1024 * 1024;

/** The cells of the first sheet with anything in it, or of the CSV text; refused in words when it is neither. */
export async function readGrid(upload: { name: string; bytes: Uint8Array }): Promise<string[][]> {
  if (upload.bytes.length > mostBytes)
    throw new Refusal('too-large', 'units-file-too-large', {
      vi: 'Tệp danh mục lớn hơn 20 MB. Đề nghị chia nhỏ.',
      en: 'The file is larger than 20 MB. Split it.',
    });
  if (/\.xlsx$/i.test(upload.name)) return readExcel(upload);
  if (/\.(csv|tsv|txt)$/i.test(upload.name)) return parseCsv(textOf(upload.bytes));
  const words = {
    vi: 'Tệp danh mục là Excel (.xlsx) hoặc CSV (.csv).',
    en: 'A file of units is Excel (.xlsx) or CSV (.csv).',
  };
  throw invalid('units-file-kind', words, { file: words });
}

async function readExcel(upload: { name: string; bytes: Uint8Array }): Promise<string[][]> {
  const workbook = await parseUpload({ ...upload, purpose: 'workbook' });
  if (workbook instanceof Refusal) throw workbook;
  const sheet = workbook.sheets.find((s) => s.rows.length > 0);
  const grid: string[][] = [];
  for (const cells of sheet?.rows ?? [])
    for (const cell of cells) {
      while (grid.length <= cell.row) grid.push([]);
      const row = grid[cell.row]!;
      while (row.length < cell.column) row.push('');
      // A code typed as a number has no thousands separator.
      row[cell.column] = unguarded(typeof cell.value === 'number' ? String(cell.value) : cell.text);
    }
  return grid;
}

/** UTF-8 with or without a byte order mark, or UTF-16 with one, as Excel writes "Unicode text". */
function textOf(bytes: Uint8Array): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(isWide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    const words = {
      vi: 'Tệp CSV không phải mã UTF-8. Trong Excel, đề nghị lưu kiểu “CSV UTF-8”, hoặc tải lên tệp .xlsx.',
      en: 'The CSV file is not UTF-8. In Excel save it as “CSV UTF-8”, or upload the .xlsx file.',
    };
    throw invalid('units-file-encoding', words, { file: words });
  }
}

type Listing = {
  registry: Registry;
  units: readonly UnitRecord[];
  on: LocalDate;
  language: Language;
  contacts: ReadonlyMap<string, Contact>;
  title: string;
};

export function listAsCsv({ registry, units, on, language, contacts }: Listing): string {
  return writeCsv([
    columns.map((c) => columnNames[c][language]),
    ...rowsOf(registry, units, on, language, contacts),
  ]);
}

/** Text cells only, so that codes keep their zeros; guarded like the CSV, for those who save it as one. */
export function listAsExcel({
  registry,
  units,
  on,
  language,
  contacts,
  title,
}: Listing): Promise<Uint8Array> {
  const day = formatDate(on);
  return writeTables(
    [
      {
        name: language === 'vi' ? 'Tổ chức' : 'Units',
        title,
        note:
          language === 'vi'
            ? `Danh mục tổ chức ngày ${day}. Sửa rồi tải lên tại “Nhập danh mục”.`
            : `Units on ${day}. Edit and upload at “Import”.`,
        header: columns.map((c) => columnNames[c][language]),
        rows: rowsOf(registry, units, on, language, contacts).map((row) =>
          row.map((cell) => (cell === '' ? null : guarded(cell))),
        ),
      },
    ],
    title,
  );
}
