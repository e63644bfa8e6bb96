// The documents under review: named in the title, or in the opening after "10 năm thực hiện …".
import type { Paragraph, Piece } from '../layout/paragraph.ts';
import { type Citation, readCitations } from '../lex/symbols.ts';
import type { Placed } from '../parse/regions.ts';
import type { Item } from '../parse/sections.ts';
import { find, findAll, markedPlane, phrase, view } from '../text/planes.ts';

const fold = (text: string): string => markedPlane(text).replace(/[^\p{L}\p{N}]+/gu, '');

const reviewed = phrase(
  '<(?:\\d{1,2} năm|việc|một năm|hai năm|ba năm|năm năm|mười năm|kết quả|tình hình|tổng kết|sơ kết) (?:triển khai |tổ chức )?(?:thực hiện|thi hành)>',
);
const reviewWord = phrase('<(?:tổng kết|sơ kết|đánh giá|giám sát|kiểm tra|khảo sát)>');
/** "về tiếp tục thực hiện Nghị quyết …", "theo Kế hoạch …": named beside, not reviewed. */
const aside = phrase('<(?:tiếp tục thực hiện|(?<!kèm )theo|căn cứ|của) $');
/** "10 năm thực hiện Chương trình … theo Quyết định số …": the decision is the programme's own. */
const programme = phrase(
  '<(?:chương trình|đề án|chiến lược|dự án|chính sách|quy hoạch|phong trào)> [^,.;]{4,160}<theo $',
);

/** True where what stands at `at` is what is reviewed: "để đánh giá kết quả 01 năm thực hiện Chỉ thị số 19". */
export const isReviewed = (p: Paragraph, from: number, at: number): boolean =>
  find(reviewJustBefore, view(p, Math.max(from, at - 60), at)) !== null;
const reviewJustBefore = phrase(
  '<(?:\\d{1,2} năm|việc|năm|kết quả|tình hình|tổng kết|sơ kết) (?:triển khai |tổ chức )?(?:thực hiện|thi hành) (?:các )?$',
);

/** Paragraphs of the body before its first section; of a letter without sections, its first. */
export function openingOf(items: readonly Item[]): Paragraph[] {
  const out: Paragraph[] = [];
  for (const { p, section } of items) {
    if (section || (p.mark && p.mark.kind !== 'dash')) break;
    out.push(p);
  }
  return out.slice(0, 14);
}

/** Each document under review once, with the date and the issuer that the text gives it anywhere. `grounds`: of a decision. */
export function readSubjects(
  title: readonly Piece[],
  items: readonly Item[],
  placed: readonly Placed[],
  grounds: readonly Paragraph[],
): Citation[] {
  const texts = [...grounds, ...items.slice(0, 60).map((i) => i.p)];
  const fromTitle = title.flatMap((piece) => reviewedIn(piece.p, piece.a, piece.b, true));
  const named = fromTitle.length > 0 ? [] : namedInTitle(title, texts);
  const found =
    fromTitle.length + named.length > 0
      ? [...fromTitle, ...named]
      : [...openingOf(items), ...aims(items), ...abouts(placed)].flatMap((p) =>
          reviewedIn(p, 0, p.text.length, false),
        );
  const seen = new Set<string>();
  return [...found, ...(found.length > 0 ? [] : byNumber([...title.map((t) => t.p), ...aims(items)], texts))]
    .filter((c) => c.symbol !== null && !seen.has(c.symbol) && seen.add(c.symbol))
    .map((c) => (c.date ? c : withDate(c, texts)));
}

/** A title may cite a document by its symbol alone; the text below says of what day it is. */
function withDate(c: Citation, texts: readonly Paragraph[]): Citation {
  for (const p of texts)
    for (const other of readCitations(p))
      if (other.symbol === c.symbol && other.date && other.kind.toLowerCase() === c.kind.toLowerCase())
        return { ...c, date: other.date, issuer: c.issuer ?? other.issuer };
  return c;
}

/** "… 02 năm thi hành Luật Nhà ở" in the title and "Luật Nhà ở số 27/2023/QH15" below: the title's own document. */
function namedInTitle(title: readonly Piece[], texts: readonly Paragraph[]): Citation[] {
  const heading = fold(title.map((t) => t.p.text.slice(t.a, t.b)).join(' '));
  if (!title.some((t) => find(reviewWord, view(t.p, t.a, t.b)))) return [];
  return texts.flatMap((p) =>
    readCitations(p).filter((c) => names(p, c).some((name) => isNamedIn(heading, name))),
  );
}

/** What a citation calls its document, or what the document issues: "Luật Nhà ở", "Đề án phát triển kinh tế biển". */
function names(p: Paragraph, c: Citation): string[] {
  const own = p.text.slice(c.piece.a, c.piece.b);
  const title = /^(.{6,160}?),?\s+số\s/u.exec(own)?.[1];
  const issued = find(issues, view(p, c.piece.b, Math.min(p.text.length, c.piece.b + 160)));
  const about = issued ? p.text.slice(c.piece.b + issued.index + issued[0].length) : '';
  const matter = /^[^.;:()]{12,120}/u.exec(about)?.[0].replace(/ (?:đến năm|giai đoạn) .*$/u, '') ?? '';
  const before = programmeBefore(p, c.piece.a);
  return [title ?? '', matter, before].map(fold).filter((name) => name.length > fold(c.kind).length + 3);
}
const issues = phrase(
  '^ ?,? ?(?:của [^,.;]{3,60} )?(?:về việc )?(?:phê duyệt|ban hành|về(?! (?:việc )?(?:tổng kết|sơ kết|đánh giá|kiểm tra|giám sát))) ',
);

/** "Chương trình bố trí dân cư các xã biên giới theo " before a decision. */
function programmeBefore(p: Paragraph, at: number): string {
  const from = Math.max(0, at - 200);
  const m = findAll(programme, view(p, from, at)).at(-1);
  return m ? p.text.slice(from + m.index, at).replace(/\s+theo\s*$/iu, '') : '';
}

/** Nearly every three letters of a long name, or all of a short one, stand in the heading. */
function isNamedIn(heading: string, name: string): boolean {
  if (heading.includes(name)) return true;
  if (name.length < 20) return false;
  const grams = Array.from({ length: name.length - 2 }, (_, i) => name.slice(i, i + 3));
  return grams.filter((g) => heading.includes(g)).length >= grams.length * 0.85;
}

/** "02 năm thực hiện Đề án 1380" where a decision of that number is cited: called by its number alone. */
function byNumber(reviews: readonly Paragraph[], texts: readonly Paragraph[]): Citation[] {
  const numbers = new Set(reviews.flatMap((p) => findAll(numbered, p).map((m) => m.groups?.n)));
  return numbers.size === 0
    ? []
    : texts.flatMap((p) => readCitations(p).filter((c) => c.number !== null && numbers.has(c.number)));
}
const numbered = phrase(
  '<(?:thực hiện|thi hành) (?:nghị quyết|chỉ thị|kết luận|đề án|quyết định|quy chế|chương trình|quy định|nghị định|kế hoạch)(?: số)? (?<n>\\d{1,4})(?! ?[\\d/.\\-–])',
);

const aims = (items: readonly Item[]) =>
  items
    .filter((i) => i.section?.purpose === 'aims')
    .map((i) => i.p)
    .slice(0, 12);
const abouts = (placed: readonly Placed[]) => placed.filter((x) => x.role === 'about').map((x) => x.p);

function reviewedIn(p: Paragraph, a: number, b: number, title: boolean): Citation[] {
  const reviews = findAll(reviewed, p, a, b).map((m) => m.index + m[0].length);
  let last = -1;
  let skipped = p.text.length;
  return readCitations(p, a, b).filter(({ piece }) => {
    const before = reviews.some(
      (end) => end <= piece.a && piece.a - end < 90 && !/[.;]/.test(p.text.slice(end, piece.a)),
    );
    const chained = last >= 0 && /^[\s,;]*(?:và|,|;)\s*$/u.test(p.text.slice(last, piece.a));
    const direct = title && a < piece.a && find(reviewWord, view(p, a, piece.a)) !== null;
    const joined = /^[\s,;]*(?:và|,|;)\s*$/u.test(p.text.slice(skipped, piece.a));
    if (joined || find(aside, view(p, Math.max(a, piece.a - 24), piece.a))) {
      skipped = piece.b;
      return false;
    }
    if (before || chained || direct) last = piece.b;
    return before || chained || direct;
  });
}
