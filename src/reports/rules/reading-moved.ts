// What was read in a file before its report moved, by the places that the newer version names. Pure.
import { findTable } from '#src/templates/rules.ts';
import { keptDocument } from './kept.ts';
import { type Asked, carryTable, isBlankTable, placesBetween } from './places.ts';
import type { Leftover, SectionFound, TableFound, UploadReading } from './reading.ts';

/** Nothing read is lost: what the newer version does not ask is left over, to be placed by hand. */
export function readingMoved(reading: UploadReading, from: Asked, to: Asked): UploadReading {
  const places = placesBetween(from, to);
  const sections: SectionFound[] = [];
  const leftovers: Leftover[] = reading.leftovers.map((piece) => {
    const place = piece.placedIn && places.sections.get(piece.placedIn)?.code;
    return place ? { ...piece, placedIn: place } : piece;
  });
  for (const found of reading.sections) {
    const place = places.sections.get(found.code);
    if (place) sections.push({ ...found, code: place.code });
    else if (found.body[0]) leftovers.push({ id: found.body[0].id, body: found.body });
  }
  const tables: TableFound[] = [];
  for (const { code, cells, unread } of reading.tables) {
    const asked = findTable(from.annex, code);
    const place = places.tables.get(code) ?? null;
    if (!asked) continue;
    const { there, kept } = carryTable(asked, place, { cells, unread });
    if (place && !isBlankTable(there)) tables.push({ code: place.code, ...there, count: countOf(there) });
    const part = { kind: 'table' as const, code, title: asked.title, content: kept };
    if (!isBlankTable(kept)) leftovers.push({ id: `giu-${code}`, body: keptDocument(part, asked) });
  }
  return { ...reading, sections, leftovers, tables };
}

const countOf = (held: { cells: object; unread: object }): number =>
  [held.cells, held.unread].flatMap((grid) => Object.values(grid).flatMap((row) => Object.keys(row))).length;
