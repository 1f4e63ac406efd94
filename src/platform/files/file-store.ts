import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open as openOnDisk, readdir, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Refusal } from '../use-case/refusal.ts';

export interface StoredFile {
  /** SHA-256 of the content, hexadecimal: the file's only name. */
  hash: string;
  size: number;
}

export interface FileStore {
  /** Stores the content once, whoever brings it. `limit` in bytes. Throws `Refusal`; nothing half-written stays. */
  putFile(source: AsyncIterable<Uint8Array> | Uint8Array, limit?: number): Promise<StoredFile>;
  /** Checks the content against its hash, then streams it. Throws `Refusal` when absent or damaged. */
  openFile(hash: string): Promise<{ size: number; stream: Readable }>;
  readFile(hash: string): Promise<Uint8Array>;
  hasFile(hash: string): Promise<boolean>;
  /** When the content was last stored; null when absent. */
  storedAt(hash: string): Promise<Date | null>;
  /** Every stored file, in order of hash, and when it was last stored. */
  listFiles(): AsyncGenerator<StoredFile & { at: Date }>;
  /** For files that no list names any more. Does nothing when absent. */
  removeFile(hash: string): Promise<void>;
  /** Removes temporary leftovers last written before `before`; gives their number. */
  sweep(before: Date): Promise<number>;
}

/** What the store needs of the disk to write; a test may give one that is full. */
export interface FilePort {
  /** Opens a new file for writing. */
  open(path: string): Promise<FileHandle>;
}

const disk: FilePort = { open: (path) => openOnDisk(path, 'wx', 0o640) };

const HASH = /^[0-9a-f]{64}$/;
const TEMPORARY = 'tmp';

function codeOf(error: unknown): string {
  return (error as { code?: string } | null)?.code ?? '';
}

/** A full disk and a file above the system's limit are things an administrator can mend: say so. */
function asRefusal(error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Refusal('files:error.diskFull', {}, { status: 503 });
  if (code === 'EFBIG') return new Refusal('files:error.fileTooBigForDisk', {}, { status: 503 });
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    return new Refusal('files:error.cannotWrite', { code }, { status: 503 });
  }
  return error;
}

async function syncFolder(path: string): Promise<void> {
  const folder = await openOnDisk(path, 'r');
  try {
    // The new name itself must survive a power cut.
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  let done = 0;
  while (done < chunk.byteLength)
    done += (await file.write(chunk, done, chunk.byteLength - done)).bytesWritten;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

/**
 * Files by their content under one directory: `ab/cdef…` by SHA-256. A file is written to `tmp/`, synced and renamed,
 * so a name always stands for whole content; processes may share the directory.
 */
export async function openFileStore(dir: string, port: FilePort = disk): Promise<FileStore> {
  await mkdir(join(dir, TEMPORARY), { recursive: true });

  const pathOf = (hash: string): string => {
    if (!HASH.test(hash)) throw new Refusal('files:error.badName', {}, { status: 400 });
    return join(dir, hash.slice(0, 2), hash.slice(2));
  };

  const checked = async (hash: string): Promise<{ path: string; size: number }> => {
    const path = pathOf(hash);
    const found = await stat(path).catch(() => null);
    if (!found) throw new Refusal('files:error.absent', { hash: hash.slice(0, 12) }, { status: 404 });
    if ((await hashOf(path)) !== hash)
      throw new Refusal('files:error.damaged', { hash: hash.slice(0, 12) }, { status: 503 });
    return { path, size: found.size };
  };

  const store: FileStore = {
    async putFile(source, limit = Number.POSITIVE_INFINITY) {
      const temporary = join(dir, TEMPORARY, randomUUID());
      const hash = createHash('sha256');
      let size = 0;
      try {
        const file = await port.open(temporary);
        try {
          for await (const chunk of source instanceof Uint8Array ? once(source) : source) {
            size += chunk.byteLength;
            if (size > limit) {
              throw new Refusal(
                'files:error.tooLarge',
                { limit: Math.floor(limit / 1024 / 1024) },
                { status: 413 },
              );
            }
            hash.update(chunk);
            await writeAll(file, chunk);
          }
          await file.sync();
        } finally {
          await file.close();
        }
        const name = hash.digest('hex');
        const path = pathOf(name);
        const folder = join(dir, name.slice(0, 2));
        await mkdir(folder, { recursive: true });
        await rename(temporary, path);
        await syncFolder(folder);
        return { hash: name, size };
      } catch (error) {
        await unlink(temporary).catch(() => {});
        throw asRefusal(error);
      }
    },

    async openFile(hash) {
      const { path, size } = await checked(hash);
      return { size, stream: createReadStream(path) };
    },

    async readFile(hash) {
      const { stream } = await store.openFile(hash);
      const chunks: Uint8Array[] = [];
      for await (const chunk of stream) chunks.push(chunk as Uint8Array);
      return new Uint8Array(Buffer.concat(chunks));
    },

    async hasFile(hash) {
      return (await stat(pathOf(hash)).catch(() => null)) !== null;
    },

    async storedAt(hash) {
      return (await stat(pathOf(hash)).catch(() => null))?.mtime ?? null;
    },

    async *listFiles() {
      const folders = (await readdir(dir)).filter((it) => /^[0-9a-f]{2}$/.test(it)).sort();
      for (const folder of folders) {
        for (const rest of (await readdir(join(dir, folder))).sort()) {
          if (!HASH.test(folder + rest)) continue;
          const found = await stat(join(dir, folder, rest)).catch(() => null);
          if (found) yield { hash: folder + rest, size: found.size, at: found.mtime };
        }
      }
    },

    async removeFile(hash) {
      await unlink(pathOf(hash)).catch((error: unknown) => {
        if (codeOf(error) !== 'ENOENT') throw asRefusal(error);
      });
    },

    async sweep(before) {
      let removed = 0;
      for (const name of await readdir(join(dir, TEMPORARY))) {
        const path = join(dir, TEMPORARY, name);
        const found = await stat(path).catch(() => null);
        if (!found || found.mtimeMs >= before.getTime()) continue;
        await unlink(path).catch(() => {});
        removed += 1;
      }
      return removed;
    },
  };
  return store;
}
