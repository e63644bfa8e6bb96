// The ways to read the words of a name, and the units each of them may mean.
import { accentKey, glue, hasAccents, wordsOf } from '../naming.ts';
import type { UnitKind } from '../rules.ts';
import { type Entry, isHigh, type Names } from './entries.ts';
import { letterPrefixes, offices, type Prefix, prefixesAt } from './prefixes.ts';

/** A stretch of a cell: as it was typed, its words, and the ways to read them. */
export type Part = { text: string; words: readonly string[]; readings: readonly Reading[] };

export function partOf(text: string, words: readonly string[] = wordsOf(text)): Part {
  return { text, words, readings: readingsOf(words) };
}

/** The key that is left of a name, and the prefix it had. `whole`: the prefix ends where a word ends. */
export type Reading = { key: string; prefix: Prefix | null; whole: boolean };

/** Where words begin in the glued text: lengths from the front. */
function bordersOf(words: readonly string[]): Set<number> {
  const borders = new Set([0]);
  let at = 0;
  for (const word of words) {
    at += word.length;
    borders.add(at);
  }
  return borders;
}

/** The ways to read a name: as it stands, without its office, without its prefix. Most literal first. */
function readingsOf(words: readonly string[]): Reading[] {
  const full = glue(words);
  const borders = bordersOf(words);
  const starts = [0];
  for (const start of starts)
    for (const office of offices)
      if (full.startsWith(office, start) && !starts.includes(start + office.length))
        starts.push(start + office.length);
  const readings: Reading[] = starts.map((start) => ({ key: full.slice(start), prefix: null, whole: true }));
  for (const start of starts)
    for (const prefix of prefixesAt(full, start)) {
      const end = start + prefix.key.length;
      if (end < full.length) readings.push({ key: full.slice(end), prefix, whole: borders.has(end) });
    }
  let at = 0;
  for (const word of words) {
    const prefix = letterPrefixes.get(word);
    const end = at + word.length;
    if (prefix && starts.includes(at) && end < full.length)
      readings.push({ key: full.slice(end), prefix, whole: true });
    at = end;
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

/** The entries under a key that a prefix and the kinds asked for allow. */
export function allowedUnder(
  names: Names,
  key: string,
  prefix: Prefix | null,
  asked?: readonly UnitKind[],
): Entry[] {
  const kinds = allowedKinds(prefix?.kinds ?? null, asked);
  const list = (names.entries.get(key) ?? []).filter((e) => !kinds || kinds.includes(e.unit.kind));
  return prefix?.city ? list.filter((e) => !isHigh(e) || e.type?.startsWith('Thành')) : list;
}

/** Those that pass, or all when none does. */
function preferred(list: Entry[], test: (entry: Entry) => boolean): Entry[] {
  const passing = list.filter(test);
  return passing.length > 0 ? passing : list;
}

/** What a part's reading means: of several, those of the type said, and those whose accents were typed. */
export function entriesOf(
  names: Names,
  reading: Reading,
  text: string,
  asked?: readonly UnitKind[],
): Entry[] {
  const { prefix } = reading;
  let list = allowedUnder(names, reading.key, prefix, asked);
  if (list.length < 2) return list;
  if (prefix?.type) list = preferred(list, (e) => isHigh(e) || e.type === prefix.type);
  // A bare name that a province or central body has ever borne means that, not a commune of the same name.
  if (!prefix) list = preferred(list, isHigh);
  if (list.length < 2 || !hasAccents(text)) return list;
  const said = accentKey(text);
  return preferred(list, (e) => e.accents === null || said.endsWith(e.accents));
}
