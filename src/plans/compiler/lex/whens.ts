// What a point of time means where it stands: before, by, on, in, between, again and again, or counted from another day.

import type { Paragraph } from '../layout/paragraph.ts';
import type { Relation, When } from '../model.ts';
import { find, type Phrase, phrase } from '../text/planes.ts';
import { readCounted } from './counted.ts';
import { readPoints } from './points.ts';
import type { Point } from './readings.ts';
import { readRecurring } from './recurrences.ts';

/** A time in a paragraph. [a, b) holds the words that say it, relation included ("trước ngày 30/8/2023"). */
export type Time = {
  when: When;
  a: number;
  b: number;
  /** Where the point itself begins, after the relation. */
  at: number;
  /** The words of relation, '' when the date stands bare. */
  relation: string;
  /** True for "từ quý II/2023" with no end. */
  openStart: boolean;
};

/** Words just before a point → their meaning. The first line that fits wins. */
const relations: [Phrase, Relation | null][] = [
  [phrase('(?:chậm nhất|muộn nhất|hoàn thành|xong)?(?: là)? (?<!chậm nhất là )trước(?: ngày)? ?$'), 'before'],
  [
    phrase('(?:chậm nhất|muộn nhất|trễ nhất)(?: là)?(?: vào)?(?: trước)?(?: ngày| hết ngày| đến ngày)? ?$'),
    'by',
  ],
  [
    phrase(
      '(?:không quá|không muộn hơn|không chậm quá|chậm nhất đến|tới hết|đến hết|trong hết|hết)(?: ngày)? ?$',
    ),
    'by',
  ],
  [
    phrase(
      '<(?:thời hạn|hạn|hạn chót|hạn cuối|thời hạn cuối|thời hạn cuối cùng)(?: (?:nộp|gửi|nhận|tiếp nhận|báo cáo|hồ sơ|hoàn thành|thực hiện|là|cuối|chót)){0,4} ?:?(?: (?:là|đến|vào))?(?: ngày)? ?$',
    ),
    'by',
  ],
  [phrase('<(?:bắt đầu từ|kể từ|tính từ|từ)(?: ngày| tháng| quý)? ?$'), null],
  [
    phrase(
      '<(?:trong|vào trong)(?: các| cả| kỳ| khoảng)?(?: thời gian)?(?: \\p{L}{3,4} ngày| tháng)?(?: từ)? ?$',
    ),
    'in',
  ],
  [phrase('<(?:vào|đúng|trong)(?: ngày| dịp)? ?$'), 'on'],
  [phrase('<(?:đến|tới|cho đến)(?: ngày)? ?$'), 'by'],
  [phrase('<(?:trước)(?: hạn)? ?$'), 'before'],
];

const tentativeBefore = phrase(
  '<dự kiến(?: (?:là|vào|trong|từ|tổ chức|hoàn thành|thực hiện|tiến hành|khoảng|ngày|tháng|quý|thời gian|tuần|đầu|cuối|giữa|trước)){0,4} ?:? ?$',
);
const tentativeAfter = phrase('^ ?\\(? ?dự kiến');

/** Every time said in the paragraph. `year` fills dates that have none. */
export function readTimes(p: Paragraph, year: number | null): Time[] {
  const again = readRecurring(p);
  const counted = readCounted(p).filter((t) => !overlaps(t, again));
  const points = readPoints(p, year).filter((t) => !overlaps(t, again) && !overlaps(t, counted));
  return [...again, ...counted, ...points.map((point) => relate(p, point))].sort((x, y) => x.a - y.a);
}

const overlaps = (t: { a: number; b: number }, others: { a: number; b: number }[]) =>
  others.some((o) => t.a < o.b && t.b > o.a);

function relate(p: Paragraph, point: Point): Time {
  const from = Math.max(0, point.a - 48);
  const before = { plain: p.plain, marked: p.marked.slice(from, point.a), bare: p.bare.slice(from, point.a) };
  const after = {
    plain: p.plain,
    marked: p.marked.slice(point.b, point.b + 24),
    bare: p.bare.slice(point.b, point.b + 24),
  };
  let rel: Relation | null = point.range ? 'between' : natural(point);
  let a = point.a;
  let openStart = false;
  let relation = '';
  for (const [look, meaning] of relations) {
    const match = find(look, before);
    if (!match) continue;
    a = from + match.index + (match[0].length - match[0].trimStart().length);
    relation = match[0].trim();
    openStart = meaning === null && !point.range;
    rel = settle(point, meaning);
    break;
  }
  const maybe = find(tentativeBefore, before);
  const tentative = maybe !== null || find(tentativeAfter, after) !== null;
  if (maybe) a = Math.min(a, from + maybe.index);
  const when: When = { rel, from: point.from, to: point.to, precision: point.precision, tentative };
  return { when, a, b: point.b, at: point.a, relation, openStart };
}

const natural = (point: Point): Relation =>
  point.precision === 'day' || point.precision === 'minute' ? 'on' : 'in';

/** "trong" before a day is that day; "vào" before a month is within it; a range stays a range unless it must be over by its end. */
function settle(point: Point, meaning: Relation | null): Relation {
  if (point.range) return meaning === 'before' ? 'before' : 'between';
  if (meaning === null || meaning === 'on' || meaning === 'in') return natural(point);
  return meaning;
}
