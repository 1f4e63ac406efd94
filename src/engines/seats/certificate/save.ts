import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * Writes a folder of files whole or not at all: into a neighbour folder first, then by renaming.
 * An older folder of that name is replaced only when the new one is complete.
 * @throws the file system's own errors; the older folder is then as it was.
 */
export function saveFolder(dir: string, files: Record<string, string>): void {
  const target = resolve(dir);
  const id = randomUUID();
  const fresh = join(dirname(target), `.${id}.new`);
  const old = join(dirname(target), `.${id}.old`);
  mkdirSync(fresh, { recursive: true });
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(fresh, name), text);
    let moved = false;
    try {
      renameSync(target, old);
      moved = true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    try {
      renameSync(fresh, target);
    } catch (error) {
      if (moved) renameSync(old, target);
      throw error;
    }
    rmSync(old, { recursive: true, force: true });
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
