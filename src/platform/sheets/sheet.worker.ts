// Entry of the thread that reads and writes tables: a hostile or huge file must not stall the server.
import { serveThread } from '../threads/serve-thread.ts';
import { parseWorkbook } from './parse-workbook.ts';
import type { PlainWorkbook, ReadLimits } from './types.ts';
import type { WriteRequest } from './write-types.ts';
import { writeXlsx } from './write-xlsx.ts';

export type SheetJob =
  | { kind: 'read'; bytes: Uint8Array; name: string; limits: ReadLimits }
  | { kind: 'write'; request: WriteRequest };

serveThread<SheetJob, PlainWorkbook | Uint8Array>(async (job) => {
  if (job.kind === 'read') return { value: await parseWorkbook(job.bytes, job.name, job.limits) };
  const bytes = await writeXlsx(job.request);
  return { value: bytes, transfer: bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : [] };
});
