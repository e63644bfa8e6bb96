// The heading of a news page about a document: its number, date, issuer and matter in one sentence.
import { detach, type Piece, tidy } from '../layout/paragraph.ts';
import { type Citation, readCitations } from '../lex/symbols.ts';
import { find, phrase } from '../text/planes.ts';
import type { Placed } from './regions.ts';

export type PageHead = { citation: Citation; kind: { value: string; piece: Piece }; title: Piece | null };
const news = phrase('<(?:vừa|mới|đã|vừa mới) (?:có|ban hành|ký|gửi)|<mới đây');

/** "Kế hoạch số 82-KH/BDVTW ngày 18/5/2023 của Ban … về tổng kết …": the heading of a page about the document. */
export function readPageHeading(lines: readonly Placed[]): PageHead | null {
  for (const { p, role } of lines) {
    if (role !== null && role !== 'page-date') continue;
    const citation = readCitations(p)[0];
    if (
      !citation ||
      find(ground, p) ||
      citation.piece.a > 60 ||
      !find(ownKind, detach({ p, a: citation.piece.a, b: p.text.length }))
    )
      continue;
    const rest = tidy({ p, a: citation.piece.b, b: p.text.length });
    const about = /^(?:về việc|về|ve viec|ve)\s+/iu.exec(p.text.slice(rest.a, rest.b));
    const title = about ? { ...rest, a: rest.a + about[0].length } : null;
    const kind = find(news, p) ? 'Tin' : citation.kind;
    return {
      citation,
      kind: { value: kind, piece: { p, a: citation.piece.a, b: citation.piece.a + citation.kind.length } },
      title,
    };
  }
  return null;
}
const ground = phrase('^(?:căn cứ|thực hiện|theo|triển khai|xét|tiếp theo|phúc đáp)>');
const ownKind = phrase('^(?:kế hoạch|hướng dẫn|công văn|thông báo|chương trình|thông tri|đề án)>');
