// Who does it: the subject of a sentence of a plan, from its first word to the verb.
import { type Paragraph, type Piece, tidy } from '../layout/paragraph.ts';
import { find, findAll, type Phrase, phrase } from '../text/planes.ts';
import { isActorAt } from './organs.ts';
import { verbPhrase } from './verbs.ts';

/** Before a verb these make it a part of a name: "đoàn giám sát", "trung tâm hỗ trợ", "các tổ chức"; nouns: "tình hình thực hiện". */
const nounHead = phrase(
  '(?:(?<!(?:công|tỉnh|thành|huyện|quận|thị|xã|chi|tập|liên|quân|sư) )đoàn|<tổ|ủy ban|hội đồng|tổ công tác|quy chế|các|một số|những|từng|mỗi|trung tâm|quỹ|kết quả|công tác|hoạt động|nội dung|tình hình|báo cáo|kế hoạch|nhiệm vụ|về|việc|hồ sơ|quá trình|phụ|danh sách|chương trình|lịch|đề cương|cuộc|đợt|đối tượng|diện) $',
);
/** "ban soạn thảo", "ngành kiểm tra" are names; "sở, ban, ngành lập" is not. */
const bodyHead = phrase('(?:ban|ngành) $');
const bodyVerb = phrase(
  '^(?:xây dựng đảng|tổ chức|chỉ đạo|quản lý|soạn thảo|giám sát|kiểm tra|tuyên truyền|vận động|biên soạn)>',
);
/** "đơn vị tham mưu lập báo cáo": a part, where another verb follows; "đơn vị tham mưu văn bản" acts. */
const partHead = phrase('(?:cơ quan|đơn vị|bộ phận|cán bộ) $');
const partVerb = phrase(
  '^(?:quản lý|tham mưu|kiểm tra|giám sát|khảo sát|thẩm định|thẩm tra|soạn thảo|tổng hợp|tiếp nhận|sử dụng|thanh tra|thực hiện|báo cáo) ?',
);
const goesOn = phrase(
  '^(?:gửi|nộp|lập|xây dựng|báo cáo|hoàn thành|có trách nhiệm|chịu trách nhiệm|chuẩn bị)>',
);
const relativeClause = phrase(
  '<(?:được|bị|nêu tại|nêu trên|đã|đang|có(?! (?:báo cáo|văn bản|kế hoạch|trách nhiệm|nhiệm vụ|ý kiến))|không (?:có|thuộc|nằm)|đoàn đến|đến|thuộc diện|phụ trách|chưa|liên quan)>(?![\\p{L}])',
);

/** Words that introduce whoever must act; the name follows. */
const introductions: Phrase[] = [
  phrase('^(?:riêng )?(?:đối với|với) '),
  phrase('^(?:riêng|đề nghị|yêu cầu|giao|giao cho|phân công|đồng thời giao|ủy quyền|cấp ủy giao) (?:cho )?'),
];
const leadIn = phrase(
  '^(?:căn cứ|trên cơ sở|để|(?:ngay )?sau(?: khi)?|nhằm|theo|trong quá trình|thực hiện|về|từ|khi|qua|quá)> [^.;]{0,200}?, ?(?=\\p{L})|^(?:theo đó|cụ thể|ngoài ra|bên cạnh đó|đồng thời|trong đó|cùng với đó|trước mắt|sau đó)>,? ',
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

const view = (p: Paragraph, a: number, b: number) => ({
  plain: p.plain,
  marked: p.marked.slice(a, b),
  bare: p.bare.slice(a, b),
});

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
  if (m.index > 0 && find(manyAt, view(p, a, a + m.index))) return null;
  const at = a + m.index + m[0].length;
  return isActorAt(p, at) ? { at, word: m[0].trim() } : null;
}

/** Many who charge somebody each act themselves: "Ủy ban nhân dân các tỉnh giao cơ quan chuyên môn …". */
const manyAt = phrase('<(?:các|những|mọi|một số|từng)>');

/** Where the first verb after a name stands; a colon, a dash after the name or an opening bracket end a name as well. */
function verbAfter(p: Paragraph, start: number, end: number): number | null {
  const b = Math.min(end, start + longestName);
  const colon = indexWithin(p.text, ':', start, b);
  const listed = colon > start ? listedAfter(p, start, colon, b) : null;
  const verb = listed ?? firstVerb(p, start, start, b);
  if (listed === null && colon > start && (verb === null || colon < verb)) return colon;
  return verb;
}

/** "Các sở: Tài chính, Xây dựng báo cáo": the names of a class, and then its verb; null where the act follows the colon. */
function listedAfter(p: Paragraph, start: number, colon: number, b: number): number | null {
  if (!find(opensList, view(p, start, colon)) || !isActorAt(p, start)) return null;
  const first = colon + 2;
  const verb = firstVerb(p, start, first, b);
  if (verb === null) return null;
  const names = p.text
    .slice(first, verb)
    .trim()
    .split(/[,;] (?:và )?| và (?=\p{Lu})/u);
  return names.length > 1 && names.every((name) => /^\p{Lu}/u.test(name)) ? verb : null;
}
const opensList = phrase('^(?:các|những|\\d+) |(?:gồm|sau|sau đây|gồm có|là)$');

/** The first verb in [from, b) that ends the name that begins at `start`. */
function firstVerb(p: Paragraph, start: number, from: number, b: number): number | null {
  const relatives = findAll(relativeClause, p, start, b);
  let at = from;
  for (let i = 0; i < 40; i++) {
    const m = find(verbPhrase, p, at, b);
    if (!m) return null;
    const after = relatives.findLast((r) => r.index < m.index) ?? null;
    if (m.index > from && endsName(p, start, m.index, after)) return m.index;
    at = m.index + m[0].length;
  }
  return null;
}

/** "Các đơn vị được phân công … (theo mẫu M2)": with no verb, the bracket ends the name. */
function bracketAfter(p: Paragraph, start: number, b: number): number | null {
  const open = indexWithin(p.text, '(', start, b);
  return isActorAt(p, start) && open > start && open < b ? open : null;
}

function endsName(p: Paragraph, start: number, verb: number, relative: RegExpExecArray | null): boolean {
  if (!p.plain && /\p{Lu}/u.test(p.text[verb]!)) return false;
  if (insideBrackets(p, start, verb)) return false;
  const before = view(p, Math.max(start, verb - 24), verb);
  const plainly =
    find(strongVerb, view(p, verb, verb + 12)) !== null &&
    !(find(classBefore, before) && find(roleVerb, view(p, verb, verb + 12)));
  if (find(charged, before) && (find(people, view(p, start, verb)) || isOne(p, start, verb))) return true;
  if (!plainly && nameFollows(p, verb)) return false;
  if (!plainly && isPartOfName(p, start, verb)) return false;
  return relative === null || !isRelative(p, start, verb, relative);
}

/** "Các đơn vị được lựa chọn khảo sát": a verb, or a row of verbs, of the clause that says which bodies. */
function isRelative(p: Paragraph, start: number, verb: number, relative: RegExpExecArray): boolean {
  if (/[,:]\s*$/.test(p.text.slice(start, verb))) return false;
  if (find(strongVerb, view(p, verb, verb + 12))) return verb - relative.index < 12;
  let at = relative.index + relative[0].length;
  let takes = true;
  for (const m of findAll(verbPhrase, p, at, verb)) {
    if (!takes || find(between, view(p, at, m.index)) === null) return false;
    at = m.index + m[0].length;
    takes = find(takesVerb, view(p, m.index, at)) !== null;
  }
  return takes && find(between, view(p, at, verb)) !== null;
}
/** "được phân công chủ trì", "chưa tổ chức tổng kết": a verb that another follows. */
const takesVerb = phrase(
  '^(?:gửi|nộp|xây dựng|lập|có|chuẩn bị|phân công|giao|cử|mời|lựa chọn|chọn|đề nghị|yêu cầu|thực hiện|tổ chức|tiến hành|triển khai|đăng ký|việc|có trách nhiệm|không|hoàn thành)$',
);
const between = phrase('^(?:,? (?:và )?)?$');

/** True when the verb at `verb` is a part of the name, or of the noun, that runs up to it: "đoàn giám sát". */
export function isPartOfName(p: Paragraph, start: number, verb: number): boolean {
  const before = view(p, Math.max(start, verb - 24), verb);
  if (find(nounHead, before)) return true;
  const here = view(p, verb, verb + 40);
  if (find(bodyHead, before)) return find(bodyVerb, here) !== null;
  const part = find(partHead, before) ? find(partVerb, here) : null;
  return part !== null && find(goesOn, view(p, verb + part[0].length, verb + 60)) !== null;
}

/** One body, by its name: what it is charged with is its act. */
const isOne = (p: Paragraph, a: number, b: number) =>
  !p.plain && /\p{Lu}/u.test(p.text[a] ?? '') && find(manyAt, view(p, a, b)) === null;

/** "Các đồng chí … được phân công dự": the charge is told, the act follows. */
const charged = phrase('<được (?:phân công|giao|cử|mời|đề nghị|yêu cầu) $');
const people = phrase('^(?:các )?(?:đồng chí|thành viên|cán bộ|ủy viên|công chức)>');

/** "Đội Quản lý trật tự xây dựng, Công an thành phố …": the list goes on, so the verb is a part of a name. */
function nameFollows(p: Paragraph, verb: number): boolean {
  const m = find(verbPhrase, p, verb, verb + 40);
  const comma = m
    ? /^, (?=\p{L})/u.exec(p.text.slice(m.index + m[0].length, m.index + m[0].length + 4))
    : null;
  return m !== null && comma !== null && isActorAt(p, m.index + m[0].length + comma[0].length);
}

/** Verbs of sending end even a relative clause. */
const strongVerb = phrase(
  '^(?:gửi|nộp|hoàn thành|chủ trì|căn cứ|phối hợp|có trách nhiệm|chịu trách nhiệm|nghiêm túc|khẩn trương|kịp thời|chủ động|tiếp tục)>',
);
/** "cơ quan chủ trì", "đơn vị phối hợp" are names of parts. */
const roleVerb = phrase('^(?:chủ trì|phối hợp)>');
const classBefore = phrase('(?:cơ quan|đơn vị|bộ phận|các) $');

function insideBrackets(p: Paragraph, a: number, b: number): boolean {
  let depth = 0;
  for (let i = a; i < b; i++) depth += p.text[i] === '(' ? 1 : p.text[i] === ')' ? -1 : 0;
  return depth > 0;
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
  '(?:,? <(?:dự kiến|sẽ|cần|phải|tự|vẫn|thì|quan tâm|chỉ|mỗi (?:cơ quan|đơn vị|địa phương|ngành|nơi)|cũng|đều|cùng|đồng thời|chịu|hằng năm|hằng tháng|được|được giao|được phân công|được cử|khẩn trương|sớm)|,? <(?:định kỳ|(?:hằng|hàng) (?:tuần|tháng|quý|năm))>[^.;:]{0,40}|,? <theo (?:chức năng|nhiệm vụ|thẩm quyền|phân công|lĩnh vực)>[^.;:]{0,80})+$',
);

/** The name up to its first bracket. */
function withoutBrackets(piece: Piece): Piece {
  const open = indexWithin(piece.p.text, '(', piece.a + 1, piece.b);
  return open > piece.a && open < piece.b ? tidy({ ...piece, b: open }) : piece;
}
