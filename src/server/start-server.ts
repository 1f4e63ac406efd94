import type { FastifyRequest } from 'fastify';
import { loadActor } from '../modules/registry/index.ts';
import { type OpenDatabase, openDatabase } from '../platform/database/index.ts';
import { migrateUp } from '../platform/database/migrate.ts';
import { createIdentity } from '../platform/identity/index.ts';
import { isJob, startJobs } from '../platform/jobs/index.ts';
import { isSubscriber } from '../platform/outbox/index.ts';
import { type Actor, buildHouse, dayIn, uuidV7, type World } from '../platform/use-case/index.ts';
import { migrationFiles, tree } from '../tree.gen.ts';
import { banner } from './banner.ts';
import { demoAccounts, prepareDemo } from './demo/prepare-demo.ts';
import { guardDemo } from './guard-demo.ts';
import { buildHttp } from './http.ts';
import { keepDispatching } from './keep-dispatching.ts';
import { loggerFor } from './logger.ts';
import { houseRoutes } from './routes.ts';
import type { Settings } from './settings.ts';

export interface RunningServer {
  address: string;
  banner: string[];
  database: OpenDatabase;
  stop(): Promise<void>;
}

/** The composition root: opens the database, mounts the modules, starts what runs beside requests, listens. */
export async function startServer(
  settings: Settings,
  { portal, now = () => new Date() }: { portal?: Promise<void> | undefined; now?: () => Date } = {},
): Promise<RunningServer> {
  const database = await openDatabase(
    settings.databaseUrl ? { url: settings.databaseUrl } : { dir: settings.dataDir },
  );
  try {
    await migrateUp(database.db, migrationFiles);
    await guardDemo(database.db, settings.demo);
    const house = buildHouse(tree);
    let nudge = () => {};
    const world: World = {
      db: database.db,
      now,
      newId: () => uuidV7(),
      timeZone: settings.timeZone,
      nudge: () => nudge(),
    };
    const identity = createIdentity({
      db: database.db,
      secret: settings.secret,
      origin: settings.origin,
      demo: settings.demo,
      settings: { appName: 'Rostok' },
      allowedHosts: settings.allowedHosts,
      sendMail: async () => {},
      now,
    });
    if (settings.demo) await prepareDemo(world, identity, settings);

    const working = settings.role !== 'web';
    const jobs = await startJobs(
      world,
      house.all(isJob).map(({ value }) => value),
      {
        work: working,
        alone: database.kind === 'pglite',
      },
    );
    const dispatcher = working
      ? keepDispatching(
          world,
          house.all(isSubscriber).map(({ value }) => value),
        )
      : { nudge() {}, async stop() {} };
    nudge = () => {
      dispatcher.nudge();
      jobs.nudge();
    };

    const whoAsks = async (request: FastifyRequest): Promise<Actor | null> => {
      const token = identity.readToken(request.headers.cookie);
      if (!token) return null;
      const at = now();
      const found = await loadActor(
        database.db,
        token,
        at.toISOString(),
        dayIn(settings.timeZone, at),
        house.rightsOf,
      );
      return found?.actor ?? null;
    };
    const app = await buildHttp({
      settings,
      world,
      house,
      whoAsks,
      logger: loggerFor(settings),
      more: (fastify) => houseRoutes(fastify, { settings, world, house, identity, whoAsks, database }),
    });
    await portal;
    const address =
      settings.role === 'worker' ? '' : await app.listen({ port: settings.port, host: settings.host });
    return {
      address,
      banner: banner(address, settings.demo ? demoAccounts : []),
      database,
      async stop() {
        await app.close();
        await dispatcher.stop();
        await jobs.stop();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
