// For how long a delegation stays, and how long before it gives notice.
import type { Piece } from '../layout/paragraph.ts';
import type { Item } from '../parse/sections.ts';
import { find, findAll, phrase, view } from '../text/planes.ts';
import type { FoundVisit } from './visit.ts';

const notice = phrase(
  '<(?:thông báo|báo|gửi)(?: \\p{L}+){0,6} trước (?:ít nhất )?\\d{1,2} ngày(?: làm việc)?(?: khi [^.;,]{3,40})?|<trước ít nhất \\d{1,2} ngày(?: làm việc)?',
);

/** The words of notice, in the visit's item or elsewhere in its section. */
export function noticeOf(item: Item, items: readonly Item[]): Piece | null {
  for (const { p } of [item, ...items.filter((x) => x.section === item.section)]) {
    const m = find(notice, p);
    if (m) return { p, a: m.index, b: m.index + m[0].trimEnd().length };
  }
  return null;
}

const duration = phrase(
  '<(?:mỗi|tại mỗi|tại các)(?:[^.;]{2,70}?) (?:\\d{1,2}(?:[,/]\\d)?|một|nửa) (?:ngày|buổi)>|<(?:mỗi) (?:nơi|đơn vị|địa phương|chi bộ)[^.;]{0,20}? (?:\\d{1,2}(?:[,/]\\d)?|một|nửa) (?:ngày|buổi)>',
);
const ofTime = phrase('<(?:\\d{1,2}(?:[,/]\\d)?|một|nửa) (?:ngày|buổi)>');

/**
 * How long a group of bodies is visited. Where several groups each have a duration of their own, the one that names
 * the group's class ("Tại các Ban cán sự đảng …") is its own; else the first.
 */
export function durationOf(
  visit: FoundVisit,
  all: readonly FoundVisit[],
  near: readonly Item[],
): Piece | null {
  const said = near.flatMap(({ p }) =>
    findAll(duration, p, p === visit.at.p ? visit.at.a : 0).map((m) => ({
      p,
      a: m.index,
      b: m.index + m[0].trimEnd().length,
    })),
  );
  if (said.length < 2 || all.length < 2) return said[0] ?? null;
  const own = said.find((x) => namesClass(x, visit)) ?? said.find((x) => !all.some((v) => namesClass(x, v)));
  return own ?? said[0]!;
}

/** True when the words before the time name the class counted before the group: "03 Ban cán sự đảng". */
function namesClass(said: Piece, visit: FoundVisit): boolean {
  if (!visit.count) return false;
  const { piece } = visit.count;
  const plane = (x: Piece) => (x.p.plain ? x.p.bare : x.p.marked).slice(x.a, x.b);
  const counted = plane(piece).replace(/^\d+\s*/u, '');
  const classes = counted.split(/,\s*|\s+và\s+|\s+gồm/u).map((c) => c.trim());
  const time = find(ofTime, view(said.p, said.a, said.b));
  const before = plane({ ...said, b: said.a + (time?.index ?? said.b - said.a) });
  return classes.some((c) => c.length > 2 && before.includes(c));
}
