import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { PgliteThread } from './pglite-thread.ts';

/** PGlite has one session: connections are handed out one at a time, in order of asking. */
class OneSession implements Driver {
  readonly #thread: PgliteThread;
  #queue: Promise<void> = Promise.resolve();
  readonly #free = new WeakMap<DatabaseConnection, () => void>();

  constructor(thread: PgliteThread) {
    this.#thread = thread;
  }
  async init() {}
  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#queue;
    let free = () => {};
    this.#queue = new Promise((resolve) => {
      free = resolve;
    });
    await before;
    const thread = this.#thread;
    const connection: DatabaseConnection = {
      async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
        const { rows, affected } = await thread.query(query.sql, query.parameters);
        return { rows: rows as R[], numAffectedRows: BigInt(affected) };
      },
      async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
        yield await this.executeQuery<R>(query);
      },
    };
    this.#free.set(connection, free);
    return connection;
  }
  async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('begin'));
  }
  async commitTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }
  async rollbackTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }
  async releaseConnection(connection: DatabaseConnection) {
    this.#free.get(connection)?.();
  }
  async destroy() {
    await this.#thread.close();
  }
}

/** Kysely on the embedded Postgres of `pglite-thread.ts`. */
export const pgliteDialect = (thread: PgliteThread): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new OneSession(thread),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
});
