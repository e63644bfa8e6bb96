// Deadlines: times by which something must be done. A basis's date, a data period, a visit's window, an anniversary is none.
import { type Piece, tidy } from '../layout/paragraph.ts';
import { readCitations } from '../lex/symbols.ts';
import { readTimes, type Time } from '../lex/whens.ts';
import type { When } from '../model.ts';
import { find, phrase, type Readable, view } from '../text/planes.ts';
import { isTeam } from './classes.ts';
import { directedIn, type Statement } from './statements.ts';

export type FoundDeadline = { when: When; what: Piece; who: Piece | null; time: Piece; statement: Statement };

/** The deadlines of each clause. */
export type ByStatement = ReadonlyMap<Statement, FoundDeadline[]>;

/** Words before or after a time, in its clause, that make it a period of data and no deadline. */
const dataPeriod = phrase(
  '<(?:số liệu|mốc thời gian|thời điểm|mốc số liệu|thời kỳ|giai đoạn(?! \\d{4})|phạm vi|tính đến|tính từ|ước thực hiện|niên độ(?! \\d{4})|nhiệm kỳ(?! \\d{4})|thời hiệu|kỳ báo cáo|có hiệu lực|hiệu lực)>',
);
const anniversary = phrase(
  '<(?:kỷ niệm|ngày thành lập|ngày truyền thống|ngày sinh|ngày giải phóng|chào mừng|lần thứ|sáp nhập|sắp xếp)>',
);
/** "từ trước ngày 30/6 thành trước ngày 15/7", "thay cho ngày 30/6": the former date binds nobody. */
const moved = phrase(
  '^[”"’)]{0,2} ?,? ?(?:nay |được )?(?:sửa đổi |sửa |đổi |điều chỉnh |gia hạn |lùi |chuyển |thay )?(?:thành|sang|lùi đến|gia hạn đến) ',
);
const instead = phrase(
  '<(?:thay cho|thay vì|thay thế|trước đây là|đã ấn định|quy định tại [^,;]{3,40} là)(?: thời hạn| mốc| hạn)? ?(?:trước )?(?:ngày )?$',
);
/** "Phê bình các đơn vị để quá hạn ngày …": it was one once. */
/** "Đến ngày 10/9 đã có 03 huyện gửi": told, not asked. */
const reached = phrase('^,? ?(?:đã|mới|chỉ) ');
const missed = phrase(
  '<quá (?:hạn|thời hạn)(?: (?:nộp|gửi|báo cáo|quy định|là|nêu trên)){0,3},? ?(?:\\(? ?trước )?(?:ngày )?$|<quá $',
);
/** "Cung cấp số liệu trước ngày" asks for data by then; "số liệu tính trước ngày" says which data. */
/** "Đoàn kiểm tra gửi thông báo cho đơn vị ít nhất 03 ngày trước ngày …": the notice of a visit. */
const gives = phrase('^(?:sẽ )?(?:gửi )?(?:thông báo|báo trước)>');
const beforehand = phrase('<trước>');
const atLatest = phrase('<(?:chậm|muộn|trễ) nhất>');
const dataCounted = phrase(
  '<(?:mốc thời gian|thời điểm|mốc số liệu|thời kỳ|giai đoạn(?! \\d{4})|phạm vi|tính|chốt|lấy(?! ý kiến| phiếu)|phát sinh|nhiệm kỳ|kỳ báo cáo|hiệu lực)>',
);
/** "… rà soát số liệu, gửi trước ngày": the verb after the data makes the time its own. */
const afterData = phrase('<(?:hoàn thành|xong|gửi|nộp|trình)>');
function isOfData(near: Readable, before: boolean): boolean {
  const m = find(before && !near.plain ? dataCounted : dataPeriod, near);
  return m !== null && find(afterData, near, m.index + m[0].length) === null;
}
/** Before a bare month, quarter or day these words make it a time of doing. */
const doing = phrase(
  '<(?:thời gian|hoàn thành|thực hiện|xong|tổ chức|kỳ|dự kiến|tiến hành|triển khai|bắt đầu|khai mạc|họp|hội nghị|thời hạn|trong|vào)>[^.;]{0,60}$',
);
const ofContent = phrase(
  '<(?:kết quả|tình hình|báo cáo|kế hoạch|dự toán|nhiệm vụ|chương trình|kinh phí|giao ban|năm học|chỉ tiêu|số liệu|phương hướng|hoạt động) $',
);

/** True when the time is one by which, or at which, something must be done. */
export function isDeadline(s: Statement, t: Time, issued: string | null): boolean {
  const near = view(s.p, Math.max(s.a, t.a - 70), t.a);
  const { rel, precision, to } = t.when;
  if (readCitations(s.p).some((c) => c.date !== null && t.at >= c.piece.a && t.at < c.piece.b)) return false;
  if (
    (isOfData(near, rel === 'before' || find(atLatest, view(s.p, t.a, t.at)) !== null) &&
      find(doneBy, view(s.p, t.a, t.at)) === null) ||
    find(anniversary, near)
  )
    return false;
  if (
    (rel !== 'recurring' && find(missed, near)) ||
    find(moved, view(s.p, t.b, t.b + 32)) ||
    find(instead, near)
  )
    return false;
  if (find(reached, view(s.p, t.b, t.b + 8))) return false;
  if (
    t.when.relative &&
    find(beforehand, view(s.p, t.a, t.b)) &&
    isTeam(s) &&
    find(gives, view(s.p, s.verb, t.a))
  )
    return false;
  if (inBracketRange(s, t) || isNarrated(s, issued)) return false;
  if (rel === 'recurring' || t.when.relative) return true;
  if (t.openStart && s.times.some((x) => x.when.rel === 'recurring')) return false;
  if (t.openStart && precision === 'day') return find(opensHere, near) !== null;
  if (find(ofContent, view(s.p, Math.max(s.a, t.a - 16), t.a)) && (t.relation === '' || precision === 'year'))
    return false;
  const past = issued !== null && to !== null && to.slice(0, 10) < issued;
  if (precision === 'year') return !past && find(doneBy, near) !== null;
  if (rel === 'before' || rel === 'by') return !(past && find(endOfPeriod, near));
  if (past || (rel === 'on' && issued !== null && to?.slice(0, 10) === issued)) return false;
  if (t.relation !== '' && rel !== 'between') return true;
  return t.when.tentative || find(doing, near) !== null || isAct(s, t, issued);
}

/** "trình Giám đốc ngày 06/9", "Từ ngày 21/5 đến ngày 30/5, Sở … tổng hợp", "Tháng 8/2025: hội nghị": times to come of acts. */
function isAct(s: Statement, t: Time, issued: string | null): boolean {
  if (issued === null || (t.when.to ?? '') <= issued) return false;
  if (t.a - s.a < 4 && s.p.text[t.b] === ':') return true;
  if (s.own && t.at < s.verb) return true;
  if (!s.who || t.when.precision !== 'day' || t.when.rel === 'between') return false;
  return find(handsOver, view(s.p, Math.max(s.a, t.a - 90), t.a)) !== null;
}
const handsOver = phrase('<(?:trình|gửi|nộp|báo cáo|ban hành|công bố|bàn giao)(?! theo)>[^.;]{0,80}$');

const opensHere = phrase('<(?:bắt đầu|triển khai|tiến hành|khai mạc|thời gian|thời gian thực hiện) ?:? ?$');
const endOfPeriod = phrase('<từ [^.;]{0,40}$|số liệu');
const doneBy = phrase('<(?:hoàn thành|xong)>');

/** "Ngày 10/3/2025, Ban Thường vụ ban hành Kế hoạch …, yêu cầu gửi báo cáo trước ngày …": told of another day, of another plan. */
export function isNarrated(s: Statement, issued: string | null): boolean {
  const told = find(onThatDay, view(s.p, s.sentence.a, Math.min(s.sentence.b, s.sentence.a + 40)));
  const [first] = told ? readTimes(s.p, null).filter((t) => t.at >= s.sentence.a) : [];
  return issued !== null && first?.when.rel === 'on' && (first.when.to ?? issued) < issued;
}
const onThatDay = phrase('^(?:trước đó,? )?ngày \\d');

/** "(18/11/1930 - 18/11/2025)": a range alone in brackets. */
function inBracketRange(s: Statement, t: Time): boolean {
  return (
    t.when.rel === 'between' &&
    s.p.text[t.at - 1] === '(' &&
    s.p.text[t.b] === ')' &&
    (t.when.from ?? '') < '1990'
  );
}

/** Deadlines of the body; times that are windows of visits are left out. */
export function readDeadlines(
  statements: readonly Statement[],
  issued: string | null,
  taken: (s: Statement, t: Time) => boolean,
): FoundDeadline[] {
  const out: FoundDeadline[] = [];
  for (const [i, s] of statements.entries()) {
    const binding = s.times.filter((t) => !taken(s, t) && isDeadline(s, t, issued));
    const directed = binding.length > 0 ? directedIn(s) : null;
    for (const t of binding) {
      out.push({
        when: t.when,
        who: directed ?? s.who,
        time: { p: s.p, a: t.a, b: t.b },
        what: whatOf(s, t, statements[i - 1]),
        statement: s,
      });
    }
  }
  return out;
}

const onlyLabel = phrase(
  '^(?:dự kiến|thời gian(?: (?:dự kiến|hoàn thành|thực hiện|tiến hành|gửi|báo cáo))?|thời hạn(?: (?:hoàn thành|gửi|thực hiện))?|hạn(?: chót| cuối)?|hoàn thành|xong|tiến độ)?$',
);

/** The act that the time binds, or the clause before it where a label alone stands there: from the verb, or from the time before it, to the time. */
function whatOf(s: Statement, t: Time, before: Statement | undefined): Piece {
  const earlier = s.times[s.times.indexOf(t) - 1];
  const from = Math.max(s.own ? s.verb : s.a, earlier?.b ?? 0);
  const piece = tidy({ p: s.p, a: from, b: t.a });
  if (before?.p === s.p && find(onlyLabel, view(s.p, piece.a, piece.b)))
    return tidy({ p: s.p, a: before.own ? before.verb : before.a, b: before.b });
  return piece.b - piece.a > 3 ? piece : tidy({ p: s.p, a: t.b, b: s.b });
}
