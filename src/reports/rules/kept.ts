// What is kept beside a report, as text that can be read and copied into a section. Pure.
import { type AnnexCells, cellAt, cellText, type UnreadCells, unreadAt } from '#src/annexes/rules.ts';
import { type Block, type Cell, type Document, text } from '#src/documents/model.ts';
import { invalid, type Refusal } from '#src/kernel/refusal.ts';
import type { AnnexTable, Outline } from '#src/templates/rules.ts';
import { findSection } from '#src/templates/rules.ts';
import type { ListItem } from '../rules.ts';
import type { KeptContent } from './moving.ts';

/** The words of a part: a section as it was written, a table's figures as a table. `asked`: the table that asked for them. */
export function keptDocument(part: KeptContent, asked: AnnexTable | null): Document {
  return part.kind === 'section' ? part.content.body : [tableBlock(part.code, part.content, asked)];
}

export function keptItems(part: KeptContent): ListItem[] {
  return part.kind === 'section' ? part.content.items : [];
}

function tableBlock(
  code: string,
  held: { cells: AnnexCells; unread: UnreadCells },
  asked: AnnexTable | null,
): Block {
  const inRows = [...Object.entries(held.cells), ...Object.entries(held.unread)];
  const used = { rows: new Set(inRows.map(([row]) => row)), columns: new Set<string>() };
  for (const [, columns] of inRows) for (const column of Object.keys(columns)) used.columns.add(column);
  const nameOf = (row: string) => asked?.indicators.find((i) => i.code === row)?.name ?? row;
  const labelOf = (column: string) => asked?.columns.find((c) => c.code === column)?.label ?? column;
  const columns = [...used.columns].sort();
  const head: Cell[] = ['Chỉ tiêu', ...columns.map(labelOf)].map((words) => ({
    inlines: [text(words)],
    header: true,
  }));
  const rows = [...used.rows].map((row): Cell[] => [
    { inlines: [text(nameOf(row))] },
    ...columns.map((column): Cell => {
      const cell = cellAt(held.cells, row, column);
      const said = cell ? cellText(cell) : (unreadAt(held.unread, row, column) ?? '');
      return { inlines: [text(said)], align: 'right' };
    }),
  ]);
  return { id: `giu-${code}`, kind: 'table', rows: [head, ...rows] };
}

/** A part goes into a section that the report asks for, and into each only once. */
export function refusalToCopy(copies: readonly string[], outline: Outline, code: string): Refusal | null {
  const refuse = (vi: string, en: string) => invalid('kept-copy', { vi, en }, { section: { vi, en } });
  if (!findSection(outline, code)?.writable) return refuse('Chọn mục để chép vào.', 'Choose a section.');
  if (copies.includes(code))
    return refuse(`Nội dung này đã chép vào mục ${code}.`, `This has been copied into section ${code}.`);
  return null;
}
