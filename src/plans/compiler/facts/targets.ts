// Report targets: which class of bodies must report, by which template, by when, to whom, through whom, except whom.
import type { Piece } from '../layout/paragraph.ts';
import { readTemplate } from '../lex/templates.ts';
import type { When } from '../model.ts';
import { find, phrase, says, view } from '../text/planes.ts';
import { readAddress, readExcept, readVia } from './addresses.ts';
import { isApart, isGeneral, refers } from './classes.ts';
import type { ByStatement } from './deadlines.ts';
import { bind, type General, generalLines, isDeferred, reports } from './general-lines.ts';
import { isReporter, repeats } from './reporters.ts';
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

/** "Các đơn vị nêu tại điểm 2, 3": those already named, where some of them still have no time. */
const isReference = (t: FoundTarget) => t.template === null && refers(t.statement);
