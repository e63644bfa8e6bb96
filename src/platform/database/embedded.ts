// Runs the PostgreSQL that comes from npm: makes its data folder, starts it, and never leaves it behind.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import type { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { unfit } from '#src/platform/unfit.ts';
import { prepareBinaries } from './binaries.ts';
import { withFileLock } from './lock.ts';
import type { Place } from './place.ts';
import { isReady, runningPid, untilGone, urlAt, user } from './running.ts';

/** A running server. `stop` resolves when no process of it is left; `exited` when it ended for any reason. */
export type EmbeddedServer = {
  url: (database: string) => string;
  pid: number;
  exited: Promise<void>;
  stop: () => Promise<void>;
};

export type StartOptions = {
  /** False for throw-away data: no fsync, faster. */
  durable: boolean;
  /** A descriptor to read: the server stops when it ends. Without one the server stops with this process. */
  life?: number;
};

const embeddedMajor = '18';

const common = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  TimeZone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
};
const throwAway = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '200',
};
const lasting = { max_connections: '100', log_lock_waits: 'on', idle_in_transaction_session_timeout: '5min' };

/**
 * Before it becomes PostgreSQL, the shell leaves a watcher behind that reads descriptor 3. Only this
 * process holds the other end, so when it dies in whatever way, the watcher sees the end and asks
 * PostgreSQL for a fast shutdown. A line read means that PostgreSQL has already gone.
 */
const guarded = 'pid=$$; ( ( read -r _ || kill -INT "$pid" ) <&3 >/dev/null 2>&1 & ); exec "$@" 3<&-';

/** Starts the server, making its data first if there are none. Refuses when another process runs it. */
export async function startServer(place: Place, options: StartOptions): Promise<EmbeddedServer> {
  return withFileLock(`${place.data}.lock`, async () => {
    const binaries = prepareBinaries(place.folder);
    if (!existsSync(`${place.data}/PG_VERSION`)) makeData(binaries, place);
    refuseOtherVersion(place);
    await refuseIfRunning(place);
    makeSocketFolder(place);
    const child = spawnServer(binaries, place, options);
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    await untilReady(place, child);
    const life = child.stdio[3] as (Writable & { unref: () => void }) | null;
    child.unref();
    life?.unref();
    void exited.then(() => life?.end('gone\n'));
    life?.on('error', () => undefined);
    return {
      url: (database) => urlAt(place, database),
      pid: child.pid!,
      exited,
      stop: async () => {
        child.ref();
        // First politely: connections that are just closing end by themselves. Then without them.
        child.kill('SIGTERM');
        const impatient = setTimeout(() => child.kill('SIGINT'), 1_000);
        await exited;
        clearTimeout(impatient);
        await withFileLock(`${place.data}.lock`, async () => removeSocketFolder(place));
      },
    };
  });
}

async function refuseIfRunning(place: Place) {
  if (runningPid(place) !== null && !(await untilGone(place, 3_000)))
    throw unfit(
      'database-in-use',
      `Cơ sở dữ liệu tại ${place.data} đang được một tiến trình khác sử dụng (${runningPid(place)}); đề nghị dừng tiến trình đó hoặc đặt DATA_DIR khác.`,
      `The database in ${place.data} is in use by another process (${runningPid(place)}); please stop it or set another DATA_DIR.`,
    );
  rmSync(`${place.data}/postmaster.pid`, { force: true });
}

/** Data of another major version need a dump and restore; starting would fail with less clear words. */
function refuseOtherVersion({ data }: Place) {
  const version = readFileSync(`${data}/PG_VERSION`, 'utf8').trim();
  if (version !== embeddedMajor)
    throw unfit(
      'other-postgresql-version',
      `Dữ liệu tại ${data} thuộc PostgreSQL ${version}, bản kèm theo là ${embeddedMajor}; đề nghị sao lưu bằng bản cũ rồi nạp lại.`,
      `The data in ${data} are of PostgreSQL ${version}, the embedded one is ${embeddedMajor}; please dump with the old version and restore.`,
    );
}

/** Into a folder beside, then renamed: an interrupted start leaves no half-made data. */
function makeData(binaries: string, place: Place) {
  if (existsSync(place.data))
    throw unfit(
      'not-postgresql-data',
      `Thư mục ${place.data} không phải dữ liệu PostgreSQL; đề nghị kiểm tra.`,
      `The folder ${place.data} does not hold PostgreSQL data; please look at it.`,
    );
  const fresh = `${place.data}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  if (place.owner) chownSync(fresh, place.owner.uid, place.owner.gid);
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8'];
  const args = ['-D', fresh, '-U', user, '--auth=trust', '--no-sync', '--no-instructions', ...locale];
  const made = spawnSync(`${binaries}/bin/initdb`, args, {
    ...place.owner,
    cwd: place.folder,
    env: environment(),
  });
  if (made.status !== 0) {
    const said = made.error?.message ?? made.stderr.toString();
    throw unfit(
      'cannot-make-database',
      `Không tạo được cơ sở dữ liệu tại ${place.data}: ${said}`,
      `The database in ${place.data} could not be made: ${said}`,
    );
  }
  renameSync(fresh, place.data);
}

/** Under /tmp a stranger could have made it first, to stand between us and the server. */
function makeSocketFolder({ sockets, owner }: Place) {
  mkdirSync(sockets, { recursive: true, mode: 0o700 });
  const found = lstatSync(sockets);
  if (!found.isDirectory() || ![process.getuid?.(), owner?.uid].includes(found.uid))
    throw unfit(
      'folder-of-a-stranger',
      `Thư mục ${sockets} không phải của người dùng đang chạy lệnh; đề nghị xóa thư mục đó.`,
      `The folder ${sockets} belongs to somebody else; please remove it.`,
    );
  if (owner) chownSync(sockets, owner.uid, owner.gid);
}

/** Leaves nothing in /tmp. Not empty means that somebody has started the server anew. */
function removeSocketFolder({ sockets }: Place) {
  try {
    rmdirSync(sockets);
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

function spawnServer(binaries: string, place: Place, options: StartOptions): ChildProcess {
  const settings = {
    ...common,
    ...(options.durable ? lasting : throwAway),
    unix_socket_directories: place.sockets,
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(place.log, options.durable ? 'a' : 'w');
  const child = spawn(
    '/bin/sh',
    ['-c', guarded, 'sh', `${binaries}/bin/postgres`, '-D', place.data, ...args],
    {
      ...place.owner,
      cwd: place.folder,
      env: environment(),
      // Its own session: Ctrl-C reaches us first, and we stop it when our own work is done.
      detached: true,
      stdio: ['ignore', log, log, options.life ?? 'pipe'],
    },
  );
  closeSync(log);
  return child;
}

async function untilReady(place: Place, child: ChildProcess) {
  let failed: Error | null = null;
  child.once('error', (error) => {
    failed = error;
  });
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(10)) {
    if (failed || child.exitCode !== null || child.signalCode !== null) break;
    if (isReady(place)) return;
  }
  child.kill('SIGINT');
  const log = readFileSync(place.log, 'utf8').trim().split('\n').slice(-5).join('\n');
  throw unfit(
    'postgresql-did-not-start',
    `PostgreSQL không khởi động được (nhật ký: ${place.log}):\n${log}`,
    `PostgreSQL did not start (log: ${place.log}):\n${log}`,
    failed ?? undefined,
  );
}

function environment() {
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}
