import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The folder holds files that this program did not write; replacing it would lose them. */
export class ForeignFilesError extends Error {
  readonly file: string;
  constructor(file: string) {
    super(file);
    this.name = 'ForeignFilesError';
    this.file = file;
  }
}

/** Names this engine and its commands give to files. */
const ours = new Set([
  'instance.json',
  'plan.json',
  'model.mps',
  'labels.json',
  'duals.json',
  'certificate.json',
  'comparison.json',
  'summary.txt',
  'solution.json',
]);

/**
 * Writes a folder of files whole or not at all: into a neighbour folder first, then by renaming.
 * An older folder of that name is replaced only when the new one is complete.
 * @throws ForeignFilesError when the older folder holds anything else than earlier results;
 *   the file system's own errors; the older folder is then as it was.
 */
export function saveFolder(dir: string, files: Record<string, string>): void {
  const target = resolve(dir);
  const foreign = existing(target).find((name) => !ours.has(name) && !(name in files));
  if (foreign !== undefined) throw new ForeignFilesError(foreign);
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

function existing(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}
