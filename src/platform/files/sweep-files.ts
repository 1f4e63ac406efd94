import { sql } from 'kysely';
import { inTransaction } from '../database/index.ts';
import { defineJob, type JobDefinition } from '../jobs/index.ts';
import type { World } from '../use-case/index.ts';
import { lockContent } from './file-row.ts';
import type { FileStore } from './file-store.ts';

const DAY_MS = 86_400_000;
const BATCH = 500;

export interface SweepReport {
  /** Rows of uploads that no record took, and of files taken away. */
  rows: number;
  /** Contents that no row named any more. */
  contents: number;
  leftovers: number;
  /** Contents that a row names and the store does not have: to be brought back from a backup. */
  missing: number;
}

async function removeRows(world: World, before: string, signal?: AbortSignal): Promise<number> {
  let removed = 0;
  for (let last = BATCH; last === BATCH; ) {
    signal?.throwIfAborted();
    const { rows } = await sql`delete from platform.file where id in (select id from platform.file
      where removed_at < ${before} or (owner_kind is null and at < ${before}) limit ${BATCH}) returning id`.execute(
      world.db,
    );
    last = rows.length;
    removed += last;
  }
  return removed;
}

/** Under the lock of its content: nobody names it, and nobody has stored it again meanwhile. */
const removeContent = (world: World, store: FileStore, hash: string, before: Date): Promise<boolean> =>
  inTransaction(world.db, async (tx) => {
    await lockContent(tx, hash);
    const { rows } = await sql`select 1 from platform.file where sha256 = ${hash} limit 1`.execute(tx);
    const fresh = ((await store.storedAt(hash))?.getTime() ?? 0) >= before.getTime();
    if (rows.length > 0 || fresh) return false;
    await store.removeFile(hash);
    return true;
  });

/**
 * Removes what no record has taken within a day, what was taken away a day ago, contents that nothing names and
 * leftovers of broken uploads. The day lets a running backup and a form being filled in keep what they need.
 */
export async function sweepFiles(world: World, store: FileStore, signal?: AbortSignal): Promise<SweepReport> {
  const before = new Date(world.now().getTime() - DAY_MS);
  const rows = await removeRows(world, before.toISOString(), signal);
  const named = await sql<{ sha256: string }>`select distinct sha256 from platform.file`.execute(world.db);
  const lost = new Set(named.rows.map((row) => row.sha256));
  const wanted = new Set(lost);
  let contents = 0;
  for await (const { hash, at } of store.listFiles()) {
    signal?.throwIfAborted();
    lost.delete(hash);
    if (wanted.has(hash) || at >= before) continue;
    if (await removeContent(world, store, hash, before)) contents += 1;
  }
  return { rows, contents, leftovers: await store.sweep(before), missing: lost.size };
}

/** The nightly sweep; made by the composition root, which knows the store. */
export const sweepFilesJob = (store: FileStore): JobDefinition<object> =>
  defineJob<object>({
    name: 'files.sweep',
    titleKey: 'files:job.sweep',
    lane: 'quick',
    cron: '40 3 * * *',
    catchUpHours: 25,
    run: ({ world, signal }) => sweepFiles(world, store, signal),
  });
