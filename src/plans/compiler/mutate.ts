// For tests and benchmarks only: small random harm to a text, the same for the same seed; and megabytes of one thing.
import { damages } from './damage.ts';

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

/** Texts to mutate: each plan whole, and in four parts under its own head and over its own end, so that many runs stay cheap. */
export function mutationBases(plans: readonly string[]): string[] {
  return plans.flatMap((plan) => {
    const lines = plan.split('\n');
    const [head, end] = [lines.slice(0, 8), lines.slice(-12)];
    const body = lines.slice(8, -12);
    const size = Math.ceil(body.length / 4) || 1;
    const parts = [0, 1, 2, 3].map((n) =>
      [...head, ...body.slice(n * size, (n + 1) * size), ...end].join('\n'),
    );
    return [plan, ...parts];
  });
}

const tcvn3 = (text: string): string => damages.find((d) => d.name.startsWith('TCVN3'))?.harm(text) ?? text;

/** A megabyte of each thing that might make the compiler slow. `plans` are at least three plans. */
export function megabytes(plans: readonly string[]): [name: string, text: string][] {
  const heap = (unit: string) => unit.repeat(Math.ceil(1_000_000 / unit.length));
  return [
    ['one letter', heap('a')],
    ['spaces', heap(' ')],
    ['line ends', heap('\n')],
    ['digits', heap('1')],
    ['open brackets', heap('(')],
    ['tags never closed', heap('<p ')],
    ['dashes', heap('- ')],
    ['dates', heap('trước ngày 30/8/2023, ')],
    ['halves of dates', heap('ngày 1/')],
    ['names of kinds', heap('Kế hoạch số ')],
    ['commas and bodies', heap('Sở Nội vụ, ')],
    ['small words', heap('báo cáo gửi về ')],
    ['visits', heap('khảo sát tại các tỉnh ')],
    ['glued syllables', heap('chủtrì')],
    ['glued syllables in words', heap('chủtrìvềtổ ')],
    ['marks alone', heap('\u0301')],
    ['roman numbers', heap('I. ')],
    ['items', heap('1. A\n')],
    ['entities', heap('&agrave;')],
    ['cells', heap('a | ')],
    ['plans', heap(plans[0]!)],
    ['plans on one line', heap(plans[1]!.replaceAll('\n', ' '))],
    ['plans in TCVN3', heap(tcvn3(plans[2]!))],
  ];
}
