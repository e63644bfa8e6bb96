// Points of time as plans write them. To add a form: one line in `forms`, and a test.
import type { Paragraph } from '../layout/paragraph.ts';
import { findAll, type Phrase, phrase } from '../text/planes.ts';
import {
  day,
  days,
  minute,
  minutes,
  months,
  neighbours,
  type Parts,
  type Point,
  quarter,
  quarters,
  type Reading,
} from './readings.ts';

/** `year`: the year to read a date without one in; null when none is known. */
type Form = { name: string; look: Phrase; read: (parts: Parts, year: number | null) => Reading | null };

const D = '(?<d>\\d{1,2})';
const M = '(?<m>\\d{1,2})';
const Y = '(?<y>(?:19|20)\\d{2})';
const D2 = '(?<d2>\\d{1,2})';
const M2 = '(?<m2>\\d{1,2})';
const Y1 = '(?<y1>(?:19|20)\\d{2})';
const sep = ' ?[/.\\-–] ?';
const to = '(?:đến hết|cho đến|đến|tới|-|–|và|,)';
const full = `${D2}(?:${sep}${M2}${sep}${Y}| tháng ${M2},? năm ${Y})>`;
const half = '(?:(?:sáng|chiều|tối|hết),? )?(?:ngày )?';
const weekday = '(?:(?:(?:sáng|chiều|tối),? )?(?:thứ \\p{L}{2,3}|chủ nhật),? )?';
const hour = '(?<h>\\d{1,2}) ?(?:giờ|h|g)(?: ?(?<min>\\d{2}))?(?: ?(?:phút|[\'’′"”]))?,? (?:<phút>,? )?';
const until = '(?:đến|-|–) ?(?<h2>\\d{1,2}) ?(?:giờ|h|g)(?: ?(?<min2>\\d{2}))?(?: ?phút)?,? ';

const n = Number;

/** Longer forms first: where two begin together, or overlap, the earlier line wins. */
const forms: Form[] = [
  {
    name: 'từ 14h00 đến 16h30 ngày 12/9/2025',
    look: phrase(
      `<(?:từ )?${hour}${until}${weekday}(?:ngày )?${D}(?:${sep}${M}${sep}${Y}| tháng ${M2},? năm ${Y1})`,
    ),
    read: (p) => minutes(p, day(n(p.y ?? p.y1), n(p.m ?? p.m2), n(p.d))),
  },
  {
    name: '16h30’ ngày 26/11/2025',
    look: phrase(
      `<${hour}${weekday}(?:ngày )?${D}(?:${sep}${M}${sep}${Y}| tháng ${M.replace('<m>', '<m2>')},? năm ${Y.replace('<y>', '<y1>')})>`,
    ),
    read: (p) => minute(p, day(n(p.y ?? p.y1), n(p.m ?? p.m2), n(p.d))),
  },
  {
    name: 'từ ngày 30/12/2024 đến ngày 03/01/2025',
    look: phrase(
      `<(?:ngày )?${D}(?:${sep}${M}${sep}${Y1}| tháng ${M.replace('<m>', '<m1>')},? năm (?<y0>(?:19|20)\\d{2})) (?:đến hết|cho đến|đến|tới|-|–) ?${half}${full}`,
    ),
    read: (p) => days(day(n(p.y1 ?? p.y0), n(p.m ?? p.m1), n(p.d)), day(n(p.y), n(p.m2), n(p.d2))),
  },
  {
    name: 'ngày 14/4/2026 và ngày 15/4/2026: two days, one after the other',
    look: phrase(`<(?:ngày )?${D}${sep}${M}${sep}${Y1} và ${half}${D2}${sep}${M2}${sep}${Y}>`),
    read: (p) => neighbours(day(n(p.y1), n(p.m), n(p.d)), day(n(p.y), n(p.m2), n(p.d2))),
  },
  {
    name: 'từ ngày 15/4 đến ngày 26/5/2024',
    look: phrase(`<(?:ngày )?${D}(?:${sep}| tháng )${M} ?${to} ?${half}${full}`),
    read: (p) => days(day(n(p.y), n(p.m), n(p.d)), day(n(p.y), n(p.m2), n(p.d2))),
  },
  {
    name: 'từ ngày 15 đến ngày 26 tháng 4 năm 2024',
    look: phrase(`<(?:ngày|từ) ${D} ?${to} ?${half}${full}`),
    read: (p) => days(day(n(p.y), n(p.m2), n(p.d)), day(n(p.y), n(p.m2), n(p.d2))),
  },
  {
    name: '04 - 15/7/2022',
    look: phrase(`(?<![\\d/.\\-–] ?)<${D} ?(?:-|–|đến) ?${full}`),
    read: (p) => days(day(n(p.y), n(p.m2), n(p.d)), day(n(p.y), n(p.m2), n(p.d2))),
  },
  {
    name: 'tháng 11/2024 đến tháng 02/2025',
    look: phrase(
      `<tháng ${M}(?:${sep}| năm )${Y1} ?(?:đến hết|đến|tới|-|–) ?(?:tháng )?${M2}(?:${sep}| năm )${Y}>`,
    ),
    read: (p) => months(n(p.y1), n(p.m), n(p.y), n(p.m2)),
  },
  {
    name: 'tháng 9 - 10/2023',
    look: phrase(`<tháng ${M} ?${to} ?(?:tháng )?${M2}(?:${sep}|,? năm )${Y}>`),
    read: (p) => months(n(p.y), n(p.m), n(p.y), n(p.m2)),
  },
  {
    name: '20/9/2025',
    look: phrase(`<(?:ngày )?${D} ?(?<s>[/.\\-–]) ?${M} ?\\k<s> ?${Y}>`),
    read: (p) => day(n(p.y), n(p.m), n(p.d)),
  },
  {
    name: 'ngày 01 tháng 12 năm 2010',
    look: phrase(`<(?:ngày|mùng) ${D} tháng ${M},? năm ${Y}>`),
    read: (p) => day(n(p.y), n(p.m), n(p.d)),
  },
  {
    name: '01 tháng 12 năm 2010',
    look: phrase(`<${D} tháng ${M},? năm ${Y}>`),
    read: (p) => day(n(p.y), n(p.m), n(p.d)),
  },
  {
    name: 'từ ngày 04/12 đến ngày 08/12',
    look: phrase(
      `<ngày ${D}(?:${sep}| tháng )${M} ?(?:đến hết|đến|tới|-|–) ?${half}${D2}(?:${sep}| tháng )${M2}(?!\\d|${sep}\\d)`,
    ),
    read: (p, y) => (y === null ? null : days(day(y, n(p.m), n(p.d)), day(y, n(p.m2), n(p.d2)))),
  },
  {
    name: '14 giờ ngày 04/12',
    look: phrase(`<${hour}${weekday}ngày ${D}(?:${sep}| tháng )${M}(?!\\d|${sep}\\d)`),
    read: (p, y) => (y === null ? null : minute(p, day(y, n(p.m), n(p.d)))),
  },
  {
    name: 'ngày 04/12',
    look: phrase(`<ngày ${D}(?:[/-]| tháng )${M}(?!\\d|${sep}\\d| tháng)`),
    read: (p, y) => (y === null ? null : day(y, n(p.m), n(p.d))),
  },
  {
    name: 'một ô của bảng: 12/9',
    look: phrase(`^ ?${D}/${M} ?$`),
    read: (p, y) => (y === null ? null : day(y, n(p.m), n(p.d))),
  },
  {
    name: 'trước 28/3',
    look: phrase(`(?<=<(?:trước|đến|hết|vào|nhất|là|sáng|chiều|tối|từ|các ngày) )${D}/${M}(?!\\d|${sep}\\d)`),
    read: (p, y) => (y === null ? null : day(y, n(p.m), n(p.d))),
  },
  {
    name: 'tuần cuối tháng 9/2025',
    look: phrase(
      `<tuần (?:lễ )?(?:đầu|cuối|thứ \\p{L}+|thứ \\d|\\d)(?: cùng)?(?: của)? tháng ${M}(?:(?:${sep}|,? năm )${Y})?(?!\\d)`,
    ),
    read: () => ({ precision: 'week', from: null, to: null, range: false }),
  },
  {
    name: 'tháng 9/2023',
    look: phrase(`<tháng ${M}(?:${sep}|,? năm )${Y}>`),
    read: (p) => months(n(p.y), n(p.m), n(p.y), n(p.m)),
  },
  {
    name: 'tháng 9',
    look: phrase(`<tháng ${M}(?!\\d|${sep}\\d|(?: này)? hằng)`),
    read: (p, y) => (y === null ? null : months(y, n(p.m), y, n(p.m))),
  },
  {
    name: 'quý I - quý II/2024',
    look: phrase(
      `<quý (?<q>[1-4]|i{1,3}|iv) ?${to} ?(?:quý )?(?<q2>[1-4]|i{1,3}|iv)(?: ?[/\\-–] ?|,? năm )${Y}>`,
    ),
    read: (p) => quarters(n(p.y), quarter(p.q), quarter(p.q2)),
  },
  {
    name: 'quý I/2026',
    look: phrase(`<quý (?<q>[1-4]|i{1,3}|iv)(?: ?[/\\-–.] ?|,? năm )${Y}>`),
    read: (p) => quarters(n(p.y), quarter(p.q), quarter(p.q)),
  },
  {
    name: 'quý I',
    look: phrase('<quý (?<q>[1-4]|i{1,3}|iv)>'),
    read: (p, y) => quarters(y, quarter(p.q), quarter(p.q)),
  },
  {
    name: '6 tháng đầu năm 2024',
    look: phrase(`<(?:0?6|sáu) tháng (?<half>đầu|cuối) năm ${Y}>`),
    read: (p) => months(n(p.y), p.half?.startsWith('c') ? 7 : 1, n(p.y), p.half?.startsWith('c') ? 12 : 6),
  },
  { name: 'năm 2024', look: phrase(`<năm ${Y}>`), read: (p) => months(n(p.y), 1, n(p.y), 12, 'year') },
];

/** Every point of time in the paragraph, in order, none overlapping. */
export function readPoints(p: Paragraph, year: number | null): Point[] {
  const out: Point[] = [];
  for (const form of forms)
    for (const match of findAll(form.look, p)) {
      const a = match.index;
      const b = a + match[0].length;
      if (out.some((o) => a < o.b && b > o.a)) continue;
      const reading = form.read(match.groups ?? {}, year);
      if (reading) out.push({ ...reading, a, b });
    }
  return out.sort((x, y) => x.a - y.a);
}
