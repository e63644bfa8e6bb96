// Lines for all classes: "Báo cáo gửi về … trước ngày …", "Thời hạn gửi báo cáo: …", "đề nghị các đơn vị gửi …".
import type { Piece } from '../layout/paragraph.ts';
import { phrase, says } from '../text/planes.ts';
import { readAddress, readVia } from './addresses.ts';
import { isApart, isGeneral, refers } from './classes.ts';
import type { ByStatement } from './deadlines.ts';
import type { Statement } from './statements.ts';
import type { FoundTarget } from './targets.ts';

/** Speaks of a report that somebody makes or sends. */
export const reports = phrase(
  '<(?:gửi|nộp|lập|xây dựng|có|hoàn thành|chuẩn bị|gửi thêm|hoàn thiện|thực hiện)(?: \\p{L}+){0,4} (?:báo cáo|tổng kết|sơ kết)|<báo cáo(?: \\p{L}+){0,8} (?:theo|gửi|về|bằng văn bản)|<(?:tổng kết|sơ kết)(?: \\p{L}+){0,3} (?:bằng|theo)|<báo cáo>|<gửi (?:ý kiến|kết quả|số liệu|đề xuất|tổng hợp)',
);

/** What a line says for all; `due` or `sendTo` or both. */
export type General = {
  due: FoundTarget['due'];
  sendTo: Piece | null;
  via: Piece | null;
  statement: Statement;
};
const allReports = phrase(
  '^(?:các )?báo cáo(?: \\p{L}+){0,6} (?:gửi|về)|^(?:thời gian|thời hạn|hạn)(?: \\p{L}+){0,4} (?:gửi|nộp)? ?báo cáo|^(?:thời gian|thời hạn) (?:gửi|nộp)|^báo cáo (?:và )?',
);

/** Lines for all: "đề nghị các địa phương, đơn vị hoàn thành báo cáo và gửi về … trước ngày …", "Báo cáo gửi về …". */
export function generalLines(
  statements: readonly Statement[],
  deadlines: ByStatement,
  targets: readonly FoundTarget[],
): General[] {
  const out: General[] = [];
  const taken = (s: Statement) =>
    targets.some((t) => t.statement.sentence === s.sentence && t.statement.who === s.who);
  for (const s of statements) {
    if (taken(s)) continue;
    const general = ((isGeneral(s) || refers(s)) && says(s, reports)) || says(s, allReports);
    if (!general || isApart(s)) continue;
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

/** "… theo thời hạn do UBND tỉnh quy định": another sets the time, so no line for all does. */
export const isDeferred = (s: Statement) => says({ p: s.p, a: s.sentence.a, b: s.sentence.b }, deferred);
const deferred = phrase(
  '<(?:theo|đúng|trong) (?:thời hạn|thời gian|tiến độ) (?:do|của) [^.;]{3,80}<(?:quy định|ấn định|yêu cầu|hướng dẫn|thông báo)>',
);

/** Fills what the classes above the line leave open; `below`: those under it. */
export function bind(line: General, targets: readonly FoundTarget[], below = false): void {
  for (const t of targets) {
    if (t.statement.p.index > line.statement.p.index !== below) continue;
    if (!isDeferred(t.statement)) t.due ??= line.due;
    if (t.sendTo === null && !isApart(t.statement)) t.sendTo = line.sendTo;
    t.via ??= line.via;
  }
}
