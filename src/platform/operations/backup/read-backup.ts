import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { refuse } from '../../use-case/index.ts';
import { FORMAT, FORMAT_VERSION, type Manifest, manifestSchema } from './manifest.ts';
import { BrokenArchive, readTar, type TarEntry } from './tar.ts';

const LARGEST_PART = 256 * 1024 * 1024;

async function whole({ content, size, name }: TarEntry): Promise<Buffer> {
  if (size > LARGEST_PART) throw new BrokenArchive(`${name} is larger than a part can be`);
  const parts: Buffer[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}

export interface BackupVisitor {
  /** A part of a table: whole lines. */
  table?(name: string, lines: string): Promise<void>;
  file?(path: string, entry: TarEntry): Promise<void>;
}

const SAFE_PATH = /^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))[^\0\\]+$/;

/** Walks a backup from beginning to end, giving its parts to `visitor`, and the texts of the manifest and its hash. */
export async function walkBackup(file: string, visitor: BackupVisitor): Promise<Texts> {
  const source = createReadStream(file);
  const unpacked = source.pipe(createGunzip());
  source.on('error', (error) => unpacked.destroy(error));
  const found = { manifest: '', hash: '' };
  try {
    for await (const entry of readTar(unpacked)) await give(entry, visitor, found);
  } finally {
    source.destroy();
    unpacked.destroy();
  }
  return found;
}

interface Texts {
  manifest: string;
  hash: string;
}

async function give(entry: TarEntry, visitor: BackupVisitor, found: Texts): Promise<void> {
  const table = /^tables\/(.+)\/\d{6}\.ndjson$/.exec(entry.name)?.[1];
  const path = /^files\/(.+)$/.exec(entry.name)?.[1];
  if (table) {
    const lines = (await whole(entry)).toString('utf8');
    await visitor.table?.(table, lines);
  } else if (path && SAFE_PATH.test(path)) {
    await visitor.file?.(path, entry);
    for await (const _ of entry.content);
  } else if (entry.name === 'manifest.json') found.manifest = (await whole(entry)).toString('utf8');
  else if (entry.name === 'manifest.sha256') found.hash = (await whole(entry)).toString('utf8');
  else throw new BrokenArchive(`Nothing is known of ${entry.name}`);
}

function manifestOf(file: string, { manifest, hash }: Texts): Manifest {
  if (!manifest || hash !== createHash('sha256').update(manifest).digest('hex'))
    throw refuse('operations:backup.damaged', { file });
  const raw = JSON.parse(manifest) as { format?: unknown; version?: unknown };
  if (raw.format === FORMAT && raw.version !== FORMAT_VERSION)
    throw refuse('operations:backup.otherVersion', { file, version: String(raw.version) });
  const parsed = manifestSchema.safeParse(raw);
  if (!parsed.success) throw refuse('operations:backup.notOurs', { file });
  return parsed.data;
}

const isDamage = (error: unknown) =>
  error instanceof BrokenArchive ||
  /^Z_|ERR_STREAM_PREMATURE_CLOSE/.test(String((error as NodeJS.ErrnoException).code)) ||
  error instanceof SyntaxError;

/** Table names as they stand in paths: quotes are left out there. */
export const pathName = (table: string) => table.replaceAll('"', '');

/**
 * Reads a backup through and compares every count and hash with its manifest. Refuses a file that is cut off,
 * changed in a single byte, or not a backup; nothing has been touched then.
 */
export async function verifyBackup(file: string): Promise<Manifest> {
  if (!existsSync(file)) throw refuse('operations:backup.noFile', { file });
  const tables = new Map<string, { rows: number; hash: ReturnType<typeof createHash> }>();
  const files = new Map<string, { bytes: number; sha256: string }>();
  let texts: Texts;
  try {
    texts = await walkBackup(file, {
      async table(name, lines) {
        const seen = tables.get(name) ?? { rows: 0, hash: createHash('sha256') };
        seen.hash.update(lines);
        for (let at = lines.indexOf('\n'); at >= 0; at = lines.indexOf('\n', at + 1)) seen.rows++;
        tables.set(name, seen);
      },
      async file(path, entry) {
        const hash = createHash('sha256');
        for await (const part of entry.content) hash.update(part);
        files.set(path, { bytes: entry.size, sha256: hash.digest('hex') });
      },
    });
  } catch (error) {
    if (isDamage(error)) throw refuse('operations:backup.damaged', { file });
    throw error;
  }
  const manifest = manifestOf(file, texts);
  const nothing = createHash('sha256').digest('hex');
  for (const { name, rows, sha256 } of manifest.tables) {
    const seen = tables.get(pathName(name));
    if ((seen?.rows ?? 0) !== rows || (seen ? seen.hash.digest('hex') : nothing) !== sha256)
      throw refuse('operations:backup.damagedPart', { file, part: name });
    tables.delete(pathName(name));
  }
  for (const { path, bytes, sha256 } of manifest.files) {
    const seen = files.get(path);
    if (seen?.bytes !== bytes || seen.sha256 !== sha256)
      throw refuse('operations:backup.damagedPart', { file, part: path });
    files.delete(path);
  }
  if (tables.size + files.size > 0) throw refuse('operations:backup.damaged', { file });
  return manifest;
}
