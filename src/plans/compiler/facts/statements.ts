// Statements: the body clause by clause, each with who acts in it and the times it names; what all other facts are drawn from.
import { type Paragraph, type Piece, tidy } from '../layout/paragraph.ts';
import { isActorAt } from '../lex/organs.ts';
import { sentencesOf } from '../lex/sentences.ts';
import { readSubject } from '../lex/subjects.ts';
import { verbPhrase } from '../lex/verbs.ts';
import { readTimes, type Time } from '../lex/whens.ts';
import type { Item } from '../parse/sections.ts';
import { isHeading } from '../parse/sections.ts';
import { find, findAll, phrase, type Readable } from '../text/planes.ts';

export type Statement = {
  item: Item;
  p: Paragraph;
  a: number;
  b: number;
  /** The whole sentence that the clause is of. */
  sentence: { a: number; b: number };
  /** Who acts: read in this clause, or carried from the one before. */
  who: Piece | null;
  /** True when `who` was read in this very clause. */
  own: boolean;
  /** Where the verb begins when `own`. */
  verb: number;
  /** "đề nghị", "giao", "riêng", "đối với" before the name. */
  introduced: string | null;
  times: Time[];
  /** Who helps in it: "A chủ trì; B, C phối hợp …"; the one who leads is `who`. */
  helpers: Piece | null;
};

/** Looks at [a, b) of a paragraph. */
export const view = (p: Paragraph, a: number, b: number): Readable => ({
  plain: p.plain,
  marked: p.marked.slice(a, b),
  bare: p.bare.slice(a, b),
});

export const says = (s: { p: Paragraph; a: number; b: number }, look: ReturnType<typeof phrase>): boolean =>
  find(look, view(s.p, s.a, s.b)) !== null;

/** What a clause speaks of when it is nobody's act: papers, money, an event. */
const things = phrase(
  '^(?:hồ sơ|tài liệu|ý kiến|kinh phí|danh sách|văn bản|bản mềm|số liệu|chương trình|lịch|nội dung|hội nghị|hội thảo|phiên họp|cuộc họp|lễ|thành phần|địa điểm|hình thức|mọi|chi tiết|biểu mẫu|các báo cáo|báo cáo của)>',
);
/** "Báo cáo gửi về …" at the head of a sentence is for all who were named, nobody's act. */
const papers = phrase(
  '^(?:các )?báo cáo (?:(?!gửi|nộp)\\p{L}+ ){0,2}(?:(?:đề nghị|phải|được|cần) ){0,2}(?:gửi|nộp)>',
);
const sameActor = phrase(
  '^(?:thời gian|thời hạn|hạn|hoàn thành|xong|tiến độ|đồng thời|trong đó|sau đó|định kỳ|hằng|hàng|chậm nhất|trước)>',
);
const directs = phrase(
  '<(?:chỉ đạo|yêu cầu|giao|phân công) (?=(?:sở|trung tâm|văn phòng|phòng|ban|chi cục|cục|công an|trường|viện|hạt|đài|báo|vụ)>)',
);
const gathering = phrase(
  '^(?:phiên họp|hội nghị|cuộc họp|lễ|hội thảo)[^,;:]{0,60}?(?=(?:ủy ban|ban|hội đồng|bộ|đảng ủy|tỉnh ủy) )',
);

/** All clauses of the items, in order. */
export function readStatements(items: readonly Item[], year: number | null): Statement[] {
  const out: Statement[] = [];
  let charged: { who: Piece; heading: Paragraph } | null = null;
  let carried: Piece | null = null;
  let section: Item['section'] = null;
  for (const item of items) {
    const { p } = item;
    const goesOn = section === item.section && !p.mark && says({ p, a: 0, b: 24 }, sameActor);
    section = item.section;
    const times = readTimes(p, year);
    if (isHeading(p)) {
      const who = headingActor(p);
      charged = who ? { who, heading: p } : charged && item.heading === charged.heading ? charged : null;
    }
    if (!goesOn) carried = charged && item.heading === charged.heading ? charged.who : null;
    for (const sentence of sentencesOf(p)) {
      for (const clause of clausesOf(p, sentence, times)) {
        const s = helped(readClause(item, clause, sentence, carried, times), out.at(-1));
        if (s.own || s.a === sentence.a) carried = s.own ? s.who : carried;
        out.push(s);
      }
    }
  }
  return out;
}

function readClause(
  item: Item,
  clause: { a: number; b: number },
  sentence: { a: number; b: number },
  carried: Piece | null,
  times: readonly Time[],
): Statement {
  const { p } = item;
  const base = {
    item,
    p,
    ...clause,
    sentence,
    times: times.filter((t) => t.at >= clause.a && t.at < clause.b),
    helpers: null,
  };
  const none = { ...base, who: null, own: false, verb: clause.a, introduced: null };
  const held = find(gathering, view(p, clause.a, clause.b));
  if (held) {
    const subject = readSubject(p, clause.a + held[0].length, clause.b);
    return {
      ...none,
      who: subject && isActorAt(p, subject.who.a) && isCapital(p, subject.who.a) ? subject.who : null,
    };
  }
  const owner = timeOf(p, clause) ?? ownerOf(p, clause);
  if (owner) return { ...none, who: owner };
  const labelled = afterLabel(p, clause);
  if (labelled === null && (says({ p, ...clause }, things) || says({ p, ...clause }, level))) return none;
  if (clause.a === sentence.a && says({ p, ...clause }, papers)) return none;
  const subject = readSubject(p, labelled ?? afterTime(p, clause.a, base.times), clause.b);
  if (subject && actsHere(p, subject.who, subject.introduced)) {
    const who = cutAtTime(subject.who, base.times);
    return { ...base, who, own: true, verb: subject.verb, introduced: subject.introduced };
  }
  const timed = timedActor(p, labelled ?? clause.a, base.times);
  if (timed) return { ...base, who: timed, own: true, verb: base.times[0]!.a, introduced: null };
  const bound = boundAfter(p, clause, base.times);
  return bound ? { ...none, who: bound } : { ...none, who: carried };
}

/** "A chủ trì; B, C phối hợp hoàn thành …": one act, of the one who leads, with help. */
function helped(s: Statement, before: Statement | undefined): Statement {
  const leader = before?.sentence === s.sentence && before.own && says(before, ledBy) ? before.who : null;
  if (!leader || !s.own || !find(helps, view(s.p, s.verb, s.b))) return s;
  return { ...s, who: leader, own: false, helpers: s.who };
}
const ledBy = phrase('<chủ trì(?: thực hiện)?[,;]? ?$');
const helps = phrase('^(?:cùng |tham gia )?phối hợp(?! (?:với|cùng|chặt chẽ với)>)');

/** "Thời gian gửi báo cáo: cấp xã trước ngày 30/5; cấp huyện trước ngày 15/6": a body and its time, with no verb. */
function timedActor(p: Paragraph, start: number, times: readonly Time[]): Piece | null {
  const [first] = times;
  const at = start + (find(placeWord, view(p, start, start + 12))?.[0].length ?? 0);
  if (!first || first.a - at > 160 || first.a - at < 4 || !isActorAt(p, at)) return null;
  const who = tidy({ p, a: at, b: first.a });
  const acts = findAll(verbPhrase, p, who.a, who.b).some((m) => p.plain || /\p{Ll}/u.test(p.text[m.index]!));
  return actsHere(p, who, null) && !acts && !/[:;(]/.test(p.text.slice(who.a, who.b)) ? who : null;
}
const charge = phrase('^(?:giao|đề nghị|yêu cầu|phân công) (?:cho )?');
const placeWord = phrase('^(?:ở|tại|đối với|với|riêng) ');

/** "trước ngày 15/5/2025 đối với các sở, ban, ngành": whom the time binds, said after it. */
function boundAfter(p: Paragraph, clause: { b: number }, times: readonly Time[]): Piece | null {
  const last = times.at(-1);
  const m = last ? find(boundWord, view(p, last.b, Math.min(clause.b, last.b + 14))) : null;
  if (!last || !m) return null;
  const a = last.b + m[0].length;
  const end = /[;.(]/u.exec(p.text.slice(a, clause.b));
  return isActorAt(p, a) ? tidy({ p, a, b: end ? a + end.index : clause.b }) : null;
}
const boundWord = phrase('^\\)? ?(?:đối với|với) ');

/** "Thời hạn nộp báo cáo của các chi bộ: trước ngày 30/6": whose time it is. */
function timeOf(p: Paragraph, clause: { a: number; b: number }): Piece | null {
  const m = find(timeWord, view(p, clause.a, Math.min(clause.b, clause.a + 90)));
  if (!m) return null;
  const a = clause.a + m[0].length;
  const end = find(timeEnd, view(p, a, Math.min(clause.b, a + 160)));
  return end && isActorAt(p, a) ? tidy({ p, a, b: a + end.index }) : null;
}
const timeWord = phrase(
  '^(?:(?:điều chỉnh|gia hạn|lùi|sửa đổi) )?(?:thời gian|thời hạn|hạn)(?: \\p{L}+){0,5} của ',
);
const timeEnd = phrase(':|<(?:là|được|từ|chậm nhất|trước|đến|sang|thành)>');

/** "Báo cáo (kèm tệp) của các đơn vị nêu tại điểm 2 gửi về …", "danh sách của các phòng nộp trước ngày": who must send a paper is whose it is. */
function ownerOf(p: Paragraph, clause: { a: number; b: number }): Piece | null {
  const m = find(paperOf, view(p, clause.a, Math.min(clause.b, clause.a + 160)));
  if (!m) return null;
  const a = clause.a + m[0].length;
  const end = find(paperSent, view(p, a, Math.min(clause.b, a + 200)));
  return end && isActorAt(p, a) ? tidy({ p, a, b: a + end.index }) : null;
}
const paperOf = phrase(
  '^(?:các )?(?:báo cáo|hồ sơ|danh sách|văn bản|ý kiến|kế hoạch|tham luận|số liệu|đề xuất)(?: (?!của|gửi|nộp|về)\\p{L}+,?){0,10}(?: \\([^()]{2,60}\\))? của (?=\\p{L})',
);
const paperSent = phrase(
  ' ?\\([^()]{2,60}\\)|,? <(?:(?:(?:phải|được|cần|đề nghị|xin) ){0,2}(?:gửi|nộp|hoàn thành|chuyển)|trước|chậm nhất)>',
);

/** Past a label that heads whoever acts: "a) Tự kiểm tra: Ban Chỉ đạo các huyện …"; null where there is none. */
function afterLabel(p: Paragraph, clause: { a: number; b: number }): number | null {
  const m = /^[^:;.,(]{3,70}(?: ?\([^()]{3,60}\))?: (?=\p{L})/u.exec(
    p.text.slice(clause.a, Math.min(clause.b, clause.a + 140)),
  );
  const isName = isActorAt(p, clause.a) && !find(level, view(p, clause.a, clause.b));
  if (!m || isName || find(labelOfOther, view(p, clause.a, clause.b))) return null;
  const label = clause.a + m[0].length;
  const at = label + (find(placeWord, view(p, label, label + 12))?.[0].length ?? 0);
  const named = isCapital(p, at) || find(classAt, view(p, at, clause.b)) !== null;
  return (named && isActorAt(p, at)) || find(charge, view(p, at, clause.b)) ? at : null;
}
/** "Cấp huyện: Ủy ban nhân dân các huyện …": a level labels, the bodies act. */
const level = phrase('^(?:cấp|khối) \\p{L}+(?: \\p{L}+){0,4}: ?');
const labelOfOther = phrase(
  '^(?:thành phần|địa điểm|kinh phí|nơi nhận|đối tượng|chủ trì|phối hợp|cơ quan|đơn vị|đợt|nhóm|tổ \\d|đoàn \\d|giao |đề nghị|yêu cầu|riêng)',
);

/** Past a time at the head of the clause: "Trước ngày 20 hằng tháng, các phòng …". */
function afterTime(p: Paragraph, a: number, times: readonly Time[]): number {
  const t = times.find((x) => x.a >= a && x.a - a < 12);
  const comma = t ? /^\s*[,:]\s*/.exec(p.text.slice(t.b, t.b + 4)) : null;
  return t && comma ? t.b + comma[0].length : a;
}

const isCapital = (p: Paragraph, a: number) => p.plain || /\p{Lu}/u.test(p.text[a] ?? '');

function actsHere(p: Paragraph, who: Piece, introduced: string | null): boolean {
  if (introduced) return who.b - who.a < 300;
  return isActorAt(p, who.a) && (isCapital(p, who.a) || find(classAt, view(p, who.a, who.b)) !== null);
}
const classAt = phrase(
  '^(?:\\d{1,3} |các|một số|từng|mỗi|những|ban thường vụ|ủy ban nhân dân|ubnd|(?:đảng|chi|huyện|cấp) ủy|(?:đảng|chi) bộ|cấp (?:tỉnh|huyện|xã|phường|cơ sở)|chi (?:đoàn|hội)|công đoàn cơ sở|đoàn cơ sở)>',
);

function cutAtTime(who: Piece, times: readonly Time[]): Piece {
  const t = times.find((x) => x.a > who.a && x.a < who.b);
  return t ? tidy({ ...who, b: t.a }) : who;
}

/** The one who is told to act inside a clause: "Đảng uỷ … chỉ đạo Trung tâm … báo cáo". */
export function directedIn(s: Statement): Piece | null {
  const m = find(directs, view(s.p, s.a, s.b));
  if (!m || (s.own && s.a + m.index < s.verb)) return null;
  const a = s.a + m.index + m[0].length;
  if (!isCapital(s.p, a)) return null;
  const subject = readSubject(s.p, a, s.b);
  if (!subject) return null;
  const comma = /,|\s(?:hằng|hàng)\s/u.exec(s.p.text.slice(a, subject.verb));
  return cutAtTime(tidy({ p: s.p, a, b: comma ? a + comma.index : subject.verb }), s.times);
}

/** "Giao Văn phòng Tỉnh uỷ:" or "1. Ban Tổ chức Huyện uỷ" heads the duties below it. */
function headingActor(p: Paragraph): Piece | null {
  const intro = find(headingIntro, view(p, p.start, p.text.length));
  const a = p.start + (intro ? intro[0].length : 0);
  if (!isActorAt(p, a) || !isCapital(p, a)) return null;
  const duty = find(hasDuty, view(p, a, p.text.length));
  const piece = tidy({ p, a, b: duty ? a + duty.index : p.text.length });
  return piece.b - piece.a < 120 ? piece : null;
}
const hasDuty = phrase(' <(?:có (?:trách nhiệm|nhiệm vụ)|chịu trách nhiệm|thực hiện)[^:]{0,40}:$');
const headingIntro = phrase('^(?:giao|đề nghị|yêu cầu|đối với|trách nhiệm của|phân công) ');

/** "Các sở, ban, ngành tỉnh; UBND các huyện căn cứ …": a list of bodies that has not come to its verb. */
const isListed = (p: Paragraph, a: number, at: number, times: readonly Time[]): boolean =>
  at - a < 200 &&
  !times.some((t) => t.a >= a && t.b <= at) &&
  isActorAt(p, a) &&
  /^; ./u.test(p.text.slice(at, at + 3)) &&
  isActorAt(p, at + 2) &&
  readSubject(p, a, at) === null &&
  find(verbPhrase, view(p, a, at)) === null;

/** Clauses part at ";" outside brackets, and at the comma after a time, or after who leads, where another body acts. */
function clausesOf(
  p: Paragraph,
  sentence: { a: number; b: number },
  times: readonly Time[],
): { a: number; b: number }[] {
  const out: { a: number; b: number }[] = [];
  let a = sentence.a;
  let depth = 0;
  for (let i = sentence.a; i < sentence.b; i++) {
    const c = p.text[i];
    depth += c === '(' ? 1 : c === ')' ? -1 : 0;
    if (depth > 0 || (c !== ';' && c !== ',')) continue;
    const parts = c === ';' ? !isListed(p, a, i, times) : actsNext(p, a, i, sentence.b, times);
    if (!parts) continue;
    out.push({ a, b: i + 1 });
    a = i + 1;
    while (a < sentence.b && p.text[a] === ' ') a++;
  }
  if (a < sentence.b) out.push({ a, b: sentence.b });
  return out;
}

/** "… gửi trước ngày 15/5, đảng ủy cơ sở tổng hợp": a time is said, and then who acts next, with a verb. */
function actsNext(p: Paragraph, a: number, comma: number, end: number, times: readonly Time[]): boolean {
  const at = comma + 2;
  const timed = times.some((t) => t.b <= comma && comma - t.b < 2);
  if (!isActorAt(p, at) || !(timed || find(ledBy, view(p, a, comma)))) return false;
  const before = readSubject(p, a, comma);
  if (!before || !isActorAt(p, before.who.a)) return false;
  const next = readSubject(p, at, Math.min(end, at + 320));
  return next !== null && next.introduced === null && actsHere(p, next.who, null);
}
