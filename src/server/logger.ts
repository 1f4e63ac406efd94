import type { Settings } from './settings.ts';

/** Structured logs without personal data: no bodies, no cookies, no query strings, no addresses of people. */
export function loggerFor(settings: Settings): object | boolean {
  if (settings.logLevel === 'silent') return false;
  return {
    level: settings.production ? settings.logLevel : 'warn',
    redact: ['req.headers.cookie', 'req.headers.authorization'],
    serializers: {
      req: (request: { method: string; url: string; id: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url.split('?')[0],
      }),
    },
  };
}
