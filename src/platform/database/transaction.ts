import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

/** What a use case gets: a handle bound to one connection, inside its transaction when it changes things. */
export type Tx = Kysely<Database>;

const RETRIED = new Set(['40001', '40P01']);

const codeOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/**
 * Runs `work` in a READ COMMITTED transaction. Serialisation failures (40001) and deadlocks (40P01) are
 * tried three times in all; `work` must therefore do nothing that the transaction cannot undo.
 */
export async function inTransaction<T>(db: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt >= 3 || !RETRIED.has(codeOf(error))) throw error;
    }
  }
}
