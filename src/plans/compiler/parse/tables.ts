// Tables of tasks: rows with " | " or tabs, or flattened to one cell a line, read into columns by the words of their heading.
import type { Paragraph, Piece } from '../layout/paragraph.ts';
import { detach } from '../layout/paragraph.ts';
import { find, type Phrase, phrase } from '../text/planes.ts';
import type { Placed } from './regions.ts';

export type Column = 'order' | 'what' | 'lead' | 'support' | 'due' | 'product' | 'unit' | 'place' | 'other';
export type Row = Partial<Record<Column, Piece>>;

/** Words of a heading → the column. The first line that fits wins. */
const headings: [Column, Phrase][] = [
  ['order', phrase('^(?:stt|tt|số tt)\\.?$')],
  ['support', phrase('phối hợp|tham gia')],
  ['due', phrase('thời gian|thời hạn|tiến độ|hạn hoàn thành|hoàn thành|ngày')],
  ['place', phrase('^(?:địa điểm|nơi làm việc|nơi họp)')],
  [
    'unit',
    phrase(
      '^(?:tên )?(?:đơn vị|cơ quan|địa phương|chi bộ|đảng bộ|đảng ủy|huyện|xã|tỉnh|nơi|đối tượng)(?:,? (?:đơn vị|địa phương|xã|phường|tổ chức|thành phố))*(?: (?:được|đến|làm việc|khảo sát|kiểm tra|giám sát).*)?$|<được (?:kiểm tra|khảo sát|giám sát)>',
    ),
  ],
  ['lead', phrase('chủ trì|thực hiện|phụ trách|đầu mối|trách nhiệm|đơn vị thực hiện')],
  ['what', phrase('nội dung|nhiệm vụ|công việc|hoạt động|tên')],
  ['product', phrase('sản phẩm|kết quả|ghi chú|đầu ra')],
  ['unit', phrase('đơn vị|địa phương|cơ quan')],
];

const columnOf = (piece: Piece): Column => {
  const p = detach(piece);
  return headings.find(([, look]) => find(look, p))?.[0] ?? 'other';
};

/** The rows of every table that has a heading with a column of work or of units. */
export function readTables(placed: readonly Placed[]): Row[] {
  const out: Row[] = [];
  for (let i = 0; i < placed.length; i++) {
    if (!placed[i]!.p.row) continue;
    let end = i;
    while (end < placed.length && placed[end]!.p.row) end++;
    const lines = placed.slice(i, end).map((x) => x.p);
    out.push(...readTable(lines));
    i = end;
  }
  return out;
}

function readTable(lines: Paragraph[]): Row[] {
  const flat = lines.every((p) => p.cells.length === 1);
  return flat ? readFlattened(lines.map((p) => p.cells[0]!)) : readRows(lines);
}

function readRows(lines: Paragraph[]): Row[] {
  const out: Row[] = [];
  let columns: Column[] | null = null;
  for (const { cells } of lines.map((p) => ({ cells: withoutEdges(p.cells) }))) {
    const kinds = cells.map(columnOf);
    if (!columns || (kinds.includes('what') && kinds.includes('due') && cells.every((c) => c.b - c.a < 60))) {
      if (kinds.filter((k) => k !== 'other').length >= 2) columns = kinds;
      continue;
    }
    const row: Row = {};
    cells.forEach((cell, i) => {
      const column = columns![i];
      if (column && cell.b > cell.a) row[column] ??= cell;
    });
    if (row.what || row.unit) out.push(row);
  }
  return out;
}

/** "| a | b |" begins and ends with an empty cell. */
function withoutEdges(cells: Piece[]): Piece[] {
  const empty = (c: Piece | undefined) => c !== undefined && c.b <= c.a;
  const from = empty(cells[0]) ? 1 : 0;
  const to = cells.length > 1 && empty(cells.at(-1)) ? cells.length - 1 : cells.length;
  return cells.slice(from, to);
}

/** One cell a line. */
function readFlattened(cells: Piece[]): Row[] {
  const first = cells.findIndex((c) => /^1\.?$/.test(textOf(c)));
  return first < 2 ? readPeriodic(cells) : readNumbered(cells, first);
}

const textOf = (c: Piece) => c.p.text.slice(c.a, c.b).trim();

/** The heading runs to the first "1"; each row to the next number in order. */
function readNumbered(cells: Piece[], first: number): Row[] {
  const columns = cells.slice(0, first).map(columnOf);
  const rows: Row[] = [];
  let start = first;
  for (let n = 2; start < cells.length; n++) {
    const own = new RegExp(`^${n}\\.?$`);
    const nextAt = cells.findIndex((c, i) => i > start && own.test(textOf(c)));
    const end = nextAt < 0 ? cells.length : nextAt;
    const row = assign(cells.slice(start, end), columns);
    if (row) rows.push(row);
    if (nextAt < 0) break;
    start = nextAt;
  }
  return rows;
}

/** Rows without numbers: as many cells each as the heading, for as long as a time stands in the column of times. */
function readPeriodic(cells: Piece[]): Row[] {
  const firstTime = cells.slice(0, 16).findIndex(isTime);
  for (const [due, cell] of cells.slice(0, 8).entries()) {
    const width = firstTime - due;
    if (width < 2 || due >= width || columnOf(cell) !== 'due') continue;
    const columns = cells.slice(0, width).map(columnOf);
    const rows: Row[] = [];
    for (let at = width; isTime(cells[at + due]) && at + width <= cells.length; at += width) {
      const row = assign(cells.slice(at, at + width), columns);
      if (row) rows.push(row);
    }
    return rows;
  }
  return [];
}

const isTime = (cell: Piece | undefined): boolean =>
  cell !== undefined && cell.b - cell.a < 70 && find(dateLike, detach(cell)) !== null;

/** As many cells as columns: one each. Fewer: the date finds its own column, the others keep their order. */
function assign(cells: Piece[], columns: Column[]): Row | null {
  const row: Row = {};
  if (cells.length >= columns.length)
    columns.forEach((c, i) => {
      row[c] ??= cells[i]!;
    });
  else {
    const due = cells.findIndex((c, i) => i > 1 && find(dateLike, detach(c)) !== null);
    const order: Column[] = columns.filter((c) => c !== 'due');
    cells.forEach((cell, i) => {
      if (i === due) row.due = cell;
      else {
        const at = due >= 0 && i > due ? columns.slice(columns.indexOf('due') + 1)[i - due - 1] : order[i];
        if (at) row[at] ??= cell;
      }
    });
  }
  return row.what || (row.unit && row.due) ? row : null;
}
const dateLike = phrase(
  '\\d{1,2}[/.-]\\d{1,2}|<tháng \\d|<quý (?:\\d|i|v)|<thường xuyên|<năm \\d{4}|<hằng|<tuần',
);
