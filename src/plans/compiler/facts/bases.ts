// Bases (căn cứ, thực hiện, theo) of the opening, and of the decision that a plan is issued with.
import { type Paragraph, type Piece, tidy } from '../layout/paragraph.ts';
import { type Citation, readCitations } from '../lex/symbols.ts';
import type { Placed } from '../parse/regions.ts';
import type { Item } from '../parse/sections.ts';
import { find, findAll, phrase, view } from '../text/planes.ts';
import { isReviewed, openingOf } from './subjects.ts';

export type FoundBasis = { citation: Citation | null; piece: Piece };

const words =
  'căn cứ(?: vào)?|thực hiện|triển khai(?: thực hiện)?|theo(?: đề nghị)?|xét đề nghị của|tiếp theo|phúc đáp|chấp hành|trên cơ sở';
const groundWord = phrase(`^(?:[-–] ?)?(?:${words}) ?`);
/** Grounds in mid-paragraph: "…, căn cứ nhiệm vụ được giao tại Nghị quyết số …", "… theo Quyết định số …". */
const lateGround = phrase(
  `(?<=[.,;] )(?:${words}) (?=\\p{L})|(?<!kèm )<theo (?=(?:quyết định|nghị quyết|kế hoạch|chỉ thị|công văn|kết luận|chương trình|thông báo) )`,
);
/** The act of the plan itself begins here; what follows is no basis. */
const ownAct = phrase(
  ', ?(?=[^,;]{3,110}?<(?:xây dựng|ban hành|đề nghị|yêu cầu|hướng dẫn|thông báo|tổ chức|triển khai|lập|đã|báo cáo|điều chỉnh|sửa đổi|bổ sung|phối hợp|thống nhất|trân trọng)>)',
);
const own = phrase('^(?:luật|bộ luật|kế hoạch|chương trình)');
const ofDecision = phrase('^(?:[-–] ?)?(?:căn cứ|theo đề nghị|xét đề nghị|xét tờ trình) ');

/** The paragraphs of a decision that name its grounds, before the plan that comes with it. */
export const decisionGrounds = (placed: readonly Placed[]): Paragraph[] =>
  placed
    .filter((x) => x.region === 'head' && x.role === null && find(ofDecision, x.p) !== null)
    .map((x) => x.p);

/** The grounds named before the first section, each once, in order. */
export function readBases(items: readonly Item[], placed: readonly Placed[]): FoundBasis[] {
  const out = [...decisionGrounds(placed), ...openingOf(items)].flatMap(groundsIn);
  const seen = new Set<string>();
  return out.filter(({ citation }) => {
    const key = citation ? `${citation.symbol} ${citation.date}` : null;
    return key === null || (!seen.has(key) && seen.add(key));
  });
}

function groundsIn(p: Paragraph): FoundBasis[] {
  const body = view(p, p.start, p.text.length);
  const first = find(groundWord, body);
  const starts = [...(first ? [first] : []), ...findAll(lateGround, body)].map(
    (m) => p.start + m.index + m[0].length,
  );
  const out: FoundBasis[] = [];
  for (const [i, a] of starts.entries()) {
    const b = Math.min(endOfGrounds(p, a), starts[i + 1] ?? p.text.length);
    const citations = readCitations(p, a, b);
    let skipped: Citation | null = null;
    for (const [n, citation] of citations.entries()) {
      if (isMatter(p, a, citation, citations[n - 1]) || (skipped && joins(p, skipped, citation)))
        skipped = citation;
      else out.push({ citation, piece: citation.piece });
    }
    if (citations.length === 0 && i === 0 && find(own, view(p, a, b)))
      out.push({ citation: null, piece: tidy({ p, a, b }) });
  }
  return out;
}

/** True for a document that is not the ground: what another is about, or what is reviewed. */
function isMatter(p: Paragraph, a: number, { piece }: Citation, before: Citation | undefined): boolean {
  if (isReviewed(p, before ? before.piece.b : a, piece.a)) return true;
  if (!before || p.text.slice(before.piece.b, piece.a).includes(';')) return false;
  return find(matter, view(p, before.piece.b, piece.a)) !== null;
}
/** "… thực hiện Nghị quyết số 46 và Nghị quyết số 97": the second is reviewed as the first is. */
const joins = (p: Paragraph, one: Citation, two: Citation): boolean =>
  isReviewed(p, 0, one.piece.a) && /^[\s,]*(?:và|,)\s*$/u.test(p.text.slice(one.piece.b, two.piece.a));

/** What stands between two citations makes the second the first one's matter: "… về sơ kết Nghị quyết số 21". */
const matter = phrase(
  '<(?:về|sơ kết|tổng kết|sửa đổi|bổ sung|thi hành|thực hiện)>(?![^,]*, (?:căn cứ|và kế hoạch))',
);

function endOfGrounds(p: Paragraph, a: number): number {
  const sentence = p.text.slice(a).search(/\.\s+\p{Lu}/u);
  const end = sentence < 0 ? p.text.length : a + sentence;
  for (const m of findAll(ownAct, p, a, end))
    if (/\p{Lu}/u.test(p.text[m.index + m[0].length] ?? '')) return m.index;
  return end;
}
