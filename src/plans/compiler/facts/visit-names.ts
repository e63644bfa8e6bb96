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
  let goesOnIn: number | null = null;
  for (let at = numbered(p, a); at < end && out.length < 60; ) {
    const stop = endOfNames(p, at, end, times, manner);
    const units = namesIn({ p, a: at, b: stop }, manner);
    if (units[0]?.a !== at || find(acts, view(p, stop, Math.min(end, stop + 20)))) break;
    const time = timeAfter(p, stop, end, times);
    const inner =
      p.text[stop] === ':' && !time ? afterColon({ p, a: at, b: stop }, end, times, manner) : null;
    if (inner === 'duty') break;
    const open = goesOnIn;
    goesOnIn = time || inner !== null ? null : afterAside(p, stop, end);
    if (inner === null && open !== null) extend(out, units, stop, time);
    else if (inner === null) out.push({ units, a: at, b: stop, time });
    const next = inner ?? goesOnIn ?? nextName(p, time ? time.b : afterBracket(p, stop, end), end);
    if (next === null || next <= at) break;
    at = next;
  }
  return out;
}

/**
 * What a colon after names brings: names, of which those before are the class ("Cấp tỉnh: Sở Y tế"), and where they
 * begin; a time or how long it takes, or in a sentence whatever is done there (null: the names stand); a duty else.
 */
function afterColon(
  { p, a, b: colon }: Piece,
  end: number,
  times: readonly Time[],
  manner: Manner,
): number | 'duty' | null {
  const first = colon + (/^:\s*/u.exec(p.text.slice(colon, colon + 4))?.[0].length ?? 1);
  const name = beginsName(p.text.slice(first, first + 40));
  if (name && (isOrganAt(p, first) || !isCapital(p, first))) return first;
  if (name && find(classOfSeveral, view(p, a, colon))) return 'duty';
  if (manner === 'prose' || times.some((t) => t.at >= colon && t.at < end)) return null;
  return find(howLong, view(p, first, end)) ? null : 'duty';
}
const classOfSeveral = phrase('<(?:các|những|\\d{1,2}) ');
const howLong = phrase('^(?:\\d{1,2}|nửa|một|hai|buổi|sáng|chiều)(?: \\p{L}+)?');

/** The names belong to the group before them, and so does their time. */
function extend(out: Names[], units: Piece[], b: number, time: Time | null): void {
  const last = out.at(-1);
  if (last) out[out.length - 1] = { ...last, units: [...last.units, ...units], b, time: last.time ?? time };
}

/** Where the list goes on past "(01 ngày), " or past the number of an item, "; (2) "; null where it does not. */
function afterAside(p: Paragraph, from: number, end: number): number | null {
  if (find(halfDay, view(p, from, Math.min(end, from + 40)))) return null;
  const m = find(asideOrNumber, view(p, from, Math.min(end, from + 90)));
  const at = m ? from + m[0].length : end;
  return at < end && beginsName(p.text.slice(at, at + 40)) ? at : null;
}
const asideOrNumber = phrase(
  '^ ?\\([^();]{2,60}\\)(?:[,;] ?(?:và )?| và )|^[,;]? ?(?:và )?\\((?:\\d{1,2}|[a-zđ])\\) ',
);

/** Past "(1) " before the first of them. */
const numbered = (p: Paragraph, a: number): number =>
  a + (/^\((?:\d{1,2}|[a-zđ])\)\s*/u.exec(p.text.slice(a, a + 8))?.[0].length ?? 0);

/** Past a bracket that tells the half of the day: "Đảng ủy xã A (buổi sáng), Đảng ủy xã B (buổi chiều)". */
function afterBracket(p: Paragraph, from: number, end: number): number {
  const m = find(halfDay, view(p, from, Math.min(end, from + 40)));
  return m ? from + m[0].length : end;
}
const halfDay = phrase('^ ?\\( ?(?:buổi )?(?:sáng|chiều|tối)[^()]{0,20}(?=\\))');

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
  const led = times.some((t) => t.at < from && !p.text.slice(t.at, from).includes('. '));
  if (led && find(goesNext, view(p, time.b, Math.min(end, time.b + 60)))) return null;
  return find(between, view(p, from, time.at)) ? time : null;
}
/** "…, chiều ngày 12/9 khảo sát tại …": the time is that of what follows. */
const goesNext = phrase(
  '^ ?: ?(?=\\p{L})|^[ ,:)]*(?:(?:đoàn|tổ)(?: \\p{L}+){0,3} )?(?:khảo sát|kiểm tra|làm việc|giám sát|thăm|tiếp xúc)>',
);
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
const joint = phrase('^(?: ?\\(dự kiến\\))?[ )]*(?:[,;] ?(?:và )?|và )(?:(?:tại|với|ở) )?');

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
  '^(?:thường trực$|chậm nhất|muộn nhất|trước|sau|mục|điểm|khoản|phụ lục|buổi|sáng|chiều|(?:từ|trong|vào) (?:ngày|tháng|quý|tuần)|ngày|tháng|quý|tuần|(?:tổ|đoàn|nhóm) (?:công tác )?(?:số )?\\d|thường trực (?:tỉnh ủy|thành ủy|cấp ủy|huyện ủy|đảng ủy|tỉnh đoàn|hội đồng nhân dân)(?! \\p{L})|lãnh đạo|đại diện|thời gian|chương trình|thành phần|đoàn(?! (?:xã|phường|thị trấn|huyện|tỉnh|trường|thanh niên|khối|cơ sở|đại biểu))|các|mỗi|nội dung|trưởng đoàn|phó trưởng đoàn|đồng chí|số lượng|ban thường vụ (?:tỉnh ủy|huyện ủy)$)',
);
