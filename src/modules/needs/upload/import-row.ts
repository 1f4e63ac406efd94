import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { importRow } from '../contract-imports.ts';

export type ImportRow = z.input<typeof importRow>;

/** Columns of `importRow` over `needs.import i` and `registry.person_v p`, without the file and its report. */
export const importColumns: RawBuilder<unknown> = sql`i.id, i.kind, i.file_name as "fileName", i.state, i.year, i.counts,
  i.effect, i.job_id as "jobId", i.made_at as "madeAt", i.applied_at as "appliedAt", coalesce(p.short_name, '') as by`;
