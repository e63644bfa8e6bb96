// Every code that a person may meet is documented once.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fileRefusal, fileRefusalCodes } from './file-refusals.ts';

const docs = readFileSync(new URL('../../docs/diagnostics-files.md', import.meta.url), 'utf8');

it('each code of a file, a Word report or an annex has one line in the documentation', () => {
  const sources = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'));
  const written = sources.flatMap((source) =>
    [...source.matchAll(/'((?:word|annex)-[a-z]+(?:-[a-z]+)+)'/g)].map((m) => m[1]!),
  );
  const codes = [...new Set([...fileRefusalCodes, ...written])];
  expect(codes.filter((code) => docs.split(`| \`${code}\` |`).length !== 2)).toEqual([]);
});

it('each refusal says what to do in both languages', () => {
  for (const code of fileRefusalCodes) {
    const { words } = fileRefusal(code, { kinds: '.docx', count: '1' });
    expect(words.vi.length).toBeGreaterThan(30);
    expect(words.en.length).toBeGreaterThan(30);
    expect(words.vi + words.en).not.toMatch(/[{}!]/);
  }
});
