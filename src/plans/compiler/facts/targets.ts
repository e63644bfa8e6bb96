// Report targets: which class of bodies must report, by which template, by when, to whom, through whom, except whom.
import type { Piece } from '../layout/paragraph.ts';
import { readTemplate } from '../lex/templates.ts';
import type { When } from '../model.ts';
import { find, phrase, says, view } from '../text/planes.ts';
import { readAddress, readExcept, readVia } from './addresses.ts';
import { isApart, isGeneral, isMany, isTeam, refers } from './classes.ts';
import type { ByStatement } from './deadlines.ts';
import { bind, type General, generalLines, isDeferred, reports } from './general-lines.ts';
import type { Statement } from './statements.ts';

export type FoundTarget = {
  who: Piece;
  template: { value: string; piece: Piece } | null;
  due: { when: When; piece: Piece } | null;
  sendTo: Piece | null;
  via: Piece | null;
  except: Piece | null;
  statement: Statement;
};

const sends = phrase('<(?:gửi|nộp|báo cáo|được (?:lùi|gia hạn|kéo dài))>');
/** "… cùng thời hạn trên", "thời hạn và nơi nhận như điểm a": the time of the class before, or of the point named. */
const sameTime = phrase(
  '<(?:cùng|theo|trong|như|đúng|chung) (?:thời hạn|thời gian|hạn)(?: \\p{L}+){0,2} (?:trên|này|tại (?:điểm|khoản|mục))>|<cùng (?:một )?(?:thời hạn|thời gian|hạn)>(?! (?:diễn ra|thực hiện|tổ chức))|<(?:thời hạn|thời gian|hạn)(?:(?:,| và) (?:nơi nhận|nơi gửi|địa chỉ))?(?: gửi| nộp)?(?: báo cáo)? (?:như|giống|tương tự|áp dụng như|theo)(?: \\p{L}+){0,3} (?:trên|này|(?:điểm|khoản|mục) )',
);
const sameAddress = phrase('<(?:nơi (?:nhận|gửi)|địa chỉ)>');
const pointNamed = phrase('<(?:điểm|khoản|mục) (?<label>\\d{1,2}(?:\\.\\d{1,2})*|[a-zđ])>');
const refusesToReport = phrase(
  '<(?:không (?:phải )?(?:gửi|báo cáo|xây dựng báo cáo)(?! (?:\\p{L}+ ){0,2}thay>)|lồng ghép trong báo cáo)',
);
const draft = phrase('<gửi dự thảo>');
/** "gửi danh sách khen thưởng": a paper, but no report. */
const otherPaper = phrase(
  '<(?:gửi|nộp|lập|cung cấp|đăng ký|chuẩn bị|viết|xây dựng)(?: (?:thêm|bổ sung|các|bài|\\d+)){0,2} (?:danh mục|danh sách|hồ sơ|bảng kê|phiếu|tham luận|tài liệu|hình ảnh|ảnh|video|bản sao|tờ khai|giấy)>',
);
const namesReport = phrase('<(?:báo cáo|tổng kết|sơ kết|kết quả|số liệu)>');

/** The classes that report, in order; one without template and time is none. */
export function readTargets(statements: readonly Statement[], deadlines: ByStatement): FoundTarget[] {
  const out: FoundTarget[] = [];
  for (const group of bySentence(statements)) {
    const target = readTarget(group, deadlines, out);
    if (!target) continue;
    shareSentence(target, out);
    if (isReference(target) && out.some((t) => t.due === null)) continue;
    const same = out
      .slice(-20)
      .find(
        (t) => t.statement.p === target.statement.p && t.who.a === target.who.a && t.who.p === target.who.p,
      );
    if (same) same.due ??= target.due;
    else out.push(target);
  }
  const lines = generalLines(statements, deadlines, out).slice(0, 50);
  for (const line of lines) bind(line, out);
  for (const line of lines.toReversed())
    bind(
      line,
      out.filter((t) => t.due === null),
      true,
    );
  if (out.every((t) => isApart(t.statement))) out.push(...lines.flatMap(ofEveryone).slice(0, 1));
  return out.filter((t) => t.template !== null || t.due !== null || (t.sendTo && isDeferred(t.statement)));
}

/** "A lập báo cáo theo Mẫu 1; B lập báo cáo theo Mẫu 2, gửi … trước ngày": what ends the sentence is for all its classes. */
function shareSentence(last: FoundTarget, before: readonly FoundTarget[]): void {
  for (const t of before.slice(-20).filter((x) => x.statement.sentence === last.statement.sentence)) {
    t.due ??= last.due;
    t.sendTo ??= last.sendTo;
    t.via ??= last.via;
  }
}

/** Where no class is named, the line for all names the one class there is. */
const ofEveryone = ({ due, sendTo, via, statement }: General): FoundTarget[] =>
  statement.who && due && (isGeneral(statement) || refers(statement))
    ? [{ who: statement.who, template: null, due, sendTo, via, except: null, statement }]
    : [];

/** Clauses of one sentence with one actor. */
function bySentence(statements: readonly Statement[]): Statement[][] {
  const out: Statement[][] = [];
  for (const s of statements) {
    const group = out.at(-1);
    const first = group?.[0];
    if (group && first && first.p === s.p && first.who && s.who === first.who) group.push(s);
    else out.push([s]);
  }
  return out;
}

/** The target whose time a class shares by its words: that of the point named, else the one read last. */
function sharedBy(group: readonly Statement[], before: readonly FoundTarget[]): FoundTarget | undefined {
  const s = group.find((x) => says(x, sameTime));
  if (!s) return undefined;
  const at = find(sameTime, view(s.p, s.a, s.b))!.index;
  const label = find(pointNamed, view(s.p, s.a + at, s.b))?.groups?.label;
  return before.findLast((t) => label !== undefined && t.statement.p.mark?.label === label) ?? before.at(-1);
}

/** `before`: the targets read so far. A class after others in a paragraph on reports may leave out what it sends. */
function readTarget(
  group: readonly Statement[],
  deadlines: ByStatement,
  before: readonly FoundTarget[],
): FoundTarget | null {
  const first = group[0]!;
  const told = group.filter((s) => s.sentence === first.sentence);
  if (!first.who || told.some((s) => says(s, refusesToReport) || says(s, draft))) return null;
  const template = group.map((s) => readTemplate(s.p, s.a, s.b)).find((t) => t !== null) ?? null;
  const shared = sharedBy(group, before);
  const due = dueOf(group, deadlines) ?? shared?.due ?? null;
  const there = shared && group.some((s) => says(s, sameAddress)) ? shared : { sendTo: null, via: null };
  const where = group.map(readAddress).find((x) => x.sendTo) ?? there;
  const follows = first.own && due !== null && says({ p: first.p, a: first.p.start, b: first.a }, reports);
  const sending = (template || where.sendTo || follows) && group.some(isSending);
  if (!sending && !group.some((s) => says(s, reports))) return null;
  if (!template && group.some((s) => says(s, otherPaper)) && !group.some((s) => says(s, namesReport)))
    return null;
  const again = due?.when.rel === 'recurring' && where.sendTo !== null;
  if (!template && ((isGeneral(first) && !again) || !(due || isOpen(first) || isDeferred(first))))
    return null;
  if (!isReporter(first, template !== null)) return null;
  return {
    who: first.who,
    template,
    due,
    sendTo: where.sendTo,
    via: where.via ?? group.map(readVia).find((x) => x !== null) ?? null,
    except: group.map(readExcept).find((x) => x) ?? null,
    statement: first,
  };
}

/** It says that something is sent, or its sentence does where it gives but a body and a time. */
const isSending = (s: Statement): boolean =>
  says(s, sends) ||
  (s.own &&
    s.times.some((t) => t.a >= s.verb && t.a - s.verb < 3) &&
    says({ p: s.p, a: s.sentence.a, b: s.sentence.b }, sends));

/** The time of the report: where one clause speaks of it, that clause's; once rather than again and again. */
function dueOf(group: readonly Statement[], deadlines: ByStatement): FoundTarget['due'] {
  const sent = group.flatMap((s) => deadlines.get(s) ?? []).filter((d) => isSending(d.statement));
  const handed = sent.filter((d) => says(d.what, sends));
  const ofReport = (handed.length > 0 ? handed : sent).filter((d) => says(d.statement, reports));
  const dues = ofReport.length > 0 ? ofReport : sent;
  const first = group[0]!;
  const due =
    dues.find((d) => d.when.rel !== 'recurring') ?? (repeats(first) && first.own ? dues[0] : undefined);
  return due ? { when: due.when, piece: due.time } : null;
}

/** "Đề nghị Hội … xây dựng báo cáo chuyên đề": the time is said in a line for all. */
const isOpen = (s: Statement) =>
  s.own && s.item.section?.purpose !== 'duties' && find(makesReport, view(s.p, s.verb, s.b)) !== null;
const makesReport = phrase(
  '^(?:xây dựng|lập|gửi|nộp|có|chuẩn bị|viết)(?: \\p{L}+){0,2} báo cáo (?:chuyên đề|riêng|tổng kết|sơ kết|kết quả|tình hình)>',
);

/** In the chapter of duties only classes report; drafters of the final report do not. */
function isReporter(s: Statement, templated: boolean): boolean {
  const sentence = { p: s.p, a: s.sentence.a, b: s.sentence.b };
  const act = s.own ? { ...sentence, a: s.verb } : sentence;
  if (says(act, leads) || isTeam(s) || (s.introduced === 'do' && says(act, puts))) return false;
  if (says(act, advises) && !(templated && isMany(s))) return false;
  if (templated) return true;
  if (says(sentence, gathers)) return false;
  if (s.item.section?.purpose !== 'duties') return true;
  if (isCharged(s)) return true;
  return isMany(s) && says(sentence, sendsReport);
}

/** A class may report again and again; in the chapter of duties a single body's is its task. */
const repeats = (s: Statement) =>
  s.item.section !== null && (s.item.section.purpose !== 'duties' || isMany(s));

/** "Giao Sở A: lập báo cáo riêng về …; gửi Sở B trước ngày": a duty, and a report of one body to another. */
const isCharged = (s: Statement): boolean =>
  s.introduced?.startsWith('giao') === true &&
  says({ p: s.p, a: s.verb, b: s.sentence.b }, ownReport) &&
  !says({ p: s.p, a: s.verb, b: s.sentence.b }, synthesis);

/** A report that is a duty too: a charge, or one of several acts in the chapter of duties. */
export const isAlsoTask = (s: Statement): boolean =>
  s.introduced?.startsWith('giao') === true ||
  (s.item.section?.purpose === 'duties' && s.own && find(reporting, view(s.p, s.verb, s.b)) === null);
const reporting = phrase(
  '^:? ?(?:(?:nghiêm túc|khẩn trương|kịp thời|chủ động|tự|tiến hành|tổ chức|có trách nhiệm|căn cứ [^,;]{3,120},) ?)*(?:gửi|nộp|báo cáo|tổng kết|sơ kết|đánh giá|kiểm điểm|khảo sát|giám sát|hoàn thành|lập|chuẩn bị|xây dựng báo cáo|có báo cáo|thực hiện)>',
);
const ownReport = phrase(
  '^:? ?(?:(?:lập|xây dựng|có|chuẩn bị|hoàn thành) )?báo cáo (?:riêng|chuyên đề|kết quả|tình hình|số liệu)[^.]{0,160}<gửi (?:về )?(?:sở|bộ|ban|văn phòng|ubnd|ủy ban|cục|vụ|phòng)>|<(?:gửi|nộp) báo cáo (?:riêng|chuyên đề|kết quả|tình hình|số liệu)(?: \\p{L}+){0,6} (?:về|cho|tới|đến)>',
);
const synthesis = phrase('<(?:tổng hợp|tham mưu|chủ trì|dự thảo)>');

const leads = phrase(
  '<(?:chủ trì|dự thảo báo cáo|(?:xây dựng|ban hành|biên soạn) (?:các )?(?:đề cương|mẫu|biểu mẫu))>',
);
/** "Phòng Văn hóa các xã tham mưu UBND xã báo cáo theo Mẫu 1" reports; one body that advises does not. */
const advises = phrase('<tham mưu>');
/** "Số liệu do Ban Cán bộ tổng hợp": a part of what another reports. */
const puts = phrase('<(?:tổng hợp|thống kê|cung cấp|rà soát|chuẩn bị|soạn thảo)>');
const gathers = phrase('<(?:tổng hợp|hoàn thành dự thảo)(?: \\p{L}+){0,2} báo cáo>');
const sendsReport = phrase(
  '<(?:gửi|nộp)(?: \\p{L}+){0,3} báo cáo|<báo cáo(?: \\p{L}+){0,6} gửi|<báo cáo (?:kết quả|tổng kết|sơ kết|tiến độ|tình hình)',
);

/** "Các đơn vị nêu tại điểm 2, 3": those already named, where some of them still have no time. */
const isReference = (t: FoundTarget) => t.template === null && refers(t.statement);
