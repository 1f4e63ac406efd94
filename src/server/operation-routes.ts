import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isLive, isReady } from '../platform/operations/index.ts';
import type { RouteParts } from './route-parts.ts';

const same = (a: string, b: string) =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** For those who run the region: is it alive, may it be asked, how it fares. Metrics ask for a key in production. */
export function operationRoutes(app: FastifyInstance, { world, metrics, settings }: RouteParts): void {
  const mayRead = (request: FastifyRequest) =>
    settings.metricsKey
      ? same(request.headers.authorization ?? '', `Bearer ${settings.metricsKey}`)
      : !settings.production;
  app.get('/health/live', async () => ({ live: isLive() }));
  app.get('/health/ready', async (_request, reply) => {
    const state = await isReady(world);
    return reply.code(state.ready ? 200 : 503).send(state);
  });
  app.get('/metrics', async (request, reply) => {
    if (!mayRead(request)) return reply.code(404).send('');
    return reply.type(metrics.contentType).send(await metrics.text());
  });
}
