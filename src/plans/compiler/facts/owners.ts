// Whose a time or a paper is, where a clause says it without an act: "thời hạn của các chi bộ", "báo cáo của các đơn vị", "… đối với các sở".
import { type Paragraph, type Piece, tidy } from '../layout/paragraph.ts';
import { isActorAt } from '../lex/organs.ts';
import type { Time } from '../lex/whens.ts';
import { find, phrase, view } from '../text/planes.ts';

/** "trước ngày 15/5/2025 đối với các sở, ban, ngành": whom the time binds, said after it. */
export function boundAfter(p: Paragraph, clause: { b: number }, times: readonly Time[]): Piece | null {
  const last = times.at(-1);
  const m = last ? find(boundWord, view(p, last.b, Math.min(clause.b, last.b + 14))) : null;
  if (!last || !m) return null;
  const a = last.b + m[0].length;
  const end = /[;.(]/u.exec(p.text.slice(a, clause.b));
  return isActorAt(p, a) ? tidy({ p, a, b: end ? a + end.index : clause.b }) : null;
}
const boundWord = phrase('^\\)? ?(?:đối với|với) ');

/** "Thời hạn nộp báo cáo của các chi bộ: trước ngày 30/6": whose time it is. */
export function timeOf(p: Paragraph, clause: { a: number; b: number }): Piece | null {
  const m = find(timeWord, view(p, clause.a, Math.min(clause.b, clause.a + 90)));
  if (!m) return null;
  const a = clause.a + m[0].length;
  const end = find(timeEnd, view(p, a, Math.min(clause.b, a + 160)));
  return end && isActorAt(p, a) ? tidy({ p, a, b: a + end.index }) : null;
}
const timeWord = phrase(
  '^(?:(?:điều chỉnh|gia hạn|lùi|sửa đổi) )?(?:thời gian|thời hạn|hạn)(?: \\p{L}+){0,5} của ',
);
const timeEnd = phrase(':|<(?:là|được|từ|chậm nhất|trước|đến|sang|thành)>');

/** "Báo cáo (kèm tệp) của các đơn vị nêu tại điểm 2 gửi về …", "danh sách của các phòng nộp trước ngày": who must send a paper is whose it is. */
export function ownerOf(p: Paragraph, clause: { a: number; b: number }): Piece | null {
  const m = find(paperOf, view(p, clause.a, Math.min(clause.b, clause.a + 160)));
  if (!m) return null;
  const a = clause.a + m[0].length;
  const end = find(paperSent, view(p, a, Math.min(clause.b, a + 200)));
  return end && isActorAt(p, a) ? tidy({ p, a, b: a + end.index }) : null;
}
const paperOf = phrase(
  '^(?:các )?(?:báo cáo|hồ sơ|danh sách|văn bản|ý kiến|kế hoạch|tham luận|số liệu|đề xuất)(?: (?!của|gửi|nộp|về)\\p{L}+,?){0,10}(?: \\([^()]{2,60}\\))? của (?=\\p{L})',
);
const paperSent = phrase(
  ' ?\\([^()]{2,60}\\)|,? <(?:(?:(?:phải|được|cần|đề nghị|xin) ){0,2}(?:gửi|nộp|hoàn thành|chuyển)|trước|chậm nhất)>',
);
