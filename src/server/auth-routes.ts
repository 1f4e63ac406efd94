import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { demoAccounts } from './demo/prepare-demo.ts';
import type { RouteParts } from './route-parts.ts';

/** Sign-in lives below /api/auth; in the demo the page of sign-ins is told whom it can offer. */
export function authRoutes(app: FastifyInstance, { identity, settings }: RouteParts): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    async handler(request, reply) {
      const headers = new Headers();
      for (const [name, value] of Object.entries(request.headers))
        if (value !== undefined && name !== 'content-length') headers.set(name, String(value));
      const body = request.method === 'POST' && request.body ? JSON.stringify(request.body) : null;
      const answer = await identity.handler(
        new Request(new URL(request.url, settings.origin), { method: request.method, headers, body }),
        request.ip,
      );
      reply.code(answer.status);
      for (const [name, value] of answer.headers) if (name !== 'set-cookie') reply.header(name, value);
      const cookies = answer.headers.getSetCookie();
      if (cookies.length > 0) reply.header('set-cookie', cookies);
      return reply.send(answer.body ? Readable.fromWeb(answer.body as never) : '');
    },
  });
  app.get('/api/sign-in/providers', async () => ({ data: identity.providers, can: {} }));
  if (settings.demo) app.get('/api/demo/accounts', async () => ({ data: demoAccounts, can: {} }));
}
