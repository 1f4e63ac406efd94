import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationFile } from '../src/platform/database/migrate.ts';

export const src = fileURLToPath(new URL('../src', import.meta.url));

export interface RoomFolder {
  storey: 'platform' | 'modules';
  name: string;
  dir: string;
}

/**
 * The rooms of the house as folders. Read from the disk, not from tree.gen.ts: the generators must also work
 * while one room's code does not load.
 */
export function roomFolders(): RoomFolder[] {
  return (['platform', 'modules'] as const).flatMap((storey) =>
    readdirSync(join(src, storey), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => ({ storey, name: entry.name, dir: join(src, storey, entry.name) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  );
}

const moment = (file: string) => file.slice(file.lastIndexOf('/') + 1);

/** Every migration of the house in the order it runs. */
export function migrationsInOrder(): MigrationFile[] {
  const found = roomFolders().flatMap(({ storey, name, dir }) =>
    existsSync(join(dir, 'migrations'))
      ? readdirSync(join(dir, 'migrations'))
          .filter((file) => file.endsWith('.sql'))
          .map((file) => ({ room: name, file: `${storey}/${name}/migrations/${file}` }))
      : [],
  );
  return found.sort((a, b) => (moment(a.file) < moment(b.file) ? -1 : 1));
}
