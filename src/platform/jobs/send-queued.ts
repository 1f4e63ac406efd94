import { sql } from 'kysely';
import type PgBoss from 'pg-boss';
import { inTransaction, type Tx } from '../database/index.ts';
import { sqlFor } from './boss.ts';

export const LANES = ['quick', 'long'] as const;
export type Lane = (typeof LANES)[number];
export const queueOf = (lane: Lane) => `rostok-${lane}`;

/** pg-boss's own limit is a day; heartbeats, not this, find the jobs of a killed process. */
const MESSAGE_LIFE = { expireInHours: 23, retentionDays: 30, retryLimit: 0 };

/**
 * Sends waiting jobs to their queues. The message and the mark `sent_at` are one transaction, so none is lost
 * and none is sent twice. Gives the lanes that got something.
 */
export async function sendQueued(db: Tx, boss: PgBoss, limit = 100): Promise<Set<Lane>> {
  const { rows: waiting } = await sql`select 1 from platform.job where state = 'queued' and sent_at is null
    and (start_after is null or start_after <= clock_timestamp()) limit 1`.execute(db);
  if (waiting.length === 0) return new Set();
  return inTransaction(db, async (tx) => {
    const { rows } = await sql<{ id: string; lane: Lane }>`select id, lane from platform.job
      where state = 'queued' and sent_at is null and (start_after is null or start_after <= clock_timestamp())
      order by created_at, id limit ${limit} for update skip locked`.execute(tx);
    for (const { id, lane } of rows)
      await boss.send(queueOf(lane), { jobId: id }, { ...MESSAGE_LIFE, singletonKey: id, db: sqlFor(tx) });
    await sql`update platform.job set sent_at = clock_timestamp()
      where id = any(${rows.map((row) => row.id)}::uuid[])`.execute(tx);
    return new Set(rows.map((row) => row.lane));
  });
}
