import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import type { OpenDatabase, Tx } from '../../database/index.ts';
import { type MigrationFile, migrateDown, migrateUp } from '../../database/migrate.ts';
import { refuse } from '../../use-case/index.ts';
import { dropForeignKeys, type ForeignKey, restoreForeignKeys } from './foreign-keys.ts';
import type { Manifest } from './manifest.ts';
import { pathName, verifyBackup, walkBackup } from './read-backup.ts';
import { plainTexts, planTables, readRows } from './tables.ts';
import type { TarEntry } from './tar.ts';

export interface RestoreSettings {
  database: Pick<OpenDatabase, 'db'>;
  file: string;
  filesDir: string | null;
  migrations: readonly MigrationFile[];
}

const BATCH = 500;
const nameOf = ({ file }: MigrationFile) => file.slice(file.lastIndexOf('/') + 1).replace(/\.sql$/, '');

async function isEmpty(db: Tx): Promise<boolean> {
  const tables = await planTables(db);
  for (const { name } of tables) {
    const { rows } = await sql`select 1 from ${sql.raw(name)} limit 1`.execute(db);
    if (rows.length > 0) return false;
  }
  return true;
}

async function loadLines(one: Tx, table: Manifest['tables'][number], lines: string): Promise<void> {
  const columns = sql.join(table.columns.map((column) => sql.ref(column.name)));
  const values = sql.join(
    table.columns.map((column, i) => sql`(r ->> ${sql.lit(i)}::int)::${sql.raw(column.type)}`),
  );
  const rows = lines.trimEnd().split('\n');
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = `[${rows.slice(from, from + BATCH).join(',')}]`;
    await sql`insert into ${sql.raw(table.name)} (${columns}) overriding system value
      select ${values} from json_array_elements(${batch}::json) r`.execute(one);
  }
}

/** Reads the table back and compares it with what was in the file, byte by byte of its texts. */
async function proveTable(one: Tx, file: string, table: Manifest['tables'][number]): Promise<void> {
  const hash = createHash('sha256');
  for await (const batch of readRows(one, table)) hash.update(`${batch.join('\n')}\n`);
  if (hash.digest('hex') !== table.sha256)
    throw refuse('operations:backup.notTheSame', { file, part: table.name });
}

async function keepFile(folder: string, path: string, entry: TarEntry): Promise<void> {
  const target = join(folder, path);
  if (existsSync(target) && statSync(target).size === entry.size) return;
  await mkdir(dirname(target), { recursive: true });
  const draft = await open(`${target}.part`, 'w', 0o600);
  for await (const part of entry.content) await draft.writeFile(part);
  await draft.sync();
  await draft.close();
  await rename(`${target}.part`, target);
}

/** The tables here must be those of the backup, column by column: the same migrations made them. */
async function checkShape(one: Tx, file: string, manifest: Manifest): Promise<void> {
  const here = await planTables(one);
  const words = (tables: readonly { name: string; columns: unknown }[]) =>
    new Map(tables.map(({ name, columns }) => [name, JSON.stringify(columns)]));
  const [there, ours] = [words(manifest.tables), words(here)];
  const odd = [...new Set([...there.keys(), ...ours.keys()])].find(
    (name) => there.get(name) !== ours.get(name),
  );
  if (odd) throw refuse('operations:backup.otherShape', { file, part: odd });
}

async function load(one: Tx, settings: RestoreSettings, manifest: Manifest): Promise<void> {
  const { file, filesDir } = settings;
  const byPath = new Map(manifest.tables.map((table) => [pathName(table.name), table]));
  await plainTexts(one);
  await checkShape(one, file, manifest);
  const names = manifest.tables.map((table) => table.name);
  const keys: ForeignKey[] = await dropForeignKeys(one, names);
  for (const name of names) await sql`alter table ${sql.raw(name)} disable trigger user`.execute(one);
  if (names.length > 0) await sql.raw(`truncate ${names.join(', ')}`).execute(one);
  await walkBackup(file, {
    async table(path, lines) {
      const table = byPath.get(path);
      if (table) await loadLines(one, table, lines);
    },
    async file(path, entry) {
      if (filesDir) await keepFile(filesDir, path, entry);
    },
  });
  for (const table of manifest.tables) await proveTable(one, file, table);
  await restoreForeignKeys(one, keys);
  for (const name of names) await sql`alter table ${sql.raw(name)} enable trigger user`.execute(one);
  for (const { name, value, called } of manifest.sequences)
    await sql`select setval(${name}::regclass, ${value}, ${called})`.execute(one);
}

/**
 * Restores a region into an empty database of either kind. The file is read through and proved first; then the
 * backup's own migrations run, all rows are loaded in one transaction and read back against their hashes, and the
 * later migrations of this build follow. When anything fails the database is empty as before.
 */
export async function restoreBackup(settings: RestoreSettings): Promise<Manifest> {
  const { database, file, migrations } = settings;
  const { db } = database;
  const manifest = await verifyBackup(file);
  const known = new Set(migrations.map(nameOf));
  const missing = manifest.migrations.filter((name) => !known.has(name));
  if (missing.length > 0)
    throw refuse('operations:backup.newerProduct', {
      file,
      product: manifest.product,
      migration: missing[0] ?? '',
    });
  if (!(await isEmpty(db))) throw refuse('operations:backup.notEmpty');

  const theirs = new Set(manifest.migrations);
  const level = migrations.filter((migration) => theirs.has(nameOf(migration)));
  const applied = await migrateUp(db, level);
  try {
    await db.transaction().execute((one) => load(one, settings, manifest));
  } catch (error) {
    await migrateDown(db, migrations, applied.length).catch(() => []);
    throw error;
  }
  await migrateUp(db, migrations);
  return manifest;
}
