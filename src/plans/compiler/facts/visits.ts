// Visits: which bodies a delegation goes to, in which window, for how long, with how much notice.
import { type Paragraph, type Piece, tidy } from '../layout/paragraph.ts';
import { isOrganAt, partNames } from '../lex/organs.ts';
import { sentencesOf } from '../lex/sentences.ts';
import { readTimes, type Time } from '../lex/whens.ts';
import type { When } from '../model.ts';
import type { Item } from '../parse/sections.ts';
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

const going = phrase(
  '<(?:khảo sát|kiểm tra|làm việc|giám sát|nắm tình hình|thẩm tra|đi cơ sở|thăm|tiếp xúc)>',
);
const eachPlace = phrase(
  '^(?:trên cơ sở|căn cứ|tại mỗi|tại các|mỗi|tại từng|ở mỗi|thành phần|nội dung)>|<(?:\\d+ (?:buổi|ngày)|buổi) làm việc (?:trực tiếp )?với',
);
/** What stands between the going and the list. */
const listed = phrase('(?:gồm có|bao gồm|gồm|là|sau)? ?: ?(?=\\p{L})|<(?:gồm|bao gồm) (?=\\p{L})');
const towards = phrase(
  '<(?:tại|với|ở) (?:đảng ủy|ban thường vụ|ủy ban nhân dân|ubnd|thường trực|lãnh đạo|ủy ban mặt trận tổ quốc|cấp ủy|tỉnh ủy|huyện ủy)? ?(?:\\d{1,2} )?(?:các |những )?(?:(?:tỉnh|thành phố|thành ủy|tỉnh ủy|huyện|thị xã|quận|xã|phường|thị trấn|địa phương|đơn vị|bộ|sở|cơ quan|ban|huyện ủy|đảng ủy)(?: (?:ủy))?,? ?(?:và )?){0,5}(?=\\p{L})',
);
const listEnd = phrase(
  '[.;:()]|<(?:tại|dự kiến|thời gian|trong|vào|về|từ ngày|từ tháng|nhằm|để|mỗi|theo|do|trước)>|<và (?=\\d)',
);

export type Window = { time: Time; p: Paragraph };

/** All visits of the items, each with the time it takes as its window. */
export function readVisits(
  items: readonly Item[],
  year: number | null,
): { visits: FoundVisit[]; windows: Window[] } {
  const visits: FoundVisit[] = [];
  const windows: Window[] = [];
  for (const [i, item] of items.entries()) {
    if (!mayVisit(item)) continue;
    const found = readParagraph(item.p);
    if (found.length === 0) continue;
    const near = [item, ...items.slice(i + 1, i + 5).filter((x) => x.section === item.section)];
    const window =
      windowOf(found, near, year) ??
      windowOf(
        found,
        items.slice(Math.max(0, i - 3), i).filter((x) => x.section === item.section && find(onlyTime, x.p)),
        year,
      );
    for (const visit of found) {
      const own = ownWindow(visit, item.p, year) ?? window;
      if (own) windows.push(own);
      visits.push({
        ...visit,
        window: own ? { when: own.time.when, piece: { p: own.p, a: own.time.a, b: own.time.b } } : null,
        notice: noticeOf(item, items),
        duration: durationOf(visit, near),
      });
    }
  }
  return { visits, windows };
}
const onlyTime = phrase('^[^\\p{L}]*(?:\\d+\\. ?)?thời gian');

function mayVisit({ p, section }: Item): boolean {
  if (p.text.length > 6000 || !find(going, p)) return false;
  return section?.purpose === 'visits' || find(delegation, p) !== null;
}
const delegation = phrase(
  '<(?:đoàn công tác|đoàn kiểm tra|đoàn khảo sát|đoàn giám sát|tổ khảo sát|tổ công tác|khảo sát|đi cơ sở|các đoàn|đoàn)>',
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
    if (!/\p{Lu}/u.test(p.text[a] ?? '')) continue;
    const b = endOfList(p, a, end);
    const units = namesIn({ p, a, b });
    if (units.length > 0) return { units, count: countBefore(p, m.index, a), end: b };
  }
  return null;
}
/** "Ủy ban nhân dân các tỉnh A, B": the class is said once, the names stand bare. */
const bareAfterClass = phrase(
  '^(?:đảng ủy|ban thường vụ|ủy ban nhân dân|ubnd|thường trực|lãnh đạo|ủy ban mặt trận tổ quốc|cấp ủy|hđnd|hội đồng nhân dân)(?:,? (?:và )?(?:ubnd|ủy ban nhân dân))? (?:các )',
);

function endOfList(p: Paragraph, a: number, end: number): number {
  for (const m of findAll(listEnd, p, a, end)) {
    if (m.index > a) return m.index;
  }
  return end;
}

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
  '^(?:thường trực (?:tỉnh ủy|thành ủy|cấp ủy|huyện ủy)|lãnh đạo|đại diện|thời gian|chương trình|thành phần|đoàn|các|mỗi|nội dung|trưởng đoàn|phó trưởng đoàn|đồng chí|số lượng|ban thường vụ (?:tỉnh ủy|huyện ủy)$)',
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

/** A window said in the visit's own sentence. */
function ownWindow(visit: FoundVisit, p: Paragraph, year: number | null): Window | null {
  const time = readTimes(p, year).find((t) => t.at >= visit.at.a && t.at < visit.at.b && isWindow(t));
  return time ? { time, p } : null;
}

/** Else the first window in what follows of the same section. */
function windowOf(found: readonly FoundVisit[], near: readonly Item[], year: number | null): Window | null {
  const after = found.at(-1)?.at;
  for (const { p } of near) {
    const own = p === after?.p;
    for (const time of readTimes(p, year))
      if (isWindow(time) && (!own || time.at >= after.a)) return { time, p };
    if (!own && find(going, p) && readParagraph(p).length > 0) return null;
  }
  return null;
}

const isWindow = (t: Time) =>
  t.when.from !== null &&
  t.when.rel !== 'before' &&
  t.when.rel !== 'by' &&
  t.when.precision !== 'year' &&
  t.when.rel !== 'recurring';

const notice = phrase(
  '<(?:thông báo|báo|gửi)(?: \\p{L}+){0,6} trước (?:ít nhất )?\\d{1,2} ngày(?: làm việc)?(?: khi [^.;,]{3,40})?|<trước ít nhất \\d{1,2} ngày(?: làm việc)?',
);

function noticeOf(item: Item, items: readonly Item[]): Piece | null {
  for (const { p } of [item, ...items.filter((x) => x.section === item.section)]) {
    const m = find(notice, p);
    if (m) return { p, a: m.index, b: m.index + m[0].trimEnd().length };
  }
  return null;
}

const duration = phrase(
  '<(?:mỗi|tại mỗi|tại các)[^.;]{2,70}? (?:\\d{1,2}(?:[,/]\\d)?|một|nửa) (?:ngày|buổi)',
);
function durationOf(visit: FoundVisit, near: readonly Item[]): Piece | null {
  for (const { p } of near) {
    const m = find(duration, p, p === visit.at.p ? visit.at.a : 0);
    if (m) return { p, a: m.index, b: m.index + m[0].length };
  }
  return null;
}
