// Visits: which bodies a delegation goes to, in which window, for how long, with how much notice.
import type { Paragraph } from '../layout/paragraph.ts';
import { readTimes, type Time } from '../lex/whens.ts';
import type { Item } from '../parse/sections.ts';
import { find, phrase } from '../text/planes.ts';
import { type FoundVisit, going, readParagraph, readUnder } from './visit-lists.ts';
import { durationOf, noticeOf } from './visit-terms.ts';

export type Window = { time: Time; p: Paragraph };

/** All visits of the items, each with the time it takes as its window. */
export function readVisits(
  items: readonly Item[],
  year: number | null,
): { visits: FoundVisit[]; windows: Window[] } {
  const visits: FoundVisit[] = [];
  const windows: Window[] = [];
  for (const [i, item] of items.entries()) {
    const under = goingAbove(item);
    if (!under && !mayVisit(item)) continue;
    const grouped = under ? readUnder(item.p) : [];
    const found = grouped.length > 0 ? grouped : readParagraph(item.p);
    if (found.length === 0) continue;
    const near = [item, ...items.slice(i + 1, i + 5).filter((x) => x.section === item.section)];
    const window =
      windowOf(found, near, year) ??
      windowOf(
        found,
        items.slice(Math.max(0, i - 3), i).filter((x) => x.section === item.section && find(onlyTime, x.p)),
        year,
      );
    for (const visit of found) {
      const own = ownWindow(visit, item.p, year) ?? window;
      if (own) windows.push(own);
      visits.push({
        ...visit,
        window: own ? { when: own.time.when, piece: { p: own.p, a: own.time.a, b: own.time.b } } : null,
        notice: noticeOf(item, items),
        duration: durationOf(visit, found, near),
      });
    }
  }
  return { visits, windows };
}
const onlyTime = phrase('^[^\\p{L}]*(?:\\d+\\. ?)?thời gian');

/** "2. Đoàn giám sát làm việc theo 03 nhóm:" heads the groups below it. */
const goingAbove = ({ p, heading }: Item): boolean =>
  heading !== null &&
  heading !== p &&
  p.mark !== null &&
  /:$/.test(heading.text) &&
  find(group, { plain: p.plain, marked: p.marked.slice(p.start), bare: p.bare.slice(p.start) }) !== null &&
  find(going, heading) !== null;
const group = phrase('^(?:nhóm|đợt|tổ|đoàn|ngày|tuần|cụm)>[^:]{0,60}:');

function mayVisit({ p, section }: Item): boolean {
  if (p.text.length > 6000 || !find(going, p)) return false;
  return section?.purpose === 'visits' || find(delegation, p) !== null;
}
const delegation = phrase(
  '<(?:làm việc|giám sát|kiểm tra|khảo sát) (?:trực tiếp )?(?:với|tại)>|<(?:đoàn công tác|đoàn kiểm tra|đoàn khảo sát|đoàn giám sát|tổ khảo sát|tổ công tác|khảo sát|đi cơ sở|các đoàn|đoàn)>',
);

/** A window said in the visit's own sentence. */
function ownWindow(visit: FoundVisit, p: Paragraph, year: number | null): Window | null {
  const time = readTimes(p, year).find((t) => t.at >= visit.at.a && t.at < visit.at.b && isWindow(t));
  return time ? { time, p } : null;
}

/** Else the first window in what follows of the same section. */
function windowOf(found: readonly FoundVisit[], near: readonly Item[], year: number | null): Window | null {
  const after = found.at(-1)?.at;
  for (const { p } of near) {
    const own = p === after?.p;
    for (const time of readTimes(p, year))
      if (isWindow(time) && (!own || time.at >= after.a)) return { time, p };
    if (!own && find(going, p) && readParagraph(p).length > 0) return null;
  }
  return null;
}

const isWindow = (t: Time) =>
  t.when.from !== null &&
  t.when.rel !== 'before' &&
  t.when.rel !== 'by' &&
  t.when.precision !== 'year' &&
  t.when.rel !== 'recurring';
