import { sql } from 'kysely';
import type { World } from '../use-case/index.ts';

/** The process answers at all. Asks nothing of others, so that a slow database restarts no healthy process. */
export const isLive = (): true => true;

export interface Readiness {
  ready: boolean;
  /** Milliseconds the database took to answer; null when it did not. */
  databaseMs: number | null;
  /** The last migration applied there; null when there is none. */
  migration: string | null;
}

/**
 * Whether this process may be given requests: the database answers within `limitMs` and has been migrated up to
 * `lastMigration` (of this build; left out, any state will do). Never throws.
 */
export async function isReady(
  world: Pick<World, 'db'>,
  { limitMs = 2000, lastMigration }: { limitMs?: number; lastMigration?: string } = {},
): Promise<Readiness> {
  const begun = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, limitMs, null);
  });
  const asked = sql<{ name: string | null }>`select max(name) as name from platform.migration`
    .execute(world.db)
    .then(({ rows }) => ({ name: rows[0]?.name ?? null }))
    .catch(() => null);
  const answer = await Promise.race([asked, late]);
  clearTimeout(timer);
  if (!answer) return { ready: false, databaseMs: null, migration: null };
  const ready = answer.name !== null && (lastMigration === undefined || answer.name >= lastMigration);
  return { ready, databaseMs: Math.round(performance.now() - begun), migration: answer.name };
}
