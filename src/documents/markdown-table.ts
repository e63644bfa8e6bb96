// Tables of the Markdown subset, both ways. Pure.
import { canonicalInlines } from './canonical.ts';
import { readInlines, writeInlines } from './markdown-inline.ts';
import type { Block, Cell } from './model.ts';

type Table = Extract<Block, { kind: 'table' }>;
type Align = Cell['align'];

const separator = /^\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?$/;

/** One line per row; `|---|` under the header rows; a caption as `: words` below. `table` is canonical. */
export function writeTable(table: Table): string {
  const headers = headerRows(table.rows);
  const aligns = columnAligns(table.rows.slice(headers));
  const lines = table.rows.map((row, i) =>
    writeRow(
      row.map((cell, column) => writeCell(cell, i < headers, i < headers ? undefined : aligns[column])),
    ),
  );
  if (headers > 0 || aligns.some(Boolean)) lines.splice(headers, 0, writeSeparator(table.rows, aligns));
  if (table.caption) lines.push(`: ${writeInlines([{ kind: 'text', text: table.caption }])}`);
  return lines.join('\n');
}

/** The rows at the top that are all header. */
function headerRows(rows: Cell[][]): number {
  const first = rows.findIndex((row) => row.length === 0 || row.some((cell) => !cell.header));
  return first < 0 ? rows.length : first;
}

/** The alignment that most cells of a column share, by place in the row. */
function columnAligns(rows: Cell[][]): Align[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => {
    const cells = rows.flatMap((row) => row[column] ?? []);
    const align = cells[0]?.align;
    return cells.every((cell) => cell.align === align) ? align : undefined;
  });
}

function writeSeparator(rows: Cell[][], aligns: Align[]): string {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const marks = { left: ':---', center: ':---:', right: '---:' };
  return writeRow(Array.from({ length: width }, (_, i) => (aligns[i] ? marks[aligns[i]] : '---')));
}

const writeRow = (cells: string[]) => (cells.length ? `| ${cells.join(' | ')} |` : '|');

function writeCell(cell: Cell, isHeaderRow: boolean, columnAlign: Align): string {
  const words = writeInlines(cell.inlines, true);
  const notes = [
    cell.header && !isHeaderRow ? 'h' : '',
    cell.colspan || cell.rowspan ? `${cell.colspan ?? 1}x${cell.rowspan ?? 1}` : '',
    cell.align !== columnAlign ? (cell.align ?? 'auto') : '',
  ].filter(Boolean);
  const safe = words.replace(/^(?=:?-+:?$)/, '\\');
  return notes.length ? `{${notes.join(' ')}} ${safe}`.trimEnd() : safe;
}

/** The table that begins at `lines[at]` (which starts with `|`) and the line after it. */
export function readTable(lines: string[], at: number): [Table, next: number] {
  let next = at;
  while (next < lines.length && lines[next]!.startsWith('|')) next++;
  const source = lines.slice(at, next);
  const split = source.findIndex((line) => separator.test(line) && line.includes('-'));
  const aligns = split < 0 ? [] : splitCells(source[split]!).map(readAlign);
  const rows = source
    .filter((_, i) => i !== split)
    .map((line, i) => splitCells(line).map((cell, column) => readCell(cell, i < split, aligns[column])));
  const caption = /^:\s+([\s\S]+)$/.exec(lines[next] ?? '')?.[1];
  if (!caption) return [{ id: '', kind: 'table', rows }, next];
  return [{ id: '', kind: 'table', rows, caption: plainCaption(caption) }, next + 1];
}

function plainCaption(source: string): string {
  return canonicalInlines(readInlines(source))
    .map((i) => (i.kind === 'text' || i.kind === 'footnote' ? i.text : ''))
    .join('');
}

/** The cells between unescaped bars; the bar that ends a row is not another cell. */
function splitCells(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  const body = line.slice(1);
  for (let i = 0; i < body.length; i++) {
    if (body[i] === '\\') cell += body.slice(i, ++i + 1);
    else if (body[i] === '|') {
      cells.push(cell.trim());
      cell = '';
    } else cell += body[i];
  }
  return cell.trim() ? [...cells, cell.trim()] : cells;
}

function readAlign(mark: string): Align {
  if (mark.endsWith(':')) return mark.startsWith(':') ? 'center' : 'right';
  return mark.startsWith(':') ? 'left' : undefined;
}

const note = /^(h|left|center|right|auto|\d{1,3}x\d{1,3})$/;

function readCell(source: string, isHeaderRow: boolean, columnAlign: Align): Cell {
  const braces = /^\{([a-z0-9 ]+)\}\s*/.exec(source);
  const words = (braces?.[1] ?? '').split(' ');
  const notes = words.every((word) => note.test(word)) ? words : [];
  const rest = notes.length ? source.slice(braces![0].length) : source;
  const spans =
    notes
      .find((word) => /^\d/.test(word))
      ?.split('x')
      .map(Number) ?? [];
  const stated = notes.find((word) => /^(left|center|right|auto)$/.test(word)) as Align | 'auto';
  const align = stated === 'auto' ? undefined : (stated ?? (isHeaderRow ? undefined : columnAlign));
  return {
    inlines: readInlines(rest),
    ...(isHeaderRow || notes.includes('h') ? { header: true as const } : {}),
    ...(spans[0] ? { colspan: spans[0] } : {}),
    ...(spans[1] ? { rowspan: spans[1] } : {}),
    ...(align ? { align } : {}),
  };
}
