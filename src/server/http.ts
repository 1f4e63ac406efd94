import { randomBytes, randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Metrics } from '../platform/operations/index.ts';
import { type Actor, type House, visitor, type World } from '../platform/use-case/index.ts';
import { buildApi, describeApi } from './api.ts';
import { localeOf } from './locale-of.ts';
import { pageRoutes } from './pages.ts';
import { BODY_LIMIT, limitBodies, plainRefusal, refusePlainly } from './plain-refusal.ts';
import { refuseOtherSites } from './same-origin.ts';
import type { Settings } from './settings.ts';

export interface HttpParts {
  settings: Settings;
  world: World;
  house: House;
  /** Who asks, by cookie or service key; null: a visitor. */
  whoAsks(request: FastifyRequest): Promise<Actor | null>;
  /** Further routes of the composition root: sign-in, session, events, uploads. */
  more(app: FastifyInstance): void | Promise<void>;
  logger: object | boolean;
  metrics: Metrics;
}

const headerText = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value[0] : value) ?? null;

/** Security headers of every answer; pages add their nonce. */
export const cspFor = (nonce: string) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ].join('; ');

/** Builds the HTTP side: API of the house, its description, further routes, and the portal's pages. */
export async function buildHttp(parts: HttpParts): Promise<FastifyInstance> {
  const { settings, world, house } = parts;
  const app = Fastify({
    logger: parts.logger,
    bodyLimit: BODY_LIMIT,
    trustProxy: settings.production,
    genReqId: (raw) => headerText(raw.headers['x-request-id'])?.slice(0, 64) ?? randomUUID(),
    forceCloseConnections: 'idle',
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
    reply.header('x-frame-options', 'DENY');
    reply.header('cross-origin-opener-policy', 'same-origin');
    reply.header('permissions-policy', 'camera=(self), microphone=(), geolocation=()');
    if (settings.production) reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
    const nonce = randomBytes(16).toString('base64');
    (request as FastifyRequest & { nonce?: string }).nonce = nonce;
    reply.header('content-security-policy', cspFor(nonce));
  });

  app.addHook('onResponse', async (request, reply) => {
    parts.metrics.observeHttp({
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
    });
  });

  refusePlainly(app);
  refuseOtherSites(app, settings);

  // made at the first reading: it converts every schema of the house
  let description: ReturnType<typeof describeApi> | undefined;
  app.get('/api/openapi.json', () => {
    description ??= describeApi(house, { title: 'Rostok', version: '0.1.0' });
    return description;
  });

  await parts.more(app);

  const api = buildApi(world, house);
  const asVisitor = visitor(house.rightsOf('visitor'));
  app.register(async (scope) => {
    limitBodies(scope);
    scope.all('/api/*', async (request, reply) => {
      const actor = (await parts.whoAsks(request)) ?? asVisitor;
      reply.header('cache-control', 'no-store');
      const { matched } = await api.handle(request, reply, {
        prefix: '/api',
        context: {
          actor,
          commandId: uuidHeader(request.headers['command-id']),
          locale: localeOf(request),
          requestId: request.id,
          onFault: (error) => request.log.error({ err: error }, 'a use case failed'),
        },
      });
      if (!matched) return plainRefusal(request, reply, 404, 'server:error.noAddress');
    });
  });
  pageRoutes(app, settings);
  return app;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const uuidHeader = (value: string | string[] | undefined) => {
  const text = headerText(value);
  return text && UUID.test(text) ? text : null;
};
