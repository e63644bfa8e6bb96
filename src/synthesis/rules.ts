// Reading across units and picking evidence: a passage keeps the submission, section and block it was taken from. Pure.

import { type Document, plainText } from '#src/documents/model.ts';
import { type Actor, holds, isCentral } from '#src/kernel/actor.ts';
import { notFound, Refusal } from '#src/kernel/refusal.ts';
import type { ListItem } from '#src/reports/rules.ts';

export type Stance = 'supports' | 'differs';

/** One section of one unit's latest submission, to read beside the others. */
export type SectionReading = {
  submissionId: string;
  unitId: string;
  unitName: string;
  version: number;
  stage: 'draft' | 'official';
  state: 'submitted' | 'returned' | 'accepted';
  body: Document;
  items: ListItem[];
  words: number;
};

/** What a reader picks: a passage of one section of a submission, and how it may be used. */
export type PickedPassage = {
  submissionId: string;
  sectionCode: string;
  blockId: string;
  quote: string;
  stance: Stance;
  quotable: boolean;
};

/** A passage that may be cited, with where it stands. */
export type Evidence = {
  id: string;
  unitId: string;
  unitName: string;
  submissionId: string | null;
  version: number | null;
  /** Section codes repeat between templates; the two together name a section. */
  templateCode: string | null;
  sectionCode: string | null;
  blockId: string | null;
  quote: string;
  stance: Stance;
  quotable: boolean;
  /** The state of the submission now: evidence of a returned report is not to be relied on. */
  state: 'submitted' | 'returned' | 'accepted' | null;
  pickedAt: Date;
};

/** Synthesis is the centre's own work; for everyone else its pages do not exist. */
export function refusalToRead(actor: Actor): Refusal | null {
  return isCentral(actor) ? null : notFound();
}

/** Officers and the vụ that read may pick; leaders look on. */
export function refusalToPick(actor: Actor): Refusal | null {
  if (!isCentral(actor)) return notFound();
  if (holds(actor, 'central-officer', 'central-reader')) return null;
  return new Refusal('forbidden', 'evidence-not-reader', {
    vi: 'Chỉ người đọc báo cáo và chuyên viên Văn phòng chọn được dẫn chứng.',
    en: 'Only readers and officers of the centre may pick evidence.',
  });
}

/** The words on one line with single spaces and composed letters, so that a copied quotation can be compared. */
export function onOneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** The words of a block or of a list item of the section, or null when it has none of that id. */
export function wordsOfBlock(
  section: Pick<SectionReading, 'body' | 'items'>,
  blockId: string,
): string | null {
  const block = section.body.find((b) => b.id === blockId);
  if (block) return onOneLine(plainText([block]));
  const item = section.items.find((i) => i.id === blockId);
  return item ? onOneLine(item.text) : null;
}

/** A quote must stand, word for word, in the passage it is taken from. */
export function refusalToQuote(quote: string, words: string): Refusal | null {
  const wanted = onOneLine(quote);
  if (wanted !== '' && words.includes(wanted)) return null;
  return new Refusal(
    'invalid',
    'quote-not-in-passage',
    {
      vi: 'Đoạn trích không có nguyên văn trong báo cáo. Đề nghị chép đúng từng chữ hoặc để trống để lấy cả đoạn.',
      en: 'The quotation does not stand in the report word for word. Copy it exactly, or leave it empty to take the whole passage.',
    },
    {
      fields: {
        quote: { vi: 'Không có nguyên văn trong đoạn này', en: 'Not in this passage word for word' },
      },
    },
  );
}

/** A cell of the matrix of units and sections. */
export type MatrixCell = { words: number; isRead: boolean; evidence: number };
export type MatrixRow = { unitName: string; submissionId: string; cells: Map<string, MatrixCell> };

/** How dark a cell is: nothing written, short, usual, long. Against the section's own hint. */
export function depthOf(words: number, minWords: number | null): 0 | 1 | 2 | 3 {
  if (words === 0) return 0;
  const usual = minWords ?? 150;
  if (words < usual * 0.5) return 1;
  return words < usual * 1.5 ? 2 : 3;
}
