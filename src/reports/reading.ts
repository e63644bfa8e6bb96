// What was read in an uploaded file: sections and tables found, what is left over, and what is wrong with it. Pure.
import type { AnnexCells } from '#src/annexes/rules.ts';
import type { Document } from '#src/documents/model.ts';
import type { Diagnostic } from '#src/kernel/diagnostic.ts';

export type SectionFound = {
  code: string /** The heading as the file writes it. */;
  heading: string;
  body: Document;
};

/** A run of text that belongs to no section; kept in view until someone places or drops it. */
export type Leftover = {
  id: string;
  body: Document /** The section after which it stood, if any. */;
  after: string | null;
};

export type TableFound = { code: string; sheet: string; cells: AnnexCells };

export type UploadReading = {
  sections: SectionFound[];
  leftovers: Leftover[];
  tables: TableFound[];
  diagnostics: Diagnostic[];
};

/** What to do with text for a section that already has some. */
export type Taking = 'replace' | 'append' | 'skip';
