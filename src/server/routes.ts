import type { FastifyInstance } from 'fastify';
import { authRoutes } from './auth-routes.ts';
import { backupRoutes } from './backup-routes.ts';
import { checkRoutes } from './check-routes.ts';
import { eventRoutes } from './event-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { fileRoutes } from './file-routes.ts';
import { operationRoutes } from './operation-routes.ts';
import { orderRoutes } from './order-routes.ts';
import { tellPersonNames } from './person-names.ts';
import type { RouteParts } from './route-parts.ts';
import { sessionRoutes } from './session-routes.ts';

/** Routes of the composition root beside the house's contracts: sign-in, session, streams of news. */
export function houseRoutes(app: FastifyInstance, parts: RouteParts): void {
  tellPersonNames();
  authRoutes(app, parts);
  sessionRoutes(app, parts);
  eventRoutes(app, parts);
  exportRoutes(app, parts);
  fileRoutes(app, parts);
  orderRoutes(app, parts);
  operationRoutes(app, parts);
  backupRoutes(app, parts);
  checkRoutes(app, parts);
}
