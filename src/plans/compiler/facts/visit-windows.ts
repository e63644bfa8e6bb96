// Which time each group of those visited has: right after its names, before them, in its sentence, or in the lines around.
import type { Paragraph } from '../layout/paragraph.ts';
import { readTimes, type Time } from '../lex/whens.ts';
import type { Item } from '../parse/sections.ts';
import { find, phrase } from '../text/planes.ts';
import type { Group } from './visit-lists.ts';

export type Window = { time: Time; p: Paragraph };

/** True for a time within which one may go; a week counts, though it has no dates. */
export const isWindow = ({ when }: Time): boolean =>
  (when.from !== null || when.precision === 'week') &&
  when.rel !== 'before' &&
  when.rel !== 'by' &&
  when.rel !== 'recurring' &&
  when.precision !== 'year';

/** The window that each group has in its own paragraph, in order; null where the paragraph gives none. */
export function ownWindows(groups: readonly Group[], p: Paragraph, all: readonly Time[]): (Time | null)[] {
  const times = all.filter(isWindow);
  const leads = times.some((t) => t.at >= (groups[0]?.sentence.a ?? 0) && t.at < (groups[0]?.a ?? 0));
  return groups.map((group) => {
    if (group.time && isWindow(group.time)) return group.time;
    const earlier = times.findLast((t) => t.at < group.a && t.at >= p.start) ?? null;
    const later = times.find((t) => t.at >= group.b) ?? null;
    return leads && earlier
      ? earlier
      : (later ?? (earlier && earlier.at >= group.sentence.a ? earlier : null));
  });
}

/** The first window that a line gives. */
export function windowIn(p: Paragraph, year: number | null): Window | null {
  const time = readTimes(p, year).find(isWindow);
  return time ? { time, p } : null;
}

const onlyTime = phrase('^[^\\p{L}]*(?:\\d+\\. ?)?thời gian');

/**
 * The first window said after the names, of the same section, or else in a line "Thời gian: …" shortly before.
 * `visits`: whether the item at an index has names of its own; its times are its own too.
 */
export function windowAround(
  items: readonly Item[],
  i: number,
  visits: (at: number) => boolean,
  year: number | null,
): Window | null {
  const { section } = items[i]!;
  for (let j = i + 1; j < Math.min(items.length, i + 8) && items[j]!.section === section; j++) {
    if (visits(j)) break;
    const window = windowIn(items[j]!.p, year);
    if (window) return window;
  }
  for (let j = Math.max(0, i - 3); j < i; j++) {
    const item = items[j]!;
    const window = item.section === section && find(onlyTime, item.p) ? windowIn(item.p, year) : null;
    if (window) return window;
  }
  return null;
}
