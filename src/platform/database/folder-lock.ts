import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Refused: another live process works on this data folder. Two would silently lose each other's writes. */
export class FolderTaken extends Error {
  readonly key = 'database:error.folderTaken';
  readonly params: { dir: string; pid: number; since: string };
  constructor(dir: string, pid: number, since: string) {
    super(`database:error.folderTaken: ${dir} is held by process ${pid} since ${since}`);
    this.params = { dir, pid, since };
  }
}

const alive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/**
 * Takes the exclusive lock of a data folder and gives the function that frees it. A lock left behind by a
 * killed process is taken over; `started` tells a re-used pid from the first owner on Linux.
 */
export function lockFolder(dir: string, now = new Date()): () => void {
  mkdirSync(dir, { recursive: true });
  const path = join(dir, 'rostok.lock');
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const file = openSync(path, 'wx');
      writeSync(
        file,
        JSON.stringify({ pid: process.pid, since: now.toISOString(), started: startedAt(process.pid) }),
      );
      closeSync(file);
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = readOwner(path);
      if (owner && alive(owner.pid) && startedAt(owner.pid) === owner.started)
        throw new FolderTaken(dir, owner.pid, owner.since);
      rmSync(path, { force: true });
    }
  }
  throw new Error(`The lock of ${dir} could not be taken`);
}

function readOwner(path: string): { pid: number; since: string; started: string } | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** The process's start in clock ticks since boot (field 22 of /proc/PID/stat), or '' where there is no /proc. */
function startedAt(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
