import { CompiledQuery } from 'kysely';
import PgBoss from 'pg-boss';
import type { Tx } from '../database/index.ts';
import { splitStatements } from '../database/migrate.ts';

const isScript = (text: string) => /^\s*BEGIN;/i.test(text);
const isEmpty = (statement: string) => /^[\s;]*$/.test(statement);

/** pg-boss sends its upkeep as one text of several statements, which the embedded database takes one at a time. */
async function runScript(db: Tx, text: string): Promise<void> {
  await db.connection().execute(async (one) => {
    try {
      for (const statement of splitStatements(text))
        if (!isEmpty(statement)) await one.executeQuery(CompiledQuery.raw(statement));
    } catch (error) {
      await one.executeQuery(CompiledQuery.raw('rollback'));
      throw error;
    }
  });
}

/** What pg-boss asks of a database, answered by ours on either driver. */
export const sqlFor = (db: Tx): PgBoss.Db => ({
  async executeSql(text, values) {
    if (isScript(text)) {
      await runScript(db, text);
      return { rows: [] };
    }
    const { rows } = await db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, values ?? []));
    return { rows };
  },
});

export interface Boss {
  boss: PgBoss;
  /** Waits for statements under way, so that the database may be closed. */
  settled(): Promise<void>;
}

/**
 * A started pg-boss over our own handle. Once started, a failing statement of its background work is reported
 * and answered with nothing: pg-boss leaves some of those promises unwatched, and one would end the process.
 */
export async function startBoss(
  db: Tx,
  { schedule, onError }: { schedule: boolean; onError(error: unknown): void },
): Promise<Boss> {
  const direct = sqlFor(db);
  const underWay = new Set<Promise<unknown>>();
  let started = false;
  const watched: PgBoss.Db = {
    executeSql(text, values) {
      const asked = direct.executeSql(text, values).catch((error: unknown) => {
        if (!started) throw error;
        onError(error);
        return undefined as unknown as { rows: unknown[] };
      });
      underWay.add(asked);
      const forget = () => underWay.delete(asked);
      asked.then(forget, forget);
      return asked;
    },
  };
  const boss = new PgBoss({
    db: watched,
    schema: 'pgboss',
    schedule,
    supervise: schedule,
    archiveCompletedAfterSeconds: 3600,
    deleteAfterDays: 2,
  });
  boss.on('error', onError);
  await boss.start();
  started = true;
  return {
    boss,
    async settled() {
      while (underWay.size > 0) await Promise.allSettled([...underWay]);
    },
  };
}
