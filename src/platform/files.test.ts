// Files come back byte for byte, once each, and damage is noticed.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openFiles } from './files.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'tongket-files-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
const files = openFiles({ dataDir });

it('gives back what was put, under the SHA-256 of the content', async () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => i % 256);
  const stored = await files.putFile(bytes);
  expect(stored.size).toBe(100_000);
  expect(stored.key.endsWith(stored.sha256)).toBe(true);
  expect(new Uint8Array(await files.getFile(stored.key))).toEqual(bytes);
});

it('knows the hash of "abc" (FIPS 180-2) and of nothing', async () => {
  const abc = await files.putFile(new TextEncoder().encode('abc'));
  expect(abc.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect((await files.getFile((await files.putFile(new Uint8Array())).key)).byteLength).toBe(0);
});

it('stores equal content once, also when put at the same time', async () => {
  const bytes = new TextEncoder().encode('một nội dung');
  const keys = await Promise.all([1, 2, 3, 4].map(async () => (await files.putFile(bytes)).key));
  expect(new Set(keys).size).toBe(1);
  expect(readdirSync(join(dataDir, 'files', 'unfinished'))).toEqual([]);
});

it('refuses damaged and missing files', async () => {
  const { key } = await files.putFile(new TextEncoder().encode('nguyên vẹn'));
  writeFileSync(join(dataDir, 'files', key), 'bị sửa');
  await expect(files.getFile(key)).rejects.toThrow('damaged');
  await expect(files.getFile('00/none')).rejects.toThrow();
});

it('does not leave its folder', async () => {
  await expect(files.getFile('../secret')).rejects.toThrow();
});
