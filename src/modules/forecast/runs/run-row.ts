import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import { found } from '../../../platform/use-case/index.ts';
import type { runRow } from '../contract.ts';

export type RunRow = z.output<typeof runRow>;

/** Columns of a run's row, read from `forecast.run_v r`. */
export const runColumns = sql`r.id, r.version, r.title, r.state, r.created_at as "createdAt", r.finished_at as "finishedAt",
  (select short_name from registry.person_v p where p.id = r.started_by) as "startedBy", r.input_hash as "inputHash",
  r.result_hash as "resultHash", r.job_id as "jobId", r.summary`;

/** The run asked for, `latest` being the newest finished one. */
export async function resolveRun(
  tx: Tx,
  run: string,
): Promise<{ id: string; version: number; createdAt: string }> {
  const { rows } = await sql<{ id: string; version: number; createdAt: string }>`
    select id, version, created_at as "createdAt" from forecast.run_v
    where state = 'done' and (${run} = 'latest' or id::text = ${run}) order by version desc limit 1`.execute(
    tx,
  );
  return found(rows[0]);
}
