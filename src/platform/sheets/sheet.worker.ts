// Entry of the thread that reads and writes tables: a hostile or huge file must not stall the server.
import { serve } from '../workers/index.ts';
import { parseWorkbook } from './parse-workbook.ts';
import type { PlainWorkbook, ReadLimits } from './types.ts';

export type SheetJob = { kind: 'read'; bytes: Uint8Array; name: string; limits: ReadLimits };

serve<SheetJob, PlainWorkbook>(async (job) => ({
  value: await parseWorkbook(job.bytes, job.name, job.limits),
}));
