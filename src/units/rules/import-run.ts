// One import while it is judged: the registry as it becomes line by line, and what was found so far.
import type { LocalDate } from '#src/kernel/dates.ts';
import type { Diagnostic, Severity } from '#src/kernel/diagnostic.ts';
import type { Words } from '#src/kernel/language.ts';
import type { NameIndex } from '../matching.ts';
import type { Registry, UnitRecord } from '../rules.ts';
import type { Changes } from './acts.ts';
import { applyChanges, workingCopy } from './applying.ts';
import type { PresentContact } from './contacts.ts';
import { cellPlace, type ImportFile, type ImportLine } from './import-lines.ts';
import type { Column, Contact } from './listing.ts';

export type LineStatus = 'new' | 'changed' | 'same' | 'ambiguous' | 'wrong';
export type JudgedLine = {
  row: number;
  status: LineStatus;
  name: string;
  unitId: string | null;
  /** What would change, in words. */
  changes: Words[];
};
export type NewContact = { unitId: string; contact: Contact; on: LocalDate };
export type Judgement = {
  lines: JudgedLine[];
  /** Units of the kinds and parents that the file speaks of, but not in it. They are left as they are. */
  vanished: UnitRecord[];
  changes: Changes[];
  contacts: NewContact[];
  diagnostics: Diagnostic[];
};

export type ImportInput = {
  index: NameIndex;
  file: ImportFile;
  contacts: ReadonlyMap<string, PresentContact>;
  on: LocalDate;
  basis: string;
  newId: () => string;
};

/** One saying in both languages. */
export const both = (vi: string, en: string): Words => ({ vi, en });
/** One pass over the file, with the registry as it becomes line by line. */
export class Import {
  readonly registry: Registry;
  readonly diagnostics: Diagnostic[] = [];
  readonly changes: Changes[] = [];
  readonly contacts: NewContact[] = [];
  readonly named = new Map<string, number>();
  readonly input: ImportInput;

  constructor(input: ImportInput) {
    this.input = input;
    this.registry = workingCopy(input.index.registry);
  }

  say(
    code: string,
    severity: Severity,
    line: ImportLine,
    column: Column,
    message: Words,
    hint: Words | null = null,
  ): void {
    const where = cellPlace(this.input.file, line.row, column);
    this.diagnostics.push({ code, severity, message, where, hint });
  }

  take(changes: Changes): void {
    applyChanges(this.registry, changes);
    this.changes.push(changes);
  }
}
