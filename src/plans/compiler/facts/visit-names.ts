// A list of bodies or places to be visited, from where it begins to where it ends, with the times between its names.
import type { Paragraph, Piece } from '../layout/paragraph.ts';
import { isOrganAt, partNames } from '../lex/organs.ts';
import { beginsName, placeClasses } from '../lex/places.ts';
import type { Time } from '../lex/whens.ts';
import { find, findAll, phrase, view } from '../text/planes.ts';

/** Names that share a time; `time` is the one said right after them, null where none is. */
export type Names = { units: Piece[]; a: number; b: number; time: Time | null };

/** `prose`: the list stands in a sentence, whose words may follow it; else it is an entry of a list, with nothing but names and times. */
export type Manner = 'prose' | 'entry';

const ends = phrase(
  '[.;:()]|<(?:tại|dự kiến|thời gian|trong|vào|về|từ|nhằm|mỗi|theo|do|trước|sáng|chiều|lúc|khoảng|cùng|với|hoàn thành|bắt đầu)>|<và (?=\\d|một số|các|những)',
);
/** What a sentence goes on with after the names. */
const goesOnWith = phrase(
  '<(?:để|nghe|đánh giá|kết hợp|làm việc|nắm|khi|nếu|sau khi|đồng thời|đại diện|được|đã|sẽ|phải|có|xem xét|trao đổi|tổ chức|báo cáo|chuẩn bị|phối hợp|thực hiện|tiến hành|kiểm tra|khảo sát|giám sát)>',
);

/** The names from `a` on, in groups parted by their times; empty where no name begins at `a`. */
export function readNames(
  p: Paragraph,
  a: number,
  end: number,
  times: readonly Time[],
  manner: Manner,
): Names[] {
  const out: Names[] = [];
  for (let at = a; at < end && out.length < 60; ) {
    const stop = endOfNames(p, at, end, times, manner);
    const units = namesIn({ p, a: at, b: stop }, manner);
    if (units[0]?.a !== at || find(acts, view(p, stop, Math.min(end, stop + 20)))) break;
    const time = timeAfter(p, stop, end, times);
    if (p.text[stop] === ':' && !time) break;
    out.push({ units, a: at, b: stop, time });
    const next = time && nextName(p, time.b, end);
    if (!next) break;
    at = next;
  }
  return out;
}

/** "Tổ công tác của Sở khảo sát tại …": whoever goes, and not those visited. */
const acts = phrase('^ ?(?:khảo sát|kiểm tra|giám sát|làm việc|tiến hành|tổ chức|chủ trì|phối hợp) (?!của)');

function endOfNames(p: Paragraph, a: number, end: number, times: readonly Time[], manner: Manner): number {
  const time = times.find((t) => t.a > a)?.a ?? end;
  const marks = manner === 'prose' ? [ends, goesOnWith] : [ends];
  const stops = marks.flatMap((look) =>
    findAll(look, p, a, Math.min(end, a + 1_500))
      .map((m) => m.index)
      .filter((at) => at > a && !isCapital(p, at) && !goesOn(p, at) && !isNamed(p, a, at)),
  );
  return Math.min(end, time, ...stops);
}

const isCapital = (p: Paragraph, at: number): boolean => !p.plain && /\p{Lu}/u.test(p.text[at] ?? '');

/** "Đảng ủy A; Đảng ủy B": the name of a body after the semicolon. */
const goesOn = (p: Paragraph, at: number): boolean =>
  /^; \p{Lu}/u.test(p.text.slice(at, at + 3)) && isOrganAt(p, at + 2);

/** "Hạt Kiểm lâm kiêm …", "Ban quản lý các …": small letters that are a part of the name. */
const isNamed = (p: Paragraph, a: number, at: number): boolean =>
  find(partOfName, view(p, Math.max(a, at - 14), at)) !== null;
const partOfName = phrase('<(?:ủy ban|đoàn|ban|trung tâm|chi cục) $');

/** The time said right after the names: "… (sáng 12/9)", "…, dự kiến trong tháng 9". */
function timeAfter(p: Paragraph, from: number, end: number, times: readonly Time[]): Time | null {
  const time = times.find((t) => t.at >= from);
  if (!time || time.at >= end) return null;
  return find(between, view(p, from, time.at)) ? time : null;
}
const between = phrase(
  '^[ ,;:(–-]*(?:(?:thời gian|dự kiến|vào|trong|lúc|từ|các|hai|ba|sáng|chiều|tối|buổi|ngày|khoảng|đầu|cuối|giữa|hoàn thành|là)[ ,:]*)*$',
);

/** "… ngày 12/9) và Sở Nội vụ …": where the next name begins after a time. */
function nextName(p: Paragraph, from: number, end: number): number | null {
  const m = find(joint, view(p, from, Math.min(end, from + 40)));
  const at = m ? from + m[0].length : -1;
  return m && at < end && beginsName(p.text.slice(at, at + 40)) && !find(generic, view(p, at, end))
    ? at
    : null;
}
const joint = phrase('^(?: ?\\(dự kiến\\))?[ )]*(?:[,;] ?(?:và )?|và )');

/** Names of bodies or places: each begins with a capital and is short; a class is none. */
function namesIn(list: Piece, manner: Manner): Piece[] {
  return partNames(list)
    .map(withoutClass)
    .filter(
      (x) =>
        isProper(x, x.a > list.a) &&
        x.b - x.a < 90 &&
        !find(generic, view(x.p, x.a, x.b)) &&
        !(manner === 'entry' && find(acting, view(x.p, x.a, x.b))),
    );
}
/** "UBND các huyện Tân An": the class said for several; the name stands bare. */
function withoutClass(piece: Piece): Piece {
  const m = find(classOfMany, view(piece.p, piece.a, piece.b));
  const a = piece.a + (m?.[0].length ?? 0);
  return m && isCapital(piece.p, a) ? { ...piece, a } : piece;
}
const classOfMany = phrase(`^(?:[^,;:]{2,30} )?các (?:${placeClasses}) `);

/** The name of a body, or of a place; not the first word of a sentence ("Chuẩn bị …"), but "các sở: Y tế, Nội vụ". */
function isProper({ p, a, b }: Piece, listed: boolean): boolean {
  const text = p.text.slice(a, b);
  if (!beginsName(text)) return false;
  if (listed || isOrganAt(p, a) || !/\s/.test(text) || /\s["“(]?(?:\p{Lu}|\d)/u.test(text)) return true;
  return find(afterClass, view(p, Math.max(0, a - 50), a)) !== null;
}
const afterClass = phrase(
  '<(?:các|những|\\d{1,2}) (?:sở|ban|bộ|ngành|phòng|cục|vụ|chi cục)(?:,? \\p{L}+){0,4} ?: ?$',
);
const acting = phrase(
  '<(?:chủ trì|phối hợp|tổng hợp|gửi|hoàn thành|thực hiện|chuẩn bị|bố trí|theo dõi|tham mưu|xây dựng|có trách nhiệm|thông báo|nghiên cứu|làm (?:trưởng|phó|thư ký)|khảo sát tại|kiểm tra tại|làm việc với)>',
);
const generic = phrase(
  '^(?:thường trực$|từ (?:ngày|tháng)|ngày|tháng|(?:tổ|đoàn|nhóm) (?:công tác )?(?:số )?\\d|thường trực (?:tỉnh ủy|thành ủy|cấp ủy|huyện ủy|đảng ủy|tỉnh đoàn|hội đồng nhân dân)(?! \\p{L})|lãnh đạo|đại diện|thời gian|chương trình|thành phần|đoàn(?! (?:xã|phường|thị trấn|huyện|tỉnh|trường|thanh niên|khối|cơ sở|đại biểu))|các|mỗi|nội dung|trưởng đoàn|phó trưởng đoàn|đồng chí|số lượng|ban thường vụ (?:tỉnh ủy|huyện ủy)$)',
);
