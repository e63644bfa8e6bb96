// Report targets: which class of bodies must report, by which template, by when, to whom, through whom, except whom.
import type { Piece } from '../layout/paragraph.ts';
import { readTemplate } from '../lex/templates.ts';
import type { When } from '../model.ts';
import { find, phrase } from '../text/planes.ts';
import { readAddress, readExcept, readVia } from './addresses.ts';
import type { ByStatement } from './deadlines.ts';
import { type Statement, says, view } from './statements.ts';

export type FoundTarget = {
  who: Piece;
  template: { value: string; piece: Piece } | null;
  due: { when: When; piece: Piece } | null;
  sendTo: Piece | null;
  via: Piece | null;
  except: Piece | null;
  statement: Statement;
};

const reports = phrase(
  '<(?:gửi|nộp|lập|xây dựng|có|hoàn thành|chuẩn bị|gửi thêm|hoàn thiện|thực hiện)(?: \\p{L}+){0,4} (?:báo cáo|tổng kết|sơ kết)|<báo cáo(?: \\p{L}+){0,8} (?:theo|gửi|về|bằng văn bản)|<(?:tổng kết|sơ kết)(?: \\p{L}+){0,3} (?:bằng|theo)|<báo cáo>|<gửi (?:ý kiến|kết quả|số liệu|đề xuất|tổng hợp)',
);
const sends = phrase('<(?:gửi|nộp|báo cáo về|báo cáo)>');
const refusesToReport = phrase(
  '<(?:không (?:phải )?(?:gửi|báo cáo|xây dựng báo cáo)|lồng ghép trong báo cáo)',
);
const draft = phrase('<gửi dự thảo>');
/** Everyone at once: such a line binds the classes named above it. */
const everyone = phrase(
  '^(?:(?:các|những) )?(?:(?:cơ quan|đơn vị|địa phương|tổ chức|ban|bộ|ngành|cấp|tổ chức liên quan),? ?(?:và )?){1,4}(?: ?(?:trên|nêu trên|có liên quan|liên quan|trực thuộc|hoàn thành|tổng kết))*$|^(?:các )?báo cáo$',
);

export function readTargets(statements: readonly Statement[], deadlines: ByStatement): FoundTarget[] {
  const out: FoundTarget[] = [];
  for (const group of bySentence(statements)) {
    const target = readTarget(group, deadlines);
    if (!target || (isReference(target) && out.some((t) => t.due === null))) continue;
    const same = out.slice(-20).find((t) => t.statement.p === target.statement.p && t.who.a === target.who.a);
    if (same) same.due ??= target.due;
    else out.push(target);
  }
  for (const line of generalLines(statements, deadlines, out).slice(0, 50)) bind(line, out);
  return out;
}

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

function readTarget(group: readonly Statement[], deadlines: ByStatement): FoundTarget | null {
  const first = group[0]!;
  if (!first.who) return null;
  if (group.some((s) => says(s, refusesToReport) || says(s, draft))) return null;
  const found = group.map((s) => readTemplate(s.p, s.a, s.b)).find((t) => t !== null) ?? null;
  const sent = group.some((s) => says(s, reports)) || (found !== null && group.some((s) => says(s, sends)));
  if (!sent) return null;
  const dues = group.flatMap((s) => deadlines.get(s) ?? []).filter((d) => says(d.statement, sends));
  const due =
    dues.find((d) => d.when.rel !== 'recurring') ?? (repeats(first) && first.own ? dues[0] : undefined);
  if (!found && !due) return null;
  if (!found && isGeneral(first)) return null;
  if (!isReporter(first, found !== null)) return null;
  const where = group.map(readAddress).find((x) => x.sendTo) ?? { sendTo: null, via: null };
  const via = where.via ?? group.map(readVia).find((x) => x !== null) ?? null;
  return {
    who: first.who,
    template: found,
    due: due ? { when: due.when, piece: due.time } : null,
    sendTo: where.sendTo,
    via,
    except: group.map(readExcept).find((x) => x) ?? null,
    statement: first,
  };
}

/** In the chapter of duties only classes report; drafters of the final report do not. */
function isReporter(s: Statement, templated: boolean): boolean {
  const sentence = { p: s.p, a: s.sentence.a, b: s.sentence.b };
  if (says(sentence, leads)) return false;
  if (templated) return true;
  if (says(sentence, gathers)) return false;
  if (s.item.section?.purpose !== 'duties') return true;
  if (isCharged(s)) return true;
  return s.who !== null && find(manyBodies, view(s.p, s.who.a, s.who.b)) !== null && says(s, sendsReport);
}
/** Outside the chapter of duties a class may report again and again. */
const repeats = (s: Statement) => s.item.section !== null && s.item.section.purpose !== 'duties';

/** "Giao Sở A: lập báo cáo riêng về …; gửi Sở B trước ngày": a duty, and a report of one body to another. */
export const isCharged = (s: Statement): boolean =>
  s.introduced?.startsWith('giao') === true &&
  says({ p: s.p, a: s.verb, b: s.sentence.b }, ownReport) &&
  !says({ p: s.p, a: s.verb, b: s.sentence.b }, synthesis);
const ownReport = phrase(
  '^:? ?(?:(?:lập|xây dựng|có|chuẩn bị|hoàn thành) )?báo cáo (?:riêng|chuyên đề|kết quả|tình hình|số liệu)[^.]{0,160}<gửi (?:về )?(?:sở|bộ|ban|văn phòng|ubnd|ủy ban|cục|vụ|phòng)>',
);
const synthesis = phrase('<(?:tổng hợp|tham mưu|chủ trì|dự thảo)>');

const leads = phrase('<(?:chủ trì|tham mưu|dự thảo báo cáo)>');
const gathers = phrase('<(?:tổng hợp|hoàn thành dự thảo)(?: \\p{L}+){0,2} báo cáo>');
const manyBodies = phrase(
  '^(?:các|ban thường vụ các|ủy ban nhân dân các|ubnd các|đảng ủy các|đảng ủy, |cấp ủy)|;|, (?:các )?(?:sở|ban|đảng ủy|huyện ủy|ủy ban)',
);
const sendsReport = phrase(
  '<(?:gửi|nộp)(?: \\p{L}+){0,3} báo cáo|<báo cáo(?: \\p{L}+){0,6} gửi|<báo cáo (?:kết quả|tổng kết|sơ kết)',
);

/** "Các đơn vị nêu tại điểm 2, 3": those already named, where some of them still have no time. */
const isReference = (t: FoundTarget) => t.template === null && refers(t.statement);
const refers = (s: Statement) => s.who !== null && find(namedAbove, view(s.p, s.who.a, s.who.b)) !== null;
const namedAbove = phrase(
  '^(?:các|những) (?:cơ quan|đơn vị|địa phương|tổ chức|chủ thể|đối tượng|ngành).{0,40}<(?:nêu|quy định|nói|có tên) (?:tại|trên|ở)>',
);

const isGeneral = (s: Statement) => s.who !== null && find(everyone, view(s.p, s.who.a, s.who.b)) !== null;

type General = { due: FoundTarget['due']; sendTo: Piece | null; via: Piece | null; statement: Statement };
const allReports = phrase(
  '^(?:các )?báo cáo(?: \\p{L}+){0,6} (?:gửi|về)|^(?:thời gian|thời hạn|hạn)(?: \\p{L}+){0,4} (?:gửi|nộp)? ?báo cáo|^(?:thời gian|thời hạn) (?:gửi|nộp)|^báo cáo (?:và )?',
);

/** Lines for all: "đề nghị các địa phương, đơn vị hoàn thành báo cáo và gửi về … trước ngày …", "Báo cáo gửi về …". */
function generalLines(
  statements: readonly Statement[],
  deadlines: ByStatement,
  targets: readonly FoundTarget[],
): General[] {
  const out: General[] = [];
  const taken = new Set(targets.map((t) => t.statement.sentence));
  for (const s of statements) {
    if (taken.has(s.sentence)) continue;
    const general = ((isGeneral(s) || refers(s)) && says(s, reports)) || says(s, allReports);
    if (!general || (s.introduced?.startsWith('riêng') ?? false)) continue;
    const due = deadlines.get(s)?.find((d) => d.when.rel !== 'recurring');
    const { sendTo, via } = readAddress(s);
    if (due || sendTo)
      out.push({
        due: due ? { when: due.when, piece: due.time } : null,
        sendTo,
        via: via ?? readVia(s),
        statement: s,
      });
  }
  return out;
}

/** Fills what the classes above the line leave open. */
function bind(line: General, targets: FoundTarget[]): void {
  for (const t of targets) {
    if (t.statement.p.index > line.statement.p.index) continue;
    t.due ??= line.due;
    if (t.sendTo === null && t.statement.introduced?.startsWith('riêng') !== true) t.sendTo = line.sendTo;
    t.via ??= line.via;
  }
}
