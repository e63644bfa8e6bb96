// What is published and by whom; what a reader may send, and how often. Pure.

import { type Document, plainText } from '#src/documents/model.ts';
import { type Actor, holds } from '#src/kernel/actor.ts';
import type { LocalDate } from '#src/kernel/dates.ts';
import type { Words } from '#src/kernel/language.ts';
import { invalid, Refusal } from '#src/kernel/refusal.ts';
import { foldVietnamese, slugify } from '#src/kernel/vietnamese.ts';

/** A reader who is not signed in. Feedback and shares are recorded as theirs even for people with an account. */
export const visitor: Actor = {
  id: '00000000-0000-7000-8000-000000000001',
  name: 'Người đọc trang công khai',
  language: 'vi',
  memberships: [],
};

export type ArticleKind = 'plan' | 'news';

/** One entry of the row of facts; `value` is as the document words it ("trước ngày 30/8/2023"). */
export type Fact = { label: Words; value: string };

export type AttachmentDraft = {
  title: string;
  fileName: string;
  mediaType: string;
  bytes: Uint8Array;
  /** "4 trang", "8 biểu"; null when there is nothing to say. */
  detail: string | null;
};

export type ArticleDraft = {
  kind: ArticleKind;
  campaignId: string | null;
  /** The day the page appears on the portal, not the document's own date. */
  publishedOn: LocalDate;
  /** The document's date; the permanent address carries its year. */
  issuedOn?: LocalDate | null;
  /** "82-KH/BDVTW"; null for news. */
  number: string | null;
  /** The whole title, number included. */
  title: string;
  summaryEn: string | null;
  body: Document;
  facts: readonly Fact[];
  attachments: readonly AttachmentDraft[];
};

/** Publishing, and answering feedback, is the central office's. */
export function refusalToModerate(actor: Actor | null): Refusal | null {
  if (holds(actor, 'central-officer')) return null;
  return new Refusal('forbidden', 'portal-not-officer', {
    vi: 'Chỉ cán bộ Văn phòng Ban đăng trang công khai và trả lời phản hồi.',
    en: 'Only the central office publishes pages and answers feedback.',
  });
}

export function refusalToPublish(actor: Actor | null, draft: ArticleDraft): Refusal | null {
  const refusal = refusalToModerate(actor);
  if (refusal) return refusal;
  if (draft.title.trim() === '' || plainText(draft.body).trim() === '')
    return invalid('article-empty', {
      vi: 'Trang công khai cần có tiêu đề và nội dung.',
      en: 'A public page needs a title and a text.',
    });
  return null;
}

/** The permanent address's last part: "82-kh-bdvtw-2023"; news takes its title. `taken` are addresses already used. */
export function slugFor(
  draft: Pick<ArticleDraft, 'number' | 'title' | 'issuedOn' | 'publishedOn'>,
  taken: ReadonlySet<string>,
): string {
  const year = (draft.issuedOn ?? draft.publishedOn).slice(0, 4);
  const name = slugify(draft.number ?? draft.title)
    .slice(0, 80)
    .replace(/-+$/, '');
  const base = [name, year].filter(Boolean).join('-');
  if (!taken.has(base) && !reserved.has(base)) return base;
  for (let n = 2; ; n++) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`;
}

/** Addresses under /public that are not articles. */
const reserved = new Set(['feedback', 'rss.xml']);

/** What search reads: title and text without diacritics. */
export function foldedText(draft: Pick<ArticleDraft, 'number' | 'title' | 'body'>): string {
  return foldVietnamese(`${draft.title}\n${draft.number ?? ''}\n${plainText(draft.body)}`);
}

/** The words of a search, without diacritics; at most eight. */
export function searchWords(query: string): string[] {
  return foldVietnamese(query).split(/\s+/).filter(Boolean).slice(0, 8);
}

/**
 * The title in two: the large line that ends with the number ("Kế hoạch số 82-KH/BDVTW") and the rest.
 * A title that does not hold its number near the start stays whole.
 */
export function headingParts(title: string, number: string | null): { large: string; rest: string } {
  const at = number ? title.indexOf(number) : -1;
  if (number === null || at < 0 || at > 40) return { large: number ?? '', rest: title };
  const end = at + number.length;
  return { large: title.slice(0, end), rest: title.slice(end).trim() };
}

/** At most 110 characters, cut between words, with "…" when something was left out. */
export function shortTitle(title: string): string {
  if (title.length <= 110) return title;
  return `${title.slice(0, 109).replace(/[\s,;]+\S*$/, '')}…`;
}

/** The words of a title in pieces, so that a document's symbol (25-NQ/TW) never breaks over two lines. */
export function symbolsApart(words: string): { text: string; symbol: boolean }[] {
  return words
    .split(/(\d+(?:\/\d{4})?[-/]\p{Lu}[\p{L}\d]*(?:[-/&][\p{L}\d]+)*)/u)
    .map((text, i) => ({ text, symbol: i % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}

export type FeedbackState = 'received' | 'answered' | 'declined';

/** How much may be sent in an hour; counted over all readers, because no reader is ever told apart. */
const hourly = { lettersToOneAddress: 3, lettersOfOnePage: 60, feedbackOfOnePage: 120 } as const;

export function refusalToShare(sent: { toAddress: number; ofPage: number }): Refusal | null {
  if (sent.toAddress >= hourly.lettersToOneAddress)
    return invalid('share-too-often', tooOften, {
      recipient: {
        vi: 'Địa chỉ này đã nhận đủ số thư trong giờ này. Đề nghị gửi lại sau một giờ.',
        en: 'This address has had its letters for this hour. Send again in an hour.',
      },
    });
  return sent.ofPage >= hourly.lettersOfOnePage ? invalid('share-too-many', tooOften) : null;
}

export function refusalToSendFeedback(sent: { ofPage: number }): Refusal | null {
  return sent.ofPage >= hourly.feedbackOfOnePage ? invalid('feedback-too-many', tooOften) : null;
}

const tooOften: Words = {
  vi: 'Trong một giờ qua đã gửi quá nhiều. Đề nghị thử lại sau một giờ.',
  en: 'Too much was sent within the last hour. Try again in an hour.',
};

/** An answer is given once; what was answered stays as it was. */
export function refusalToAnswer(actor: Actor | null, state: FeedbackState): Refusal | null {
  const refusal = refusalToModerate(actor);
  if (refusal) return refusal;
  if (state === 'received') return null;
  return invalid('feedback-answered', {
    vi: 'Phản hồi này đã có câu trả lời.',
    en: 'This feedback has been answered already.',
  });
}

/** Letters and digits that cannot be taken for each other (no I, L, O, U). */
const codeLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The code by which a sender follows their feedback, from 10 random bytes: "7K3M9-QX24T", 50 bits. */
export function feedbackCode(random: Uint8Array): string {
  const letters = [...random.slice(0, 10)].map((byte) => codeLetters[byte & 31]).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/** A code as a person types it ("7k3m9 qx24t"), in its stored form. */
export function readCode(typed: string): string {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return `${letters.slice(0, 5)}-${letters.slice(5, 10)}`;
}

/** How long a sender's name and contact are kept. */
export const senderKeptDays = 365;
