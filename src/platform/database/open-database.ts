import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { lockFolder } from './folder-lock.ts';
import { pgliteDialect } from './pglite-dialect.ts';
import { type PgliteThread, startPgliteThread } from './pglite-thread.ts';
import type { Tx } from './transaction.ts';
import { PARSERS } from './types.ts';

export interface OpenDatabase {
  db: Tx;
  kind: 'pglite' | 'postgres';
  /** The embedded thread, for dumps; null on a server. */
  thread: PgliteThread | null;
  close(): Promise<void>;
}

type Where = { url: string; poolSize?: number } | { dir: string | null; template?: Uint8Array | null };

for (const [oid, parse] of Object.entries(PARSERS)) pg.types.setTypeParser(Number(oid), parse);

/**
 * Opens the region's database: a PostgreSQL server by `url`, or the embedded one in folder `dir` (null: in
 * memory, for tests). The embedded folder is locked: a second process is refused by name, see folder-lock.ts.
 */
export async function openDatabase(where: Where): Promise<OpenDatabase> {
  if ('url' in where) {
    const pool = new pg.Pool({
      connectionString: where.url,
      max: where.poolSize ?? 16,
      options: '-c jit=off',
    });
    pool.on('error', () => {});
    const db: Tx = new Kysely({ dialect: new PostgresDialect({ pool }) });
    return { db, kind: 'postgres', thread: null, close: () => db.destroy() };
  }
  const unlock = where.dir ? lockFolder(where.dir) : () => {};
  try {
    const thread = startPgliteThread(where.dir ? `${where.dir}/pg` : null, where.template ?? null);
    const db: Tx = new Kysely({ dialect: pgliteDialect(thread) });
    await thread.query('select 1');
    const close = async () => {
      await db.destroy();
      // Kysely ends its driver only when it was ever used
      await thread.close();
      unlock();
    };
    return { db, kind: 'pglite', thread, close };
  } catch (error) {
    unlock();
    throw error;
  }
}
