// Whatever the text, the compiler answers or refuses; it never fails otherwise, never hangs, and its spans stay inside the text.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#src/kernel/refusal.ts';
import { compilePlan } from './compile.ts';
import { decodePlanBytes } from './decode.ts';
import { megabytes, mutate, mutationBases } from './mutate.ts';

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
    fc.property(fc.constantFrom(...mutationBases(plans)), seeds, (plan, seed) =>
      survives(mutate(plan, seed)),
    ),
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

describe('a megabyte ends soon, even on a busy machine (the bench holds it to two seconds on a free one):', () => {
  test.each(megabytes(plans))(
    '%s',
    (_, text) => {
      const start = performance.now();
      survives(text);
      expect(performance.now() - start).toBeLessThan(15_000);
    },
    30_000,
  );
});
