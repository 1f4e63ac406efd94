import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { OpenDatabase } from '../platform/database/index.ts';
import type { Identity } from '../platform/identity/index.ts';
import type { Metrics } from '../platform/operations/index.ts';
import type { Actor, House, World } from '../platform/use-case/index.ts';
import { authRoutes } from './auth-routes.ts';
import { eventRoutes } from './event-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { operationRoutes } from './operation-routes.ts';
import { orderRoutes } from './order-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import type { Settings } from './settings.ts';

export interface RouteParts {
  settings: Settings;
  world: World;
  house: House;
  identity: Identity;
  database: OpenDatabase;
  metrics: Metrics;
  whoAsks(request: FastifyRequest): Promise<Actor | null>;
}

/** Routes of the composition root beside the house's contracts: sign-in, session, streams of news. */
export function houseRoutes(app: FastifyInstance, parts: RouteParts): void {
  authRoutes(app, parts);
  sessionRoutes(app, parts);
  eventRoutes(app, parts);
  exportRoutes(app, parts);
  orderRoutes(app, parts);
  operationRoutes(app, parts);
}
