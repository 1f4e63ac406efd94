import type { FastifyInstance, FastifyRequest } from 'fastify';
import { plainRefusal } from './plain-refusal.ts';
import type { Settings } from './settings.ts';

function isOurs(request: FastifyRequest, settings: Settings): boolean {
  const { origin, host } = request.headers;
  // service keys come without an origin; a browser always names one on a changing call
  if (!origin || origin === settings.origin) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** A browser's changing call must come from our own pages. Sign-in keeps its own list of trusted origins. */
export function refuseOtherSites(app: FastifyInstance, settings: Settings): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.url.startsWith('/api/auth/')) return;
    if (!isOurs(request, settings)) return plainRefusal(request, reply, 403, 'server:error.otherSite');
  });
}
