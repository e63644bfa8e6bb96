// Statements: the body clause by clause, each with who acts in it and the times it names; what all other facts are drawn from.
import { type Paragraph, type Piece, tidy } from '../layout/paragraph.ts';
import { isActorAt } from '../lex/organs.ts';
import { sentencesOf } from '../lex/sentences.ts';
import { readSubject } from '../lex/subjects.ts';
import { readTimes, type Time } from '../lex/whens.ts';
import type { Item } from '../parse/sections.ts';
import { headsDuties, isHeading } from '../parse/sections.ts';
import { find, phrase, says, view } from '../text/planes.ts';
import { cutAtTime, isCapital, readActor } from './actors.ts';
import { clausesOf, ledBy } from './clauses.ts';

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

const sameActor = phrase(
  '^(?:thời gian|thời hạn|hạn|hoàn thành|xong|tiến độ|đồng thời|trong đó|sau đó|định kỳ|hằng|hàng|chậm nhất|trước)>',
);
const directs = phrase(
  '<(?:chỉ đạo|yêu cầu|giao|phân công) (?=(?:sở|trung tâm|văn phòng|phòng|ban|chi cục|cục|công an|trường|viện|hạt|đài|báo|vụ)>)',
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
    if (isHeading(p) || headsDuties(p, section?.purpose)) {
      const who = headingActor(p);
      charged = who ? { who, heading: p } : charged && item.heading === charged.heading ? charged : null;
    }
    if (!goesOn) carried = charged && item.heading === charged.heading ? charged.who : null;
    for (const sentence of sentencesOf(p)) {
      for (const clause of clausesOf(p, sentence, times)) {
        const ofClause = times.filter((t) => t.at >= clause.a && t.at < clause.b);
        const acting = readActor(p, clause, sentence, carried, ofClause);
        const read = { item, p, ...clause, sentence, times: ofClause, helpers: null, ...acting };
        const s = helped(read, out.at(-1));
        if (s.own || s.a === sentence.a) carried = s.own ? s.who : carried;
        out.push(s);
      }
    }
  }
  return out;
}

/** "A chủ trì; B, C phối hợp hoàn thành …": one act, of the one who leads, with help. */
function helped(s: Statement, before: Statement | undefined): Statement {
  const leader = before?.sentence === s.sentence && before.own && says(before, ledBy) ? before.who : null;
  if (!leader || !s.own || !find(helps, view(s.p, s.verb, s.b))) return s;
  return { ...s, who: leader, own: false, helpers: s.who };
}
const helps = phrase('^(?:cùng |tham gia )?phối hợp(?! (?:với|cùng|chặt chẽ với)>)');

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
