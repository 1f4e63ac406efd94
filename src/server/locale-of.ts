import type { FastifyRequest } from 'fastify';
import type { Locale } from '../platform/i18n/index.ts';

/** The language of a request: the cookie's choice, else Russian. */
export const localeOf = (request: FastifyRequest): Locale =>
  /(?:^|;\s*)locale=en\b/.test(request.headers.cookie ?? '') ? 'en' : 'ru';
