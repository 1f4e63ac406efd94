import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { refuse } from '../../use-case/index.ts';
import { findDoor } from './door.ts';
import type { Manifest } from './manifest.ts';
import { verifyBackup } from './read-backup.ts';

export const BACKUP_PATH = '/api/operations/backup';

async function ask(dir: string, pid: number): Promise<Response> {
  const door = findDoor(dir);
  if (!door) throw refuse('operations:backup.noDoor', { dir, pid });
  const headers = { authorization: `Bearer ${door.token}` };
  try {
    return await fetch(`${door.address}${BACKUP_PATH}`, { method: 'POST', headers });
  } catch {
    // a process that was killed leaves its door behind; one that starts has not yet made its own
    throw refuse('operations:backup.noDoor', { dir, pid });
  }
}

/**
 * Backup of an embedded region that a server holds: the server makes it in one snapshot of its own session and sends
 * it; here it is proved before it gets its name. Refuses when that process takes no such request.
 */
export async function askRunning(
  { dir, file }: { dir: string; file: string },
  pid: number,
): Promise<Manifest> {
  if (existsSync(file)) throw refuse('operations:backup.fileExists', { file });
  const answer = await ask(dir, pid);
  if (!answer.ok || !answer.body) {
    const { message } = (await answer.json().catch(() => ({}))) as { message?: string };
    throw refuse('operations:backup.serverRefused', { why: message ?? String(answer.status) });
  }
  const draft = `${file}.part`;
  try {
    const body = Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]);
    await pipeline(body, createWriteStream(draft, { mode: 0o600, flush: true }));
    const manifest = await verifyBackup(draft);
    await rename(draft, file);
    return manifest;
  } catch (error) {
    await rm(draft, { force: true });
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
      throw refuse('operations:backup.diskFull', { file });
    throw error;
  }
}
