// Where an embedded PostgreSQL keeps its folders, and as whom it runs.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, lstatSync, mkdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unfit } from '#src/platform/unfit.ts';

export type Owner = { uid: number; gid: number };

/** The folders of one server. `owner` is null when it runs as the person who started it. */
export type Place = {
  folder: string;
  data: string;
  sockets: string;
  log: string;
  owner: Owner | null;
};

/** "nobody" on Linux and harmless elsewhere; needs no entry in /etc/passwd. */
const nobody: Owner = { uid: 65534, gid: 65534 };

/** A socket's whole path may have 107 bytes on Linux and 103 on macOS; its name takes 14. */
const longestSocketFolder = 88;

/**
 * The place of the server `name` whose files belong under `dataDir` (created if missing). PostgreSQL
 * refuses to run as root, so root's server runs as nobody; when nobody cannot enter `dataDir`, the
 * server's files go to a folder outside that survives restarts.
 */
export function placeFor(dataDir: string, name: string): Place {
  mkdirSync(dataDir, { recursive: true });
  const owner = process.getuid?.() === 0 ? ownerOf(join(dataDir, name)) : null;
  const folder = owner && !canEnter(owner, dataDir) ? outsideFolder(dataDir) : dataDir;
  const sockets = join(folder, `${name}.sock`);
  return {
    folder,
    data: join(folder, name),
    sockets:
      Buffer.byteLength(sockets) <= longestSocketFolder
        ? sockets
        : join('/tmp', `tongket-${fingerprint(join(folder, name))}`),
    log: join(folder, `${name}.log`),
    owner,
  };
}

/** A folder for `dataDir`'s files outside of it, the same at every call; refuses one that a stranger made. */
export function outsideFolder(dataDir: string): string {
  const uid = process.getuid?.() ?? 0;
  const name = `tongket-${uid}-${fingerprint(dataDir)}`;
  const base = ['/var/tmp', tmpdir()].find(isWritable) ?? tmpdir();
  const folder = join(base, name);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== uid)
    throw unfit(
      'folder-of-a-stranger',
      `Thư mục ${folder} không phải của người dùng đang chạy lệnh; đề nghị đặt DATA_DIR.`,
      `The folder ${folder} belongs to somebody else; please set DATA_DIR.`,
    );
  chmodSync(folder, 0o755);
  return folder;
}

export function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Data made by an ordinary user keep their owner when root starts the server later. */
function ownerOf(data: string): Owner {
  const found = statSync(data, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : nobody;
}

/** Tried rather than computed: permissions, ACLs and mounts all have their say. */
function canEnter(owner: Owner, folder: string): boolean {
  const tried = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], {
    ...owner,
    cwd: '/',
    stdio: 'ignore',
  });
  if (tried.error)
    throw unfit(
      'cannot-change-user',
      `Không chuyển được sang người dùng ${owner.uid} để chạy PostgreSQL (${tried.error.message}); đề nghị chạy bằng người dùng thường hoặc đặt DATABASE_URL.`,
      `PostgreSQL cannot run as root, and becoming user ${owner.uid} failed (${tried.error.message}); please run as an ordinary user or set DATABASE_URL.`,
    );
  return tried.status === 0;
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
