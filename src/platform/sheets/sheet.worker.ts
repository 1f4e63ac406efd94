// Entry of the thread that reads and writes tables: a hostile or huge file must not stall the server.
import { serveThread } from '../threads/serve-thread.ts';
import { parseWorkbook } from './parse-workbook.ts';
import type { PlainWorkbook, ReadLimits } from './types.ts';

export type SheetJob = { kind: 'read'; bytes: Uint8Array; name: string; limits: ReadLimits };

serveThread<SheetJob, PlainWorkbook>(async (job) => ({
  value: await parseWorkbook(job.bytes, job.name, job.limits),
}));
