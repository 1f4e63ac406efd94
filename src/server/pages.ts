import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { plainRefusal } from './plain-refusal.ts';
import type { Settings } from './settings.ts';

const built = new URL('../../dist/web/', import.meta.url);

/** The built portal: hashed files for a year, others asked for anew, and one page for every other address, with this answer's nonce. */
export function pageRoutes(app: FastifyInstance, settings: Pick<Settings, 'production'>, dist = built): void {
  if (!existsSync(dist)) return;
  app.register(fastifyStatic, {
    root: fileURLToPath(dist),
    index: false,
    wildcard: false,
    // the page itself is never served raw: it needs its nonce
    allowedPath: (path) => path !== '/index.html',
    cacheControl: false,
    // only what bears its hash in its name never changes; the offline worker must be asked for anew each time
    setHeaders: (reply, path) => {
      const hashed = path.startsWith(fileURLToPath(new URL('assets/', dist)));
      reply.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  let page: string | null = null;
  app.setNotFoundHandler(async (request, reply) => {
    if (request.method !== 'GET' || /^\/(api|assets)\//.test(request.url))
      return plainRefusal(request, reply, 404, 'server:error.noAddress');
    if (page === null || !settings.production) page = readFileSync(new URL('index.html', dist), 'utf8');
    const { nonce = '' } = request as FastifyRequest & { nonce?: string };
    reply.header('cache-control', 'no-store').type('text/html; charset=utf-8');
    return page.replaceAll('__CSP_NONCE__', nonce);
  });
}
