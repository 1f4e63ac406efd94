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
  whoAsks(request: FastifyRequest): Promise<Actor | null>;
}
