import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { id, moment } from '../use-case/contract.ts';

const params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const message = z.object({ key: z.string(), params });

export const JOB_STATES = ['queued', 'running', 'cancelling', 'cancelled', 'done', 'failed'] as const;

/** A job as its owner sees it. */
export const jobView = z.object({
  id,
  name: z.string(),
  titleKey: z.string(),
  titleParams: params,
  /** The page that shows the result. */
  link: z.string().nullable(),
  state: z.enum(JOB_STATES),
  progress: z.number().min(0).max(100),
  note: message.nullable(),
  /** Reckoned from the pace of this attempt; null while there is nothing to reckon from. */
  remainingSeconds: z.number().int().nonnegative().nullable(),
  subject: z.object({ kind: z.string(), id: z.string() }).nullable(),
  result: z.unknown(),
  error: message.nullable(),
  createdAt: moment,
  startedAt: moment.nullable(),
  finishedAt: moment.nullable(),
});
export type JobView = z.infer<typeof jobView>;

export interface JobRow {
  id: string;
  name: string;
  title_key: string;
  title_params: z.infer<typeof params>;
  link: string | null;
  state: JobView['state'];
  progress: number;
  note_key: string | null;
  note_params: z.infer<typeof params> | null;
  subject_kind: string | null;
  subject_id: string | null;
  result: unknown;
  error_key: string | null;
  error_params: z.infer<typeof params> | null;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
  base_progress: number;
  running_seconds: number | null;
}

/** The columns of `platform.job` that a view is made of. */
export const JOB_COLUMNS: RawBuilder<unknown> = sql`id, name, title_key, title_params, link, state, progress, note_key, note_params,
  subject_kind, subject_id, result, error_key, error_params, created_at, started_at, finished_at, base_progress,
  extract(epoch from clock_timestamp() - base_at)::float8 as running_seconds`;

const LEAST_PROGRESS = 2;
const LEAST_SECONDS = 2;

/** Seconds left at the pace of this attempt; null before two seconds and two per cent have shown what it is. */
export function remainingSeconds(
  row: Pick<JobRow, 'state' | 'progress' | 'base_progress' | 'running_seconds'>,
): number | null {
  const done = row.progress - row.base_progress;
  const { running_seconds: seconds } = row;
  if (row.state !== 'running' || seconds === null || seconds < LEAST_SECONDS || done < LEAST_PROGRESS)
    return null;
  return Math.ceil(((100 - row.progress) * seconds) / done);
}

export const toJobView = (row: JobRow): JobView => ({
  id: row.id,
  name: row.name,
  titleKey: row.title_key,
  titleParams: row.title_params,
  link: row.link,
  state: row.state,
  progress: row.progress,
  note: row.note_key ? { key: row.note_key, params: row.note_params ?? {} } : null,
  remainingSeconds: remainingSeconds(row),
  subject: row.subject_kind && row.subject_id ? { kind: row.subject_kind, id: row.subject_id } : null,
  result: row.result ?? null,
  error: row.error_key ? { key: row.error_key, params: row.error_params ?? {} } : null,
  createdAt: row.created_at,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
});
