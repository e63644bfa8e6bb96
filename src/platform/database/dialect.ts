// Kysely's dialect over postgres.js. Single queries go to the pool; a transaction holds one connection.
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type postgres from 'postgres';

/**
 * Why not the ready-made dialect: it reserves a connection for every query, and postgres.js 3.4 throws an
 * uncaught error (the whole process dies) when a query is sent to a reserved connection that the server
 * has closed. `sql.begin` reports the close instead, and the pool replaces closed connections by itself.
 */
export function postgresDialect(sql: postgres.Sql): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driverOver(sql),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

function driverOver(sql: postgres.Sql): Driver {
  const own = (connection: DatabaseConnection) => connection as Connection;
  return {
    init: async () => undefined,
    acquireConnection: async () => new Connection(sql),
    beginTransaction: (connection, settings) => own(connection).begin(settings),
    commitTransaction: (connection) => own(connection).commit(),
    rollbackTransaction: (connection) => own(connection).rollback(),
    releaseConnection: async () => undefined,
    destroy: () => sql.end({ timeout: 2 }),
  };
}

/** Thrown into postgres.js to make it roll back; never seen outside. */
const rolledBack = Symbol('rolled back');

type Held = {
  sql: postgres.TransactionSql;
  finish: () => void;
  abandon: (reason: symbol) => void;
  /** Settles when the transaction has ended; rejects with the reason when it was not committed. */
  ended: Promise<void>;
};

class Connection implements DatabaseConnection {
  readonly #sql: postgres.Sql;
  #held: Held | null = null;
  #lost: unknown = null;

  constructor(sql: postgres.Sql) {
    this.#sql = sql;
  }

  /** Resolves once the server has begun; `ended` follows the rest. */
  async begin(settings: TransactionSettings): Promise<void> {
    this.#held = await new Promise<Held>((resolve, reject) => {
      const ended = this.#sql.begin(modeOf(settings), (trx) => {
        return new Promise<void>((finish, abandon) => {
          queueMicrotask(() => resolve({ sql: trx, finish, abandon, ended }));
        });
      }) as Promise<void>;
      ended.catch((error: unknown) => {
        this.#lost ??= error;
        reject(error);
      });
    });
  }

  async commit(): Promise<void> {
    const held = this.#live();
    held.finish();
    await held.ended;
  }

  /** After a lost connection there is nothing to roll back: the server has done it. */
  async rollback(): Promise<void> {
    if (this.#held === null || this.#lost) return;
    this.#held.abandon(rolledBack);
    await this.#held.ended.catch(() => undefined);
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const through = this.#held === null ? this.#sql : this.#live().sql;
    const rows = await through.unsafe(sql, [...parameters] as never[], { prepare: true });
    const changes = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(rows.command);
    return { rows: [...rows] as R[], ...(changes && { numAffectedRows: BigInt(rows.count) }) };
  }

  async *streamQuery<R>(
    { sql, parameters }: CompiledQuery,
    chunk: number,
  ): AsyncIterableIterator<QueryResult<R>> {
    const through = this.#held === null ? this.#sql : this.#live().sql;
    for await (const rows of through.unsafe(sql, [...parameters] as never[]).cursor(chunk))
      yield { rows: rows as R[] };
  }

  #live(): Held {
    if (this.#held === null) throw new Error('No transaction was begun.');
    if (this.#lost) throw this.#lost;
    return this.#held;
  }
}

function modeOf({ isolationLevel, accessMode }: TransactionSettings): string {
  return [isolationLevel && `isolation level ${isolationLevel}`, accessMode].filter(Boolean).join(' ');
}
