// The environment is read once, with defaults, and nonsense is refused in words.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { configFrom } from './config.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'tongket-config-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
const from = (env: Record<string, string>) => configFrom({ DATA_DIR: dataDir, ...env });

it('has a default for everything', () => {
  expect(from({})).toMatchObject({
    host: '127.0.0.1',
    port: 8182,
    baseUrl: 'http://127.0.0.1:8182',
    databaseUrl: null,
    demoNow: null,
    smtpUrl: null,
  });
});

it('keeps one secret in the data folder, for the owner only, unless one is given', () => {
  expect(from({}).secret).toBe(from({}).secret);
  expect(from({}).secret).toMatch(/^[0-9a-f]{64}$/);
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
  expect(from({ TONGKET_SECRET: 'given' }).secret).toBe('given');
});

it('reads the demo clock as a day in Vietnam or as an instant', () => {
  expect(from({ TONGKET_NOW: '2023-08-25' }).demoNow).toEqual(new Date('2023-08-25T01:00:00Z'));
  expect(from({ TONGKET_NOW: '2023-08-25T23:59:00+07:00' }).demoNow).toEqual(
    new Date('2023-08-25T16:59:00Z'),
  );
});

it('takes addresses without a final slash', () => {
  expect(from({ BASE_URL: 'https://tongket.example/' }).baseUrl).toBe('https://tongket.example');
});

it.each([{ PORT: 'abc' }, { PORT: '70000' }, { PORT: '80.5' }, { TONGKET_NOW: 'hôm qua' }])(
  'refuses %o',
  (env) => {
    expect(() => from(env)).toThrow('không hợp lệ');
  },
);
