import type { OpenDatabase } from '../platform/database/index.ts';
import { migrateUp } from '../platform/database/migrate.ts';
import { openFileStore, sweepFilesJob } from '../platform/files/index.ts';
import { createIdentity } from '../platform/identity/index.ts';
import { isJob, type JobDefinition, startJobs } from '../platform/jobs/index.ts';
import { isMail, mailJob, sendByTemplate, smtpTransport } from '../platform/mail/index.ts';
import { leaveDoor, newToken } from '../platform/operations/backup/index.ts';
import { createMetrics, loggedError, logOptions } from '../platform/operations/index.ts';
import { isSubscriber } from '../platform/outbox/index.ts';
import { setInitial } from '../platform/rules/index.ts';
import { buildHouse, uuidV7, type World } from '../platform/use-case/index.ts';
import { migrationFiles, tree } from '../tree.gen.ts';
import { actorOf } from './actor-of.ts';
import { banner } from './banner.ts';
import { firstCalculations } from './demo/first-calculations.ts';
import { demoAccounts, prepareDemo } from './demo/prepare-demo.ts';
import { guardDemo } from './guard-demo.ts';
import { buildHttp } from './http.ts';
import { keepDispatching } from './keep-dispatching.ts';
import { openRegion } from './open-region.ts';
import { houseRoutes } from './routes.ts';
import type { Settings } from './settings.ts';

export interface RunningServer {
  address: string;
  banner: string[];
  database: OpenDatabase;
  stop(): Promise<void>;
}

export interface StartOptions {
  portal?: Promise<void> | undefined;
  /** The region's database, when somebody has begun to open it already. */
  opening?: Promise<OpenDatabase> | undefined;
  now?: () => Date;
}

/** The composition root: opens the database, mounts the modules, starts what runs beside requests, listens. */
export async function startServer(
  settings: Settings,
  { portal, opening, now = () => new Date() }: StartOptions = {},
): Promise<RunningServer> {
  const database = await (opening ?? openRegion(settings));
  try {
    await migrateUp(database.db, migrationFiles);
    await guardDemo(database.db, settings.demo);
    const house = buildHouse(tree, { unfinished: settings.unfinished });
    // letters lead to the portal's own address, unless a dated setting says otherwise
    setInitial('registry.portalAddress', settings.origin);
    let nudge = () => {};
    // the log is made with the HTTP side, after sign-in
    let tell = (message: string) => console.error(message);
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
      settings: {
        appName: 'Rostok',
        providers: settings.providers,
        // the same machine by its other name
        trustedOrigins: settings.production
          ? []
          : [`http://127.0.0.1:${settings.port}`, `http://localhost:${settings.port}`],
      },
      allowedHosts: settings.allowedHosts,
      log: (level, message) => {
        if (level === 'warn' || level === 'error') tell(message);
      },
      sendMail: sendByTemplate(
        world,
        house.all(isMail).map(({ value }) => value),
      ),
      now,
    });
    if (settings.demo) await prepareDemo(world, identity, settings);

    // the machinery of jobs starts before the log does
    let report = (error: unknown) => console.error(loggedError(error));
    const working = settings.role !== 'web';
    const backupToken = database.kind === 'pglite' ? newToken() : null;
    const files = await openFileStore(settings.filesDir);
    const transport = settings.smtpUrl ? smtpTransport(settings.smtpUrl, settings.mailFrom) : null;
    const jobs = await startJobs(
      world,
      [
        ...house.all(isJob).map(({ value }) => value),
        mailJob({ transport, demo: settings.demo }) as JobDefinition,
        sweepFilesJob(files) as JobDefinition,
      ],
      {
        work: working,
        alone: database.kind === 'pglite',
        onError: (error) => report(error),
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

    const whoAsks = actorOf({ settings, world, house, identity });
    const metrics = createMetrics(world);
    // the list of the portal's files is read when its routes are made
    await portal;
    const app = await buildHttp({
      settings,
      world,
      house,
      whoAsks,
      logger:
        settings.logLevel === 'silent'
          ? false
          : logOptions({ level: settings.production ? settings.logLevel : 'warn' }),
      metrics,
      more: (fastify) =>
        houseRoutes(fastify, {
          settings,
          world,
          house,
          identity,
          whoAsks,
          database,
          metrics,
          files,
          backupToken,
        }),
    });
    tell = (message) => app.log.warn(message);
    report = (error) => app.log.error({ err: error }, 'the machinery of jobs failed');
    const address =
      settings.role === 'worker' ? '' : await app.listen({ port: settings.port, host: settings.host });
    const closeDoor =
      backupToken && address ? leaveDoor(settings.dataDir, { address, token: backupToken }) : () => {};
    const stopping = new AbortController();
    const calculations =
      settings.demo && working && settings.demoCalculations
        ? firstCalculations(world, house, stopping.signal).catch((error) => report(error))
        : Promise.resolve();
    return {
      address,
      banner: banner(address && settings.origin, settings.demo ? demoAccounts : []),
      database,
      async stop() {
        closeDoor();
        stopping.abort();
        await calculations;
        await app.close();
        await dispatcher.stop();
        await jobs.stop();
        transport?.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
