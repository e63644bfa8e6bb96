// What may be set from outside: environment variables, read once.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unfit } from '#src/platform/unfit.ts';
import { isWritable, outsideFolder } from './database/place.ts';

export type Config = {
  host: string;
  port: number;
  /** The address that links in letters begin with, without a final slash. */
  baseUrl: string;
  /** Database, files, unsent mail and the secret live here. */
  dataDir: string;
  /** Another PostgreSQL; null means the embedded one. */
  databaseUrl: string | null;
  /** Where the demo clock starts; null means real time. */
  demoNow: Date | null;
  /** null means that letters land in `dataDir`/mail. */
  smtpUrl: string | null;
  mailFrom: string;
  /** Signs sessions and tokens; kept in `dataDir` when not given. */
  secret: string;
};

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

type Environment = Record<string, string | undefined>;

/** The configuration that `env` asks for. Creates the data folder, and the secret in it when none is given. */
export function configFrom(env: Environment = process.env): Config {
  const host = env.HOST || '127.0.0.1';
  const port = portFrom(env.PORT);
  const dataDir = dataDirFrom(env);
  return {
    host,
    port,
    baseUrl: (env.BASE_URL || `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`).replace(
      /\/+$/,
      '',
    ),
    dataDir,
    databaseUrl: env.DATABASE_URL || null,
    demoNow: demoNowFrom(env.TONGKET_NOW),
    smtpUrl: env.SMTP_URL || null,
    mailFrom: env.MAIL_FROM || 'Tổng Kết <tong-ket@localhost>',
    secret: env.TONGKET_SECRET || secretIn(dataDir),
  };
}

/** `DATA_DIR`, or .local in the clone, or a folder outside when the clone may not be written to. */
function dataDirFrom(env: Environment): string {
  if (env.DATA_DIR) return resolve(env.DATA_DIR);
  const local = join(projectRoot, '.local');
  try {
    mkdirSync(local, { recursive: true });
  } catch {
    return outsideFolder(local);
  }
  return isWritable(local) ? local : outsideFolder(local);
}

function portFrom(text: string | undefined): number {
  const port = Number(text || 8182);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  throw unfit(
    'bad-port',
    `PORT không hợp lệ: "${text}"; cần một số từ 0 đến 65535.`,
    `PORT is not valid: "${text}"; a number from 0 to 65535 is needed.`,
  );
}

/** A date means eight in the morning of that day in Vietnam, when offices open. */
function demoNowFrom(text: string | undefined): Date | null {
  if (!text) return null;
  const instant = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T08:00:00+07:00` : text);
  if (!Number.isNaN(instant.getTime())) return instant;
  throw unfit(
    'bad-demo-clock',
    `TONGKET_NOW không hợp lệ: "${text}"; cần dạng 2023-08-25 hoặc 2023-08-25T08:00:00+07:00.`,
    `TONGKET_NOW is not valid: "${text}"; write 2023-08-25 or 2023-08-25T08:00:00+07:00.`,
  );
}

function secretIn(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'secret');
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
