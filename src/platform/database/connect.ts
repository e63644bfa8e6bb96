// Connects to PostgreSQL: Kysely over postgres.js, with values as the rest of the code wants them.
import { Kysely } from 'kysely';
import postgres from 'postgres';
import type { Actor } from '#src/kernel/actor.ts';
import { postgresDialect } from './dialect.ts';
import type { DB } from './schema.ts';

export type Db = Kysely<DB>;

/** What every action takes: where to write, who acts, and what time it is. */
export type Act = { db: Db; actor: Actor; now: Date };

/**
 * The address in postgres.js's terms. It knows no `host` in the query (libpq's way to name a socket
 * folder), so that becomes its `path`; everything else stays in the address.
 */
function addressOf(url: string): { url: string; options: { path?: string } } {
  const socket = /[?&]host=([^&]*)/.exec(url)?.[1];
  if (!socket) return { url, options: {} };
  const parsed = new URL(url);
  parsed.searchParams.delete('host');
  const path = `${decodeURIComponent(socket)}/.s.PGSQL.${parsed.port || 5432}`;
  return { url: parsed.href, options: { path } };
}

/** A bigint beyond 2^53 stays a bigint, so that arithmetic on it fails loudly instead of rounding. */
function parseInteger(text: string): number | bigint {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
}

/**
 * int8 and count → number; numeric → number (our figures fit in doubles: 15 digits); date → "2023-08-30";
 * timestamptz → Date; bytea → Buffer; json → the value itself, both ways.
 */
const types = {
  bigint: { to: 20, from: [20], parse: parseInteger, serialize: String },
  numeric: { to: 1700, from: [1700], parse: Number, serialize: String },
  date: { to: 1082, from: [1082], parse: (text: string) => text, serialize: (text: string) => text },
};

/** postgres.js itself, for the few places that speak SQL without Kysely. The caller ends it. */
export function connectSql(url: string, connections = 10) {
  const { url: address, options } = addressOf(url);
  return postgres(address, {
    ...options,
    max: connections,
    types,
    onnotice: () => undefined,
    connection: { application_name: 'tongket', TimeZone: 'UTC' },
  });
}

/** A pool of `connections`; `destroy()` closes it. */
export function connect(url: string, connections = 10): Db {
  return new Kysely<DB>({ dialect: postgresDialect(connectSql(url, connections)) });
}

/** Serialization failure, deadlock, a standby that was promoted or demoted, a server going down. */
const passing = new Set(['40001', '40P01', '25006', '57P01', 'CONNECTION_CLOSED', 'CONNECTION_ENDED']);

/**
 * Runs `work` in one transaction, again up to twice when the failure was nobody's fault and nothing can
 * have been committed. Inside a transaction it joins it, so that actions can be made of actions.
 */
export async function transaction<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db);
  for (let attempt = 1; ; attempt++) {
    let finished = false;
    try {
      return await db.transaction().execute(async (trx) => {
        const result = await work(trx);
        finished = true;
        return result;
      });
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      const unsure = finished && code.startsWith('CONNECTION');
      if (!passing.has(code) || unsure || attempt === 3) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * 50 * (1 + Math.random())));
    }
  }
}
