// The lock lets one in at a time, and a dead holder keeps nobody out.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { withFileLock } from './lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'tongket-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'lock');

/** No process has it: the highest that Linux gives is 2^22. */
const deadPid = '4194305';

it('lets one in at a time, also after a holder that died', async () => {
  writeFileSync(path, deadPid);
  let inside = 0;
  let most = 0;
  const enter = () =>
    withFileLock(path, async () => {
      most = Math.max(most, ++inside);
      await sleep(5);
      inside--;
    });
  await Promise.all(Array.from({ length: 8 }, enter));
  expect(most).toBe(1);
  expect(existsSync(path)).toBe(false);
});

it('is free again after a failure', async () => {
  const failed = withFileLock(path, async () => {
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  expect(await withFileLock(path, async () => 'in')).toBe('in');
});
