// The period of the data: "Thời điểm chốt số liệu: tính từ 01-01-2017 đến 31-12-2021".
import type { Piece } from '../layout/paragraph.ts';
import { find, phrase, view } from '../text/planes.ts';
import type { Statement } from './statements.ts';

export type FoundPeriod = { value: { from: string | null; to: string | null }; piece: Piece };

const ofData = phrase(
  '<(?:số liệu|mốc thời gian|thời điểm chốt|mốc số liệu|thời kỳ|phạm vi|thời gian lấy|giai đoạn)>',
);

/** The first range, or the first end, that a clause about data or scope gives. */
export function readPeriod(statements: readonly Statement[]): FoundPeriod | null {
  let single: FoundPeriod | null = null;
  for (const s of statements)
    for (const t of s.times) {
      const { rel, from, to, precision } = t.when;
      if (!from || !to || precision === 'minute' || !find(ofData, view(s.p, Math.max(s.a, t.a - 240), t.a)))
        continue;
      const piece = { p: s.p, a: t.a, b: t.b };
      if (rel === 'between') return { value: { from, to }, piece };
      if ((rel === 'by' || rel === 'on') && precision === 'day')
        single ??= { value: { from: null, to }, piece };
    }
  return single;
}
