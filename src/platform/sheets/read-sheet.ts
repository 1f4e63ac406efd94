import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { callThread, ThreadFailure } from '../threads/call-thread.ts';
import { parseWorkbook } from './parse-workbook.ts';
import { megabytes, SheetRefusal } from './refusal.ts';
import type { SheetJob } from './sheet.worker.ts';
import { DEFAULT_LIMITS, type PlainWorkbook, type ReadLimits } from './types.ts';
import { type Workbook, workbookOf } from './workbook.ts';

export interface ReadOptions {
  /** File name: tells csv from json where the bytes cannot. Taken from the path when absent. */
  name?: string;
  limits?: Partial<ReadLimits>;
}

/** Plain text up to this size is read in the calling thread: starting one takes longer. */
const INLINE_BYTES = 256 * 1024;

function tooLarge(size: number, limits: ReadLimits): SheetRefusal {
  return new SheetRefusal('sheets:refused.tooLarge', {
    size: megabytes(size),
    limit: megabytes(limits.maxBytes),
  });
}

async function load(path: string, limits: ReadLimits): Promise<Uint8Array> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new SheetRefusal('sheets:refused.cannotOpen', { name: basename(path), code: error.code ?? '' });
  });
  try {
    const { size } = await file.stat();
    if (size > limits.maxBytes) throw tooLarge(size, limits);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

async function inThread(bytes: Uint8Array, name: string, limits: ReadLimits): Promise<PlainWorkbook> {
  // A copy is moved into the thread: the caller keeps its bytes.
  const copy = Uint8Array.from(bytes);
  const job: SheetJob = { kind: 'read', bytes: copy, name, limits };
  try {
    return await callThread<PlainWorkbook>(new URL('./sheet.worker.ts', import.meta.url), job, {
      timeoutMs: limits.timeoutMs,
      heapMb: limits.heapMb,
      transfer: [copy.buffer],
    });
  } catch (error) {
    if (!(error instanceof ThreadFailure)) throw error;
    if (error.reason === 'timeout')
      throw new SheetRefusal('sheets:refused.timeout', { seconds: limits.timeoutMs / 1000 });
    if (error.reason === 'memory') throw new SheetRefusal('sheets:refused.memory');
    if (error.inner?.name === 'SheetRefusal') {
      const { key, params } = error.inner.fields;
      throw new SheetRefusal(String(key), params as Record<string, string | number>);
    }
    throw new SheetRefusal('sheets:refused.brokenBook', { detail: error.message });
  }
}

function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/**
 * Reads XLSX, ODS, CSV/TSV (UTF-8, UTF-16, Windows-1251, CP866; `,` `;` tab `|`) or JSON from bytes or a path.
 * The size is checked before a byte of the file is read, an archive before it is inflated.
 * Packed and large files are read in a thread with a heap cap and a time limit.
 * Throws `SheetRefusal` with a message for people.
 */
export async function readSheet(source: Uint8Array | string, options: ReadOptions = {}): Promise<Workbook> {
  const limits: ReadLimits = { ...DEFAULT_LIMITS, ...options.limits };
  const bytes = typeof source === 'string' ? await load(source, limits) : source;
  if (bytes.byteLength > limits.maxBytes) throw tooLarge(bytes.byteLength, limits);
  const name = options.name ?? (typeof source === 'string' ? basename(source) : '');
  const small = !isPacked(bytes) && bytes.byteLength <= INLINE_BYTES;
  return workbookOf(await (small ? parseWorkbook(bytes, name, limits) : inThread(bytes, name, limits)));
}
