// Who acts in a clause of a plan, however the clause begins: a name, a label, a time, a paper, a gathering.
import { type Paragraph, type Piece, tidy } from '../layout/paragraph.ts';
import { isActorAt } from '../lex/organs.ts';
import { readSubject, type SubjectOf } from '../lex/subjects.ts';
import { verbPhrase } from '../lex/verbs.ts';
import type { Time } from '../lex/whens.ts';
import { find, findAll, phrase, says, view } from '../text/planes.ts';
import { boundAfter, ownerOf, timeOf } from './owners.ts';

/** Who acts in a clause: `own` when it says so itself, `verb` where the act begins; else whose it is, or who acted before. */
export type Acting = { who: Piece | null; own: boolean; verb: number; introduced: string | null };

type Range = { a: number; b: number };

/** `carried`: who acted in the clause before; `times`: those of this clause. */
export function readActor(
  p: Paragraph,
  clause: Range,
  sentence: Range,
  carried: Piece | null,
  times: readonly Time[],
): Acting {
  const of = (who: Piece | null): Acting => ({ who, own: false, verb: clause.a, introduced: null });
  const held = find(gathering, view(p, clause.a, clause.b));
  if (held) return of(hostAt(p, clause.a + held[0].length, clause.b));
  const owner = timeOf(p, clause) ?? ownerOf(p, clause);
  if (owner) return of(owner);
  const labelled = afterLabel(p, clause);
  const words = { p, ...clause };
  const agent = labelled === null ? agentIn(p, clause) : null;
  if (agent) return { ...agent, who: cutAtTime(agent.who, times), own: true, introduced: 'do' };
  if (labelled === null && says(words, things)) return of(null);
  const levelled = labelled === null ? find(level, view(p, clause.a, clause.b)) : null;
  if (levelled) return ofLevel(p, clause, clause.a + levelled[0].length, times);
  if (clause.a === sentence.a && says(words, papers)) return of(null);
  const subject = readSubject(p, labelled ?? afterTime(p, clause.a, times), clause.b);
  if (subject && actsHere(p, subject.who, subject.introduced))
    return { ...subject, who: cutAtTime(subject.who, times), own: true };
  const timed = timedActor(p, labelled ?? clause.a, times);
  if (timed) return { who: timed, own: true, verb: times[0]!.a, introduced: null };
  return of(boundAfter(p, clause, times) ?? carried);
}

/** "Cấp xã: tổng kết bằng báo cáo, gửi …", "Cấp huyện: căn cứ tình hình, UBND các huyện …": the level acts, where no body of it does. */
function ofLevel(p: Paragraph, clause: Range, at: number, times: readonly Time[]): Acting {
  const subject = readSubject(p, at, clause.b);
  if (subject && actsHere(p, subject.who, subject.introduced))
    return { ...subject, who: cutAtTime(subject.who, times), own: true };
  const acts = find(verbPhrase, view(p, at, Math.min(clause.b, at + 24)))?.index === 0;
  const who = acts && !find(meets, view(p, at, clause.b)) ? tidy({ p, a: clause.a, b: at }) : null;
  return { who, own: who !== null, verb: at, introduced: null };
}
const meets = phrase('^(?:tổ chức )?(?:\\d+ )?(?:hội nghị|cuộc họp)>');

/** "Hội nghị của Ban Thường vụ …": who holds it. */
function hostAt(p: Paragraph, a: number, b: number): Piece | null {
  const subject = readSubject(p, a, b);
  return subject && isActorAt(p, subject.who.a) && isCapital(p, subject.who.a) ? subject.who : null;
}

/** "Số liệu về cán bộ do Ban Cán bộ tổng hợp": a thing, and then whose act it is. */
function agentIn(p: Paragraph, clause: Range): SubjectOf | null {
  const m = find(madeBy, view(p, clause.a, Math.min(clause.b, clause.a + 140)));
  const a = m ? clause.a + m[0].length : 0;
  if (!m || !isActorAt(p, a) || !isCapital(p, a)) return null;
  const subject = readSubject(p, a, clause.b);
  return subject && !find(setsRule, view(p, subject.verb, clause.b)) ? subject : null;
}
const madeBy = phrase(
  '^(?:các )?(?:số liệu|báo cáo|dự thảo|tài liệu|hồ sơ|danh sách|nội dung|công tác|việc|tham luận|phim|đề cương|văn bản|phần|bài)>(?! của)[^,;:.()]{0,90} do |^[^;:.()]{3,130}, do ',
);
const setsRule = phrase('^(?:quy định|ban hành|phát hành|hướng dẫn|cung cấp|công bố)>');

/** What a clause speaks of when it is nobody's act: papers, money, an event. */
const things = phrase(
  '^(?:hồ sơ|tài liệu|ý kiến|kinh phí|danh sách|văn bản|bản mềm|số liệu|chương trình|lịch|nội dung|hội nghị|hội thảo|phiên họp|cuộc họp|lễ|thành phần|địa điểm|hình thức|mọi|chi tiết|biểu mẫu|các báo cáo|báo cáo của)>',
);
/** "Báo cáo gửi về …" at the head of a sentence is for all who were named, nobody's act. */
const papers = phrase(
  '^(?:các )?báo cáo (?:(?!gửi|nộp)\\p{L}+ ){0,2}(?:(?:đề nghị|phải|được|cần) ){0,2}(?:gửi|nộp)>',
);
const gathering = phrase(
  '^(?:phiên họp|hội nghị|cuộc họp|lễ|hội thảo)[^,;:]{0,60}?(?=(?:ủy ban|ban|hội đồng|bộ|đảng ủy|tỉnh ủy) )',
);

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

/** True where a name may begin: a capital, or any letter of a text without diacritics. */
export const isCapital = (p: Paragraph, a: number) => p.plain || /\p{Lu}/u.test(p.text[a] ?? '');

/** True when the words are somebody who can act: a body by its name, or a class of bodies. */
export function actsHere(p: Paragraph, who: Piece, introduced: string | null): boolean {
  if (introduced) return who.b - who.a < 300 && !find(paperAt, view(p, who.a, who.b));
  return isActorAt(p, who.a) && (isCapital(p, who.a) || find(classAt, view(p, who.a, who.b)) !== null);
}
const classAt = phrase(
  '^(?:\\d{1,3} |các|một số|từng|mỗi|những|ban thường vụ|ủy ban nhân dân|ubnd|(?:đảng|chi|huyện|cấp) ủy|(?:đảng|chi) bộ|cấp (?:tỉnh|huyện|xã|phường|cơ sở)|chi (?:đoàn|hội)|công đoàn cơ sở|đoàn cơ sở)>',
);

/** "Riêng báo cáo chuyên đề gửi …": a paper acts not. */
const paperAt = phrase('^(?:các )?(?:báo cáo|hồ sơ|danh sách|tài liệu)>');

/** The name up to a time that stands in it. */
export function cutAtTime(who: Piece, times: readonly Time[]): Piece {
  const t = times.find((x) => x.a > who.a && x.a < who.b);
  return t ? tidy({ ...who, b: t.a }) : who;
}
