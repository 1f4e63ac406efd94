import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { OpenDatabase } from '../database/index.ts';
import { uuidV7 } from '../use-case/index.ts';
import { httpPortal } from './testing/http-portal.ts';
import { platformDatabase, sessionOf, testIdentity } from './testing/identity.ts';
import { outerDance } from './testing/outer-dance.ts';
import { outerProvider } from './testing/outer-provider.ts';
import { walker } from './testing/walk.ts';

const client = { id: 'rostok', secret: 'known to both' };
let world: OpenDatabase;
let outer: Awaited<ReturnType<typeof outerProvider>>;
let portal: Awaited<ReturnType<typeof httpPortal>>;
let issuer = '';
const hosts: string[] = [];
const personId = uuidV7();

const makePortal = () =>
  httpPortal(
    (origin) =>
      testIdentity(world.db, {
        origin,
        demo: true,
        allowedHosts: hosts,
        settings: {
          appName: 'Росток',
          // read when first used, so that the provider may start after the portal
          providers: [
            {
              id: 'region',
              title: 'Вход области',
              clientId: client.id,
              clientSecret: client.secret,
              get issuer() {
                return issuer;
              },
            },
          ],
        },
      }).identity,
  );

beforeAll(async () => {
  world = await platformDatabase();
  portal = await makePortal();
  outer = await outerProvider(
    { ...client, redirect: `${portal.origin}/api/auth/callback/region` },
    {
      anna: { email: 'anna@example.org', email_verified: true, name: 'Анна' },
      boris: { email: 'boris@example.org', email_verified: false, name: 'Борис' },
      vera: { email: 'vera@example.org', email_verified: true, name: 'Вера' },
      silent: {},
    },
  );
  issuer = outer.issuer;
  for (const [email, id] of [
    ['anna@example.org', personId],
    ['boris@example.org', uuidV7()],
  ] as const)
    await portal.identity.createUser({ email, personId: id, name: email, emailVerified: true });
});
afterAll(async () => {
  portal.close();
  outer.close();
  await world.close();
});
beforeEach(() => {
  hosts.length = 0;
  hosts.push(`inside:${outer.host}`);
});

const dance = (login: string) => outerDance(portal.origin, 'region', login);

const tokenOf = (person: ReturnType<typeof walker>) =>
  portal.identity.readToken(person.cookieOf(portal.origin));

test('a person proved by the provider gets a session of the account with the same proved address', async () => {
  const { url, way, end, person } = await dance('anna');
  expect(url?.searchParams.get('code_challenge_method')).toBe('S256');
  expect(way.some((one) => one.startsWith(`${portal.origin}/api/auth/callback/region?code=`))).toBe(true);
  expect(end).toBe(`${portal.origin}/home`);
  expect(await sessionOf(world.db, tokenOf(person))).toMatchObject({
    person_id: personId,
    second_factor: false,
  });
  const { rows } = await sql<{ account_id: string; access_token: string }>`
    select account_id, access_token from identity.account where provider_id = 'region'`.execute(world.db);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.account_id).toBe('anna');
});

test('the second time the account is known by the provider’s own id', async () => {
  await sql`update identity."user" set email = 'anna.new@example.org' where person_id = ${personId}`.execute(
    world.db,
  );
  const { person } = await dance('anna');
  expect(await sessionOf(world.db, tokenOf(person))).toMatchObject({ person_id: personId });
});

test.each([
  ['vera', 'outerUnknown'],
  ['boris', 'outerNotProved'],
  ['silent', 'outerNoEmail'],
])('%s is not let in: %s', async (login, problem) => {
  const { end, person } = await dance(login);
  expect(end).toBe(`${portal.origin}/sign-in?problem=${problem}`);
  expect(tokenOf(person)).toBeNull();
});

test('an answer that this browser did not ask for is refused', async () => {
  const stranger = walker();
  const { way } = await stranger.follow(
    `${portal.origin}/api/auth/callback/region?code=stolen&state=made-up`,
  );
  expect(way.at(-1)).toBe(`${portal.origin}/sign-in?problem=outerTooLate`);
});

test('a provider whose host is not on the list is not asked at all', async () => {
  hosts.length = 0;
  const other = await makePortal();
  const response = await fetch(`${other.origin}/api/auth/sign-in/social`, {
    method: 'POST',
    headers: { origin: other.origin, 'content-type': 'application/json' },
    body: JSON.stringify({ provider: 'region' }),
  });
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ code: 'identity:error.providerUnknown' });
  other.close();
});
