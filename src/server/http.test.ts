import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uuidV7 } from '../platform/use-case/index.ts';
import { freshWorld, type TestWorld } from '../testing/world.ts';
import { openApp, type Reply, type TestApp } from './testing/open-app.ts';

const SAVE = '/api/registry/organisations/save';
const plant = { kind: 'enterprise', fullName: 'ООО «Пробный завод»', shortName: '«Пробный завод»' };

let world: TestWorld;
let at: TestApp;
let admin: string;
let ministry: string;
let student: string;

const run = () => Promise.reject(new Error('select secret from registry.person at run (x.ts:1)'));

/** A refusal for people: a key, a Russian sentence, fields; nothing of the machinery. */
function expectRefusal({ status, text, json }: Reply, wanted: number): void {
  expect(`${status} ${text}`).toMatch(new RegExp(`^${wanted} `));
  expect(json.message).toMatch(/[а-яё]{3}/i);
  expect(json.code).toMatch(/^[a-z-]+:[a-zA-Z.-]+$/);
  expect(Array.isArray(json.fields)).toBe(true);
  expect(text).not.toMatch(/select |insert into|update |\bat \w+ \(|node_modules|\.ts:\d+|stack/i);
}

beforeAll(async () => {
  world = await freshWorld();
  at = await openApp(world);
  admin = await at.signIn('admin');
  ministry = await at.signIn('min_edu_specialist');
  student = await at.signIn('student');
});
afterAll(() => at?.app.close());

describe('a call is refused in Russian', () => {
  test('401: a visitor asks for what needs a sign-in', async () => {
    expectRefusal(await at.get('/api/registry/persons'), 401);
    expectRefusal(await at.post(SAVE, plant), 401);
  });
  test('401: a forged cookie is a visitor', async () => {
    const forged = admin.replace(/.{6}$/, 'AAAAAA');
    expectRefusal(await at.get('/api/registry/persons', forged), 401);
  });
  test('403: a role without the right', async () => {
    expectRefusal(await at.post(SAVE, plant, { cookie: student }), 403);
    expectRefusal(await at.get('/api/registry/persons', student), 403);
  });
  test('400: every wrong field has its own sentence', async () => {
    const reply = await at.post(
      SAVE,
      { ...plant, inn: '7707083894', headcount: 2.5, lat: 'север' },
      { cookie: admin },
    );
    expectRefusal(reply, 400);
    expect(reply.json.fields.map(({ path }) => path).sort()).toEqual(['headcount', 'inn', 'lat']);
    for (const { message } of reply.json.fields) expect(message).toMatch(/[а-яё]{3}/i);
  });
  test('400: an empty, a cut off and a wrongly typed body', async () => {
    for (const body of ['', '{"kind":"enterpr', '[]', 'null'])
      expectRefusal(await at.post(SAVE, body, { cookie: admin }), 400);
  });
  test('400: a wrong parameter of the address', async () => {
    expectRefusal(await at.get('/api/registry/organisations/not-an-id', admin), 400);
    expectRefusal(await at.get('/api/registry/organisations?limit=100000', admin), 400);
  });
  test('404: a record that is not there, and one that is not yours', async () => {
    expectRefusal(await at.get(`/api/registry/organisations/${uuidV7()}`, admin), 404);
    const made = await at.post(SAVE, plant, { cookie: admin });
    const { id } = (made.json as unknown as { data: { id: string } }).data;
    expectRefusal(await at.get(`/api/registry/organisations/${id}`, student), 404);
  });
  test('404: an address nobody serves', async () => {
    expectRefusal(await at.get('/api/nothing/here', admin), 404);
    expectRefusal(await at.post('/api/nothing/here', {}, { cookie: admin }), 404);
  });
  test('409: the page was opened before somebody else saved', async () => {
    const made = await at.post(SAVE, { ...plant, shortName: 'Устаревшая' }, { cookie: admin });
    const { id, rev } = (made.json as unknown as { data: { id: string; rev: number } }).data;
    const change = { ...plant, shortName: 'Устаревшая', id, rev };
    expect((await at.post(SAVE, change, { cookie: admin })).status).toBe(200);
    expectRefusal(await at.post(SAVE, change, { cookie: ministry }), 409);
  });
  test('409: a repeated command with other words; the same words get the stored answer', async () => {
    const headers = { 'command-id': uuidV7() };
    const first = await at.post(SAVE, plant, { cookie: admin, headers });
    const again = await at.post(SAVE, plant, { cookie: admin, headers });
    expect([first.status, again.status, again.text]).toEqual([200, 200, first.text]);
    expectRefusal(await at.post(SAVE, { ...plant, shortName: 'Другая' }, { cookie: admin, headers }), 409);
  });
  test('413: a body above the limit', async () => {
    const reply = await at.post(SAVE, { ...plant, address: 'я'.repeat(5 * 1024 * 1024) }, { cookie: admin });
    expectRefusal(reply, 413);
  });
  test('413: a form with files that is too long, or does not say how long it is', async () => {
    const form = { 'content-type': 'multipart/form-data; boundary=x' };
    const long = { ...form, 'content-length': String(200 * 1024 * 1024) };
    const headers = { ...form, 'transfer-encoding': 'chunked' };
    for (const one of [long, headers])
      expectRefusal(await at.post('/api/registry/roads/file', '', { cookie: admin, headers: one }), 413);
  });
  test('English is answered to who chose it', async () => {
    const reply = await at.get('/api/registry/persons', 'locale=en');
    expect(reply.json.message).toMatch(/sign in/i);
  });
});

describe("another site's page changes nothing", () => {
  test.each(['https://evil.example', 'null', 'not an address'])('origin %s', async (origin) => {
    expectRefusal(await at.post(SAVE, plant, { cookie: admin, headers: { origin } }), 403);
    const assignment = await at.post(
      '/api/session/assignment',
      { assignment: uuidV7() },
      { cookie: admin, headers: { origin } },
    );
    expect(assignment.status).toBe(403);
  });
  test('a client without an origin (a service) may call', async () => {
    const reply = await at.app.inject({
      method: 'POST',
      url: SAVE,
      payload: plant,
      headers: { cookie: admin },
    });
    expect(reply.statusCode).toBe(200);
  });
});

describe('every answer', () => {
  test.each([
    '/api/session',
    '/api/openapi.json',
    '/health/live',
    '/api/nothing',
    '/',
  ])('%s carries the security headers and a nonce of its own', async (url) => {
    const [one, two] = [await at.get(url), await at.get(url)];
    expect(one.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
    });
    const nonce = ({ headers }: Reply) =>
      /'nonce-([^']{20,})'/.exec(String(headers['content-security-policy']))?.[1];
    expect(nonce(one)).toBeTruthy();
    expect(nonce(one)).not.toBe(nonce(two));
    expect(String(one.headers['content-security-policy'])).not.toMatch(/script-src[^;]*unsafe/);
  });
  test('of the API is kept by no cache', async () => {
    expect((await at.get('/api/registry/municipalities')).headers['cache-control']).toBe('no-store');
  });
  test('an unforeseen failure says nothing of the machinery and gives a number to report', async () => {
    const { house } = world;
    const failing = { ...house.useCases.get('registry.listMunicipalities'), run };
    const useCases = new Map(house.useCases).set('registry.listMunicipalities', failing as never);
    const broken = await openApp({ ...world, house: { ...house, useCases } });
    const reply = await broken.get('/api/registry/municipalities');
    expectRefusal(reply, 500);
    expect(reply.json.message).toContain(String(reply.headers['x-request-id']));
    expect(reply.text).not.toContain('secret');
    await broken.app.close();
  });
});

test('the metrics are closed in production without a key, and open with it', async () => {
  const env = {
    NODE_ENV: 'production',
    ROSTOK_DEMO: '0',
    ROSTOK_SECRET: 'x'.repeat(40),
    ROSTOK_ORIGIN: 'https://rostok.example',
  };
  const closed = await openApp(world, env);
  expect((await closed.get('/metrics')).status).toBe(404);
  expect((await closed.get('/health/live')).status).toBe(200);
  await closed.app.close();
  const opened = await openApp(world, { ...env, ROSTOK_METRICS_KEY: 'ключ-метрик' });
  expect((await opened.get('/metrics')).status).toBe(404);
  const reply = await opened.app.inject({ url: '/metrics', headers: { authorization: 'Bearer wrong' } });
  expect(reply.statusCode).toBe(404);
  expect(reply.headers['strict-transport-security']).toMatch(/max-age/);
  await opened.app.close();
  const keyed = await openApp(world, { ...env, ROSTOK_METRICS_KEY: 'metrics-key' });
  const shown = await keyed.app.inject({ url: '/metrics', headers: { authorization: 'Bearer metrics-key' } });
  expect(shown.body).toMatch(/rostok_database_up 1/);
  await keyed.app.close();
});
