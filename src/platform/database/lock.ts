// A lock between processes of one machine, held in a file that names its holder.
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { unfit } from '#src/platform/unfit.ts';

/** Runs `work` while no other process holds `path`; a lock whose holder has died is taken over. */
export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + 120_000; !take(path); await sleep(25)) {
    clearAbandoned(path);
    if (Date.now() > end)
      throw unfit(
        'locked',
        `Không lấy được khóa ${path}; một tiến trình khác đang giữ.`,
        `The lock ${path} is held by another process.`,
      );
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes a lock whose holder has died. It is first moved aside and read there, so that of two waiters who
 * saw the dead holder the slower one does not remove the new lock of the faster.
 */
function clearAbandoned(path: string) {
  const aside = `${path}.${process.pid}`;
  try {
    if (!isAbandoned(path)) return;
    renameSync(path, aside);
    if (!isAbandoned(aside)) linkSync(aside, path);
    rmSync(aside, { force: true });
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/** An empty file is one being written; it counts as abandoned only when it stays so. */
function isAbandoned(path: string): boolean {
  const holder = Number(readFileSync(path, 'utf8'));
  return holder > 0 ? !isAlive(holder) : Date.now() - statSync(path).mtimeMs > 5_000;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
