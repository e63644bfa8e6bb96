// Whatever the text, the compiler answers or refuses; it never fails otherwise, never hangs, and its spans stay inside the text.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#src/kernel/refusal.ts';
import { compilePlan } from './compile.ts';
import { damages } from './damage.ts';
import { decodePlanBytes } from './decode.ts';
import { mutate } from './mutate.ts';

const folder = new URL('./fixtures/developed/', import.meta.url);
const plans = readdirSync(folder)
  .filter((f) => f.endsWith('.txt'))
  .map((f) => readFileSync(new URL(f, folder), 'utf8'));

/** Compiles, and checks what must hold of any answer. */
function survives(text: string): void {
  try {
    const { spans, diagnostics } = compilePlan({ text }, { today: '2026-01-01' });
    const places = [
      ...Object.values(spans),
      ...diagnostics.flatMap((d) => (d.where?.in === 'text' ? [d.where.span] : [])),
    ];
    for (const [from, to] of places)
      if (!(from >= 0 && from <= to && to <= text.length))
        throw new Error(`span ${from}–${to} of ${text.length}`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

test('2,000 mutations of plans', () => {
  const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
  fc.assert(
    fc.property(fc.constantFrom(...plans), seeds, (plan, seed) => survives(mutate(plan, seed))),
    { numRuns: 2_000 },
  );
}, 120_000);

test('any text at all', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), survives), { numRuns: 500 });
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(
          'ngày ',
          'tháng ',
          '9/',
          '2023',
          ' - ',
          'I. ',
          '\n',
          'Sở ',
          'gửi ',
          'báo cáo ',
          'trước ',
          '(',
          ')',
          ';',
          ':',
          '|',
          'của ',
          'số ',
          '25-NQ/TW',
        ),
        maxLength: 120,
      }),
      survives,
    ),
    { numRuns: 500 },
  );
}, 60_000);

test('any bytes under any name', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom('a.txt', 'a.html'), (bytes, name) => {
      const decoded = decodePlanBytes(bytes, name);
      if (!(decoded instanceof Refusal)) survives(decoded.text);
    }),
    { numRuns: 500 },
  );
});

describe('a megabyte in less than two seconds of', () => {
  const heap = (unit: string) => unit.repeat(Math.ceil(1_000_000 / unit.length));
  test.each([
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
    ['plans in TCVN3', heap(damages.find((d) => d.name.startsWith('TCVN3'))!.harm(plans[2]!))],
  ])(
    '%s',
    (_, text) => {
      const start = performance.now();
      survives(text);
      expect(performance.now() - start).toBeLessThan(2_000);
    },
    30_000,
  );
});
