import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { freshWorld } from '../testing/world.ts';
import { eventRoutes } from './event-routes.ts';

test('a page that stays open does not keep the server from stopping', async () => {
  const world = await freshWorld();
  const app = Fastify({ forceCloseConnections: 'idle' });
  eventRoutes(app, {
    world,
    whoAsks: async () => {
      return world.as('student');
    },
  });
  const asked = get(`${await app.listen({ port: 0, host: '127.0.0.1' })}/api/jobs/events`);
  const [line] = (await once(asked, 'response')) as [IncomingMessage];
  expect(line.headers['content-type']).toContain('text/event-stream');
  const ended = once(line.resume(), 'close');
  // without an end of its own the line would hold this until the test's time is over
  await app.close();
  await ended;
});
