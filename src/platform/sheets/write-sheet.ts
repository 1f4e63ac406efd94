import { callThread, ThreadFailure } from '../threads/call-thread.ts';
import { SheetRefusal } from './refusal.ts';
import type { SheetJob } from './sheet.worker.ts';
import { writeCsv } from './write-csv.ts';
import type { CsvOptions, WriteRequest } from './write-types.ts';
import { writeXlsx } from './write-xlsx.ts';

export type WriteOptions = ({ format: 'xlsx' } | ({ format: 'csv' } & CsvOptions)) & { timeoutMs?: number };

/** Up to this many cells a file is written in the calling thread (some tens of milliseconds). */
const INLINE_CELLS = 20_000;

/**
 * Writes tables as XLSX (all of them) or CSV (the first). Larger ones in a thread.
 * Throws `SheetRefusal` when time or memory run out.
 */
export async function writeSheet(request: WriteRequest, options: WriteOptions): Promise<Uint8Array> {
  if (options.format === 'csv') {
    const [table] = request.tables;
    if (!table) throw new SheetRefusal('sheets:refused.noTable');
    return writeCsv(table, request, options);
  }
  const cells = request.tables.reduce((sum, it) => sum + it.rows.length * it.columns.length, 0);
  if (cells <= INLINE_CELLS) return writeXlsx(request);
  const job: SheetJob = { kind: 'write', request };
  try {
    return await callThread<Uint8Array>(new URL('./sheet.worker.ts', import.meta.url), job, {
      timeoutMs: options.timeoutMs ?? 120_000,
      heapMb: 1_024,
    });
  } catch (error) {
    if (error instanceof ThreadFailure && error.reason !== 'thrown')
      throw new SheetRefusal('sheets:refused.tooLargeToWrite');
    throw error;
  }
}
