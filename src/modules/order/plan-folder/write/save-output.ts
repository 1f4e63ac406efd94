import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { OutputFiles } from './make-output.ts';

/** The folder holds what no answer wrote; it would have been lost. */
export class NotOurFolder extends Error {
  readonly file: string;
  constructor(file: string) {
    super(`not an answer of plan: ${file}`);
    this.name = 'NotOurFolder';
    this.file = file;
  }
}

/** Refuses a folder with files of someone else before anything is computed. */
export function checkTarget(dir: string, names: ReadonlySet<string>): void {
  if (!existsSync(dir)) return;
  if (!statSync(dir).isDirectory()) throw new NotOurFolder(dir);
  const stranger = readdirSync(dir).find((it) => !names.has(it));
  if (stranger !== undefined) throw new NotOurFolder(stranger);
}

/**
 * Writes an answer whole or not at all: into a neighbour folder first, then by renaming. When the disk is full the
 * folder that was there stays as it was.
 * @throws the file system's own errors.
 */
export function saveOutput(dir: string, files: OutputFiles): void {
  const target = resolve(dir);
  const id = randomUUID();
  const fresh = join(dirname(target), `.${id}.new`);
  const old = join(dirname(target), `.${id}.old`);
  mkdirSync(fresh, { recursive: true });
  try {
    for (const [name, content] of files) {
      mkdirSync(dirname(join(fresh, name)), { recursive: true });
      writeFileSync(join(fresh, name), content);
    }
    const moved = existsSync(target);
    if (moved) renameSync(target, old);
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
