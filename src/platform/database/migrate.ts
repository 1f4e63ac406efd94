import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { inTransaction, type Tx } from './transaction.ts';

export interface MigrationFile {
  room: string;
  /** Path below src/, whose file name begins with a 14-digit moment. */
  file: string;
}

const nameOf = (file: string) => file.slice(file.lastIndexOf('/') + 1).replace(/\.sql$/, '');
const inOrder = (files: readonly MigrationFile[]) =>
  files.toSorted((a, b) => (nameOf(a.file) < nameOf(b.file) ? -1 : 1));

/** A migration is one file of plain SQL with the two marks `-- up` and `-- down`. */
function readMigration(file: string): { up: string; down: string } {
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  const [head = '', down] = text.split(/^-- down\s*$/m);
  if (down === undefined || !/^-- up\s*$/m.test(head))
    throw new Error(`${file}: needs the marks "-- up" and "-- down"`);
  return { up: head.replace(/^[\s\S]*?^-- up\s*$/m, ''), down };
}

async function applied(db: Tx): Promise<string[]> {
  await sql`create schema if not exists platform`.execute(db);
  await sql`create table if not exists platform.migration (
    name text primary key, room text not null, at timestamptz not null default now())`.execute(db);
  const { rows } = await sql<{ name: string }>`select name from platform.migration order by name`.execute(db);
  return rows.map((row) => row.name);
}

const statements = (tx: Tx, text: string) =>
  // several statements at once: only without parameters, which migrations never have
  sql.raw(text.trim()).execute(tx);

/** Brings the database up to date, each migration in its own transaction; gives the names applied now. */
export async function migrateUp(db: Tx, files: readonly MigrationFile[]): Promise<string[]> {
  const done = new Set(await applied(db));
  const fresh = inOrder(files).filter(({ file }) => !done.has(nameOf(file)));
  for (const { room, file } of fresh) {
    await inTransaction(db, async (tx) => {
      await runAll(tx, readMigration(file).up);
      await sql`insert into platform.migration (name, room) values (${nameOf(file)}, ${room})`.execute(tx);
    });
  }
  return fresh.map(({ file }) => nameOf(file));
}

/** Takes back the newest `steps` migrations; gives their names. */
export async function migrateDown(db: Tx, files: readonly MigrationFile[], steps: number): Promise<string[]> {
  const names = (await applied(db)).reverse().slice(0, steps);
  for (const name of names) {
    const file = files.find((each) => nameOf(each.file) === name)?.file;
    if (!file) throw new Error(`Migration ${name} was applied here, but its file is gone`);
    await inTransaction(db, async (tx) => {
      await runAll(tx, readMigration(file).down);
      await sql`delete from platform.migration where name = ${name}`.execute(tx);
    });
  }
  return names;
}

/** PGlite's query protocol takes one statement at a time, so the text is cut at semicolons ending a line. */
async function runAll(tx: Tx, text: string): Promise<void> {
  for (const statement of splitStatements(text)) await statements(tx, statement);
}

/** Cuts SQL at `;` at a line's end, outside of $$-quoted bodies. */
export function splitStatements(text: string): string[] {
  const found: string[] = [];
  let current = '';
  let inBody = false;
  for (const line of text.split('\n')) {
    const code = line.replace(/--.*$/, '');
    if ((code.match(/\$\$/g) ?? []).length % 2 === 1) inBody = !inBody;
    current += `${line}\n`;
    if (!inBody && /;\s*$/.test(code)) {
      found.push(current);
      current = '';
    }
  }
  if (current.replace(/--.*$/gm, '').trim()) found.push(current);
  return found;
}
