// A visit as found: who is visited, when, for how long, with how much notice; and the makings of one.
import { type Paragraph, type Piece, tidy } from '../layout/paragraph.ts';
import { isOrganAt } from '../lex/organs.ts';
import type { When } from '../model.ts';
import { find } from '../text/planes.ts';
import { type Group, going } from './visit-lists.ts';

export type FoundVisit = {
  units: Piece[];
  window: { when: When; piece: Piece } | null;
  duration: Piece | null;
  notice: Piece | null;
  who: Piece | null;
  place: Piece | null;
  /** A count before the list: "10 tỉnh, thành ủy gồm". */
  count: { value: number; piece: Piece } | null;
  at: Piece;
};

/** The visit that a group of names is, before its window and its terms are known. */
export function visitOf(p: Paragraph, { units, count, sentence }: Group): FoundVisit {
  const go = find(going, p, sentence.a, sentence.b)?.index ?? sentence.a;
  const subject = tidy({ p, a: sentence.a, b: go });
  const who = isOrganAt(p, sentence.a) && subject.b - subject.a < 90 && go > sentence.a ? subject : null;
  return {
    units,
    window: null,
    duration: null,
    notice: null,
    who,
    place: null,
    count,
    at: { p, a: sentence.a, b: sentence.b },
  };
}

/** A visit of bodies in a window of their own, from a row of a table. */
export function bareVisit(units: Piece[], window: FoundVisit['window']): FoundVisit {
  return {
    units,
    window,
    duration: null,
    notice: null,
    who: null,
    place: null,
    count: null,
    at: units[0]!,
  };
}
