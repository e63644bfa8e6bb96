// The bodies that a delegation goes to: lists after "gồm", after a colon, after "tại" or "với".
import { type Paragraph, type Piece, tidy } from '../layout/paragraph.ts';
import { isOrganAt, partNames } from '../lex/organs.ts';
import { sentencesOf } from '../lex/sentences.ts';
import type { When } from '../model.ts';
import { find, findAll, phrase } from '../text/planes.ts';
import { view } from './statements.ts';

export type FoundVisit = {
  units: Piece[];
  window: { when: When; piece: Piece } | null;
  duration: Piece | null;
  notice: Piece | null;
  who: Piece | null;
  place: Piece | null;
  /** A count before the list: "10 tỉnh, thành ủy gồm". */
  count: { value: number; piece: Piece } | null;
  at: Piece;
};

export const going = phrase(
  '<(?:khảo sát|kiểm tra|làm việc|giám sát|nắm tình hình|thẩm tra|đi cơ sở|thăm|tiếp xúc)>',
);
const eachPlace = phrase(
  '^(?:trên cơ sở|căn cứ|tại mỗi|tại các|mỗi|tại từng|ở mỗi|thành phần|nội dung)>|<(?:\\d+ (?:buổi|ngày)|buổi) làm việc (?:trực tiếp )?với',
);
/** What stands between the going and the list. */
const listed = phrase('(?:gồm có|bao gồm|gồm|là|sau)? ?: ?(?=\\p{L})|<(?:gồm|bao gồm) (?=\\p{L})');
const towards = phrase(
  '<(?:tại|với|ở) (?:đảng ủy|ban thường vụ|ủy ban nhân dân|ubnd|thường trực|lãnh đạo|ủy ban mặt trận tổ quốc|cấp ủy|tỉnh ủy|huyện ủy)? ?(?:\\d{1,2} )?(?:các |những )?(?:(?:tỉnh|thành phố|thành ủy|tỉnh ủy|huyện|thị xã|quận|xã|phường|thị trấn|ấp|thôn|bản|khu phố|địa phương|đơn vị|bộ|sở|cơ quan|ban|huyện ủy|đảng ủy)(?: (?:ủy))?,? ?(?:và )?){0,5}(?=\\p{L})',
);
const listEnd = phrase(
  '[.;:()]|<(?:tại|dự kiến|thời gian|trong|vào|về|từ ngày|từ tháng|nhằm|để|mỗi|theo|do|trước)>|<và (?=\\d)',
);

/** Lists of names in the sentences that speak of going. */
export function readParagraph(p: Paragraph): FoundVisit[] {
  const out: FoundVisit[] = [];
  for (const sentence of sentencesOf(p)) {
    const go = find(going, p, sentence.a);
    if (!go || go.index >= sentence.b) continue;
    if (find(eachPlace, view(p, sentence.a, sentence.b))) continue;
    const lists = namedGroups(p, go.index, sentence.b);
    if (lists.length > 0) out.push(...lists.map((list) => emptyVisit(p, sentence, list, go.index)));
    else {
      const list = afterPreposition(p, go.index, sentence.b);
      if (list) out.push(emptyVisit(p, sentence, list, go.index));
    }
  }
  return out;
}

/** The list of a group under a heading that speaks of going: "a) Nhóm 1: Chi bộ A, Chi bộ B. Thời gian: …". */
export function readUnder(p: Paragraph): FoundVisit[] {
  const [sentence] = sentencesOf(p);
  const [list] = sentence ? namedGroups(p, sentence.a, sentence.b) : [];
  return sentence && list
    ? [{ ...emptyVisit(p, sentence, list, sentence.a), at: { p, a: sentence.a, b: p.text.length } }]
    : [];
}

type List = { units: Piece[]; count: FoundVisit['count']; end: number };

/** "10 tỉnh, thành ủy gồm: A, B và 03 Ban cán sự đảng, gồm: C, D": every list after a colon or "gồm". */
function namedGroups(p: Paragraph, from: number, end: number): List[] {
  const out: List[] = [];
  for (const m of findAll(listed, p, from, end)) {
    const a = m.index + m[0].length;
    const b = endOfList(p, a, end);
    const units = namesIn({ p, a, b });
    if (units.length > 0 && units[0]!.a === a)
      out.push({ units, count: countBefore(p, from, m.index), end: b });
  }
  return out;
}

function afterPreposition(p: Paragraph, from: number, end: number): List | null {
  for (const m of findAll(towards, p, from, end)) {
    let a = m.index + m[0].length;
    const prefix = /^(?:tại|với|ở)\s+/iu.exec(p.text.slice(m.index));
    const first = m.index + (prefix?.[0].length ?? 0);
    if (/\p{Lu}/u.test(p.text[first] ?? '') && !find(bareAfterClass, view(p, first, end))) a = first;
    if (find(together, view(p, Math.max(0, m.index - 12), m.index))) continue;
    const one = find(oneClass, view(p, first, a));
    if (one && /^\p{Lu}/u.test(p.text.slice(a))) a = first;
    if (!/\p{L}/u.test(p.text[a] ?? '') || (!one && !/\p{Lu}/u.test(p.text[a] ?? ''))) continue;
    const b = endOfList(p, a, end);
    const units = namesIn({ p, a, b });
    if (units.length > 0) return { units, count: countBefore(p, m.index, a), end: b };
  }
  return null;
}
const together = phrase('<(?:phối hợp|cùng) $');
/** "tại phường A, xã B": the class belongs to the one name. */
const oneClass = phrase('^(?:phường|xã|thị trấn|huyện|thị xã|quận|thành phố|tỉnh|ấp|thôn|bản|khu phố) $');
/** "Ủy ban nhân dân các tỉnh A, B": the class is said once, the names stand bare. */
const bareAfterClass = phrase(
  '^(?:đảng ủy|ban thường vụ|ủy ban nhân dân|ubnd|thường trực|lãnh đạo|ủy ban mặt trận tổ quốc|cấp ủy|hđnd|hội đồng nhân dân)(?:,? (?:và )?(?:ubnd|ủy ban nhân dân))? (?:các )',
);

function endOfList(p: Paragraph, a: number, end: number): number {
  for (const m of findAll(listEnd, p, a, end)) {
    if (m.index > a && !goesOn(p, m.index)) return m.index;
  }
  return end;
}

/** "Đảng ủy A; Đảng ủy B": the name of a body after the semicolon. */
const goesOn = (p: Paragraph, at: number): boolean =>
  /^; \p{Lu}/u.test(p.text.slice(at, at + 3)) && isOrganAt(p, at + 2);

/** Names of bodies or places: each begins with a capital and is short; a generic class is none. */
function namesIn(list: Piece): Piece[] {
  return partNames(list).filter((x) => {
    const text = x.p.text.slice(x.a, x.b);
    return (
      /^(?:(?:thị trấn|phường|xã|huyện|thị xã|thành phố|quận|tỉnh|ấp|thôn|bản|khu phố|tổ dân phố|khóm|thi tran|phuong|xa|huyen|thi xa|thanh pho|quan|tinh|ap|thon|khom) )?\p{Lu}/u.test(
        text,
      ) &&
      text.length < 90 &&
      !find(generic, view(x.p, x.a, x.b)) &&
      !find(acting, view(x.p, x.a, x.b))
    );
  });
}
const acting = phrase('<(?:chủ trì|phối hợp|tổng hợp|báo cáo|gửi|hoàn thành|thực hiện)>');
const generic = phrase(
  '^(?:thường trực (?:tỉnh ủy|thành ủy|cấp ủy|huyện ủy)|lãnh đạo|đại diện|thời gian|chương trình|thành phần|đoàn(?! (?:xã|phường|thị trấn|huyện|tỉnh|trường|thanh niên|khối|cơ sở))|các|mỗi|nội dung|trưởng đoàn|phó trưởng đoàn|đồng chí|số lượng|ban thường vụ (?:tỉnh ủy|huyện ủy)$)',
);

const counted = phrase('(?<n>\\d{1,3})(?: \\p{L}+,?){1,8} ?$');
function countBefore(p: Paragraph, from: number, at: number): FoundVisit['count'] {
  const start = Math.max(from, at - 60);
  const m = find(counted, {
    plain: p.plain,
    marked: p.marked.slice(start, at).trimEnd().replace(/,$/, ' '),
    bare: p.bare.slice(start, at).trimEnd().replace(/,$/, ' '),
  });
  if (!m?.groups?.n) return null;
  const a = start + m.index;
  return { value: Number(m.groups.n), piece: tidy({ p, a, b: at }) };
}

function emptyVisit(p: Paragraph, sentence: { a: number; b: number }, list: List, go: number): FoundVisit {
  const subject = tidy({ p, a: sentence.a, b: go });
  const named = isOrganAt(p, sentence.a) && subject.b - subject.a < 90 ? subject : null;
  return {
    units: list.units,
    window: null,
    duration: null,
    notice: null,
    who: named,
    place: null,
    count: list.count,
    at: { p, a: sentence.a, b: sentence.b },
  };
}

/** A visit of one body in its own window, from a table or a calendar. */
export function bareVisit(unit: Piece, window: FoundVisit['window']): FoundVisit {
  return {
    units: [unit],
    window,
    duration: null,
    notice: null,
    who: null,
    place: null,
    count: null,
    at: unit,
  };
}
