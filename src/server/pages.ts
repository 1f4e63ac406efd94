import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { plainRefusal } from './plain-refusal.ts';
import type { Settings } from './settings.ts';

const dist = new URL('../../dist/web/', import.meta.url);

/** The built portal: hashed files for a year, and one page for every other address, with this answer's nonce. */
export function pageRoutes(app: FastifyInstance, settings: Settings): void {
  if (!existsSync(dist)) return;
  app.register(fastifyStatic, {
    root: fileURLToPath(dist),
    index: false,
    wildcard: false,
    maxAge: '1y',
    immutable: true,
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
