// Bases (căn cứ, thực hiện) of the opening, and the documents under review.
import { type Paragraph, type Piece, tidy } from '../layout/paragraph.ts';
import { type Citation, readCitations } from '../lex/symbols.ts';
import type { Placed } from '../parse/regions.ts';
import type { Item } from '../parse/sections.ts';
import { find, findAll, markedPlane, phrase } from '../text/planes.ts';
import { view } from './statements.ts';

const fold = (text: string): string => markedPlane(text).replace(/[^\p{L}\p{N}]+/gu, '');

export type FoundBasis = { citation: Citation | null; piece: Piece };

const groundWord = phrase(
  '^(?:[-–] ?)?(?:căn cứ(?: vào)?|thực hiện|triển khai(?: thực hiện)?|theo(?: đề nghị)?|xét đề nghị của|tiếp theo|phúc đáp|chấp hành|trên cơ sở) ?',
);
/** The act of the plan itself begins here; what follows is no basis. */
const ownAct = phrase(
  ', ?(?=[^,;]{3,110}?<(?:xây dựng|ban hành|đề nghị|yêu cầu|hướng dẫn|thông báo|tổ chức|triển khai|lập|đã|báo cáo|điều chỉnh|sửa đổi|bổ sung|phối hợp|thống nhất|trân trọng)>)',
);
const reviewed = phrase(
  '<(?:\\d{1,2} năm|việc|một năm|hai năm|ba năm|năm năm|mười năm|kết quả|tình hình|tổng kết|sơ kết) (?:triển khai |tổ chức )?(?:thực hiện|thi hành)>',
);
const reviewWord = phrase('<(?:tổng kết|sơ kết|đánh giá|giám sát|kiểm tra)>');
const own = phrase('^(?:luật|bộ luật|kế hoạch|chương trình)');

/** Grounds in mid-paragraph: "Để có cơ sở báo cáo …, căn cứ nhiệm vụ được giao tại Nghị quyết số …". */
const lateGround = phrase('[.,] (?:căn cứ|thực hiện) (?=\\p{L})');

/** The grounds named before the first section, and those of the decision that a plan is issued with. */
export function readBases(items: readonly Item[], placed: readonly Placed[]): FoundBasis[] {
  const out: FoundBasis[] = [];
  const decision = placed
    .filter((x) => x.region === 'head' && x.role === null && find(groundOnly, x.p) !== null)
    .map((x) => x.p);
  for (const p of [...decision, ...openingOf(items)]) {
    const m =
      find(groundWord, view(p, p.start, p.text.length)) ?? find(lateGround, view(p, p.start, p.text.length));
    if (!m) continue;
    const a = p.start + m.index + m[0].length;
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

const groundOnly = phrase('^(?:[-–] ?)?căn cứ ');

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
  const named = fromTitle.length > 0 ? [] : namedInTitle(title, items);
  const found =
    fromTitle.length + named.length > 0
      ? [...fromTitle, ...named]
      : [...openingOf(items), ...aims(items), ...abouts(placed)].flatMap((p) =>
          reviewedIn(p, 0, p.text.length, false),
        );
  const seen = new Set<string>();
  return found.filter((c) => c.symbol !== null && !seen.has(c.symbol) && seen.add(c.symbol));
}

/** "… 02 năm thi hành Luật Nhà ở" in the title and "Luật Nhà ở số 27/2023/QH15" below: the title's own document. */
function namedInTitle(title: readonly Piece[], items: readonly Item[]): Citation[] {
  const heading = fold(title.map((t) => t.p.text.slice(t.a, t.b)).join(' '));
  if (!title.some((t) => find(reviewWord, view(t.p, t.a, t.b)))) return [];
  return items
    .slice(0, 60)
    .flatMap(({ p }) => readCitations(p).filter((c) => names(p, c).some((name) => isNamedIn(heading, name))));
}

/** What a citation calls its document, or what the document issues: "Luật Nhà ở", "Đề án phát triển kinh tế biển". */
function names(p: Paragraph, c: Citation): string[] {
  const own = p.text.slice(c.piece.a, c.piece.b);
  const title = /^(.{6,160}?),?\s+số\s/u.exec(own)?.[1];
  const issued = find(issues, view(p, c.piece.b, Math.min(p.text.length, c.piece.b + 160)));
  const about = issued ? p.text.slice(c.piece.b + issued.index + issued[0].length) : '';
  const matter = /^[^,.;:()]{12,90}/u.exec(about)?.[0].replace(/ (?:đến năm|giai đoạn) .*$/u, '') ?? '';
  return [title ?? '', matter].map(fold).filter((name) => name.length > fold(c.kind).length + 3);
}
/** Nearly every three letters of a long name, or all of a short one, stand in the heading. */
function isNamedIn(heading: string, name: string): boolean {
  if (heading.includes(name)) return true;
  if (name.length < 20) return false;
  const grams = Array.from({ length: name.length - 2 }, (_, i) => name.slice(i, i + 3));
  return grams.filter((g) => heading.includes(g)).length >= grams.length * 0.85;
}
const issues = phrase(
  '^ ?,? ?(?:của [^,.;]{3,60} )?(?:về việc )?(?:phê duyệt|ban hành|về(?! (?:việc )?(?:tổng kết|sơ kết|đánh giá|kiểm tra|giám sát))) ',
);

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
const aside = phrase('<(?:tiếp tục thực hiện|(?<!kèm )theo|căn cứ|của) $');
