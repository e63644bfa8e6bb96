// What the public pages are given.
import type { LocalDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import type { Act } from '#src/platform/database/connect.ts';
import type { Ctx } from '#src/web/env.ts';
import type { Typed } from '#src/web/form.ts';
import { visitor } from '../rules.ts';
import type { Article, ArticleLine } from '../store/articles.ts';

export type ArticleView = {
  article: Article;
  /** "https://…/public/82-kh-bdvtw-2023": where the page is for ever. */
  address: string;
  language: Language;
  typed: Typed;
  refusal: Refusal | null;
  /** What was just done: a letter queued. */
  done: 'share' | null;
  /** Letters leave by SMTP; otherwise they lie in a folder, and the page says so. */
  hasMailServer: boolean;
  large: boolean;
  others: ArticleLine[];
  popular: (ArticleLine & { views: number })[];
  answered: { id: string; body: string; answer: string; answeredAt: Date }[];
  /** The campaign's slug when the reader may answer feedback. */
  moderation: string | null;
  /** The amendments of the campaign's plan, latest first: what changed and for how many, never for whom. */
  amendments: { number: number; on: LocalDate; what: Words; dates: { words: Words; count: number }[] }[];
  demo: boolean;
};

/** What a reader does is recorded as a visitor's, signed in or not. */
export function publicAct(c: Ctx): Act {
  return { db: c.var.services.db, actor: visitor, now: c.var.now };
}

/** "38 KB", "1,2 MB". */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
}

/** "DOCX": a file's kind as its name says it. */
export function fileKind(name: string): string {
  const kind = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1];
  return kind ? kind.toUpperCase() : '—';
}
