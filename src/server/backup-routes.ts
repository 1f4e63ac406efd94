import { randomUUID, timingSafeEqual } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import packageJson from '../../package.json' with { type: 'json' };
import { BACKUP_PATH, writeBackup } from '../platform/operations/backup/index.ts';
import { refuse } from '../platform/use-case/index.ts';
import { plainRefusal } from './plain-refusal.ts';
import type { RouteParts } from './route-parts.ts';

const DRAFT = '.backup-';

/**
 * `rostok backup` asks here while this process holds the embedded database. Whoever can read the token in the data
 * folder can read the folder itself. The copy is written beside the data first, so that the database's one session
 * is held for as long as the disk takes and not for as long as the asker does.
 */
export function backupRoutes(app: FastifyInstance, parts: RouteParts): void {
  const { settings, database, world, backupToken } = parts;
  if (!backupToken) return;
  const wanted = Buffer.from(`Bearer ${backupToken}`);
  const known = (request: FastifyRequest) => {
    const given = Buffer.from(request.headers.authorization ?? '');
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  };
  // what a killed process left; the folder's lock is ours
  for (const name of existsSync(settings.dataDir) ? readdirSync(settings.dataDir) : [])
    if (name.startsWith(DRAFT)) rmSync(join(settings.dataDir, name), { force: true });
  let running = false;
  app.post(BACKUP_PATH, async (request, reply) => {
    if (!known(request)) return plainRefusal(request, reply, 404, 'server:error.noAddress');
    if (running) throw refuse('operations:backup.running', {}, { status: 409 });
    running = true;
    const file = join(settings.dataDir, `${DRAFT}${randomUUID()}`);
    const forget = () => rm(file, { force: true }).catch(() => {});
    try {
      await writeBackup({
        database,
        file,
        filesDir: settings.filesDir,
        product: packageJson.version,
        now: world.now(),
      });
    } catch (error) {
      await forget();
      throw error;
    } finally {
      running = false;
    }
    const stream = createReadStream(file);
    stream.on('close', () => void forget());
    return reply.type('application/gzip').header('cache-control', 'no-store').send(stream);
  });
}
