import { inflateRawSync } from 'node:zlib';
import { megabytes, SheetRefusal } from './refusal.ts';
import type { ReadLimits } from './types.ts';

export interface ZipEntry {
  name: string;
  method: number;
  compressed: number;
  /** Uncompressed size as the archive declares it. */
  declared: number;
  headerAt: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const JUDGED_FROM = 1024 * 1024;

function broken(): SheetRefusal {
  return new SheetRefusal('sheets:refused.brokenZip');
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === END) return at;
  throw broken();
}

/** Directory of a zip archive, nothing inflated. Refuses what is no archive, cut off, or zip64. */
export function listZip(bytes: Uint8Array, maxEntries: number): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 22) throw broken();
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  // 0xffff and 0xffffffff announce zip64: no table of ours needs four gigabytes.
  if (count === 0xffff || at === 0xffffffff)
    throw new SheetRefusal('sheets:refused.tooManyParts', { limit: maxEntries });
  if (count > maxEntries) throw new SheetRefusal('sheets:refused.tooManyParts', { limit: maxEntries });
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) throw broken();
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      compressed: view.getUint32(at + 20, true),
      declared: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Refuses an archive by what it declares: number of parts, total size, ratio. Inflates nothing. */
export function checkDeclared(bytes: Uint8Array, limits: ReadLimits): ZipEntry[] {
  const entries = listZip(bytes, limits.maxEntries);
  let total = 0;
  for (const entry of entries) {
    total += entry.declared;
    const ratio = entry.declared / Math.max(1, entry.compressed);
    if (total > limits.maxUncompressed || (entry.declared > JUDGED_FROM && ratio > limits.maxRatio)) {
      throw new SheetRefusal('sheets:refused.bomb', { part: entry.name, size: megabytes(total) });
    }
  }
  return entries;
}

/**
 * Inflates every part and refuses one that grows beyond its declared size (a lying directory) or is broken.
 * Memory: one part at a time, never above the declared size, which `checkDeclared` has bounded.
 */
export function checkReal(bytes: Uint8Array, entries: ZipEntry[]): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const entry of entries) {
    if (entry.headerAt + 30 > view.byteLength || view.getUint32(entry.headerAt, true) !== LOCAL)
      throw broken();
    const from =
      entry.headerAt +
      30 +
      view.getUint16(entry.headerAt + 26, true) +
      view.getUint16(entry.headerAt + 28, true);
    if (from + entry.compressed > view.byteLength) throw broken();
    if (entry.method === 0) {
      if (entry.compressed !== entry.declared) throw broken();
      continue;
    }
    if (entry.method !== 8) throw broken();
    if (entry.declared === 0 && entry.compressed <= 2) continue;
    try {
      const size = inflateRawSync(bytes.subarray(from, from + entry.compressed), {
        maxOutputLength: Math.max(1, entry.declared),
      }).byteLength;
      if (size !== entry.declared) throw broken();
    } catch (error) {
      if (error instanceof SheetRefusal) throw error;
      if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') {
        throw new SheetRefusal('sheets:refused.bomb', { part: entry.name, size: megabytes(entry.declared) });
      }
      throw broken();
    }
  }
}
