import type { FastifyInstance } from 'fastify';
import { jobEvents, jobProgress } from '../platform/jobs/index.ts';
import { houseNews } from '../platform/outbox/index.ts';
import { localeOf } from './locale-of.ts';
import { plainRefusal } from './plain-refusal.ts';
import type { RouteParts } from './route-parts.ts';

/** What open pages have to hear of at once: whoever was seen by a consent is not seen a moment later. */
const NEWS = ['registry.consent.withdrawn'];

/**
 * Server-sent events: the progress of one's own jobs, and names of news of the house by which open pages read again;
 * with a beat every 20 s so that proxies keep the line.
 */
export function eventRoutes(
  app: FastifyInstance,
  { world, whoAsks }: Pick<RouteParts, 'world' | 'whoAsks'>,
): void {
  const open = new Set<AbortController>();
  // a server that stops waits for every line that is open: these would stay as long as the page does
  app.addHook('preClose', async () => {
    for (const line of open) line.abort();
  });
  app.get('/api/jobs/events', async (request, reply) => {
    const actor = await whoAsks(request);
    if (!actor?.personId) return plainRefusal(request, reply, 401, 'use-case:error.signIn');
    const ended = new AbortController();
    open.add(ended);
    reply.raw.on('close', () => ended.abort());
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'close',
      'x-accel-buffering': 'no',
    });
    // the page is told at once that the line stands, not at the first beat
    reply.raw.flushHeaders();
    const beat = setInterval(() => reply.raw.write(': beat\n\n'), 20_000);
    const personId = actor.personId;
    const jobs = async () => {
      for await (const job of jobEvents(world, personId, ended.signal))
        reply.raw.write(`data: ${JSON.stringify(jobProgress(localeOf(request), job))}\n\n`);
    };
    const news = async () => {
      for await (const name of houseNews(world, NEWS, ended.signal))
        reply.raw.write(`event: news\ndata: ${JSON.stringify({ name })}\n\n`);
    };
    try {
      await Promise.all([jobs(), news()]);
    } finally {
      open.delete(ended);
      clearInterval(beat);
      reply.raw.end();
    }
  });
}
