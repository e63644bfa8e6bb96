// What a report still lacks before it can be sent. Pure.
import type { TableProgress } from '#src/annexes/rules.ts';
import { countWords, type Document } from '#src/documents/model.ts';
import type { Words } from '#src/kernel/language.ts';
import { type Outline, type OutlineSection, writableSections } from '#src/templates/rules.ts';
import type { SectionContent } from '../rules.ts';

export type SectionProgress = {
  section: OutlineSection;
  words: number;
  items: number;
  /** Empty, begun but below the length hint, or long enough. */
  state: 'empty' | 'short' | 'done';
};

export type Missing = {
  /** Required sections without a word. */
  sections: OutlineSection[];
  /** Annex tables with a blank cell or an error. */
  tables: TableProgress[];
  /** Begun but shorter than the hint; these do not stop anything. */
  short: SectionProgress[];
  /** Nothing at all has been written. */
  isEmpty: boolean;
};

/** "Không phát sinh" is an answer: any word or list item counts as filled. */
export function sectionProgress(
  section: OutlineSection,
  content: { body: Document; items: readonly unknown[] } | null,
): SectionProgress {
  const words = content ? countWords(content.body) : 0;
  const items = content?.items.length ?? 0;
  const isShort = words < (section.minWords ?? 0) && !(items > 0 && section.lists.length > 0);
  const state =
    words === 0 && items === 0 ? 'empty' : isShort && !isNothingToReport(content) ? 'short' : 'done';
  return { section, words, items, state };
}

/** A formal answer in a few words, whatever the length hint says. */
function isNothingToReport(content: { body: Document } | null): boolean {
  if (content?.body.length !== 1) return false;
  const block = content.body[0]!;
  if (block.kind !== 'paragraph') return false;
  const words = block.inlines.map((i) => (i.kind === 'text' ? i.text : '')).join('');
  return /^\s*(không phát sinh|không có|không có số liệu|không thuộc phạm vi)[\s.;]*$/iu.test(
    words.normalize('NFC'),
  );
}

/** What the unit still owes of an outline, with what it has written by section code and the progress of each annex table. */
export function whatIsMissing(
  outline: Outline,
  sections: Readonly<Record<string, SectionContent>>,
  tables: readonly TableProgress[],
): Missing {
  const progress = writableSections(outline).map((s) => sectionProgress(s, sections[s.code] ?? null));
  return {
    sections: progress.filter((p) => p.state === 'empty' && p.section.required).map((p) => p.section),
    tables: tables.filter((t) => t.filled < t.cells || t.errors > 0),
    short: progress.filter((p) => p.state === 'short'),
    isEmpty: progress.every((p) => p.state === 'empty') && tables.every((t) => t.filled === 0),
  };
}

/** Of the writable sections, how many are long enough. */
export function sectionCounts(
  outline: Outline,
  sections: Readonly<Record<string, SectionContent>>,
): { done: number; total: number } {
  const all = writableSections(outline).map((s) => sectionProgress(s, sections[s.code] ?? null));
  return { done: all.filter((p) => p.state === 'done').length, total: all.length };
}

/** Short sections are remarks, not gaps. */
export function isMissingAnything(missing: Missing): boolean {
  return missing.sections.length > 0 || missing.tables.length > 0;
}

/** "còn 7 mục và 5 biểu chưa xong"; empty when nothing is missing. */
export function countsInWords(missing: Missing): Words {
  const { sections, tables } = missing;
  const vi = [sections.length > 0 && `${sections.length} mục`, tables.length > 0 && `${tables.length} biểu`];
  const en = [
    sections.length > 0 && `${sections.length} ${sections.length === 1 ? 'section' : 'sections'}`,
    tables.length > 0 && `${tables.length} ${tables.length === 1 ? 'table' : 'tables'}`,
  ];
  return { vi: vi.filter(Boolean).join(' và '), en: en.filter(Boolean).join(' and ') };
}

export function missingInWords(missing: Missing): Words {
  const counts = countsInWords(missing);
  return {
    vi: `Chưa gửi được: còn ${counts.vi} chưa xong.`,
    en: `Not yet: ${counts.en} still to be finished.`,
  };
}
