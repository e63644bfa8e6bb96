// Chance that repeats itself: the same key gives the same draws on every machine and in any order of use. Pure.

export type Chance = {
  /** From 0 up to, but not, 1. */
  next: () => number;
  /** A number between the two. */
  between: (low: number, high: number) => number;
  /** A whole number from `low` to `high`, both possible. */
  whole: (low: number, high: number) => number;
  pick: <T>(list: readonly T[]) => T;
  shuffled: <T>(list: readonly T[]) => T[];
};

/** FNV-1a over the UTF-16 units of the key. */
function hashOf(key: string): number {
  let hash = 2_166_136_261;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 16_777_619);
  return hash >>> 0;
}

/** A generator of its own for each key (mulberry32), so that one more draw in one place moves nothing elsewhere. */
export function chance(key: string): Chance {
  let state = hashOf(key);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + (high - low) * next();
  const whole = (low: number, high: number) => Math.floor(between(low, high + 1));
  const pick = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(next() * list.length)];
    if (found === undefined) throw new Error(`Nothing to draw from for "${key}"`);
    return found;
  };
  const shuffled = <T>(list: readonly T[]): T[] =>
    list
      .map((item) => ({ item, rank: next() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ item }) => item);
  return { next, between, whole, pick, shuffled };
}
