// The nearest spellings to one that is not known, by shared groups of three letters.
import type { UnitRecord } from './rules.ts';

export type Suggester = (key: string) => UnitRecord[];

const mostSuggestions = 5;
const leastLikeness = 0.5;
const longestKey = 60;

function trigrams(key: string): Set<string> {
  const padded = ` ${key.slice(0, longestKey)} `;
  const found = new Set<string>();
  for (let i = 0; i + 3 <= padded.length; i++) found.add(padded.slice(i, i + 3));
  return found;
}

/** Only the rarest groups of the asked key pick candidates: the common ones ("anh", "inh") are in every second name. */
const pickingGrams = 6;
const mostCandidates = 40;

/**
 * Up to five units whose key shares at least half its letters' groups with the asked one (Dice), most alike first.
 * The postings are made at the first question.
 */
export function buildSuggester(entries: ReadonlyMap<string, readonly { unit: UnitRecord }[]>): Suggester {
  let keys: { key: string; grams: Set<string> }[] = [];
  const postings = new Map<string, number[]>();
  const prepare = (): void => {
    keys = [...entries.keys()].map((key) => ({ key, grams: trigrams(key) }));
    for (const [i, { grams }] of keys.entries())
      for (const gram of grams) {
        const list = postings.get(gram);
        if (list) list.push(i);
        else postings.set(gram, [i]);
      }
  };
  let hits = new Uint8Array(0);
  const candidates = (grams: Set<string>): number[] => {
    if (hits.length === 0) hits = new Uint8Array(keys.length);
    const lists = [...grams].flatMap((gram) => [postings.get(gram) ?? []]).filter((l) => l.length > 0);
    const rare = lists.sort((a, b) => a.length - b.length).slice(0, pickingGrams);
    const touched: number[] = [];
    for (const list of rare) for (const i of list) if (hits[i]!++ === 1) touched.push(i);
    const best = touched.sort((a, b) => hits[b]! - hits[a]!).slice(0, mostCandidates);
    for (const list of rare) for (const i of list) hits[i] = 0;
    return best;
  };
  return (asked) => {
    if (keys.length === 0) prepare();
    const grams = trigrams(asked);
    const best = candidates(grams)
      .map((i) => {
        const other = keys[i]!;
        return { key: other.key, likeness: dice(grams, other.grams) };
      })
      .filter(({ likeness }) => likeness >= leastLikeness)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, mostSuggestions);
    const units = best.flatMap(({ key }) => (entries.get(key) ?? []).map((e) => e.unit));
    return [...new Set(units)].slice(0, mostSuggestions);
  };
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared++;
  return (2 * shared) / (a.size + b.size);
}
