// Lists of visits under the line that announces them: "Đoàn làm việc với các đơn vị sau:" and an entry a line.
import { depthOf } from '#src/documents/marks.ts';
import type { Paragraph } from '../layout/paragraph.ts';
import { sentencesOf } from '../lex/sentences.ts';
import type { Time } from '../lex/whens.ts';
import { type Item, isHeading } from '../parse/sections.ts';
import { find, phrase, view } from '../text/planes.ts';
import { classes, type Group, going, readParagraph } from './visit-lists.ts';
import { readNames } from './visit-names.ts';

const announces = phrase(
  '<(?:sau|gồm|lịch|đơn vị|địa phương|địa điểm|địa bàn|nơi|nhóm|đợt|đối tượng|tại|với|các đoàn|các tổ|\\d{1,2} (?:đoàn|tổ))>',
);
const ofOther = phrase(
  '^(?:đối với|riêng|giao|đề nghị|nội dung|thành phần|thành viên|nhiệm vụ|trách nhiệm|yêu cầu|phương pháp|hồ sơ|chuẩn bị|phân công|mục đích)>|<(?:có trách nhiệm|có nhiệm vụ|nội dung|(?:qua|bằng) (?:báo cáo|văn bản)|gián tiếp)>',
);

/** The line above that announces a list which the item at `i` is an entry of; null where there is none. */
export function announcementOf(items: readonly Item[], i: number): Item | null {
  const { p, section } = items[i]!;
  if (p.text.length > 400) return null;
  for (let j = i - 1; j >= Math.max(0, i - 25); j--) {
    const above = items[j]!;
    if (above.section !== section) return null;
    const nested = depthOf(above.p.mark) < depthOf(p.mark);
    const heads = /:$/.test(above.p.text);
    const inside = above.p.mark === null && above.heading?.mark;
    if (heads && inside && p.mark && depthOf(p.mark) <= depthOf(inside)) return null;
    if (heads && (nested || p.mark === null || above.p.mark === null))
      return isAnnouncement(above.p) ? above : null;
    if (nested) return isHeading(above.p) && isAnnouncement(above.p) ? above : null;
    if (p.mark === null && above.p.mark !== null) return null;
  }
  return null;
}

function isAnnouncement(p: Paragraph): boolean {
  const own = view(p, p.start, p.text.length);
  return find(going, own) !== null && find(announces, own) !== null && find(ofOther, own) === null;
}

/** "Nhóm 1:", "Ngày 12/9:", "Đoàn số 2 (đồng chí A):" at the head of an entry. */
const label = phrase(
  '^(?:nhóm|đợt|tổ|đoàn|cụm|buổi|ngày|sáng|chiều|tuần|thứ|từ|tháng|lần|vùng|đối tượng|địa điểm|địa bàn|nơi|(?:đơn vị|địa phương|cơ sở)(?= được|,| khảo sát| kiểm tra| giám sát| làm việc| ?:))>[^:;]{0,90}: ?',
);
const classWords = phrase(
  `^(?:tại |với )?(?:\\d{1,2} )?(?:các |những )?(?:(?:${classes}|thị ủy|trường),? ?(?:và )?){1,4}(?:gồm|là)? ?:? ?(?=\\p{L})`,
);

/** The names of an entry, each group in its clause. */
export function readEntry(p: Paragraph, times: readonly Time[]): Group[] {
  const past = (at: number) => at + (find(label, view(p, at, p.text.length))?.[0].length ?? 0);
  const out: Group[] = [];
  for (const clause of sentencesOf(p, true)) {
    const a = Math.max(past(clause.a), past(p.start));
    if (a >= clause.b || a < (out.at(-1)?.b ?? 0)) continue;
    const at = firstName(p, a, clause.b);
    const names = at === null ? [] : readNames(p, at, p.text.length, times, 'entry');
    const sentence = { a: clause.a, b: p.text.length };
    if (names.length > 0) out.push(...names.map((n) => ({ ...n, count: null, sentence })));
    else out.push(...readParagraph(p, times).filter((g) => g.a >= clause.a && g.b <= clause.b));
  }
  return out;
}

function firstName(p: Paragraph, a: number, b: number): number | null {
  const m = find(classWords, view(p, a, b));
  const after = a + (m?.[0].length ?? 0);
  const capital = (at: number) => /\p{Lu}/u.test(p.text[at] ?? '');
  if (m && capital(after) && find(many, view(p, a, after))) return after;
  return m || capital(a) ? a : null;
}
const many = phrase('^(?:tại |với )?(?:\\d{1,2} |các |những )|[:,]|<(?:gồm|là)>');
