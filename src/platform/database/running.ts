// Whether an embedded server runs, seen from the files that it keeps; and the address it answers at.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Place } from './place.ts';

/** The database role that owns everything in an embedded server. */
export const user = 'tongket';

/** The address of a database of the server at `place`: a unix socket, no port. */
export function urlAt(place: Place, database: string): string {
  return `postgres://${user}@localhost/${database}?host=${encodeURIComponent(place.sockets)}`;
}

/** The process id of a live server on this data folder, or null; a stale file of a crash does not count. */
export function runningPid(place: Place): number | null {
  const file = `${place.data}/postmaster.pid`;
  const pid = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : Number.NaN;
  return pid > 0 && commandOf(pid).includes(place.data) ? pid : null;
}

/** True once the server says so itself in its lock file. */
export function isReady(place: Place): boolean {
  const file = `${place.data}/postmaster.pid`;
  return existsSync(file) && readFileSync(file, 'utf8').split('\n')[7]?.trim() === 'ready';
}

/** Waits while a server whose owner has gone shuts down. */
export async function untilGone(place: Place, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await sleep(20))
    if (runningPid(place) === null) return true;
  return runningPid(place) === null;
}

function commandOf(pid: number): string {
  if (process.platform !== 'linux')
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)]).stdout.toString();
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
