import type { FastifyInstance } from 'fastify';
import { jobEvents, jobProgress } from '../platform/jobs/index.ts';
import { localeOf } from './locale-of.ts';
import { plainRefusal } from './plain-refusal.ts';
import type { RouteParts } from './route-parts.ts';

/** Server-sent events: the progress of one's own jobs, with a beat every 20 s so that proxies keep the line. */
export function eventRoutes(app: FastifyInstance, { world, whoAsks }: RouteParts): void {
  app.get('/api/jobs/events', async (request, reply) => {
    const actor = await whoAsks(request);
    if (!actor?.personId) return plainRefusal(request, reply, 401, 'use-case:error.signIn');
    const ended = new AbortController();
    reply.raw.on('close', () => ended.abort());
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const beat = setInterval(() => reply.raw.write(': beat\n\n'), 20_000);
    try {
      for await (const job of jobEvents(world, actor.personId, ended.signal))
        reply.raw.write(`data: ${JSON.stringify(jobProgress(localeOf(request), job))}\n\n`);
    } finally {
      clearInterval(beat);
      reply.raw.end();
    }
  });
}
