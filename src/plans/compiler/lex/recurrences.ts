// Times that come again: "trước ngày 23 hằng tháng", "ngày 25 của tháng cuối quý", "15/6 và 15/12 hằng năm".
import type { Paragraph } from '../layout/paragraph.ts';
import { findAll, type Phrase, phrase } from '../text/planes.ts';
import type { Time } from './whens.ts';

type Parts = Record<string, string | undefined>;
/** Words → what comes again ("month:23"); several where several days are named. */
type Recurrence = [Phrase, (parts: Parts) => string[]];

const lead =
  '<(?:định kỳ,? )?(?:(?:hằng|hàng) (?:tháng|quý|năm),? \\(? ?)?(?:báo cáo )?(?:trước |vào |chậm nhất |chậm nhất là |chậm nhất vào )?';
const again = '(?:hằng|hàng|mỗi)';
const day = '(?:ngày |mùng )';

const monthOf = 'tháng (?<place>cuối|đầu)(?: cùng)?';

const quarterly = (g: Parts): string[] => [
  `quarter:${/^[đd]/u.test(g.place ?? '') ? 'first' : 'last'}-month:${Number(g.d)}`,
];

const recurrences: Recurrence[] = [
  [phrase(`${lead}${day}?(?<d>\\d{1,2})(?: của)? ${monthOf} (?:của |mỗi |hằng |hàng )?quý`), quarterly],
  [
    phrase(`<${again} quý,? (?:báo cáo )?(?:trước |vào )?${day}(?<d>\\d{1,2})(?: của)? ${monthOf}`),
    quarterly,
  ],
  [
    phrase(
      `${lead}(?<dates>${day}?\\d{1,2}(?:/| tháng )\\d{1,2}(?:(?:,|,? và) ${day}?\\d{1,2}(?:/| tháng )\\d{1,2}){0,3}) (?:của )?${again} năm`,
    ),
    (g) => datesIn(g.dates),
  ],
  [
    phrase(`${lead}(?<days>${day}\\d{1,2}(?:(?:,|,? và) ${day}?\\d{1,2}){0,3}) (?:của )?${again} tháng`),
    (g) => [...(g.days ?? '').matchAll(/\d{1,2}/g)].map(([d]) => `month:${Number(d)}`),
  ],
  [
    phrase(
      `<${again} tháng,? \\(? ?(?:trước |vào |chậm nhất |chậm nhất là )${day}(?<d>\\d{1,2})(?! ?[/\\-.]? ?\\d| tháng)`,
    ),
    (g) => [`month:${Number(g.d)}`],
  ],
  [
    phrase(`<(?:trước |vào )?(?:chiều |sáng )?thứ (?<w>hai|ba|tư|năm|sáu|bảy|[2-7]) ${again} tuần`),
    (g) => [`week:${weekday(g.w!)}`],
  ],
];

const datesIn = (text: string | undefined): string[] =>
  [...(text ?? '').matchAll(/(\d{1,2})\D+?(\d{1,2})/gu)].map(
    ([, d, m]) => `year:${m!.padStart(2, '0')}-${d!.padStart(2, '0')}`,
  );

function weekday(name: string): number {
  const names = ['hai', 'ba', 'tư', 'năm', 'sáu', 'bảy'];
  const bare = ['hai', 'ba', 'tu', 'nam', 'sau', 'bay'];
  const index = Math.max(names.indexOf(name), bare.indexOf(name));
  return index >= 0 ? index + 1 : Number(name) - 1;
}

/** Every time in the paragraph that comes again, none overlapping; two days named together share their words. */
export function readRecurring(p: Paragraph): Time[] {
  const out: Time[] = [];
  for (const [look, read] of recurrences)
    for (const m of findAll(look, p)) {
      const [a, b] = [m.index, m.index + m[0].length];
      if (out.some((o) => a < o.b && b > o.a)) continue;
      out.push(...read(m.groups ?? {}).map((every) => timeOf(every, a, b)));
    }
  return out;
}

function timeOf(every: string, a: number, b: number): Time {
  const when = { rel: 'recurring', from: null, to: null, precision: 'day', tentative: false, every } as const;
  return { a, b, at: a, when, relation: 'hằng', openStart: false };
}
