// A submitted grid as cells: what reads is taken, what does not is kept as typed, what did not change keeps its source. Pure.
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import type { AnnexTable, Indicator } from '#src/templates/rules.ts';
import {
  type AnnexCell,
  type AnnexCells,
  type CellSource,
  cellAt,
  cellText,
  enterable,
  type UnreadCells,
  withCell,
} from '../rules.ts';
import { checkTable } from './check.ts';
import { readCell } from './reading.ts';

/** The fields of a form by name; a grid names its fields with the functions below. */
export type TypedFields = Record<string, string | string[] | undefined>;

export const cellField = (indicator: string, column: string): string => `cell.${indicator}.${column}`;
export const noteField = (indicator: string, column: string): string => `note.${indicator}.${column}`;
/** Pressed: every blank cell becomes "không phát sinh". */
export const fillField = 'fill';
/** Pressed: the one cell named by its value ("B3.09.2023") becomes "không phát sinh". */
export const oneTapField = 'one-tap';

export type TypedTable = {
  cells: AnnexCells;
  /** To be kept beside the cells until mended; never dropped. */
  unread: UnreadCells;
  diagnostics: Diagnostic[];
  /** Every field as it was typed, by field name. */
  typed: Record<string, string>;
};

/** Reads a whole grid. A field that did not arrive leaves its cell as it was. */
export function readTypedCells(
  fields: TypedFields,
  table: AnnexTable,
  previous: AnnexCells,
  source: CellSource,
): TypedTable {
  const typed: Record<string, string> = {};
  let cells: AnnexCells = {};
  let unread: UnreadCells = {};
  for (const indicator of enterable(table))
    for (const { code } of table.columns) {
      const before = cellAt(previous, indicator.code, code);
      const name = cellField(indicator.code, code);
      const text = wantedText(fields, indicator.code, code, textOf(fields[name]));
      if (text !== null) typed[name] = text;
      const note = textOf(fields[noteField(indicator.code, code)])?.trim() ?? null;
      const taken = text === null ? before : takeCell(text, indicator, before, source);
      if (typeof taken === 'string') unread = withCell(unread, indicator.code, code, taken);
      else if (taken) cells = withCell(cells, indicator.code, code, withNote(taken, before, note));
    }
  return { cells, unread, diagnostics: checkTable(table, cells, unread), typed };
}

const textOf = (field: string | string[] | undefined): string | null =>
  typeof field === 'string' ? field : null;

/** What the cell asks to hold once a "không phát sinh" button has had its say over a blank. */
function wantedText(
  fields: TypedFields,
  indicator: string,
  column: string,
  text: string | null,
): string | null {
  const isBlank = (text ?? '').trim() === '';
  const isFilled = fields[fillField] !== undefined || fields[oneTapField] === `${indicator}.${column}`;
  return text !== null && isBlank && isFilled ? 'k' : text;
}

/** The cell, null for a blank, or the text itself when it cannot be read. */
function takeCell(
  text: string,
  indicator: Indicator,
  before: AnnexCell | null,
  source: CellSource,
): AnnexCell | string | null {
  if (before && text.trim() === cellText(before)) return before;
  const reading = readCell(text, indicator);
  if (reading.kind === 'empty') return null;
  if (reading.kind === 'problem') return text;
  const found = reading.kind === 'value' ? { value: reading.value } : { reason: reading.reason };
  return before && isSame(before, found) ? before : { ...found, source };
}

function isSame(cell: AnnexCell, found: { value: number } | { reason: string }): boolean {
  if ('value' in cell) return 'value' in found && cell.value === found.value;
  return 'reason' in found && cell.reason === found.reason;
}

/** A note explains the figure that it was written for: it goes when the figure changes, unless it was written anew. */
function withNote(cell: AnnexCell, before: AnnexCell | null, note: string | null): AnnexCell {
  const { note: kept, ...bare } = cell;
  const isNew = cell !== before;
  const wanted = note === null ? (isNew ? '' : (kept ?? '')) : isNew && note === before?.note ? '' : note;
  return wanted === '' ? (bare as AnnexCell) : ({ ...bare, note: wanted.slice(0, 500) } as AnnexCell);
}
