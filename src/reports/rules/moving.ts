// A report moves to another version of its template: what lands where, what is kept beside it, what is to be looked at again. Pure.
import type { AnnexTable } from '#src/templates/rules.ts';
import { findTable } from '#src/templates/rules.ts';
import type { SectionContent } from '../rules.ts';
import {
  type Asked,
  carryTable,
  isBlankTable,
  type Places,
  placesBetween,
  type TableHeld,
} from './places.ts';

export type KeptContent =
  | { kind: 'section'; code: string; title: string; content: SectionContent }
  | { kind: 'table'; code: string; title: string; content: TableHeld };

/** `asked`: the table as the version that asked for it had it, so that its cells find their way back. */
export type KeptBefore = KeptContent & { id: string; asked: AnnexTable | null };

/** Everything that a unit has typed: sections and tables by code, and what earlier moves kept. */
export type Held = {
  sections: Readonly<Record<string, SectionContent>>;
  tables: Readonly<Record<string, TableHeld>>;
  kept: readonly KeptBefore[];
};

/** `kept`: newly kept; `restored`: ids of what had been kept and stands in its place again. */
export type Move = {
  places: Places;
  sections: Record<string, SectionContent>;
  tables: Record<string, TableHeld>;
  kept: KeptContent[];
  restored: string[];
};

/** Every block, list item and cell of `held` is afterwards in exactly one place: in a section or table, or kept. */
export function planMove(from: Asked, to: Asked, held: Held): Move {
  const places = placesBetween(from, to);
  const move: Move = { places, sections: {}, tables: {}, kept: [], restored: [] };
  for (const [code, content] of Object.entries(held.sections)) {
    if (isBlank(content)) continue;
    const place = places.sections.get(code);
    const title = from.outline.sections.find((s) => s.code === code)?.title ?? code;
    if (place) move.sections[place.code] = content;
    else
      move.kept.push({ kind: 'section', code, title, content: { body: content.body, items: content.items } });
  }
  for (const [code, content] of Object.entries(held.tables)) {
    const table = findTable(from.annex, code);
    const place = places.tables.get(code) ?? null;
    const { there, kept } = table
      ? carryTable(table, place, content)
      : { there: { cells: {}, unread: {} }, kept: { cells: content.cells, unread: content.unread } };
    if (place && !isBlankTable(there)) move.tables[place.code] = there;
    if (!isBlankTable(kept))
      move.kept.push({ kind: 'table', code, title: table?.title ?? code, content: kept });
  }
  for (const part of held.kept) if (goesBack(part, to, move)) move.restored.push(part.id);
  return move;
}

export function isBlank({ body, items }: SectionContent): boolean {
  return body.length === 0 && items.length === 0;
}

/** What was kept returns when the very same is asked again and its place is free; then it is in `move`. */
function goesBack(part: KeptBefore, to: Asked, move: Move): boolean {
  if (part.kind === 'section') {
    const again = to.outline.sections.find((s) => s.code === part.code && s.title === part.title);
    if (!again?.writable || move.sections[part.code]) return false;
    move.sections[part.code] = part.content;
    return true;
  }
  const table = to.annex.tables.find((t) => t.code === part.code && t.title === part.title);
  if (!table || !part.asked) return false;
  const { there, kept } = carryTable(part.asked, table, part.content);
  const present = move.tables[table.code] ?? { cells: {}, unread: {} };
  if (!isBlankTable(kept) || overlap(there, present)) return false;
  move.tables[table.code] = {
    cells: merged(present.cells, there.cells),
    unread: merged(present.unread, there.unread),
  };
  return true;
}

type Grid<T> = Readonly<Record<string, Readonly<Record<string, T>>>>;

const keysOf = (grid: Grid<unknown>) =>
  Object.entries(grid).flatMap(([row, columns]) => Object.keys(columns).map((column) => `${row} ${column}`));

function overlap(a: TableHeld, b: TableHeld): boolean {
  const taken = new Set([...keysOf(b.cells), ...keysOf(b.unread)]);
  return [...keysOf(a.cells), ...keysOf(a.unread)].some((key) => taken.has(key));
}

/** Both grids; where both have a cell, that of `above`. */
export function merged<T>(below: Grid<T>, above: Grid<T>): Record<string, Record<string, T>> {
  const out: Record<string, Record<string, T>> = { ...below };
  for (const [row, columns] of Object.entries(above)) out[row] = { ...out[row], ...columns };
  return out;
}
