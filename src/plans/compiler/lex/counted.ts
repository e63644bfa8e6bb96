// Times counted from another day: "chậm nhất sau 10 ngày làm việc kể từ ngày ban hành", "10 ngày trước ngày Đoàn làm việc".
import type { Paragraph } from '../layout/paragraph.ts';
import type { When } from '../model.ts';
import { findAll, type Phrase, phrase } from '../text/planes.ts';
import type { Time } from './whens.ts';

const count = '(?:\\d{1,3}|một|hai|ba|bốn|năm|bảy|mười)(?: ?\\( ?\\p{L}+ ?\\))?';
const unit = '(?:ngày làm việc|ngày|tuần|tháng|giờ)';
/** "chậm nhất sau 10 ngày làm việc kể từ ngày ban hành …", "chậm nhất 10 ngày trước ngày Đoàn làm việc". */
const counted: Phrase[] = [
  phrase(
    `<(?:(?:chậm nhất|muộn nhất)(?: là)? )?(?<text>(?:sau|trong vòng|trong thời hạn|trong thời gian|không quá|trong) ${count} ${unit}),? (?<after>(?:kể từ|tính từ|từ(?! ?(?:(?:sáng|chiều|đầu|thứ \\p{L}+),? )?(?:ngày ?)?\\d)|sau khi|sau) (?:ngày |khi |thời điểm )?[^.;,)]{3,90})`,
  ),
  phrase(
    `<(?<text>(?:chậm nhất|muộn nhất|ít nhất)(?: là)? ${count} ${unit} trước(?: ngày| khi)? (?<after>[^.;,)]{3,60}))`,
  ),
  phrase(
    `<(?<text>(?:chậm nhất|muộn nhất)(?: là)? ${count} ${unit}),? (?<after>(?:kể từ|tính từ|sau khi|sau) (?:ngày |khi )?[^.;,)]{3,90})`,
  ),
  phrase(
    `<(?<after>trước (?:khi|ngày) (?!\\d)[^.;,()\\d]{3,50}?)(?<!ngày|quý|tuần) (?<text>(?:ít nhất |tối thiểu )?${count} ${unit})>(?! ?\\d)`,
  ),
  phrase(
    `<(?<text>trước (?<after>(?:hội nghị|phiên họp|cuộc họp|kỳ họp|hội thảo|đại hội|buổi (?:lễ|làm việc)|lễ)(?: \\p{L}+){0,5}) (?:ít nhất |tối thiểu )?${count} ${unit})>`,
  ),
  phrase(
    `<(?<text>trước ${count} ${unit}(?: so với)?) (?<after>(?:khi|ngày) (?:khai mạc|tổ chức|diễn ra|họp)[^.;,)]{0,60})`,
  ),
];

/** Every time counted from another day, none overlapping. */
export function readCounted(p: Paragraph): Time[] {
  const out: Time[] = [];
  for (const look of counted)
    for (const m of findAll(look, p)) {
      const t = { a: m.index, b: m.index + m[0].trimEnd().length };
      if (out.some((o) => t.a < o.b && t.b > o.a)) continue;
      const [text, after] = [m.groups?.text ?? '', m.groups?.after ?? ''];
      const said = (part: string) => {
        const at = (p.plain ? p.bare : p.marked).indexOf(part, m.index);
        return p.text.slice(at, at + part.length).trim();
      };
      const when: When = {
        rel: /^tr[uư][oơớ]c/iu.test(m[0]) ? 'before' : 'by',
        from: null,
        to: null,
        precision: 'day',
        tentative: false,
        relative: { text: said(text), after: said(after) },
      };
      out.push({ ...t, at: t.a, when, relation: 'sau', openStart: false });
    }
  return out;
}
