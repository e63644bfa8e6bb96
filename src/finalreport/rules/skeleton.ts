// The first draft's bones: the headings of the units' outline, so that each section gathers its own. Pure.
import type { Document } from '#src/documents/model.ts';
import type { Outline } from '#src/templates/rules.ts';

/** One heading per section of the outline; `makeId` gives block ids. No sentence is invented. */
export function skeleton(outline: Outline, makeId: () => string): Document {
  return outline.sections.map((s) => ({
    id: makeId(),
    kind: 'heading',
    level: s.level,
    inlines: [{ kind: 'text', text: s.numbering ? `${s.numbering} ${s.title}` : s.title }],
  }));
}
