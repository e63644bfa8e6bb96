// Which unit a name means on a day: one, one that is gone, several, or none. Guesses nothing.
import type { LocalDate } from '#src/kernel/dates.ts';
import { type Names, namesOf } from './names/entries.ts';
import { buildInitials, type Initials } from './names/initials.ts';
import { cellOf } from './names/parts.ts';
import { type Said, type Settled, settle } from './names/settling.ts';
import { matchSlips } from './names/slip-matching.ts';
import { buildSlips, type Slips } from './names/slips.ts';
import { matchBodies } from './names/two-bodies.ts';
import { aboveOf, literal, standsUnder, type Way, waysOf } from './names/ways.ts';
import { glue, wordsOf } from './naming.ts';
import { nameOn, type Registry, type UnitKind, type UnitRecord } from './rules.ts';
import { buildSuggester, type Suggester } from './suggesting.ts';

/** Names by key, and the ways to find what is nearly one of them. Built once; 15,000 units in less than half a second. */
export type NameIndex = Names & { suggest: Suggester; slips: Slips; initials: Initials };

export type Match = Settled | { status: 'unknown'; suggestions: UnitRecord[] };

export type MatchOptions = {
  /** The day on which the name is said. */
  on: LocalDate;
  /** Only these kinds; then "Lạng Sơn" may mean the Party committee. */
  kinds?: readonly UnitKind[];
  /** Only units that ever stood under this one. */
  under?: string;
};

export function buildNameIndex(registry: Registry): NameIndex {
  const names = namesOf(registry);
  return {
    ...names,
    suggest: buildSuggester(names.entries),
    slips: buildSlips(names.entries.keys()),
    initials: buildInitials(names),
  };
}

type Asked = MatchOptions & Said;

/** A way read literally: the name's readings, as far as they stand under all that is named above. */
function matchWay(index: NameIndex, way: Way, asked: Asked): Settled | null {
  const { registry } = index;
  const sets = way.above.map((part) => aboveOf(index, index.initials, part));
  if (asked.under) sets.push(new Set([asked.under]));
  const lists = literal(index, way.name, asked.kinds).map((list) =>
    list.filter((e) => standsUnder(registry, e.unit.id, sets)),
  );
  return settle(registry, lists, asked);
}

function matchInitials(index: NameIndex, way: Way, asked: Asked): Settled | null {
  if (way.above.length > 0) return null;
  const lists = index.initials(way.name.text).map((key) => {
    const kinds = asked.kinds;
    return (index.entries.get(key) ?? []).filter(
      (e) =>
        (!kinds || kinds.includes(e.unit.kind)) &&
        standsUnder(index.registry, e.unit.id, asked.under ? [new Set([asked.under])] : []),
    );
  });
  return settle(index.registry, [lists.flat()], asked);
}

const longestName = 200;
const mostSuggestions = 5;

/**
 * The unit that `text` means on the day `on`. `abolished` says what it was and who followed it; `ambiguous` gives the
 * homonyms, or the bodies of a cell that names two; `unknown` the nearest spellings (among them units that did not exist
 * yet). A slip of one letter is read through where it can be only one unit, otherwise suggested.
 */
export function matchName(index: NameIndex, text: string, options: MatchOptions): Match {
  const cell = cellOf(text.slice(0, longestName));
  const asked: Asked = { ...options, former: cell.former };
  const ways: Way[] = [];
  for (const way of waysOf(index, cell.text)) {
    ways.push(way);
    const match = matchWay(index, way, asked);
    if (match) return match;
  }
  const bodies = matchBodies(index, cell.text, asked, options.kinds);
  if (bodies) return bodies;
  for (const way of ways) {
    const match = matchInitials(index, way, asked);
    if (match) return match;
  }
  const near = new Set<UnitRecord>();
  for (const way of ways) {
    const slip = matchSlips(index, index.slips, way, asked);
    if (slip.settled) return slip.settled;
    for (const unit of slip.near) near.add(unit);
    if (near.size > 0) break;
  }
  const { kinds } = options;
  const alike = index.suggest(glue(wordsOf(cell.text))).filter((unit) => !kinds || kinds.includes(unit.kind));
  return { status: 'unknown', suggestions: [...new Set([...near, ...alike])].slice(0, mostSuggestions) };
}

export type LookupResult = {
  status: Match['status'];
  name?: string;
  unitId?: string;
  successor?: string;
};
export type UnitLookup = { find(name: string, on: LocalDate): LookupResult };

/** The narrow question the plan compiler asks: does this name stand for a body on that day, and if not, who followed it. */
export function unitLookup(index: NameIndex, options: Omit<MatchOptions, 'on'> = {}): UnitLookup {
  return {
    find(name, on) {
      const match = matchName(index, name, { ...options, on });
      if (match.status !== 'found' && match.status !== 'abolished') return { status: match.status };
      const called = (unit: UnitRecord): string => nameOn(index.registry, unit, on).fullName;
      const known = { status: match.status, name: called(match.unit), unitId: match.unit.id };
      const successor = match.status === 'abolished' ? match.successors[0] : undefined;
      return successor ? { ...known, successor: called(successor) } : known;
    },
  };
}
