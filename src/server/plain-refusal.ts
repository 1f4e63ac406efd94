import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { translateId } from '../platform/i18n/index.ts';
import { answerError } from './answer-error.ts';
import { localeOf } from './locale-of.ts';

const MEGABYTE = 1024 * 1024;
/** A form's JSON; files come as multipart forms. */
export const BODY_LIMIT = 8 * MEGABYTE;
const FILE_LIMIT = 64 * MEGABYTE;

/** A refusal made before any use case was reached, in the shape of all others. */
export function plainRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  key: string,
  params: Record<string, string | number> = {},
) {
  return reply
    .code(status)
    .send({ code: key, message: translateId(localeOf(request), key, params), fields: [] });
}

const tooLarge = (request: FastifyRequest, reply: FastifyReply, limit: number) =>
  plainRefusal(request, reply, 413, 'server:error.tooLarge', { megabytes: limit / MEGABYTE });

/** What fails outside of the use cases is told in people's words too: no message of a library leaves the house. */
export function refusePlainly(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
      const { bodyLimit } = request.routeOptions;
      return tooLarge(request, reply, bodyLimit ?? BODY_LIMIT);
    }
    if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
      return plainRefusal(request, reply, error.statusCode, 'use-case:error.badInput');
    const { status, body, known } = answerError(error, localeOf(request), request.id);
    if (!known) request.log.error({ err: error }, 'a route failed');
    return reply.code(status).send(body);
  });
}

/** Reads JSON whole, up to the limit. A form with files is read by the handler and has to say its length first. */
export function limitBodies(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
    try {
      done(null, text === '' ? undefined : JSON.parse(String(text)));
    } catch (error) {
      done(Object.assign(error as Error, { statusCode: 400 }));
    }
  });
  scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
  scope.addHook('onRequest', async (request, reply) => {
    const type = request.headers['content-type'] ?? '';
    if (request.method === 'GET' || type.startsWith('application/json')) return;
    const length = Number(
      request.headers['content-length'] ?? (request.headers['transfer-encoding'] ? Infinity : 0),
    );
    if (!(length <= FILE_LIMIT)) return tooLarge(request, reply, FILE_LIMIT);
  });
}
