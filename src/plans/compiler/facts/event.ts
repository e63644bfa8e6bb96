// The closing conference, or the meeting that the plan leads up to.
import { type Piece, tidy } from '../layout/paragraph.ts';
import type { When } from '../model.ts';
import { find, phrase, view } from '../text/planes.ts';
import type { FoundDeadline } from './deadlines.ts';

export type FoundEvent = {
  what: Piece;
  window: When;
  piece: Piece;
  place: Piece | null;
  mode: string | null;
};

const meeting = phrase(
  '<(?:hội nghị|phiên họp|lễ|hội thảo) (?:toàn thể|trực tuyến|tổng kết|sơ kết|\\p{L}+)(?: \\p{L}+){0,7}',
);
const held = phrase('<(?:hội nghị|phiên họp)>');
const place = phrase(
  '<(?:địa điểm(?: tại)?|tại|điểm cầu tại) ?:? ?(?=\\p{Lu}|trụ sở|hội trường|trung tâm)[^.;,)]{4,80}',
);
const modes: [ReturnType<typeof phrase>, string][] = [
  [phrase('<trực tiếp (?:kết hợp|và)(?: với)? trực tuyến'), 'trực tiếp kết hợp trực tuyến'],
  [phrase('<trực tuyến>'), 'trực tuyến'],
  [phrase('<trực tiếp>'), 'trực tiếp'],
];

/** The first deadline whose sentence, or the heading over it, holds a conference. */
export function readEvent(deadlines: readonly FoundDeadline[]): FoundEvent | null {
  const looked = new Set<object>();
  for (const d of deadlines) {
    const s = d.statement;
    if (looked.has(s.sentence) && d.when.rel !== 'recurring') continue;
    looked.add(s.sentence);
    const here = view(s.p, s.sentence.a, s.sentence.b);
    const m = find(held, here) ? find(meeting, here) : null;
    if (!m || d.when.rel === 'recurring') continue;
    const a = s.sentence.a + m.index;
    const at = find(place, {
      ...here,
      marked: s.p.text
        .slice(s.sentence.a, s.sentence.b)
        .normalize('NFC')
        .replace(/^./u, (c) => c.toLowerCase()),
    });
    const where = at
      ? tidy({
          p: s.p,
          a:
            s.sentence.a +
            at.index +
            (/^(?:địa điểm tại|địa điểm|điểm cầu tại|tại)\s*:?\s*/iu.exec(at[0])?.[0].length ?? 0),
          b: s.sentence.a + at.index + at[0].length,
        })
      : null;
    return {
      what: tidy({ p: s.p, a, b: a + m[0].length }),
      window: d.when,
      piece: d.time,
      place: where,
      mode: modes.find(([look]) => find(look, here))?.[1] ?? null,
    };
  }
  return null;
}
