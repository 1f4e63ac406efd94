import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, readdirSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql } from 'kysely';
import type { OpenDatabase, Tx } from '../../database/index.ts';
import { refuse } from '../../use-case/index.ts';
import { FORMAT, FORMAT_VERSION, type Manifest } from './manifest.ts';
import { plainTexts, planTables, readRows, readSequences, type TablePlan } from './tables.ts';
import { padding, tarEnd, tarHeader } from './tar.ts';

const CHUNK_BYTES = 1_000_000;

export interface BackupSettings {
  database: Pick<OpenDatabase, 'db' | 'kind'>;
  /** Where to write; an existing file is never overwritten. */
  file: string;
  filesDir: string | null;
  product: string;
  now: Date;
}

/** One read-only snapshot for everything that `work` reads, whatever others write meanwhile. */
const inSnapshot = <T>(db: Tx, work: (one: Tx) => Promise<T>): Promise<T> =>
  db.connection().execute(async (one) => {
    await sql`begin isolation level repeatable read, read only`.execute(one);
    try {
      await plainTexts(one);
      return await work(one);
    } finally {
      await sql`rollback`.execute(one);
    }
  });

class Writer {
  readonly #now: Date;
  constructor(now: Date) {
    this.#now = now;
  }

  *small(name: string, content: Buffer): Generator<Buffer> {
    yield tarHeader(name, content.length, this.#now);
    yield content;
    yield Buffer.alloc(padding(content.length));
  }

  /** A table as files of about a megabyte, so that its size need not be known beforehand. */
  async *table(one: Tx, plan: TablePlan): AsyncGenerator<Buffer, Manifest['tables'][number]> {
    const hash = createHash('sha256');
    let rows = 0;
    let part = 0;
    let lines = '';
    const name = () => `tables/${plan.name.replaceAll('"', '')}/${String(++part).padStart(6, '0')}.ndjson`;
    for await (const batch of readRows(one, plan)) {
      rows += batch.length;
      const text = `${batch.join('\n')}\n`;
      hash.update(text);
      lines += text;
      if (lines.length < CHUNK_BYTES) continue;
      yield* this.small(name(), Buffer.from(lines));
      lines = '';
    }
    if (lines) yield* this.small(name(), Buffer.from(lines));
    return { ...plan, rows, sha256: hash.digest('hex') };
  }

  /** A kept file; null when it was swept away after it had been listed. */
  async *file(folder: string, path: string): AsyncGenerator<Buffer, Manifest['files'][number] | null> {
    const handle = await open(join(folder, path)).catch(absent);
    if (!handle) return null;
    const bytes = (await handle.stat()).size;
    const hash = createHash('sha256');
    yield tarHeader(`files/${path}`, bytes, this.#now);
    let read = 0;
    for await (const piece of handle.createReadStream()) {
      hash.update(piece);
      read += piece.length;
      yield piece;
    }
    if (read !== bytes) throw new Error(`${path} changed while it was read`);
    yield Buffer.alloc(padding(bytes));
    return { path, bytes, sha256: hash.digest('hex') };
  }
}

const absent = (error: unknown): null => {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
};

/** Contents that the snapshot's list of files names and the folder did not have. */
async function missingFiles(one: Tx, files: Manifest['files']): Promise<string[]> {
  const listed = await sql<{
    there: boolean;
  }>`select to_regclass('platform.file') is not null as there`.execute(one);
  if (!listed.rows[0]?.there) return [];
  const { rows } = await sql<{ sha256: string }>`select distinct sha256 from platform.file
    where removed_at is null order by sha256`.execute(one);
  const kept = new Set(files.map((file) => file.sha256));
  return rows.map((row) => row.sha256).filter((hash) => !kept.has(hash));
}

/** Kept files by path; what is still being written (in `tmp/`, a dot before the name, `.part` after it) is left out. */
function keptFiles(folder: string | null): string[] {
  if (!folder || !existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^\.|\.(part|tmp)$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith('tmp/'))
    .sort();
}

async function* archive(one: Tx, settings: BackupSettings, result: { manifest?: Manifest }) {
  const { database, filesDir, product, now } = settings;
  const writer = new Writer(now);
  const migrations = await sql<{ name: string }>`select name from platform.migration order by name`.execute(
    one,
  );
  const server = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(
    one,
  );
  const manifest: Manifest = {
    format: FORMAT,
    version: FORMAT_VERSION,
    product,
    madeAt: now.toISOString(),
    from: database.kind,
    server: server.rows[0]?.version ?? '',
    migrations: migrations.rows.map((row) => row.name),
    tables: [],
    sequences: await readSequences(one),
    files: [],
    missing: [],
  };
  for (const plan of await planTables(one)) manifest.tables.push(yield* writer.table(one, plan));
  // after the snapshot: a file is in its place before the row that names it is committed
  for (const path of keptFiles(filesDir)) {
    const kept = yield* writer.file(filesDir ?? '', path);
    if (kept) manifest.files.push(kept);
  }
  manifest.missing = await missingFiles(one, manifest.files);
  const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
  yield* writer.small('manifest.json', text);
  yield* writer.small('manifest.sha256', Buffer.from(createHash('sha256').update(text).digest('hex')));
  yield tarEnd();
  result.manifest = manifest;
}

/**
 * Writes the whole region into one file: all tables in one snapshot, sequences, kept files, and a manifest with
 * counts and hashes. The file appears under its name only when it is whole.
 */
export async function writeBackup(settings: BackupSettings): Promise<Manifest> {
  const { database, file } = settings;
  if (existsSync(file)) throw refuse('operations:backup.fileExists', { file });
  const draft = `${file}.part`;
  const result: { manifest?: Manifest } = {};
  try {
    await inSnapshot(database.db, (one) =>
      pipeline(
        Readable.from(archive(one, settings, result), { objectMode: true }),
        createGzip({ level: 6 }),
        // personal data: nobody else on this machine may read it; on the disk before it gets its name
        createWriteStream(draft, { mode: 0o600, flush: true }),
      ),
    );
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
      throw refuse('operations:backup.diskFull', { file });
    throw error;
  }
  if (!result.manifest) throw new Error('The backup was written without its manifest');
  return result.manifest;
}
