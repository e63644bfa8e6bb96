// The words of what can be wrong with an annex in a workbook. Documented in docs/diagnostics-files.md. Pure.
import type { Diagnostic, Severity } from '#src/kernel/diagnostic.ts';
import type { Words } from '#src/kernel/language.ts';
import type { ExpectedTable, RawCell } from './annex.ts';
import type { Instance } from './annex-tables.ts';

type Saying = {
  severity: Severity;
  message: (table: string, places: string, names: string) => Words;
  hint: Words;
};

const tableSayings = {
  'annex-table-missing': {
    severity: 'warning',
    message: (table) => ({
      vi: `Không tìm thấy Biểu ${table} trong tệp: chưa nhận ra tên chỉ tiêu và năm của biểu này.`,
      en: `Table ${table} was not found in the file: its indicators and years were not recognised.`,
    }),
    hint: {
      vi: 'Đề nghị giữ nguyên tên chỉ tiêu và hàng ghi năm như trong tệp mẫu, hoặc nhập trực tiếp trên trang.',
      en: 'Keep the names of indicators and the row of years as in the template, or type the figures on the page.',
    },
  },
  'annex-table-duplicated': {
    severity: 'error',
    message: (table, places) => ({
      vi: `Biểu ${table} xuất hiện nhiều lần trong tệp (${places}). Chỉ phần thứ nhất được đọc.`,
      en: `Table ${table} stands in the file more than once (${places}). Only the first was read.`,
    }),
    hint: {
      vi: 'Mỗi tệp chỉ chứa một bộ phụ lục của một đơn vị. Đề nghị bỏ bản thừa rồi tải lên lại.',
      en: 'A file holds one annex of one unit. Remove the extra copy and upload again.',
    },
  },
  'annex-rows-missing': {
    severity: 'warning',
    message: (table, places, names) => ({
      vi: `Biểu ${table} (${places}) thiếu chỉ tiêu: ${names}.`,
      en: `Table ${table} (${places}) lacks these indicators: ${names}.`,
    }),
    hint: {
      vi: 'Các chỉ tiêu này chưa có số; đề nghị bổ sung trong tệp hoặc trên trang.',
      en: 'They have no figures yet; add them in the file or on the page.',
    },
  },
  'annex-columns-missing': {
    severity: 'warning',
    message: (table, places, names) => ({
      vi: `Biểu ${table} (${places}) thiếu cột: ${names}.`,
      en: `Table ${table} (${places}) lacks these columns: ${names}.`,
    }),
    hint: {
      vi: 'Đề nghị kiểm tra hàng ghi năm của biểu.',
      en: 'Check the row of years of the table.',
    },
  },
} satisfies Record<string, Saying>;

const cellSayings = {
  'annex-row-duplicated': {
    severity: 'error',
    message: (table, places, names) => ({
      vi: `Biểu ${table}: chỉ tiêu ở ${places} đã có ở ô ${names}; hàng sau không được đọc.`,
      en: `Table ${table}: the indicator at ${places} stands at ${names} already; the later row was not read.`,
    }),
    hint: {
      vi: 'Đề nghị bỏ hàng thừa hoặc sửa tên chỉ tiêu.',
      en: 'Remove the extra row or correct its name.',
    },
  },
  'annex-row-unknown': {
    severity: 'warning',
    message: (table, places, names) => ({
      vi: `Biểu ${table}: hàng «${names}» ở ${places} không có trong mẫu; số liệu của hàng này chưa được nhận.`,
      en: `Table ${table}: the row "${names}" at ${places} is not in the template; its figures were not taken.`,
    }),
    hint: {
      vi: 'Đề nghị dùng tên chỉ tiêu của mẫu, hoặc đưa nội dung này vào phần lời của báo cáo.',
      en: 'Use the name in the template, or put this in the text of the report.',
    },
  },
  'annex-value-merged': {
    severity: 'warning',
    message: (table, places) => ({
      vi: `Biểu ${table}: ô trộn ở ${places} trùm nhiều ô số liệu; giá trị chỉ được tính cho ô đầu.`,
      en: `Table ${table}: the merged cell at ${places} covers several values; it counts for the first only.`,
    }),
    hint: { vi: 'Đề nghị bỏ trộn ô và ghi giá trị từng ô.', en: 'Unmerge it and enter each value.' },
  },
} satisfies Record<string, Saying>;

const place = (instance: Instance) => `${instance.sheet.name}!${instance.rows[0]?.label.address ?? ''}`;

/** At most eight names, then how many more. */
function few(names: readonly string[]): string {
  return names.length > 8 ? `${names.slice(0, 8).join('; ')}; … (+${names.length - 8})` : names.join('; ');
}

/** Something about a whole table, at its first row when it was found. */
export function tableDiagnostic(
  code: keyof typeof tableSayings,
  table: ExpectedTable,
  instances: readonly Instance[] = [],
  names: readonly string[] = [],
): Diagnostic {
  const { severity, message, hint }: Saying = tableSayings[code];
  const last = instances.at(-1);
  const address = last?.rows[0]?.label.address;
  return {
    code,
    severity,
    message: message(table.code, instances.map(place).join(', '), few(names)),
    where: {
      in: 'cell',
      table: table.code,
      row: '',
      column: '',
      ...(last ? { sheet: last.sheet.name } : {}),
      ...(address ? { address } : {}),
    },
    hint,
  };
}

/** Something about one row or cell, at the cell, or else at the label of the row. */
export function cellDiagnostic(
  code: keyof typeof cellSayings,
  instance: Instance,
  line: Instance['rows'][number],
  cell: RawCell | null,
  names: readonly string[],
): Diagnostic {
  const { severity, message, hint }: Saying = cellSayings[code];
  const address = (cell ?? line.label).address;
  const row = instance.table.rows[line.expected]?.code ?? '';
  const found = instance.header.places.find((p) => p.column === cell?.column);
  const column = found ? instance.table.columns[found.expected]!.code : '';
  return {
    code,
    severity,
    message: message(instance.table.code, `${instance.sheet.name}!${address}`, few(names)),
    where: { in: 'cell', table: instance.table.code, row, column, sheet: instance.sheet.name, address },
    hint,
  };
}
