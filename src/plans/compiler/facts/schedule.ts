// The calendar of visits in an annex that lost its table: a body on one line, its day on the next.
import { type Paragraph, tidy } from '../layout/paragraph.ts';
import { isOrganAt } from '../lex/organs.ts';
import { readTimes } from '../lex/whens.ts';
import type { Placed } from '../parse/regions.ts';
import { find, phrase } from '../text/planes.ts';
import { bareVisit, type FoundVisit } from './visit-lists.ts';

const calendar = phrase('<lịch (?:kiểm tra|khảo sát|làm việc|giám sát|công tác|trực tiếp)');
const place = phrase('^(?:huyện|thị xã|thành phố|quận|xã|phường|thị trấn|tỉnh|đặc khu) ');

/** Visits of a calendar outside the body, in order. */
export function readSchedule(placed: readonly Placed[], year: number | null): FoundVisit[] {
  const from = placed.findIndex((x) => x.region === 'annex' && x.p.text.length < 120 && find(calendar, x.p));
  if (from < 0) return [];
  const out: FoundVisit[] = [];
  const lines = placed.slice(from + 1, from + 200);
  for (const [i, { p, region, role }] of lines.entries()) {
    const next = lines[i + 1];
    if (region !== 'annex' || role === 'annex') break;
    if (!next || !namesBody(p)) continue;
    const time = readTimes(next.p, year).find((t) => t.when.from !== null);
    if (!time || next.p.text.length > 60) continue;
    const piece = { p: next.p, a: time.a, b: time.b };
    out.push(bareVisit(tidy({ p, a: p.start, b: p.text.length }), { when: time.when, piece }));
  }
  return out;
}

const namesBody = (p: Paragraph): boolean =>
  p.text.length < 110 &&
  /^\p{Lu}/u.test(p.text.slice(p.start)) &&
  (isOrganAt(p, p.start) || find(place, p, p.start) !== null);
