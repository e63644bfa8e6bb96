// The heading of a news page about a document: its number, date, issuer and matter in one sentence.
import { detach, type Paragraph, type Piece, tidy } from '../layout/paragraph.ts';
import { isOrganAt } from '../lex/organs.ts';
import { type Citation, readCitations } from '../lex/symbols.ts';
import { find, phrase } from '../text/planes.ts';
import { whole } from './found.ts';
import { withoutOfficer } from './issuer.ts';
import type { Placed } from './regions.ts';

export type PageHead = {
  citation: Citation;
  kind: { value: string; piece: Piece };
  title: Piece | null;
  /** Who issued it, where the sentence says so before the act. */
  issuer: Piece | null;
};
const news = phrase('<(?:vừa|mới|đã|vừa mới) (?:có|ban hành|ký|gửi)|<mới đây');

/** The document that the lines are about: said to be issued, heading the page, or (`page` given) followed in the text. */
export function readPageHeading(lines: readonly Placed[], page: readonly Placed[] = lines): PageHead | null {
  const plain = lines.filter(({ role }) => role === null || role === 'page-date').map((x) => x.p);
  for (const p of plain) {
    const head = toldIn(p) ?? headedBy(p, ground);
    if (head) return { ...head, title: head.title ?? headlineOver(page, p) };
  }
  if (page === lines) return null;
  for (const p of plain) {
    const head = headedBy(p, groundOther);
    if (head) return { ...head, title: head.title ?? headlineOver(page, p) };
  }
  return null;
}

/** "Kế hoạch số 82-KH/BDVTW ngày 18/5/2023 của Ban … về tổng kết …"; "Tại Kế hoạch số 45/KH-UBND, UBND tỉnh yêu cầu …". */
function headedBy(p: Paragraph, other: ReturnType<typeof phrase>): PageHead | null {
  const citation = readCitations(p)[0];
  if (!citation || find(other, p) || citation.piece.a > 60) return null;
  if (!find(ownKind, detach({ p, a: citation.piece.a, b: p.text.length }))) return null;
  const rest = tidy({ p, a: citation.piece.b, b: p.text.length });
  const about = /^(?:về việc|về|ve viec|ve)\s+/iu.exec(p.text.slice(rest.a, rest.b));
  const follows = other === groundOther;
  return {
    citation,
    kind: {
      value: follows || find(news, p) ? 'Tin' : citation.kind,
      piece: { p, a: citation.piece.a, b: citation.piece.a + citation.kind.length },
    },
    title: about
      ? { ...rest, a: rest.a + about[0].length, b: follows ? clauseEnd(p, rest.a) : rest.b }
      : null,
    issuer: whoAsks(p, rest.a),
  };
}

/** "…, UBND tỉnh Cà Mau yêu cầu …" after the document. */
function whoAsks(p: Paragraph, at: number): Piece | null {
  const m = find(asks, view(p, at, Math.min(p.text.length, at + 120)));
  return m && isOrganAt(p, at) ? tidy({ p, a: at, b: at + m.index }) : null;
}
const asks = phrase('<(?:yêu cầu|đề nghị|giao|chỉ đạo|hướng dẫn|xác định|đặt ra|sẽ)>');

function clauseEnd(p: Paragraph, from: number): number {
  const end = /[,;.](?:\s|$)/u.exec(p.text.slice(from));
  return end ? from + end.index : p.text.length;
}

const ground = phrase('^(?:căn cứ|thực hiện|theo|tại|triển khai|xét|tiếp theo|phúc đáp)>');
const groundOther = phrase('^(?:căn cứ|thực hiện|triển khai|xét|tiếp theo|phúc đáp)>');
const ownKind = phrase(
  '^(?:kế hoạch|hướng dẫn|công văn|thông báo|chương trình|thông tri|đề án|quyết định(?= số [^.;]{5,110}<(?:ban hành|phê duyệt) kế hoạch))>',
);

/** "Thực hiện …, ngày 12/5, UBND tỉnh A đã ban hành Kế hoạch số …": the document that the sentence says was issued. */
function toldIn(p: Paragraph): PageHead | null {
  for (const citation of readCitations(p)) {
    const { a, b } = citation.piece;
    const act = find(issues, view(p, Math.max(0, a - 40), a));
    if (!act || !find(ownKind, view(p, a, b + 160))) continue;
    const from = Math.max(0, a - 40) + act.index;
    const start = Math.max(...[', ', '- ', '– ', ') '].map((sign) => p.text.lastIndexOf(sign, from) + 2), 0);
    const issuer = withoutOfficer(tidy({ p, a: start > 1 ? start : 0, b: from }));
    const matter = find(about, view(p, b, Math.min(p.text.length, b + 160)));
    return {
      citation,
      // No word of the text says so.
      kind: { value: 'Tin', piece: { p, a, b: a } },
      title: matter ? tidy({ p, a: b + matter.index + matter[0].length, b: endOf(p, b) }) : null,
      issuer: isOrganAt(p, issuer.a) || find(office, view(p, issuer.a, issuer.b)) ? issuer : null,
    };
  }
  return null;
}
/** Offices that issue in their own name. */
const office = phrase(
  '^(?:thủ tướng chính phủ|chủ tịch nước|tổng kiểm toán nhà nước|chánh án tòa án|thống đốc)',
);
const issues = phrase('<(?:(?:vừa|mới|đã|vừa mới) )?(?:ký )?(?:ban hành|có|gửi|ký) $');
const about = phrase(
  '^(?:(?!tổng kết|sơ kết|đánh giá|giám sát)[^.;]){0,100}?<(?:về việc|về|(?:ban hành|phê duyệt) (?:\\(?kèm theo\\)? )?kế hoạch) |^ ?,? ?(?=(?:tổng kết|sơ kết|đánh giá|giám sát|kiểm tra|khảo sát|tổ chức|triển khai|thực hiện|sửa đổi|điều chỉnh)>)',
);

/** The headline over the first paragraph of news: the nearest long line without an end mark. */
function headlineOver(page: readonly Placed[], news: Paragraph): Piece | null {
  const at = page.findIndex((x) => x.p === news);
  const line = page
    .slice(Math.max(0, at - 6), at)
    .findLast(({ p, role }) => role === null && p.text.length > 30 && !/[.;:]$/.test(p.text));
  return line ? whole(line.p) : null;
}

/** The end of the sentence that [0, from) is in. */
function endOf(p: Paragraph, from: number): number {
  const stop = p.text.slice(from).search(/\.(?:\s|$)/u);
  return stop < 0 ? p.text.length : from + stop;
}

const view = (p: Paragraph, a: number, b: number) => ({
  plain: p.plain,
  marked: p.marked.slice(a, b),
  bare: p.bare.slice(a, b),
});
