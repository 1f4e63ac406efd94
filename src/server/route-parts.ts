import type { FastifyRequest } from 'fastify';
import type { OpenDatabase } from '../platform/database/index.ts';
import type { FileStore } from '../platform/files/index.ts';
import type { Identity } from '../platform/identity/index.ts';
import type { Metrics } from '../platform/operations/index.ts';
import type { Actor, House, World } from '../platform/use-case/index.ts';
import type { Settings } from './settings.ts';

/** What the composition root hands to its own routes. */
export interface RouteParts {
  settings: Settings;
  world: World;
  house: House;
  identity: Identity;
  database: OpenDatabase;
  metrics: Metrics;
  files: FileStore;
  /** Lets the command line ask for a backup; null where the database is a server of its own. */
  backupToken: string | null;
  whoAsks(request: FastifyRequest): Promise<Actor | null>;
}
