// Compiling in a thread gives the same as compiling here, with the registry's words on names; what goes over its bounds is refused.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Refusal } from '#src/kernel/refusal.ts';
import { compilePlan } from './compiler/compile.ts';
import type { UnitLookup } from './compiler/model.ts';
import { compileBounded } from './compiling.ts';

const fixture = (path: string) =>
  readFileSync(new URL(`./compiler/fixtures/${path}.txt`, import.meta.url), 'utf8');
const lookup: UnitLookup = {
  find: (name) => (name.length % 3 === 0 ? { status: 'unknown' } : { status: 'found', name: `Tỉnh ${name}` }),
};

test.each(['developed/huyen-uy-docx', 'developed/so-bang-viec', 'developed/huyen-doan-so-ket'])(
  '%s: the same in a thread',
  async (path) => {
    const source = { text: fixture(path) };
    const context = { lookup, today: '2026-01-01' as const };
    expect(await compileBounded(source, context)).toEqual(compilePlan(source, context));
    expect(await compileBounded(source)).toEqual(compilePlan(source));
  },
);

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error) => (error instanceof Refusal ? error.code : error),
  );

test('refuses in words what cannot be read, and what takes too long', async () => {
  const lost = await refusalOf(compileBounded({ text: '??? ho?ch t?ng k?t c?ng t?c d?n v?n. '.repeat(40) }));
  expect(lost).toBe('plan-letters-lost');
  const long = { text: fixture('developed/huyen-uy-docx') };
  expect(await refusalOf(compileBounded(long, {}, { seconds: 0.001, heapMegabytes: 512 }))).toBe(
    'plan-too-slow',
  );
});

test('the thread that serves pages is not held up', async () => {
  let ticks = 0;
  const timer = setInterval(() => ticks++, 5);
  await compileBounded({ text: fixture('developed/huyen-uy-docx').repeat(60) });
  clearInterval(timer);
  expect(ticks).toBeGreaterThan(5);
});
