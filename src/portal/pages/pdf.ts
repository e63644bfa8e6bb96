// The page saved as a PDF: title, text and the permanent address; no letterhead, for it is a copy of a page, not the paper itself.
import { layOut } from '#src/documents/layout.ts';
import type { Letterhead, Line } from '#src/documents/paper.ts';
import { paperPdf } from '#src/documents/pdf.ts';
import { formatDate } from '#src/kernel/dates.ts';
import { headingParts } from '../rules.ts';
import type { Article } from '../store/articles.ts';

/** A tagged PDF/A of the article's text, with its address and the day of its publication under the title. */
export function articlePdf(article: Article, address: string): Promise<Uint8Array> {
  const { large, rest } = headingParts(article.title, article.number);
  const paper = layOut({
    standard: 'party36',
    issuer: '',
    number: '',
    symbol: '',
    place: '',
    date: null,
    kind: large,
    abstract: rest,
    body: article.body,
    resolveCitation: () => ({ label: '' }),
    resolveFigure: (ref) => ref,
    recipients: [],
    signature: { position: '', name: '' },
    appendices: [],
    author: 'Tổng Kết',
  });
  const title: Line[] = [
    ...(large === '' ? [] : [{ text: large, size: 16, bold: true as const }]),
    { text: rest, size: 14, ...(large === '' ? { bold: true as const } : {}), gapBefore: 4 },
    { text: `${address} · đăng ngày ${formatDate(article.publishedOn)}`, size: 11, gapBefore: 6 },
  ];
  return paperPdf({ ...paper, letterhead: { ...bare, title } });
}

const bare: Letterhead = {
  leftShare: 0.5,
  left: [],
  right: [],
  leftFoot: [],
  rightFoot: [],
  title: [],
  addressees: { label: '', size: 14 },
  recipients: { label: '', labelSize: 12, labelStyle: 'underline', size: 12, end: '' },
  restartsAppendixPages: false,
};
