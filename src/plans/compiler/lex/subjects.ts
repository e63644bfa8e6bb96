// Who does it: the subject of a sentence of a plan, from its first word to the verb.
import { type Paragraph, type Piece, tidy } from '../layout/paragraph.ts';
import { find, type Phrase, phrase, view } from '../text/planes.ts';
import { firstVerb, many, wordAfterName } from './name-ends.ts';
import { isActorAt } from './organs.ts';
import { verbPhrase } from './verbs.ts';

/** Words that introduce whoever must act; the name follows. */
const introductions: Phrase[] = [
  phrase('^(?:riêng )?(?:đối với|với) '),
  phrase(
    '^(?:riêng|trừ|đề nghị|yêu cầu|giao|giao cho|phân công|đồng thời giao|ủy quyền|cấp ủy giao) (?:cho )?',
  ),
];
const leadIn = phrase(
  '^(?:căn cứ|trên cơ sở|để|(?:ngay )?sau(?: khi)?|nhằm|theo|trong (?:quá trình|thời gian|suốt|khi|giai đoạn|trường hợp)|thực hiện|về|từ|khi|qua|quá)> [^.;]{0,200}?, ?(?=\\p{L})|^(?:theo đó|cụ thể|ngoài ra|bên cạnh đó|đồng thời|trong đó|cùng với đó|trước mắt|sau đó)>,? ',
);
const actsNext = phrase('<(?:đề nghị|yêu cầu|giao|phân công) (?:cho )?(?=(?:các|\\p{L}))');

/** The subject of a sentence and where its verb begins; null when the sentence names nobody. */
export type SubjectOf = { who: Piece; verb: number; introduced: string | null };

/** Reads the subject at the head of [a, b). */
export function readSubject(p: Paragraph, a: number, b: number): SubjectOf | null {
  let start = skip(p, a, b);
  const directed = lateIntroduction(p, start, b);
  let introduced: string | null = null;
  if (directed !== null) {
    start = directed.at;
    introduced = directed.word;
  } else {
    for (const look of introductions) {
      const m = find(look, view(p, start, b));
      if (!m) continue;
      introduced = p.marked.slice(start, start + m[0].length).trim();
      start += m[0].length;
    }
  }
  const verb = verbAfter(p, start, b) ?? bracketAfter(p, start, b);
  if (verb === null) return null;
  const who = withoutAdverbs(withoutBrackets(tidy({ p, a: start, b: verb })));
  return who.b - who.a < 2 || who.b - who.a > 320 ? null : { who, verb, introduced };
}

/** Past "Căn cứ Kế hoạch này, …", "Trên cơ sở báo cáo của …, …" to whoever acts. */
function skip(p: Paragraph, a: number, b: number): number {
  const m = find(leadIn, view(p, a, b));
  if (!m) return a;
  let at = a + m[0].length;
  for (let i = 0; i < 12; i++) {
    const rest = view(p, at, b);
    if (find(introductions[1]!, rest) || (isActorAt(p, at) && endsInVerb(p, at, b))) return at;
    const comma = indexWithin(p.text, ', ', at, b);
    if (comma < 0) return a + m[0].length;
    at = comma + 2;
  }
  return a + m[0].length;
}

/** A name runs straight to its verb, with no comma between. */
function endsInVerb(p: Paragraph, at: number, b: number): boolean {
  const verb = verbAfter(p, at, b);
  const comma = indexWithin(p.text, ',', at, b);
  return verb !== null && (comma < 0 || verb < comma);
}

/** A name with its relative clauses is never longer, in characters. */
const longestName = 420;

function indexWithin(text: string, sign: string, from: number, end: number): number {
  const at = text.slice(from, Math.min(end, from + longestName)).indexOf(sign);
  return at < 0 ? -1 : from + at;
}

/** "Ban Dân vận Trung ương giao Văn phòng …": the one who is charged, not the one who charges. */
function lateIntroduction(p: Paragraph, a: number, b: number): { at: number; word: string } | null {
  const m = find(actsNext, view(p, a, Math.min(b, a + 160)));
  if (!m || (m.index > 0 && !isActorAt(p, a) && m.index > 12)) return null;
  if (m.index > 0 && find(many, view(p, a, a + m.index))) return null;
  const at = a + m.index + m[0].length;
  return isActorAt(p, at) ? { at, word: m[0].trim() } : null;
}

/** Where the first verb after a name stands; a colon, a dash after the name or an opening bracket end a name as well. */
function verbAfter(p: Paragraph, start: number, end: number): number | null {
  const b = Math.min(end, start + longestName);
  const colon = indexWithin(p.text, ':', start, b);
  const listed = colon > start ? listedAfter(p, start, colon, b) : null;
  const verb =
    listed ?? afterNamesList(p, start, b) ?? firstVerb(p, start, start, b) ?? wordAfterName(p, start, b);
  if (listed === null && colon > start && (verb === null || colon < verb)) return colon;
  return verb;
}

/** "12 trường thực hiện thí điểm (danh sách tại Phụ lục 2) xây dựng báo cáo": the bracket says which bodies, so their act follows it. */
function afterNamesList(p: Paragraph, start: number, b: number): number | null {
  const m = find(namesList, view(p, start, b));
  if (!m || m.index > 160 || !isActorAt(p, start)) return null;
  const close = start + m.index + m[0].length;
  const at = close + (/^[ ,:]*/.exec(p.text.slice(close, b))?.[0].length ?? 0);
  return find(verbPhrase, view(p, at, Math.min(b, at + 20)))?.index === 0 ? at : null;
}
const namesList = phrase('^[^,;:()]{3,160}\\((?:có |theo )?danh sách[^()]{0,90}\\)');

/** "Các sở: Tài chính, Xây dựng báo cáo": the names of a class, and then its verb; null where the act follows the colon. */
function listedAfter(p: Paragraph, start: number, colon: number, b: number): number | null {
  const before = view(p, start, colon);
  if (!(find(many, before) || find(opensList, before)) || !isActorAt(p, start)) return null;
  const first = colon + 2;
  const verb = firstVerb(p, start, first, b);
  if (verb === null) return null;
  const names = p.text
    .slice(first, verb)
    .trim()
    .split(/[,;] (?:và )?| và (?=\p{Lu})/u);
  return names.length > 1 && names.every((name) => /^\p{Lu}/u.test(name)) ? verb : null;
}
const opensList = phrase('^\\d+ |(?:gồm|sau|sau đây|gồm có|là)$');

/** "Các đơn vị được phân công … (theo mẫu M2)": with no verb, the bracket ends the name. */
function bracketAfter(p: Paragraph, start: number, b: number): number | null {
  const open = indexWithin(p.text, '(', start, b);
  return isActorAt(p, start) && open > start && open < b ? open : null;
}

/** "Bộ Khoa học và Công nghệ dự kiến", "Phòng Tổng hợp cùng Phòng Nội chính" → the name alone. */
function withoutAdverbs(piece: Piece): Piece {
  const m = find(adverbs, view(piece.p, piece.a, piece.b));
  const alone = m && m.index > 1 ? tidy({ ...piece, b: piece.a + m.index }) : piece;
  const other = find(companion, view(piece.p, alone.a, alone.b));
  const named = other && other.index > 1 && isActorAt(piece.p, alone.a + other.index + other[0].length);
  return named ? tidy({ ...alone, b: alone.a + other.index }) : alone;
}
const companion = phrase(',? <cùng(?: với)? ');
const adverbs = phrase(
  '(?:,? <(?:dự kiến|sẽ|(?<!hậu )cần|phải|có thể|được phép|nếu có|tự|vẫn|thì|quan tâm|chỉ|mỗi (?:cơ quan|đơn vị|địa phương|ngành|nơi)|cũng|đều|cùng|đồng thời|chịu|hằng năm|hằng tháng|được(?: giao| phân công| cử| mời| đề nghị| yêu cầu)?|khẩn trương|sớm)|,? <(?:định kỳ|(?:hằng|hàng) (?:tuần|tháng|quý|năm))>[^.;:]{0,40}|,? <theo (?:chức năng|nhiệm vụ|thẩm quyền|phân công|lĩnh vực)>[^.;:]{0,80})+$',
);

/** The name up to its first bracket, unless the list of names goes on after it. */
function withoutBrackets(piece: Piece): Piece {
  const { p, a, b } = piece;
  const open = indexWithin(p.text, '(', a + 1, b);
  if (open <= a) return piece;
  const on = /^\([^()]*\)(?:[,;] | và )/u.exec(p.text.slice(open, b));
  return on && isActorAt(p, open + on[0].length) ? piece : tidy({ ...piece, b: open });
}
