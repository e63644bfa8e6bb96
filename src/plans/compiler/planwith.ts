// For tests only: the facts of a small plan of a province, issued on 14 April 2025, that has these words for its body.
import { compilePlan } from './compile.ts';
import type { PlanFacts, When } from './model.ts';

const head =
  'UBND TỈNH BÌNH AN\nSố: 12/KH-UBND\nBình An, ngày 14 tháng 4 năm 2025\nKẾ HOẠCH\nTổng kết công tác hòa giải\nThực hiện chương trình công tác, UBND tỉnh ban hành Kế hoạch như sau:\n';

/** `body` begins at its first section. */
export const planWith = (body: string): PlanFacts =>
  compilePlan({ text: `${head}${body}\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nRơ Châm H’Yéo\n` }).plan;

/** "before 2025-06-10", "in 2025-06-01…2025-06-30", "recurring month:15", "by sau 10 ngày"; "" where there is none. */
export function said(when: When | null): string {
  if (!when) return '';
  const range = when.from === when.to ? when.from : `${when.from}…${when.to}`;
  return `${when.rel} ${when.every ?? when.relative?.text ?? range}`;
}
