// Names one slip of the hand away: a letter more, less, other, two exchanged, or sounds that some regions write alike.

const isDigit = (letter: string | undefined): boolean =>
  letter !== undefined && letter >= '0' && letter <= '9';

/** True when one letter more, less or other, or two neighbours exchanged, makes `b` of `a`. Digits never slip. */
export function oneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let front = 0;
  while (front < a.length && a[front] === b[front]) front++;
  let [i, j] = [a.length - 1, b.length - 1];
  while (i >= front && j >= front && a[i] === b[j]) {
    i--;
    j--;
  }
  if (isDigit(a[front]) || isDigit(b[front])) return false;
  if (i <= front && j <= front) return i >= front || j >= front;
  return i === front + 1 && j === front + 1 && a[front] === b[j] && a[i] === b[front];
}

/** ch for tr, s for x, n for l, c for k: "Xóc Trăng", "Nam Từ Niêm", "Giồng Chôm". */
export function evenSounds(text: string): string {
  return evenLetters(text).replaceAll('tr', 'ch').replaceAll('x', 's').replaceAll('l', 'n');
}

/** Keys write some k as c, by the letters around them: a slip beside one must not count twice. */
const evenLetters = (key: string): string => key.replaceAll('k', 'c');

const mirrored = (text: string): string => [...text].reverse().join('');

/** Those of a sorted list that begin with the first `half` letters of a key and are one slip from it. */
function sharing(sorted: readonly string[], asked: string, half: number): string[] {
  const start = asked.slice(0, half);
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < start) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (; low < sorted.length && sorted[low]!.startsWith(start); low++)
    if (oneSlipApart(asked, sorted[low]!)) found.push(sorted[low]!);
  return found;
}

export type Slips = (key: string) => string[];

/**
 * The keys one slip away from a key. One slip leaves the first or the last half of a word as it is, so only keys that
 * share a half are looked at. The sorted lists are made at the first question.
 */
export function buildSlips(keys: Iterable<string>): Slips {
  const all = [...keys];
  const prepare = () => {
    const byLetters = Map.groupBy(all, evenLetters);
    const forth = [...byLetters.keys()].sort();
    return { byLetters, forth, back: forth.map(mirrored).sort(), bySound: Map.groupBy(all, evenSounds) };
  };
  let lists: ReturnType<typeof prepare> | null = null;
  return (key) => {
    lists ??= prepare();
    const asked = evenLetters(key);
    const half = (asked.length - 1) >> 1;
    if (half < 1) return [];
    const found = new Set(lists.bySound.get(evenSounds(key)) ?? []);
    for (const near of sharing(lists.forth, asked, half))
      for (const k of lists.byLetters.get(near) ?? []) found.add(k);
    for (const near of sharing(lists.back, mirrored(asked), half))
      for (const k of lists.byLetters.get(mirrored(near)) ?? []) found.add(k);
    found.delete(key);
    return [...found];
  };
}
