import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasMessage } from '../platform/i18n/index.ts';
import { outerDance } from '../platform/identity/testing/outer-dance.ts';
import { outerProvider } from '../platform/identity/testing/outer-provider.ts';
import { freshWorld, type TestWorld } from '../testing/world.ts';
import { BadSettings, readSettings } from './settings.ts';
import { openApp, type TestApp } from './testing/open-app.ts';
import { freePort } from './testing/spawn-server.ts';

const described = {
  ROSTOK_OIDC: 'region',
  ROSTOK_OIDC_REGION_ISSUER: 'https://id.example.org',
  ROSTOK_OIDC_REGION_CLIENT_ID: 'rostok',
  ROSTOK_OIDC_REGION_CLIENT_SECRET: 'known to both',
  ROSTOK_ALLOWED_HOSTS: 'id.example.org',
};

describe('outer sign-in services of the environment', () => {
  test('are read in the order of their names, each whole', () => {
    const { providers } = readSettings({
      ...described,
      ROSTOK_OIDC: 'region, second-one',
      ROSTOK_OIDC_SECOND_ONE_ISSUER: 'https://other.example.org/realms/x',
      ROSTOK_OIDC_SECOND_ONE_CLIENT_ID: 'a',
      ROSTOK_OIDC_SECOND_ONE_CLIENT_SECRET: 'b',
      ROSTOK_OIDC_SECOND_ONE_TITLE: 'Вход области',
      ROSTOK_OIDC_SECOND_ONE_SCOPES: 'email profile',
      ROSTOK_ALLOWED_HOSTS: 'id.example.org, *.example.org',
    });
    expect(providers).toEqual([
      {
        id: 'region',
        title: 'region',
        issuer: 'https://id.example.org',
        clientId: 'rostok',
        clientSecret: 'known to both',
      },
      {
        id: 'second-one',
        title: 'Вход области',
        issuer: 'https://other.example.org/realms/x',
        clientId: 'a',
        clientSecret: 'b',
        scopes: ['openid', 'email', 'profile'],
      },
    ]);
    expect(readSettings({}).providers).toEqual([]);
  });

  test.each([
    ['without a secret', { ROSTOK_OIDC_REGION_CLIENT_SECRET: ' ' }, 'oidcMissing'],
    ['without an issuer', { ROSTOK_OIDC_REGION_ISSUER: undefined }, 'oidcMissing'],
    ['with a name of other letters', { ROSTOK_OIDC: 'ЕСИА' }, 'oidcName'],
    ['named twice', { ROSTOK_OIDC: 'region,region' }, 'oidcName'],
    ['on a host that is not allowed', { ROSTOK_ALLOWED_HOSTS: 'other.example.org' }, 'oidcHost'],
    [
      'inside the network without the word for it',
      { ROSTOK_OIDC_REGION_ISSUER: 'https://10.0.0.5', ROSTOK_ALLOWED_HOSTS: '10.0.0.5' },
      'oidcHost',
    ],
    ['without encryption', { ROSTOK_OIDC_REGION_ISSUER: 'http://id.example.org' }, 'oidcIssuer'],
    ['that is no address', { ROSTOK_OIDC_REGION_ISSUER: 'id.example.org' }, 'oidcIssuer'],
  ])('the process does not start with one %s', (_name, env, key) => {
    const read = () => readSettings({ ...described, ...env });
    expect(read).toThrow(BadSettings);
    expect(read).toThrow(`server:error.${key}`);
    expect(hasMessage('ru', `server:error.${key}`)).toBe(true);
  });
});

describe('the sign-in of a portal with such a service', () => {
  let world: TestWorld;
  let at: TestApp;
  let outer: Awaited<ReturnType<typeof outerProvider>>;
  let origin = '';

  beforeAll(async () => {
    world = await freshWorld();
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    outer = await outerProvider(
      { id: 'rostok', secret: 'known to both', redirect: `${origin}/api/auth/callback/region` },
      {
        anna: { email: 'anna@example.org', email_verified: true, name: 'Анна' },
        vera: { email: 'vera@example.org', email_verified: true, name: 'Вера' },
      },
    );
    at = await openApp(world, {
      ...described,
      PORT: String(port),
      ROSTOK_ORIGIN: origin,
      ROSTOK_OIDC_REGION_ISSUER: outer.issuer,
      ROSTOK_OIDC_REGION_TITLE: 'Вход области',
      ROSTOK_ALLOWED_HOSTS: `inside:${outer.host}`,
    });
    await at.signIn('min_edu_specialist');
    await sql`update identity."user" set email = 'anna@example.org', email_verified = true`.execute(world.db);
    await at.app.listen({ port, host: '127.0.0.1' });
  });
  afterAll(async () => {
    await at?.app.close();
    outer?.close();
  });

  test('offers it by its words, and nothing secret', async () => {
    const { json, text } = await at.get('/api/sign-in/providers');
    expect(json.data).toEqual([{ id: 'region', title: 'Вход области' }]);
    expect(text).not.toMatch(/secret|known to both|rostok/);
  });

  test('lets in whom the service proves and the portal knows, through the server itself', async () => {
    const { end, person } = await outerDance(origin, 'region', 'anna');
    expect(end).toBe(`${origin}/home`);
    const session = await person.step(`${origin}/api/session`);
    expect(await session.json()).toMatchObject({ data: { assignment: { role: 'min_edu_specialist' } } });
  });

  test('sends everybody else back with the reason in the address', async () => {
    const { end } = await outerDance(origin, 'region', 'vera');
    expect(end).toBe(`${origin}/sign-in?problem=outerUnknown`);
  });
});
