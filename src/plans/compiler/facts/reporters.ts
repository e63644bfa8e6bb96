// Who may be one that reports: a class, a body that is charged with a report; not those who lead, draft or visit.
import { find, phrase, says, view } from '../text/planes.ts';
import { isMany, isTeam } from './classes.ts';
import type { Statement } from './statements.ts';

/** In the chapter of duties only classes report; drafters of the final report do not. */
export function isReporter(s: Statement, templated: boolean): boolean {
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
export const repeats = (s: Statement) =>
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
