// A name with one slip of the hand, where it can only be one unit.
import { accentKey, hasAccents } from '../naming.ts';
import { existsOn, type UnitKind, type UnitRecord } from '../rules.ts';
import { type Entry, isHigh, type Names } from './entries.ts';
import { isOnlyPrefix } from './prefixes.ts';
import { entriesOf, type Part } from './readings.ts';
import { type Said, type Settled, settle } from './settling.ts';
import { evenSounds, oneSlipApart, type Slips } from './slips.ts';
import { type Above, idsOf, literal, standsUnder, type Way } from './ways.ts';

type Asked = Said & { kinds?: readonly UnitKind[]; under?: string };
/** The entries of one key that is a slip away; `bare`: no type was said. */
type Near = { entries: Entry[]; bare: boolean };

const shortestKey = 4;
/** A bare name without accents has less to tell a slip by. */
const shortestPlainName = 7;

function nearTo(names: Names, slips: Slips, part: Part, asked?: readonly UnitKind[]): Near[] {
  return part.readings
    .filter((reading) => reading.whole && reading.key.length >= shortestKey)
    .flatMap((reading) =>
      slips(reading.key).map((key) => {
        const entries = entriesOf(names, { ...reading, key }, '', asked);
        return { entries, bare: !reading.prefix && entries.every((e) => e.accents?.length === key.length) };
      }),
    );
}

/** The end of what was typed, accents and all, is at most one slip from the name. */
function looksLike(text: string, entry: Entry): boolean {
  const { accents } = entry;
  if (!accents) return false;
  const raw = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return [raw, accentKey(text)].some((typed) =>
    [-1, 0, 1].some((longer) => {
      const end = typed.slice(-(accents.length + longer));
      return end === accents || oneSlipApart(end, accents) || evenSounds(end) === evenSounds(accents);
    }),
  );
}

/** One slip in all: in the name, or in the name of one that is above it. */
function candidates(names: Names, slips: Slips, way: Way, asked: Asked): Near[] {
  const under: Above[] = asked.under ? [new Set([asked.under])] : [];
  const above = way.above.map((part) => idsOf(literal(names, part)));
  const within = (entries: readonly Entry[], sets: readonly Above[]) =>
    entries.filter((e) => standsUnder(names.registry, e.unit.id, [...under, ...sets]));
  const exact = literal(names, way.name, asked.kinds).filter((list) => list.length > 0);
  // What is itself the name of a unit, of another day or place, is no slip.
  const slipped =
    exact.length === 0 && !isOnlyPrefix(way.name.words) && above.every((set) => set.size > 0)
      ? nearTo(names, slips, way.name, asked.kinds).map((near) => ({
          ...near,
          entries: within(near.entries, above),
        }))
      : [];
  const slippedAbove = way.above.flatMap((part, i) => {
    const others = above.filter((_, other) => other !== i);
    if (exact.length === 0 || others.some((set) => set.size === 0)) return [];
    const near = idsOf(nearTo(names, slips, part).map((n) => n.entries));
    return exact.map((entries) => ({ entries: within(entries, [...others, near]), bare: false }));
  });
  return [...slipped, ...slippedAbove].filter((near) => near.entries.length > 0);
}

/** A name without a type and without a place around it: only a province or a central body is known by that. */
function isBare(way: Way, asked: Asked): boolean {
  return way.above.length === 0 && !asked.under && way.name.readings.every((r) => !r.prefix);
}

/** `near`: the units one slip away, whether or not it can be only one. */
export type SlipMatch = { settled: Settled | null; near: UnitRecord[] };

/** The only unit that is one slip away from a name read this way; null when there is none, or more than one. */
export function matchSlips(names: Names, slips: Slips, way: Way, asked: Asked): SlipMatch {
  const bare = isBare(way, asked);
  const accented = hasAccents(way.name.text);
  // A district or commune needs its type: "Công an" is one letter from the name of a commune.
  let pool = candidates(names, slips, way, asked).filter((n) => !n.bare || n.entries.some(isHigh));
  const near = [...new Set(pool.flatMap((n) => n.entries.map((e) => e.unit)))].filter((u) =>
    existsOn(u, asked.on),
  );
  if (accented) {
    const alike = pool.filter((n) => n.entries.some((e) => looksLike(way.name.text, e)));
    if (alike.length > 0 || bare) pool = alike;
  } else if (bare && way.name.words.join('').length < shortestPlainName) pool = [];
  const answers = pool.map((n) => settle(names.registry, [n.entries], asked));
  const [first] = answers.filter((a) => a !== null);
  if (!first || first.status === 'ambiguous') return { settled: null, near };
  const only = answers.every((a) => a === null || (a.status !== 'ambiguous' && a.unit === first.unit));
  return { settled: only ? first : null, near };
}
