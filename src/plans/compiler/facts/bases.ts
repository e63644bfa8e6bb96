// Bases (căn cứ, thực hiện) of the opening, and the documents under review.
import { type Paragraph, type Piece, tidy } from '../layout/paragraph.ts';
import { type Citation, readCitations } from '../lex/symbols.ts';
import type { Placed } from '../parse/regions.ts';
import type { Item } from '../parse/sections.ts';
import { find, findAll, phrase } from '../text/planes.ts';
import { view } from './statements.ts';

export type FoundBasis = { citation: Citation | null; piece: Piece };

const groundWord = phrase(
  '^(?:[-–] ?)?(?:căn cứ(?: vào)?|thực hiện|triển khai(?: thực hiện)?|theo(?: đề nghị)?|xét đề nghị của|tiếp theo|phúc đáp|chấp hành|trên cơ sở) ?',
);
/** The act of the plan itself begins here; what follows is no basis. */
const ownAct = phrase(
  ', ?(?=[^,;]{3,110}?<(?:xây dựng|ban hành|đề nghị|yêu cầu|hướng dẫn|thông báo|tổ chức|triển khai|lập|đã|báo cáo|phối hợp|thống nhất|trân trọng)>)',
);
const reviewed = phrase(
  '<(?:\\d{1,2} năm|việc|một năm|hai năm|ba năm|năm năm|mười năm|kết quả|tình hình|tổng kết|sơ kết) (?:triển khai |tổ chức )?(?:thực hiện|thi hành)>',
);
const reviewWord = phrase('<(?:tổng kết|sơ kết|đánh giá|giám sát|kiểm tra)>');
const own = phrase('^(?:luật|bộ luật|kế hoạch|chương trình)');

/** The grounds named before the first section. */
export function readBases(items: readonly Item[]): FoundBasis[] {
  const out: FoundBasis[] = [];
  for (const p of openingOf(items)) {
    const m = find(groundWord, view(p, p.start, p.text.length));
    if (!m) continue;
    const a = p.start + m[0].length;
    const b = endOfGrounds(p, a);
    const citations = readCitations(p, a, b);
    citations.forEach((citation, i) => {
      const before = citations[i - 1];
      if (!before || !isAbout(p, before.piece.b, citation.piece.a))
        out.push({ citation, piece: citation.piece });
    });
    if (citations.length === 0 && find(own, view(p, a, b)))
      out.push({ citation: null, piece: tidy({ p, a, b }) });
  }
  return out;
}

/** What stands between two citations makes the second the first one's matter: "… về sơ kết Nghị quyết số 21". */
function isAbout(p: Paragraph, a: number, b: number): boolean {
  return !p.text.slice(a, b).includes(';') && find(matter, view(p, a, b)) !== null;
}
const matter = phrase(
  '<(?:về|sơ kết|tổng kết|sửa đổi|bổ sung|thi hành|thực hiện)>(?![^,]*, (?:căn cứ|và kế hoạch))',
);

/** Paragraphs of the body before its first section; of a letter without sections, its first. */
function openingOf(items: readonly Item[]): Paragraph[] {
  const out: Paragraph[] = [];
  for (const { p, section } of items) {
    if (section || (p.mark && p.mark.kind !== 'dash')) break;
    out.push(p);
  }
  return out.slice(0, 14);
}

function endOfGrounds(p: Paragraph, a: number): number {
  const acts = findAll(ownAct, p, a);
  for (const m of acts) if (startsWithCapital(p, m.index + m[0].length)) return m.index;
  return p.text.length;
}

const startsWithCapital = (p: Paragraph, at: number) => /\p{Lu}/u.test(p.text[at] ?? '');

/** Documents whose carrying-out is reviewed: named after "10 năm thực hiện …" in the title, the opening or the aims. */
export function readSubjects(
  title: readonly Piece[],
  items: readonly Item[],
  placed: readonly Placed[],
): Citation[] {
  const fromTitle = title.flatMap((piece) => reviewedIn(piece.p, piece.a, piece.b, true));
  const found =
    fromTitle.length > 0
      ? fromTitle
      : [...openingOf(items), ...aims(items), ...abouts(placed)].flatMap((p) =>
          reviewedIn(p, 0, p.text.length, false),
        );
  const seen = new Set<string>();
  return found.filter((c) => c.symbol !== null && !seen.has(c.symbol) && seen.add(c.symbol));
}

const aims = (items: readonly Item[]) =>
  items
    .filter((i) => i.section?.purpose === 'aims')
    .map((i) => i.p)
    .slice(0, 12);
const abouts = (placed: readonly Placed[]) => placed.filter((x) => x.role === 'about').map((x) => x.p);

function reviewedIn(p: Paragraph, a: number, b: number, title: boolean): Citation[] {
  const reviews = findAll(reviewed, p, a, b);
  const last = { end: -1 };
  return readCitations(p, a, b).filter((c) => {
    const before = reviews.some(
      (r) =>
        r.index + r[0].length <= c.piece.a &&
        c.piece.a - (r.index + r[0].length) < 90 &&
        !p.text.slice(r.index + r[0].length, c.piece.a).includes('.'),
    );
    const chained = last.end >= 0 && /^[\s,;]*(?:và|,|;)\s*$/u.test(p.text.slice(last.end, c.piece.a));
    const direct =
      title &&
      a < c.piece.a &&
      find(reviewWord, view(p, a, c.piece.a)) !== null &&
      find(aside, view(p, Math.max(a, c.piece.a - 24), c.piece.a)) === null;
    if (before || chained || direct) last.end = c.piece.b;
    return (
      (before || chained || direct) && find(aside, view(p, Math.max(a, c.piece.a - 24), c.piece.a)) === null
    );
  });
}
/** "về tiếp tục thực hiện Nghị quyết …", "theo Kế hoạch …": named beside, not reviewed. */
const aside = phrase('<(?:tiếp tục thực hiện|theo|ban hành kèm theo|kèm theo|căn cứ|của) $');
