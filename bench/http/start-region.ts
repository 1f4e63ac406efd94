import { createServer } from 'node:net';
import { sql } from 'kysely';
import type { Actor } from '../../src/platform/use-case/index.ts';
import { DEMO_PASSWORD } from '../../src/server/demo/demo-account.ts';
import { readSettings } from '../../src/server/settings.ts';
import { type RunningServer, startServer } from '../../src/server/start-server.ts';

export interface SignedIn {
  cookie: string;
  actor: Actor;
}

export interface Region {
  server: RunningServer;
  origin: string;
  loadSeconds: number;
  signIn(name: string): Promise<SignedIn>;
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Starts the server in this process over an empty database and lets it load the demo region of a size. */
export async function startRegion(
  size: string,
  where: { dataDir: string; databaseUrl: string | null },
): Promise<Region> {
  const port = await freePort();
  const started = performance.now();
  const server = await startServer(
    readSettings({
      PORT: String(port),
      ROSTOK_ORIGIN: `http://127.0.0.1:${port}`,
      ROSTOK_DEMO: '1',
      ROSTOK_DEMO_SIZE: size,
      // the bench starts its own calculations and waits for them: nothing else may run beside the measuring
      ROSTOK_DEMO_CALCULATIONS: '0',
      ROSTOK_DATA: where.dataDir,
      LOG_LEVEL: 'silent',
      ...(where.databaseUrl ? { DATABASE_URL: where.databaseUrl } : {}),
    }),
  );
  const loadSeconds = (performance.now() - started) / 1000;
  // PostgreSQL's own statistics worker would come by in a minute; the embedded database has none
  await sql`analyze`.execute(server.database.db);
  const origin = `http://127.0.0.1:${port}`;
  return { server, origin, loadSeconds, signIn: (name) => signIn(origin, name) };
}

interface Session {
  person: { id: string } | null;
  assignment: { id: string; role: string; organisation: { id: string } | null; municipality?: string } | null;
  rights: Actor['rights'];
}

/** Signs a demo person in by HTTP; gives the cookie and who acts with it. */
async function signIn(origin: string, name: string): Promise<SignedIn> {
  const answer = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email: `${name}@demo.rostok`, password: DEMO_PASSWORD }),
  });
  if (!answer.ok) throw new Error(`Sign-in of ${name} was answered with ${answer.status}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const session = await fetch(`${origin}/api/session`, { headers: { cookie } });
  const { data } = (await session.json()) as { data: Session };
  return { cookie, actor: actorOf(data) };
}

/** The actor of a session as the server itself would load it. */
export const actorOf = ({ person, assignment, rights }: Session): Actor => ({
  kind: person ? 'person' : 'visitor',
  personId: person?.id ?? null,
  assignmentId: assignment?.id ?? null,
  role: assignment?.role ?? 'visitor',
  organisationId: assignment?.organisation?.id ?? null,
  municipalityId: assignment?.municipality ?? null,
  verified: true,
  rights,
});
