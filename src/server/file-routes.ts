import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readableFile, uploadFile } from '../platform/files/index.ts';
import { type Actor, dayIn, refuse } from '../platform/use-case/index.ts';
import type { RouteParts } from './route-parts.ts';

/** Uploads taken at one time by this process: each holds an open file and a connection. */
const AT_ONCE = 8;

interface Sent {
  Querystring: { name?: string };
}
interface Asked {
  Params: { id: string };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What an attached file may do in a browser that opens it after all: nothing. */
const SANDBOX = "sandbox; default-src 'none'";

/** Content of attached files: in as the bare body, out as a download; everything else of them are use cases. */
export function fileRoutes(app: FastifyInstance, { world, files, whoAsks }: RouteParts): void {
  let running = 0;
  const user = async (request: FastifyRequest): Promise<Actor> => {
    const actor = await whoAsks(request);
    if (!actor) throw refuse('use-case:error.signIn', {}, { status: 401 });
    if (!actor.rights['files.file.use'])
      throw refuse('use-case:error.noRight', { right: 'files.file.use' }, { status: 403 });
    return actor;
  };

  const take = async (request: FastifyRequest<Sent>) => {
    const actor = await user(request);
    if (running >= AT_ONCE) throw refuse('files:error.tooBusy', {}, { status: 503 });
    running += 1;
    try {
      const length = request.headers['content-length'];
      const data = await uploadFile(world, files, actor, {
        name: String(request.query.name ?? ''),
        announced: length === undefined ? null : Number(length),
        content: request.body as AsyncIterable<Uint8Array>,
      });
      return { data, can: {} };
    } finally {
      running -= 1;
    }
  };

  const give = async (request: FastifyRequest<Asked>, reply: FastifyReply) => {
    const actor = await user(request);
    const { id } = request.params;
    if (!UUID.test(id)) throw refuse('use-case:error.notFound', {}, { status: 404 });
    const now = world.now();
    const row = await world.db
      .connection()
      .execute((tx) =>
        readableFile({ tx, actor, id, now: now.toISOString(), today: dayIn(world.timeZone, now) }),
      );
    const { stream, size } = await files.openFile(row.sha256);
    return reply
      .type(row.media_type)
      .header('cache-control', 'no-store')
      .header('content-length', size)
      .header('content-security-policy', SANDBOX)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(row.name)}`)
      .send(stream);
  };

  // a scope of its own: only this address takes bare bytes of any kind, as a stream
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.post<Sent>('/api/files/content', { bodyLimit: Number.MAX_SAFE_INTEGER }, take);
  });
  app.get<Asked>('/api/files/:id/content', give);
}
