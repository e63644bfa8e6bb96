// What an upload may be for, and what comes of reading it. Pure.
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import type { ExpectedTable, RawSheet } from './annex.ts';
import type { FoundCell, LeftoverCell } from './annex-tables.ts';
import type { Document } from './model.ts';
import type { OutlinePart, Stamp } from './outline.ts';
import type { FoundSections } from './sections.ts';

export type Upload = { bytes: Uint8Array; name: string } & (
  | { purpose: 'plan' }
  | { purpose: 'document' }
  | { purpose: 'workbook' }
  | { purpose: 'report'; parts: readonly OutlinePart[]; tables: readonly ExpectedTable[] }
  | { purpose: 'annex'; tables: readonly ExpectedTable[] }
);

export type Purpose = Upload['purpose'];

export type ParseResults = {
  /** The words of a .docx or .pdf. */
  plan: { text: string };
  /** A .docx as our model. */
  document: { document: Document; stamp: Stamp | null; diagnostics: Diagnostic[] };
  /** Every cell of an .xlsx. */
  workbook: { stamp: Stamp | null; sheets: RawSheet[] };
  /** A .docx cut into the sections of an outline; cells of its annex tables, when tables are expected. */
  report: FoundSections & { stamp: Stamp | null; cells: FoundCell[] };
  /** The cells of an .xlsx that belong to the expected tables. */
  annex: { stamp: Stamp | null; cells: FoundCell[]; diagnostics: Diagnostic[]; leftovers: LeftoverCell[] };
};
