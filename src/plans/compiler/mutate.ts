// For tests and benchmarks only: small random harm to a text, the same for the same seed.

/** A generator of whole numbers below n (mulberry32). */
export function randomFrom(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * n);
  };
}

const scraps = [
  '',
  ' ',
  '\n',
  '\n\n',
  '(',
  ')',
  ';',
  ':',
  '|',
  '<p>',
  '&nbsp;',
  '/',
  '-',
  '99/99/9999',
  'ngày ',
  'I. ',
  '1. ',
  'số ',
  ' và ',
  'Nơi nhận:',
  '\u0301',
  '\ud800',
  'STT',
  'PHỤ LỤC',
  '“',
  '00',
  'trước ',
  'Riêng ',
  'trừ ',
  '\t',
];

/** One to eight cuts, copies, swaps and scraps. */
export function mutate(text: string, seed: number): string {
  const random = randomFrom(seed);
  let out = text;
  for (let n = 1 + random(8); n > 0; n--) {
    const a = random(out.length + 1);
    const b = Math.min(out.length, a + random(random(4) === 0 ? 600 : 12));
    const scrap = scraps[random(scraps.length)]!;
    const kind = random(5);
    if (kind === 0) out = out.slice(0, a) + out.slice(b);
    else if (kind === 1) out = out.slice(0, a) + scrap + out.slice(a);
    else if (kind === 2) out = out.slice(0, b) + out.slice(a);
    else if (kind === 3) out = out.slice(0, a) + scrap + out.slice(b);
    else out = out.slice(a) + out.slice(0, a);
  }
  return out;
}
