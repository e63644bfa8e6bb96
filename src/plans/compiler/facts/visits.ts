// Visits: which bodies a delegation goes to, in which window, for how long, with how much notice.
import type { Paragraph } from '../layout/paragraph.ts';
import { readTimes } from '../lex/whens.ts';
import type { Item } from '../parse/sections.ts';
import { find, phrase, view } from '../text/planes.ts';
import { type FoundVisit, visitOf } from './visit.ts';
import { announcementOf, readEntry } from './visit-entries.ts';
import { type Group, going, readParagraph } from './visit-lists.ts';
import { durationOf, noticeOf } from './visit-terms.ts';
import { isWindow, ownWindows, type Window, windowAround, windowIn } from './visit-windows.ts';

/** All visits of the items, each with the time it takes as its window. */
export function readVisits(
  items: readonly Item[],
  year: number | null,
): { visits: FoundVisit[]; windows: Window[] } {
  const read = items.map((_, i) => groupsAt(items, i, year));
  const visits: FoundVisit[] = [];
  const windows: Window[] = [];
  const add = (visit: FoundVisit, window: Window | null) => {
    if (window) windows.push(window);
    visits.push(window ? { ...visit, window: { when: window.time.when, piece: pieceOf(window) } } : visit);
  };
  for (const [i, item] of items.entries()) {
    const { groups, announced } = read[i]!;
    if (groups.length === 0) continue;
    const near = [item, ...items.slice(i + 1, i + 5).filter((x) => x.section === item.section)];
    const found = groups.map((g) => visitOf(item.p, g));
    const own = ownWindows(groups, item.p, readTimes(item.p, year));
    const around =
      (announced && windowIn(announced.p, year)) ??
      (item.heading && windowIn(item.heading, year)) ??
      windowAround(items, i, (j) => read[j]!.groups.length > 0 && read[j]!.announced === null, year);
    for (const [n, visit] of found.entries()) {
      const time = own[n];
      const terms = { notice: noticeOf(item, items), duration: durationOf(visit, found, near) };
      add({ ...visit, ...terms }, time ? { time, p: item.p } : around);
    }
  }
  for (const window of withoutNames(items, year, windows)) add(unnamed(window), window);
  return { visits, windows };
}

const pieceOf = ({ p, time }: Window) => ({ p, a: time.a, b: time.b });

/** The groups of an item, and the line that announces it, where one does. */
function groupsAt(
  items: readonly Item[],
  i: number,
  year: number | null,
): { groups: Group[]; announced: { p: Paragraph } | null } {
  const item = items[i]!;
  const announced = announcementOf(items, i) ?? headed(item, year);
  const entries = announced ? readEntry(item.p, readTimes(item.p, year)) : [];
  if (entries.length > 0) return { groups: entries, announced };
  return { groups: mayVisit(item) ? readParagraph(item.p, readTimes(item.p, year)) : [], announced: null };
}

/**
 * What stands in a section about visits and is announced by it: "Đoàn số 1: tỉnh A, tỉnh B", "Đối tượng: …"; under a day
 * ("* Ngày 12/9"), by that; in a calendar ("LỊCH KIỂM TRA"), whatever has a time.
 */
function headed({ p, section, heading }: Item, year: number | null): { p: Paragraph } | null {
  if (section?.purpose !== 'visits') return null;
  if (find(labelled, view(p, p.start, p.text.length))) return { p: section.heading };
  if (heading && find(dayOnly, view(heading, heading.start, heading.text.length))) return { p: heading };
  return find(calendar, section.heading) && windowIn(p, year) ? { p: section.heading } : null;
}
const dayOnly = phrase('^(?:(?:sáng|chiều) )?(?:thứ \\p{L}+,? )?ngày \\d[^;]{0,60}$');
const calendar = phrase('<lịch>');
const labelled = phrase(
  '^(?:(?:(?:sáng|chiều) )?(?:thứ \\p{L}+,? )?ngày \\d{1,2}[/.-]\\d{1,2}[^:;]{0,24}|(?:đoàn|tổ|nhóm)(?: (?:công tác|khảo sát|kiểm tra|giám sát))?(?: số)? (?:\\d{1,2}|[ivx]{1,4})(?: ?\\([^()]{3,90}\\))?|(?:đối tượng|đơn vị|địa điểm|địa bàn|địa phương|cơ sở|nơi)(?:,? (?:và )?\\p{L}+){0,6}) ?: ?(?=(?:tỉnh|thành phố|huyện|thị xã|xã|phường|trường|\\p{L}))',
);
function mayVisit({ p, section }: Item): boolean {
  if (p.text.length > 6000 || !find(going, p)) return false;
  return section?.purpose === 'visits' || find(delegation, p) !== null;
}
const delegation = phrase(
  '<(?:làm việc|giám sát|kiểm tra|khảo sát) (?:trực tiếp )?(?:với|tại)>|<(?:đoàn công tác|đoàn kiểm tra|đoàn khảo sát|đoàn giám sát|tổ khảo sát|tổ công tác|khảo sát|đi cơ sở|các đoàn|đoàn)>',
);

/** "Thời gian giám sát trực tiếp: từ ngày … đến ngày …" where nobody is named: the bodies are chosen later. */
function withoutNames(items: readonly Item[], year: number | null, taken: readonly Window[]): Window[] {
  return items.flatMap(({ p }) => {
    if (!find(timeOfGoing, p) || taken.some((w) => w.p === p)) return [];
    const time = readTimes(p, year).find(isWindow);
    const known = taken.some((w) => w.time.when.from === time?.when.from && w.time.when.to === time?.when.to);
    return time && !known ? [{ time, p }] : [];
  });
}
const timeOfGoing = phrase(
  '^[^\\p{L}]{0,8}(?:thời gian|lịch) (?:đoàn |tổ |đi |tiến hành |tổ chức ){0,2}(?:làm việc|giám sát|kiểm tra|khảo sát)(?:(?: trực tiếp| thực tế)|,? (?:khảo sát|làm việc)| tại [^:;.]{2,40})*(?: dự kiến)? ?(?::|từ|dự kiến|vào|trong)',
);

const unnamed = ({ p, time }: Window): FoundVisit => ({
  units: [],
  window: null,
  duration: null,
  notice: null,
  who: null,
  place: null,
  count: null,
  at: { p, a: time.a, b: time.b },
});
