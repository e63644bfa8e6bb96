// Days counted from the issue of a plan, over weekends and holidays; what counts from something else has no day.
import { describe, expect, it } from 'vitest';
import type { When } from '#src/plans/compiler/model.ts';
import { reckoned } from './reckoning.ts';

const issued = (day: string): When => ({ rel: 'on', from: day, to: day, precision: 'day', tentative: false });
const counting = (text: string, after: string): When => ({
  rel: 'by',
  from: null,
  to: null,
  precision: 'day',
  tentative: false,
  relative: { text, after },
});

describe('a time counted from the issue', () => {
  it.each<[string, string, string, string | null]>([
    ['2026-03-10', 'chậm nhất sau 07 ngày làm việc', 'kể từ ngày ký Kế hoạch này', '2026-03-19'],
    ['2026-03-10', 'trong vòng 05 ngày làm việc', 'kể từ ngày ban hành', '2026-03-17'],
    // Thứ Bảy 28/3/2026 gives way to Monday.
    ['2026-03-18', 'trong 10 ngày', 'kể từ ngày ban hành Kế hoạch này', '2026-03-30'],
    ['2026-03-10', 'sau 2 tuần', 'kể từ ngày ban hành', '2026-03-24'],
    // 30 April and 1 May are holidays, 2 and 3 May a weekend.
    ['2026-04-29', 'sau 01 ngày làm việc', 'kể từ ngày ký', '2026-05-04'],
    ['2026-03-10', 'sau 05 ngày làm việc', 'kể từ ngày kết thúc khảo sát', null],
    ['2026-03-10', 'chậm nhất 02 ngày làm việc', 'trước ngày Đoàn đến kiểm tra', null],
  ])('%s, %s %s → %s', (day, text, after, expected) => {
    expect(reckoned(counting(text, after), issued(day))!.to).toBe(expected);
  });

  it('has no day while the plan has none', () => {
    const when = counting('sau 05 ngày làm việc', 'kể từ ngày ban hành');
    expect(reckoned(when, { ...issued('2026-03-01'), precision: 'month' })).toBe(when);
    expect(reckoned(when, null)).toBe(when);
    expect(reckoned(null, issued('2026-03-01'))).toBeNull();
  });
});
