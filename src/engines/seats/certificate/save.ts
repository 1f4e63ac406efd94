import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * Writes a folder of files whole or not at all: into a neighbour folder first, then by renaming.
 * @throws Error EEXIST-like when the folder exists and `replace` is false; the file system's own errors.
 */
export function saveFolder(dir: string, files: Record<string, string>, replace = true): void {
  const target = resolve(dir);
  const id = randomUUID();
  const fresh = join(dirname(target), `.${id}.new`);
  const old = join(dirname(target), `.${id}.old`);
  mkdirSync(fresh, { recursive: true });
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(fresh, name), text);
    let moved = false;
    try {
      if (replace) renameSync(target, old);
      moved = replace;
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
