import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { sql } from 'kysely';
import { type FileStore, openFileStore } from '../../platform/files/index.ts';
import { createIdentity } from '../../platform/identity/index.ts';
import { createMetrics } from '../../platform/operations/index.ts';
import { uuidV7 } from '../../platform/use-case/index.ts';
import type { TestWorld } from '../../testing/world.ts';
import { actorOf } from '../actor-of.ts';
import { buildHttp } from '../http.ts';
import { houseRoutes } from '../routes.ts';
import { readSettings } from '../settings.ts';

export interface TestApp {
  app: FastifyInstance;
  origin: string;
  files: FileStore;
  /** Where `files` lies. */
  filesDir: string;
  /** Makes a person with an account in a role, signs in over HTTP, gives the cookie. */
  signIn(role: string, organisationId?: string): Promise<string>;
  get(url: string, cookie?: string): Promise<Reply>;
  post(
    url: string,
    body: unknown,
    more?: { cookie?: string; headers?: Record<string, string> },
  ): Promise<Reply>;
}

export interface Reply {
  status: number;
  text: string;
  json: { code: string; message: string; fields: { path: string; message: string }[]; data: never };
  headers: Record<string, unknown>;
}

const PASSWORD = 'берёзовая роща 47';

/** The HTTP side of a world exactly as the server mounts it, asked without a socket. */
export async function openApp(world: TestWorld, env: Record<string, string> = {}): Promise<TestApp> {
  const settings = readSettings({ LOG_LEVEL: 'silent', ROSTOK_DEMO: '1', ...env });
  const { origin } = settings;
  const identity = createIdentity({
    db: world.db,
    secret: settings.secret,
    origin,
    demo: settings.demo,
    settings: { appName: 'Rostok', providers: settings.providers },
    allowedHosts: settings.allowedHosts,
    sendMail: async () => {},
  });
  const { house, opened: database } = world;
  const whoAsks = actorOf({ settings, world, house, identity });
  const metrics = createMetrics(world);
  const filesDir = await mkdtemp(join(tmpdir(), 'rostok-files-'));
  const files = await openFileStore(filesDir);
  const app = await buildHttp({
    settings,
    world,
    house,
    whoAsks,
    logger: false,
    metrics,
    more: (fastify) =>
      houseRoutes(fastify, {
        settings,
        world,
        house,
        identity,
        whoAsks,
        database,
        metrics,
        files,
        backupToken: env.BACKUP_TOKEN ?? null,
      }),
  });

  const ask = async (options: InjectOptions): Promise<Reply> => {
    const answer = await app.inject(options);
    const type = String(answer.headers['content-type'] ?? '');
    return {
      status: answer.statusCode,
      text: answer.body,
      json: type.includes('json') ? answer.json() : (null as never),
      headers: answer.headers,
    };
  };
  const post: TestApp['post'] = (url, body, { cookie, headers = {} } = {}) =>
    ask({
      method: 'POST',
      url,
      payload: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', origin, ...(cookie ? { cookie } : {}), ...headers },
    });

  return {
    app,
    origin,
    files,
    filesDir,
    post,
    get: (url, cookie) => ask({ method: 'GET', url, headers: cookie ? { cookie } : {} }),
    async signIn(role, organisationId) {
      const [personId, email] = [uuidV7(), `${role}-${uuidV7().slice(-12)}@example.org`];
      await sql`insert into registry.person (id, surname, given_name, sort_key, is_demo)
        values (${personId}, 'Проверкина', 'Анна', 'проверкина анна', true)`.execute(world.db);
      await sql`insert into registry.assignment (id, person_id, role, organisation_id, valid, ground)
        values (${uuidV7()}, ${personId}, ${role}, ${organisationId ?? null}, '(,)', 'проверка')`.execute(
        world.db,
      );
      await identity.createUser({ email, password: PASSWORD, personId, name: 'Анна' });
      const answer = await post('/api/auth/sign-in/email', { email, password: PASSWORD });
      if (answer.status !== 200) throw new Error(`Sign-in as ${role}: ${answer.status} ${answer.text}`);
      return [answer.headers['set-cookie']]
        .flat()
        .map((one) => String(one).split(';')[0])
        .join('; ');
    },
  };
}
