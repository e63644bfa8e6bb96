// Where the name of whoever acts ends: at the first verb that is no part of the name, nor of a clause that says which bodies.
import type { Paragraph } from '../layout/paragraph.ts';
import { find, findAll, phrase, view } from '../text/planes.ts';
import { isActorAt, organHeadAt } from './organs.ts';
import { verbPhrase } from './verbs.ts';

/** The first verb in [from, b) that ends the name that begins at `start`. */
export function firstVerb(p: Paragraph, start: number, from: number, b: number): number | null {
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

/**
 * Where one body's name plainly ends and another word follows, a verb that no list need know: "Công an tỉnh điều tiết giao
 * thông". Null where the next word may still be of the name, or of what says which body.
 */
export function wordAfterName(p: Paragraph, a: number, b: number): number | null {
  const head = p.plain || !/\p{Lu}/u.test(p.text[a] ?? '') ? 0 : organHeadAt(p, a);
  if (head === 0) return null;
  const rest = ofName.exec(p.text.slice(a + head, Math.min(b, a + 160)));
  const at = a + head + (rest?.[0].length ?? 0);
  return rest && /^\p{Ll}+ \S/u.test(p.text.slice(at, b)) && !find(noVerb, view(p, at, at + 14)) ? at : null;
}
/** Up to the place that the name ends with: "tỉnh", "phường", "Bình An". */
const ofName =
  /^(?: [^,;:.()]{1,70}?)??(?: (?:tỉnh|huyện|xã|phường|thành phố|thị xã|quận|đặc khu)| \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+) (?=\p{Ll})/u;
const noVerb = phrase(
  '^(?:ủy|uỷ|đoàn|hội|đảng|bộ|của|thuộc|do|về|tại|ở|là|được|bị|đã|nơi|có|nêu|liên quan|phụ trách|làm|như|với|cùng|trong|theo|từ|đến|trước|sau|khi|và|hoặc|để|vào|này|trên|dưới|nào|không|chưa|số|lần|năm|tháng|ngày|trực thuộc|gồm|mới|cũ|còn lại|hiện)>',
);

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
  !p.plain && /\p{Lu}/u.test(p.text[a] ?? '') && find(many, view(p, a, b)) === null;

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
  '^(?:gửi|nộp|hoàn thành|chủ trì|căn cứ|phối hợp|có (?:trách nhiệm|báo cáo|văn bản|kế hoạch)|chịu trách nhiệm|nghiêm túc|khẩn trương|kịp thời|chủ động|tiếp tục)>',
);
/** "cơ quan chủ trì", "đơn vị phối hợp" are names of parts. */
const roleVerb = phrase('^(?:chủ trì|phối hợp)>');
const classBefore = phrase('(?:cơ quan|đơn vị|bộ phận|các) $');

function insideBrackets(p: Paragraph, a: number, b: number): boolean {
  let depth = 0;
  for (let i = a; i < b; i++) depth += p.text[i] === '(' ? 1 : p.text[i] === ')' ? -1 : 0;
  return depth > 0;
}

/** Before a verb these make it a part of a name: "đoàn giám sát", "trung tâm hỗ trợ", "các tổ chức"; nouns: "tình hình thực hiện". */
const nounHead = phrase(
  '(?:(?<!(?:công|tỉnh|thành|huyện|quận|thị|xã|chi|tập|liên|quân|sư) )đoàn|<tổ|ủy ban|hội đồng|tổ công tác|quy chế|các|một số|những|từng|mỗi|trung tâm|quỹ|kết quả|công tác|hoạt động|nội dung|tình hình|báo cáo|kế hoạch|nhiệm vụ|về|việc|hồ sơ|quá trình|phụ|danh sách|chương trình|(?<!du )lịch|đề cương|cuộc|đợt|đối tượng|<diện) $',
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
  '<(?:được|bị|nêu tại|nêu trên|đã|đang|có(?! (?:thể|báo cáo|văn bản|kế hoạch|trách nhiệm|nhiệm vụ|ý kiến))|không (?:có|thuộc|nằm)|đoàn đến|đến|thuộc diện|phụ trách|chưa|liên quan)>(?![\\p{L}])',
);

/** More than one: "Ủy ban nhân dân các tỉnh"; each of them acts itself. */
export const many = phrase('<(?:các|những|mọi|một số|từng)>');
