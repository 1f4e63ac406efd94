import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { discoverProviders } from './providers.ts';

const honest = generateKeyPairSync('rsa', { modulusLength: 2048 });
const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

let server: Server;
let issuer = '';
let description: Record<string, unknown> = {};
/** What the provider's endpoint of persons says; none: there is no such endpoint. */
let person: unknown = null;
const warnings: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const answers: Record<string, unknown> = {
      '/.well-known/openid-configuration': description,
      '/keys': {
        keys: [{ ...honest.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }],
      },
      '/me': person,
    };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answers[request.url ?? ''] ?? {}));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  description = {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/me`,
    jwks_uri: `${issuer}/keys`,
  };
});
afterAll(() => server.close());

const seconds = () => Math.floor(Date.now() / 1000);
const claims = (more: object = {}) => ({
  iss: issuer,
  aud: 'rostok',
  sub: 'anna',
  iat: seconds(),
  exp: seconds() + 300,
  email: 'anna@example.org',
  email_verified: true,
  ...more,
});
function token(payload: object, key = honest.privateKey): string {
  const text = `${base64({ alg: 'RS256', kid: 'k1' })}.${base64(payload)}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`;
}

const find = () =>
  discoverProviders({
    wanted: [{ id: 'region', title: 'Область', issuer, clientId: 'rostok', clientSecret: 's' }],
    outgoing: { hosts: [`inside:${new URL(issuer).host}`], production: false },
    log: (_, line) => warnings.push(line),
  })();
const profile = async (idToken: string) => {
  const [provider] = await find();
  return provider?.getUserInfo?.({ idToken, accessToken: 'a', tokenType: 'Bearer' });
};

test('a token of the provider for us is believed', async () => {
  expect(await profile(token(claims()))).toMatchObject({
    id: 'anna',
    email: 'anna@example.org',
    emailVerified: true,
  });
});

test.each([
  ['signed by a foreign key', () => token(claims(), foreign.privateKey)],
  ['for another client', () => token(claims({ aud: 'somebody-else' }))],
  ['by another issuer', () => token(claims({ iss: 'https://evil.example' }))],
  ['expired', () => token(claims({ iat: seconds() - 900, exp: seconds() - 600 }))],
  ['without a person', () => token(claims({ sub: undefined }))],
  ['without a signature', () => `${base64({ alg: 'none' })}.${base64(claims())}.`],
  [
    'changed after signing',
    () => {
      const [head, , signature] = token(claims()).split('.');
      return `${head}.${base64(claims({ sub: 'boris' }))}.${signature}`;
    },
  ],
  ['empty', () => ''],
])('a token %s is refused', async (_, make) => {
  expect(await profile(make())).toBeNull();
});

test('an address told by the endpoint of persons counts only for the person of the token', async () => {
  person = { sub: 'boris', email: 'boris@example.org', email_verified: true };
  expect(await profile(token(claims({ email: undefined })))).toBeNull();
  expect(warnings.at(-1)).toContain('another person');
  person = { sub: 'anna', email: 'anna@example.org', email_verified: 'true' };
  expect(await profile(token(claims({ email: undefined, email_verified: undefined })))).toMatchObject({
    email: 'anna@example.org',
    emailVerified: true,
  });
});

test('a description that names another issuer, or is none, gives no provider and a warning', async () => {
  const right = description;
  description = { ...right, issuer: 'https://evil.example' };
  expect(await find()).toEqual([]);
  expect(warnings.at(-1)).toContain('another issuer');
  description = { hello: 'world' };
  expect(await find()).toEqual([]);
  description = { ...right, jwks_uri: 'http://169.254.169.254/keys' };
  expect(await profile(token(claims()))).toBeNull();
  expect(warnings.at(-1)).toContain('outgoing:error.hostNotListed');
  description = right;
});
