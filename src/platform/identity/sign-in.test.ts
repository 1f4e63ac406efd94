import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenDatabase } from '../database/index.ts';
import { uuidV7 } from '../use-case/index.ts';
import { browser } from './testing/browser.ts';
import { ORIGIN, PASSWORD_OF, platformDatabase, sessionOf, testIdentity } from './testing/identity.ts';
import { bookTry } from './wrong-passwords.ts';

let world: OpenDatabase;
let at: ReturnType<typeof testIdentity>;
let clock = new Date('2026-11-23T09:00:00Z');
const personId = uuidV7();

const tryOf = (address: string) => ({ email: 'anna@example.org', address });

beforeAll(async () => {
  world = await platformDatabase();
  at = testIdentity(world.db, { now: () => clock });
  await at.identity.createUser({
    email: 'Anna@Example.org',
    password: PASSWORD_OF.anna,
    personId,
    name: 'Анна',
  });
});

afterAll(() => world.close());

test('a right password gives a session that the view shows, whatever the case of the address', async () => {
  const page = browser(at.identity, ORIGIN);
  const reply = await page.signIn('ANNA@example.org', PASSWORD_OF.anna);
  expect(reply.status).toBe(200);
  expect(reply.body).not.toHaveProperty('token');
  const session = await sessionOf(world.db, page.token());
  expect(session).toMatchObject({ person_id: personId, assignment_id: null, second_factor: false });
  expect(Date.parse(session?.expires_at ?? '')).toBeGreaterThan(Date.now() + 6 * 86_400_000);
  expect([...page.jar.keys()]).toEqual(['rostok.session_token']);
  expect(reply.headers.getSetCookie()[0]).toMatch(/HttpOnly/i);
});

test('a session is read by its index', async () => {
  const rows = await world.db.transaction().execute(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx);
    const plan = await sql<Record<string, string>>`
      explain select * from identity.session_v where token = 'x'`.execute(tx);
    return plan.rows;
  });
  expect(rows.map((row) => Object.values(row)[0]).join('\n')).toContain('Index Scan using session_token_key');
});

test('a foreign or changed cookie is nobody', async () => {
  const page = browser(at.identity, ORIGIN);
  await page.signIn('anna@example.org', PASSWORD_OF.anna);
  const value = decodeURIComponent(page.jar.get('rostok.session_token') ?? '');
  const [token = '', signature = ''] = value.split('.');
  expect(at.identity.readToken(`other=1; rostok.session_token=${encodeURIComponent(value)}`)).toBe(token);
  expect(at.identity.readToken(`rostok.session_token=${token}x.${signature}`)).toBeNull();
  expect(at.identity.readToken(`rostok.session_token=${token}`)).toBeNull();
  expect(at.identity.readToken('rostok.session_token=%E0%A4%A')).toBeNull();
  expect(at.identity.readToken(undefined)).toBeNull();
});

test('a wrong password and an unknown address are told apart by nobody', async () => {
  const page = browser(at.identity, ORIGIN, '203.0.113.20');
  const wrong = await page.signIn('anna@example.org', 'не тот пароль вовсе');
  const unknown = await page.signIn('nobody@example.org', 'не тот пароль вовсе');
  expect(wrong.status).toBe(400);
  expect(wrong.body.code).toBe('identity:error.wrongPassword');
  expect(wrong.body.message).toMatch(/Забыли\sпароль/);
  expect(unknown.body).toEqual(wrong.body);
  expect(page.token()).toBeNull();
});

test('ten wrong passwords lock the account for that address, and for that address only', async () => {
  clock = new Date('2026-11-23T10:00:00Z');
  const thief = browser(at.identity, ORIGIN, '203.0.113.30');
  for (let i = 0; i < 8; i++) await bookTry(world.db, { ...tryOf('203.0.113.30'), now: clock });
  for (let i = 0; i < 2; i++)
    expect((await thief.signIn('anna@example.org', `мимо номер ${i}`)).status).toBe(400);
  const locked = await thief.signIn('anna@example.org', PASSWORD_OF.anna);
  expect(locked.status).toBe(429);
  expect(locked.body).toMatchObject({
    code: 'identity:error.locked',
    data: { until: '2026-11-23T10:15:00.000Z', minutes: 15 },
  });
  expect(locked.body.message).toMatch(/Забыли\sпароль/);
  const owner = browser(at.identity, ORIGIN, '203.0.113.31');
  expect((await owner.signIn('anna@example.org', PASSWORD_OF.anna)).status).toBe(200);
  clock = new Date('2026-11-23T10:15:01Z');
  expect((await thief.signIn('anna@example.org', PASSWORD_OF.anna)).status).toBe(200);
});

test('parallel guesses do not slip past the count', async () => {
  clock = new Date('2026-11-23T11:00:00Z');
  const many = Array.from({ length: 15 }, () => bookTry(world.db, { ...tryOf('203.0.113.40'), now: clock }));
  const booked = await Promise.all(many);
  expect(booked.filter((one) => 'id' in one)).toHaveLength(10);
  expect(booked.filter((one) => 'lockedUntil' in one)).toHaveLength(5);
});

test('guesses from many addresses meet the account’s own limit', async () => {
  clock = new Date('2026-11-23T12:00:00Z');
  await sql`insert into identity.wrong_password (email_hash, ip_address, at)
    select email_hash, '198.51.100.' || n, ${clock.toISOString()} from generate_series(1, 50) n,
      (select email_hash from identity.wrong_password limit 1) w`.execute(world.db);
  const reply = await browser(at.identity, ORIGIN, '203.0.113.50').signIn(
    'anna@example.org',
    PASSWORD_OF.anna,
  );
  expect(reply.body.code).toBe('identity:error.locked');
  clock = new Date('2026-11-23T13:00:00Z');
});

test('too many requests from one address are refused, another address goes on', async () => {
  await sql`insert into identity.rate_limit (id, key, count, last_request)
    values ('r1', '203.0.113.60|/sign-in/email', 1000, ${Date.now()})`.execute(world.db);
  const page = browser(at.identity, ORIGIN, '203.0.113.60');
  const reply = await page.signIn('anna@example.org', PASSWORD_OF.anna);
  expect(reply.status).toBe(429);
  expect(reply.body.code).toBe('identity:error.tooMany');
  expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
  // an address that the client writes into the header itself counts for nothing
  const forged = await page.post(
    '/sign-in/email',
    { email: 'anna@example.org', password: PASSWORD_OF.anna },
    { 'x-rostok-address': '203.0.113.61' },
  );
  expect(forged.status).toBe(429);
});

test('an expired session is nobody, and signing out ends it in the table', async () => {
  const page = browser(at.identity, ORIGIN);
  await page.signIn('anna@example.org', PASSWORD_OF.anna);
  const token = page.token();
  expect(await sessionOf(world.db, token, new Date(Date.now() + 8 * 86_400_000))).toBeUndefined();
  expect((await page.post('/sign-out')).status).toBe(200);
  expect(page.jar.size).toBe(0);
  expect(await sessionOf(world.db, token)).toBeUndefined();
});

test('revoking acts at once on every device', async () => {
  const [phone, desk] = [browser(at.identity, ORIGIN), browser(at.identity, ORIGIN)];
  await phone.signIn('anna@example.org', PASSWORD_OF.anna);
  await desk.signIn('anna@example.org', PASSWORD_OF.anna);
  const session = await sessionOf(world.db, desk.token());
  expect(await at.identity.revokeSessions(session?.user_id ?? '')).toBeGreaterThanOrEqual(2);
  expect(await sessionOf(world.db, phone.token())).toBeUndefined();
  expect(await sessionOf(world.db, desk.token())).toBeUndefined();
});

test('the role a session acts in is kept with the session', async () => {
  const page = browser(at.identity, ORIGIN);
  await page.signIn('anna@example.org', PASSWORD_OF.anna);
  const assignment = uuidV7();
  await at.identity.switchAssignment(page.token() ?? '', assignment);
  expect(await sessionOf(world.db, page.token())).toMatchObject({ assignment_id: assignment });
});

test('a page of another site cannot sign anybody in or out', async () => {
  const page = browser(at.identity, ORIGIN);
  await page.signIn('anna@example.org', PASSWORD_OF.anna);
  const foreign = { origin: 'https://evil.example' };
  expect((await page.post('/sign-out', {}, foreign)).status).toBe(403);
  expect(await sessionOf(world.db, page.token())).toBeDefined();
});

test('nothing else of the sign-in library is reachable', async () => {
  const page = browser(at.identity, ORIGIN);
  const account = { email: 'new@example.org', password: PASSWORD_OF.boris, name: 'Новый' };
  for (const path of ['/sign-up/email', '/delete-user', '/change-email', '/update-user', '/link-social'])
    expect((await page.post(path, account)).status, path).toBe(404);
  for (const path of ['/get-session', '/list-sessions', '/ok', '/error'])
    expect((await page.get(path)).status, path).toBe(404);
});
