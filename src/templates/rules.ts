// What a report asks: an outline of sections and an annex of indicator tables, as data. Pure.
import type { Words } from '#src/kernel/language.ts';

/** The structured lists that a section may hold, so that synthesis groups answers instead of reading files. */
export type ListKind = 'shortcomings' | 'causes' | 'lessons' | 'recommendations' | 'models';

export type OutlineSection = {
  /** Stable within the template: "III.3". Reports, evidence and coverage name sections by it. */
  code: string;
  /** As printed before the title: "3.", "III.", or "". */
  numbering: string;
  title: string;
  /** 1 part, 2 chapter, 3 sub-section. */
  level: 1 | 2 | 3;
  /** What to write; shown above the text and in the Word outline. */
  guidance: string;
  /** False for headings that only group; only writable sections take text. */
  writable: boolean;
  required: boolean;
  /** Length hint in words (syllables). */
  minWords: number | null;
  maxWords: number | null;
  /** Which review contents and resolution tasks it answers: "ND2", "NV3". */
  answers: string[];
  lists: ListKind[];
  /** Annex tables whose figures belong in this section: "B3". */
  tables: string[];
};

export type Outline = { title: string; sections: OutlineSection[] };

/** How an indicator reads in other boundaries: summed, recomputed from its parts, or not at all. */
export type Merging = 'sum' | 'from-parts' | 'not-additive';

/** A derived cell: locked, computed from others of the same table and column. */
export type Formula = { kind: 'percent'; part: string; whole: string } | { kind: 'sum'; of: string[] };

export type Indicator = {
  code: string;
  name: string;
  /** Unit of measure as printed: "cuộc", "người", "%". */
  unitOfMeasure: string;
  type: 'integer' | 'decimal' | 'percent';
  definition: string;
  formula: Formula | null;
  merging: Merging;
  /** "trong đó": printed indented under the one above. */
  within: boolean;
  /** A level at the end of the period (members, households): never summed over columns. */
  stock?: boolean;
  /** How a message calls it after the figure: "đã giải quyết". */
  short?: string;
};

/** `name` is the label in words when the label is short for it; `months` when the column is not a whole year. */
export type AnnexColumn = { code: string; label: string; name?: string; months?: number };

/** Checks between cells; each has a code in docs and words at the cell. */
export type AnnexRule =
  | { kind: 'part-of'; part: string; whole: string }
  | { kind: 'jump'; indicator: string; factor: number };

export type AnnexTable = {
  code: string;
  title: string;
  columns: AnnexColumn[];
  indicators: Indicator[];
  rules: AnnexRule[];
  /** Adds a locked column with the sum over the columns; derived indicators are recomputed in it. */
  total: boolean;
};

export type Annex = { tables: AnnexTable[] };

export type TemplateVersion = {
  id: string;
  templateId: string;
  code: string;
  name: string;
  version: number;
  outline: Outline;
  annex: Annex;
};

export function writableSections(outline: Outline): OutlineSection[] {
  return outline.sections.filter((s) => s.writable);
}

export function findSection(outline: Outline, code: string): OutlineSection | null {
  return outline.sections.find((s) => s.code === code) ?? null;
}

export function findTable(annex: Annex, code: string): AnnexTable | null {
  return annex.tables.find((t) => t.code === code) ?? null;
}

/** "III.3. Công tác dân vận của cơ quan nhà nước": how a section is named everywhere outside its outline. A part goes by its title. */
export function sectionLabel(section: Pick<OutlineSection, 'code' | 'title'>): string {
  return /^P\d+$/.test(section.code) ? section.title : `${section.code}. ${section.title}`;
}

export function findIndicator(table: AnnexTable, code: string): Indicator | null {
  return table.indicators.find((i) => i.code === code) ?? null;
}

/** A column in a sentence: "năm 2021", "6 tháng 2023". */
export function columnWords(column: AnnexColumn): Words {
  if (column.name) return { vi: column.name, en: column.label };
  return /^\d{4}$/.test(column.label)
    ? { vi: `năm ${column.label}`, en: column.label }
    : { vi: column.label, en: column.label };
}
