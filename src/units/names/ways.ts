// The ways a cell falls into a name and the names of what is above it, and which units stand under those.
import type { Registry, UnitKind } from '../rules.ts';
import type { Entry, Names } from './entries.ts';
import type { Initials } from './initials.ts';
import { partings, withoutNotes } from './parts.ts';
import { entriesOf, type Part, partOf } from './readings.ts';

export type Way = { name: Part; above: Part[] };

/** Each part in turn as the name: the first, then (for "Kiên Giang: huyện Châu Thành") the last, then the others. */
function turned(parts: readonly Part[]): Way[] {
  return [parts.length - 1, ...parts.keys()]
    .slice(0, -1)
    .filter((i, at, all) => i > 0 && all.indexOf(i) === at)
    .map((i) => ({ name: parts[i]!, above: parts.filter((_, other) => other !== i) }));
}

const longestProvince = 5;

/** "huyện Mộc Châu Sơn La": the last words are a province. */
function behind(names: Names, text: string): Way[] {
  const words = text.split(/\s+/);
  const ways: Way[] = [];
  for (let i = words.length - 1; i > 0 && words.length - i <= longestProvince; i--) {
    const tail = partOf(words.slice(i).join(' '));
    if (!tail.readings.some((r) => entriesOf(names, r, tail.text, ['province']).length > 0)) continue;
    const head = words.slice(0, i).join(' ');
    ways.push({ name: partOf(head), above: [tail] });
    for (const [name, ...above] of partings(head)) if (name) ways.push({ name, above: [...above, tail] });
  }
  return ways;
}

/** Whole, then parted with the name in front, then turned, then without the notes in brackets. Most literal first. */
export function* waysOf(names: Names, text: string): Generator<Way> {
  yield { name: partOf(text), above: [] };
  const parted: Part[][] = [];
  for (const parts of partings(text)) {
    const [name, ...above] = parts;
    if (name) yield { name, above };
    parted.push(parts);
  }
  for (const parts of parted) yield* turned(parts);
  if (parted.length === 0) yield* behind(names, text);
  const bare = withoutNotes(text);
  if (bare) yield* waysOf(names, bare);
}

/** What a part means read literally: a list for each reading. */
export function literal(names: Names, part: Part, asked?: readonly UnitKind[]): Entry[][] {
  return part.readings.map((reading) => entriesOf(names, reading, part.text, asked));
}

export type Above = ReadonlySet<string>;

/** The units that a part may mean which stands for one above the name; "Q.Nam" by its first letters. */
export function aboveOf(names: Names, initials: Initials, part: Part): Above {
  const ids = idsOf(literal(names, part));
  return ids.size > 0 ? ids : idsOf(initials(part.text).map((key) => names.entries.get(key) ?? []));
}

export const idsOf = (lists: readonly (readonly Entry[])[]): Above =>
  new Set(lists.flatMap((list) => list.map((e) => e.unit.id)));

/** True when the unit is, or ever stood under, one of each set. */
export function standsUnder(registry: Registry, unitId: string, sets: readonly Above[]): boolean {
  return sets.every((set) => reaches(registry, unitId, set, 0));
}

/** Deeper than any chain of units: the walk ends even where the rows go round. */
const deepest = 8;

function reaches(registry: Registry, unitId: string, set: Above, depth: number): boolean {
  if (set.has(unitId)) return true;
  if (depth === deepest) return false;
  return (registry.parents.get(unitId) ?? []).some((p) => reaches(registry, p.parentId, set, depth + 1));
}
