// Makes a bare clone ready: Node 24, the libraries, the built assets. Plain JavaScript; runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const wantedMajor = 24;
const nodeVersion = '24.21.0';
const platform = `${process.platform}-${process.arch}`;
const platforms = ['linux-x64', 'linux-arm64', 'darwin-arm64', 'darwin-x64'];

/** Everything people read here goes to stderr: the standard output belongs to the command itself. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** A refusal in one line instead of a stack trace. */
export function refuse(text) {
  say(text);
  process.exit(1);
}

/**
 * Returns on Node 24 with the libraries installed as package-lock.json says and, unless told otherwise, the
 * assets built. On an older Node the calling script starts again under Node 24 and this process only waits.
 */
export async function ready({ assets = true } = {}) {
  if (Number(process.versions.node.split('.')[0]) < wantedMajor) await startAgain();
  if (!isInstalled()) await alone(install);
  if (assets) await buildAssets();
}

async function buildAssets() {
  const program = join(root, 'scripts', 'assets.mjs');
  if (!existsSync(program)) return;
  const { buildAssets: build } = await import(pathToFileURL(program).href);
  await (isWritable(join(root, '.local')) ? alone(build) : build());
}

/** Runs Node with these arguments in the clone; resolves with its exit code. */
export function run(args) {
  return wait(spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }));
}

/**
 * Becomes a TypeScript program in the present folder: no parent is left that would have to pass signals
 * on. tsx and its settings are named by their full paths, because that folder may be any.
 */
export async function become(program, args = [], preloads = []) {
  process.env.TSX_TSCONFIG_PATH = join(root, 'tsconfig.json');
  const imports = [...preloads, import.meta.resolve('tsx')].flatMap((url) => ['--import', url]);
  const command = [...imports, join(root, program), ...args];
  if (!process.execve) process.exit(await wait(spawn(process.execPath, command, { stdio: 'inherit' })));
  process.removeAllListeners('warning');
  process.execve(process.execPath, [process.execPath, ...command], process.env);
}

async function startAgain() {
  const node = nodeHere() ?? (await alone(bringNode));
  const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
  const env = {
    ...process.env,
    PATH: path,
    NODE: node,
    npm_node_execpath: node,
    TONGKET_PARENT: String(process.pid),
  };
  process.exit(await wait(spawn(node, process.argv.slice(1), { stdio: 'inherit', env })));
}

/** The path of the Node 24 that was brought before, or null. */
function nodeHere() {
  const node = join(root, '.local', 'node', 'node_modules', `node-${platform}`, 'bin', 'node');
  return versionOf(node) === `v${nodeVersion}` ? node : null;
}

/** Brings Node 24 from the npm registry into .local/node. Returns the path of its program. */
function bringNode() {
  if (!platforms.includes(platform))
    refuse(`Cần Node ${wantedMajor}; máy này (${platform}) đề nghị tự cài từ nodejs.org.`);
  const brought = nodeHere();
  if (brought) return brought;
  say(`Máy có Node ${process.versions.node}; đang tải Node ${nodeVersion} (chỉ lần đầu)…`);
  const folder = join(writableFolder(), 'node');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  npm(
    ['install', '--no-save', '--no-package-lock', '--ignore-scripts', `node-${platform}@${nodeVersion}`],
    folder,
  );
  return nodeHere() ?? refuse(`Node ${nodeVersion} tải về không chạy được trên máy này.`);
}

function versionOf(node) {
  return existsSync(node) ? spawnSync(node, ['-v'], { encoding: 'utf8' }).stdout.trim() : null;
}

function writableFolder() {
  const local = join(root, '.local');
  if (isWritable(root) && !existsSync(local)) mkdirSync(local);
  if (!isWritable(root) || !isWritable(local))
    refuse(`Không ghi được vào ${root}; đề nghị dùng bản sao mà người dùng này được ghi.`);
  return local;
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Installs when what npm recorded in node_modules is not what package-lock.json asks for. */
function install() {
  if (isInstalled()) return;
  say('Đang cài thư viện (lần đầu mất khoảng một phút)…');
  npm(['ci', '--include=dev', '--include=optional'], root);
  if (!isInstalled()) refuse('Thư viện cài chưa đủ; đề nghị kiểm tra mạng rồi chạy lại.');
}

function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const found = packagesIn(record);
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' || (found[path] ? found[path].version === entry.version : maybeAbsent(entry)),
  );
}

/** Optional packages for other machines stay away; those for this one must be there. */
function maybeAbsent({ optional, os, cpu, libc }) {
  const here = (list, value) => !list || list.includes(value);
  return (
    Boolean(optional) && (!here(os, process.platform) || !here(cpu, process.arch) || Boolean(libc) || !os)
  );
}

function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** npm, quiet unless it fails. Its settings from an `npm start` around us that point at a folder are dropped. */
function npm(args, cwd) {
  const env = { ...process.env };
  for (const name of Object.keys(env))
    if (
      /^npm_(package|lifecycle|command|config_(local_prefix|prefix|global|omit|include|only|production))/.test(
        name,
      )
    )
      delete env[name];
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--no-progress'];
  const done = spawnSync('npm', [...args, ...quiet], {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (done.error?.code === 'ENOENT') refuse('Không tìm thấy npm; đề nghị cài npm kèm Node rồi chạy lại.');
  if (done.status !== 0) refuse(reasonOf(`${done.stderr}${done.stdout}`));
}

function reasonOf(output) {
  const lines = output.trim().split('\n').slice(-6).join('\n');
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|network/.test(output))
    return `Không tải được thư viện vì không tới được kho npm; đề nghị kiểm tra mạng rồi chạy lại. (${codeIn(output)})`;
  if (/ENOSPC/.test(output)) return 'Không tải được thư viện: ổ đĩa đã đầy.';
  if (/EACCES|EROFS|EPERM/.test(output)) return `Không ghi được thư viện vào ${root}.\n${lines}`;
  return `npm báo lỗi:\n${lines}`;
}

/** npm's own code for it, "ECONNREFUSED". */
function codeIn(output) {
  return /\b(?:ENOTFOUND|EAI_AGAIN|E[A-Z]*(?:CONN|TIMED)[A-Z]*)\b/.exec(output)?.[0] ?? 'npm';
}

/** One at a time: two commands in one fresh clone must not install over each other. */
async function alone(work) {
  const lock = join(writableFolder(), 'ready.lock');
  while (!take(lock)) {
    if (isAbandoned(lock)) rmSync(lock, { force: true });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const release = () => rmSync(lock, { force: true });
  // `work` may end the process with a refusal.
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function isAbandoned(lock) {
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    if (!holder) return Date.now() - statSync(lock).mtimeMs > 5000;
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/**
 * Passes signals on and resolves with the exit code that a shell would give. npm's shell dies of a signal
 * without passing it on, so under npm a new parent means: stop.
 */
function wait(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event !== undefined && process.ppid !== parent) child.kill('SIGTERM');
  }, 500);
  return new Promise((resolve) => {
    const end = (code) => {
      clearInterval(watch);
      resolve(code);
    };
    child.once('error', (error) => {
      say(`Không chạy được ${child.spawnfile}: ${error.message}`);
      end(1);
    });
    child.once('exit', (code, signal) =>
      end(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1)),
    );
  });
}
