// Writes each room's tables.ts from a freshly migrated database.
//   node --import tsx scripts/gen-tables.ts [ROOM or SCHEMA] [--check]
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../src/platform/database/index.ts';
import { migrateUp } from '../src/platform/database/migrate.ts';
import { migrationsInOrder, roomFolders, src } from './rooms.ts';
import { printTables } from './tables/print-tables.ts';
import { type Relation, readRelations, relationNames } from './tables/read-relations.ts';

/** Migrates one file at a time and notes which room made which table. */
async function relationsByRoom(): Promise<{ byRoom: Map<string, Relation[]>; failed: string[] }> {
  const open = await openDatabase({ dir: null });
  const owner = new Map<string, string>();
  const failed: string[] = [];
  try {
    for (const migration of migrationsInOrder()) {
      try {
        await migrateUp(open.db, [migration]);
      } catch (error) {
        failed.push(`${migration.file}: ${error instanceof Error ? error.message : String(error)}`);
        continue;
      }
      for (const name of await relationNames(open.db)) if (!owner.has(name)) owner.set(name, migration.room);
    }
    const byRoom = new Map<string, Relation[]>();
    for (const relation of await readRelations(open.db)) {
      const room = owner.get(relation.name) ?? '';
      byRoom.set(room, [...(byRoom.get(room) ?? []), relation]);
    }
    return { byRoom, failed };
  } finally {
    await open.close();
  }
}

/** The formatter breaks lines differently and drops an empty export that has become needless: only words count. */
const words = (text: string) => text.replace(/export \{\};/g, '').replace(/[\s|]+/g, '');

async function main(args: readonly string[]): Promise<number> {
  const check = args.includes('--check');
  const only = args.find((arg) => !arg.startsWith('--'));
  const { byRoom, failed } = await relationsByRoom();
  for (const fault of failed) console.error(`Migration failed: ${fault}`);
  const drift: string[] = [];
  for (const { name, dir } of roomFolders()) {
    const relations = byRoom.get(name) ?? [];
    if (relations.length === 0) continue;
    if (only && name !== only && !relations.some((one) => one.name.startsWith(`${only}.`))) continue;
    const file = join(dir, 'tables.ts');
    const text = printTables(file, join(src, 'platform/database/schema.ts'), relations);
    if (existsSync(file) && words(readFileSync(file, 'utf8')) === words(text)) continue;
    drift.push(file);
    if (!check) writeFileSync(file, text);
  }
  if (check) for (const file of drift) console.error(`${file} differs from the migrated database`);
  else if (drift.length > 0) {
    execFileSync('node_modules/.bin/biome', ['format', '--write', ...drift], {
      cwd: join(src, '..'),
      stdio: 'pipe',
    });
    for (const file of drift) console.log(file);
  }
  return failed.length > 0 || (check && drift.length > 0) ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
