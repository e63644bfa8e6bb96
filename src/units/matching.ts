// Which unit a name means on a day: one, one that is gone, several, or none. Guesses nothing.
import type { LocalDate } from '#src/kernel/dates.ts';
import { heirsOn } from './lineage.ts';
import {
  accentKey,
  bareName,
  glue,
  hasAccents,
  innerPrefixes,
  letterPrefixes,
  offices,
  prefixes,
  withoutType,
  wordsOf,
} from './naming.ts';
import {
  existsOn,
  nameOn,
  type Registry,
  type UnitKind,
  type UnitRecord,
  type Validity,
  validOn,
} from './rules.ts';
import { buildSuggester, type Suggester } from './suggesting.ts';

/** `city`: by this name it is a city, or a city's committee. */
type Entry = { unit: UnitRecord; span: Validity; accents: string | null; city: boolean };

/** Names by key. Built once from a registry; about 15,000 units in half a second. */
export type NameIndex = { registry: Registry; entries: ReadonlyMap<string, Entry[]>; suggest: Suggester };

export type Match =
  | { status: 'found'; unit: UnitRecord }
  | { status: 'abolished'; unit: UnitRecord; successors: UnitRecord[] }
  | { status: 'ambiguous'; units: UnitRecord[] }
  | { status: 'unknown'; suggestions: UnitRecord[] };

export type MatchOptions = {
  /** The day on which the name is said. */
  on: LocalDate;
  /** Only these kinds; then "Lạng Sơn" may mean the Party committee. */
  kinds?: readonly UnitKind[];
  /** Only units that ever stood under this one. */
  under?: string;
};

const isCity = (fullName: string): boolean => /^Thành (phố|ủy) /u.test(fullName);

/** Every current and past name, short and full, and every alias, under its key. */
export function buildNameIndex(registry: Registry): NameIndex {
  const entries = new Map<string, Entry[]>();
  const add = (
    spelling: string,
    unit: UnitRecord,
    span: Validity,
    accents: string | null,
    city: boolean,
  ): void => {
    const key = glue(wordsOf(spelling));
    const list = entries.get(key);
    const entry = { unit, span, accents, city };
    if (!list) entries.set(key, [entry]);
    else if (!list.some((e) => e.unit === unit && e.span === span)) list.push(entry);
  };
  for (const row of registry.records.names) {
    const unit = registry.byId.get(row.unitId);
    if (!unit) continue;
    const bare = withoutType(row.fullName);
    const accents = accentKey(row.name === row.fullName ? bare : row.name);
    for (const spelling of new Set([row.fullName, row.name, bare]))
      add(spelling, unit, row, accents, isCity(row.fullName));
  }
  const always: Validity = { validFrom: null, validTo: null };
  for (const row of registry.records.aliases) {
    const unit = registry.byId.get(row.unitId);
    if (unit) add(row.alias, unit, always, null, isCity(unit.fullName));
  }
  return { registry, entries, suggest: buildSuggester(entries) };
}

/** In words, with the letter after it. */
const longestOffice = 8;

type Reading = { key: string; kinds: readonly UnitKind[] | null; city?: boolean; type?: string | null };

/** The ways to read a spelling: as it stands, without its office, without its prefix. Most literal first. */
function readingsOf(words: readonly string[]): Reading[] {
  const full = glue(words);
  const starts = [full];
  for (const { key } of offices) if (full.startsWith(key)) starts.push(full.slice(key.length));
  const readings: Reading[] = starts.map((key) => ({ key, kinds: null }));
  for (const start of starts)
    for (const { key, kinds, city, type } of prefixes)
      if (start.startsWith(key) && start.length > key.length)
        readings.push({ key: start.slice(key.length), kinds, city, type });
  for (const [i, word] of words.slice(0, longestOffice).entries()) {
    const kinds = letterPrefixes.get(word);
    const before = glue(words.slice(0, i));
    if (kinds && i + 1 < words.length && (i === 0 || offices.some((o) => o.key === before)))
      readings.push({ key: glue(words.slice(i + 1)), kinds });
  }
  return readings;
}

/** The kinds a reading may give: its prefix's, held against those asked for. A province stands for its committee. */
function allowedKinds(
  hinted: readonly UnitKind[] | null,
  asked: readonly UnitKind[] | undefined,
): readonly UnitKind[] | null {
  if (!asked) return hinted;
  if (!hinted) return asked;
  const both = hinted.filter((k) => asked.includes(k));
  if (both.length > 0) return both;
  const pair: UnitKind[] = ['province', 'provincial-party-committee'];
  return pair.some((k) => hinted.includes(k)) ? pair.filter((k) => asked.includes(k)) : [];
}

const rank: Record<UnitKind, number> = {
  nation: 0,
  province: 1,
  'provincial-party-committee': 2,
  'central-commission': 3,
  'central-party-committee': 3,
  'party-caucus': 3,
  'civil-affairs-committee': 3,
  'other-central': 3,
  // Below the Party bodies of the same name: while a ban cán sự đảng or đảng đoàn exists, "Bộ Y tế" in a plan means it.
  ministry: 3.5,
  'mass-organisation': 3.5,
  district: 4,
  commune: 5,
  'local-body': 6,
};
const isHigh = (entry: Entry): boolean => rank[entry.unit.kind] < rank.district;

function entriesOf(index: NameIndex, reading: Reading, text: string, asked?: readonly UnitKind[]): Entry[] {
  const kinds = allowedKinds(reading.kinds, asked);
  let list = (index.entries.get(reading.key) ?? []).filter((e) => !kinds || kinds.includes(e.unit.kind));
  if (reading.city) list = list.filter((e) => e.city || !isHigh(e));
  const { type } = reading;
  if (type && list.length > 1) {
    const ofType = list.filter((e) => e.unit.fullName.startsWith(`${type} `));
    if (ofType.length > 0) list = ofType;
  }
  // A bare name that a province or central body has ever borne means that, not a commune of the same name.
  if (!reading.kinds && list.some(isHigh)) list = list.filter(isHigh);
  if (list.length > 1 && hasAccents(text)) {
    const said = accentKey(text);
    const exact = list.filter((e) => e.accents === null || said.endsWith(e.accents));
    if (exact.length > 0) list = exact;
  }
  return list;
}

/** Those of the highest rank, each unit once. */
function topUnits(entries: readonly Entry[]): UnitRecord[] {
  const best = Math.min(...entries.map((e) => rank[e.unit.kind]));
  return [...new Set(entries.filter((e) => rank[e.unit.kind] === best).map((e) => e.unit))];
}

/** Of bodies that are all gone, a name means the one that lasted longest: the ministry, not its former Party body. */
function lastGone(entries: readonly Entry[]): Entry[] {
  const last = entries
    .map((e) => e.unit.abolishedOn ?? '')
    .sort()
    .at(-1);
  return entries.filter((e) => e.unit.abolishedOn === last);
}

function settle(index: NameIndex, lists: readonly Entry[][], on: LocalDate): Match | null {
  const isGone = (e: Entry): boolean => e.unit.abolishedOn !== null && e.unit.abolishedOn <= on;
  const tests: ((e: Entry) => boolean)[] = [
    // An alias has no accents of its own and yields to a name that is in use that day.
    (e) => existsOn(e.unit, on) && e.accents !== null && validOn(e.span, on),
    (e) => existsOn(e.unit, on),
    isGone,
  ];
  for (const test of tests)
    for (const list of lists) {
      const passing = list.filter(test);
      if (passing.length === 0) continue;
      const units = topUnits(test === isGone ? lastGone(passing) : passing);
      const [unit] = units;
      if (!unit || units.length > 1) return { status: 'ambiguous', units };
      if (existsOn(unit, on)) return { status: 'found', unit };
      return { status: 'abolished', unit, successors: heirsOn(index.registry, unit, on) };
    }
  return null;
}

/** Every unit that `unit` ever stood under, and itself. */
function everAbove(registry: Registry, unitId: string, seen = new Set<string>()): Set<string> {
  if (seen.has(unitId)) return seen;
  seen.add(unitId);
  for (const parent of registry.parents.get(unitId) ?? []) everAbove(registry, parent.parentId, seen);
  return seen;
}

/** "huyện Châu Thành tỉnh Hậu Giang" → ["huyen chau thanh", "tinh hau giang"]; null when nothing opens a second name. */
function splitAtPrefix(words: readonly string[]): string[][] | null {
  for (let i = words.length - 2; i > 0; i--)
    if (innerPrefixes.some((prefix) => prefix.every((word, j) => words[i + j] === word)))
      return [words.slice(0, i), words.slice(i)];
  return null;
}

/** The ways a spelling falls into a name and the names of what is above it: whole, at commas, at dashes, at prefixes. */
function splits(text: string): { words: string[]; above: string[][] }[] {
  const whole = wordsOf(text);
  const ways = [{ words: whole, above: [] as string[][] }];
  for (const separator of [/[,;()/]+/u, /[,;()/]+|\s[-–—]\s|[–—]/u]) {
    const [words, ...above] = text
      .split(separator)
      .map(wordsOf)
      .filter((part) => part.length > 0);
    if (words && above.length > 0) ways.push({ words, above });
  }
  const inner = splitAtPrefix(whole);
  if (inner) ways.push({ words: inner[0]!, above: inner.slice(1) });
  return ways;
}

function matchWay(
  index: NameIndex,
  text: string,
  way: { words: string[]; above: string[][] },
  options: MatchOptions,
): Match | null {
  const parents = way.above.map(
    (words) =>
      new Set(
        readingsOf(words)
          .flatMap((r) => entriesOf(index, r, ''))
          .map((e) => e.unit.id),
      ),
  );
  if (options.under) parents.push(new Set([options.under]));
  const belongs = (entry: Entry): boolean => {
    if (parents.length === 0) return true;
    const above = everAbove(index.registry, entry.unit.id);
    return parents.every((set) => above.values().some((id) => set.has(id)));
  };
  const said = way.above.length > 0 ? text.split(/[,;()/–—]/u)[0]! : text;
  const lists = readingsOf(way.words).map((r) => entriesOf(index, r, said, options.kinds).filter(belongs));
  return settle(index, lists, options.on);
}

const longestName = 200;

/**
 * The unit that `text` means on the day `on`. `abolished` says what it was and who followed it; `ambiguous` gives the
 * homonyms; `unknown` the nearest spellings (among them units that did not exist yet).
 */
export function matchName(index: NameIndex, text: string, options: MatchOptions): Match {
  const name = bareName(text.slice(0, longestName));
  for (const way of splits(name)) {
    if (way.words.length === 0) continue;
    const match = matchWay(index, name, way, options);
    if (match) return match;
  }
  const suggestions = index
    .suggest(glue(wordsOf(name)))
    .filter((unit) => !options.kinds || options.kinds.includes(unit.kind));
  return { status: 'unknown', suggestions };
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
