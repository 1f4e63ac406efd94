import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openDatabase } from '../../src/platform/database/index.ts';
import { setInitial } from '../../src/platform/rules/index.ts';
import { readSettings } from '../../src/server/settings.ts';
import { startServer } from '../../src/server/start-server.ts';

export interface Region {
  origin: string;
  stop(): Promise<void>;
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** A new database on the server of TEST_DATABASE_URL, or none: then the region is embedded. */
async function databaseUrl(): Promise<string | null> {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) return null;
  const own = new URL(url);
  own.pathname = `/rostok_e2e_${randomBytes(4).toString('hex')}`;
  const main = await openDatabase({ url, poolSize: 1 });
  await sql.raw(`create database ${own.pathname.slice(1)}`).execute(main.db);
  await main.close();
  return own.href;
}

/**
 * The small demo region with its built portal, started in this process on a free port. With one intake its orders are
 * solved in seconds: later intakes are indicative, and no walk of the suite looks at them.
 */
export async function startRegion({ intakes }: { intakes?: number } = {}): Promise<Region> {
  if (intakes) setInitial('order.intakes', intakes);
  const { buildPortal } = (await import(new URL('../../scripts/region.mjs', import.meta.url).href)) as {
    buildPortal(): Promise<void>;
  };
  const [port, url, dataDir] = await Promise.all([
    freePort(),
    databaseUrl(),
    mkdtempSync(join(tmpdir(), 'rostok-e2e-')),
  ]);
  const settings = readSettings({
    PORT: String(port),
    ROSTOK_ORIGIN: `http://127.0.0.1:${port}`,
    ROSTOK_DATA: dataDir,
    LOG_LEVEL: 'error',
    ...(url ? { DATABASE_URL: url } : {}),
    ...(process.env.ROSTOK_UNFINISHED ? { ROSTOK_UNFINISHED: process.env.ROSTOK_UNFINISHED } : {}),
  });
  const server = await startServer(settings, { portal: buildPortal() });
  return {
    origin: settings.origin,
    async stop() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
