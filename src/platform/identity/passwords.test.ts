import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction, type OpenDatabase } from '../database/index.ts';
import { uuidV7 } from '../use-case/index.ts';
import { addAccount } from './accounts.ts';
import { buildAuth } from './auth.ts';
import { PASSWORD } from './rules/password.ts';
import { browser } from './testing/browser.ts';
import { ORIGIN, PASSWORD_OF, platformDatabase, sessionOf, testIdentity } from './testing/identity.ts';
import { bookTry } from './wrong-passwords.ts';

let world: OpenDatabase;
let at: ReturnType<typeof testIdentity>;
let userId = '';
const email = 'boris@example.org';
const personId = uuidV7();
const page = () => browser(at.identity, ORIGIN);

beforeAll(async () => {
  world = await platformDatabase();
  at = testIdentity(world.db);
  ({ userId } = await at.identity.createUser({
    email,
    password: PASSWORD_OF.boris,
    personId,
    name: 'Борис',
  }));
});
afterAll(() => world.close());

test.each([
  ['короткий', 'passwordShort'],
  ['а'.repeat(129), 'passwordLong'],
  ['aaaaaaaaaaaaaa', 'passwordSimple'],
  ['1234567890', 'passwordSimple'],
  ['qwertyuiop', 'passwordSimple'],
  ['йцукенгшщз', 'passwordSimple'],
  ['boris.petrov12', 'passwordSimple'],
])('the password “%s” is refused: %s', (password, key) => {
  expect(PASSWORD.faultOf(password, 'boris.petrov@example.org')?.key).toBe(`identity:error.${key}`);
});

test('a phrase of words is a password', () => {
  expect(PASSWORD.faultOf(PASSWORD_OF.boris, email)).toBeNull();
});

test('an account is made whole or not at all, once per person and per address', async () => {
  const twice = at.identity.createUser({ email: ' BORIS@example.org', personId: uuidV7(), name: 'Другой' });
  await expect(twice).rejects.toMatchObject({ key: 'identity:error.accountExists', status: 409 });
  const samePerson = at.identity.createUser({ email: 'b2@example.org', personId, name: 'Борис' });
  await expect(samePerson).rejects.toMatchObject({ key: 'identity:error.accountExists' });
  const weak = at.identity.createUser({ email: 'c@example.org', password: 'раз', personId: null, name: 'В' });
  await expect(weak).rejects.toMatchObject({ fields: [{ path: 'password' }] });
  const undone = inTransaction(world.db, async (tx) => {
    await addAccount(tx, { email: 'd@example.org', password: PASSWORD_OF.anna, personId: null, name: 'Г' });
    throw new Error('the rest of the use case fails');
  });
  await expect(undone).rejects.toThrow('the rest');
  const { rows } = await sql<{ email: string }>`select email from identity."user"`.execute(world.db);
  expect(rows).toEqual([{ email }]);
});

test('only a salted hash of the password is kept', async () => {
  const { rows } = await sql<{ password: string }>`select password from identity.account`.execute(world.db);
  expect(rows[0]?.password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
});

test('a forgotten password: a letter with a one-time address, a new password, every session ended', async () => {
  const desk = page();
  await desk.signIn(email, PASSWORD_OF.boris);
  const asked = await desk.post('/request-password-reset', { email });
  const unknown = await desk.post('/request-password-reset', { email: 'nobody@example.org' });
  expect(unknown.body).toEqual(asked.body);
  expect(at.mails).toHaveLength(1);
  const [mail] = at.mails;
  expect(mail).toMatchObject({ to: email, template: 'identity.reset-password' });
  const [address = '', token = ''] = (mail?.params.address ?? '').split('#');
  expect(address).toBe(`${ORIGIN}/reset-password`);
  const kept = await sql<{ identifier: string }>`select identifier from identity.verification`.execute(
    world.db,
  );
  expect(JSON.stringify(kept.rows)).not.toContain(token);

  const short = await desk.post('/reset-password', { token, newPassword: 'раз' });
  expect(short.body).toMatchObject({ code: 'identity:error.passwordShort', data: { min: 10 } });
  const simple = await desk.post('/reset-password', { token, newPassword: '1234567890' });
  expect(simple.body.code).toBe('identity:error.passwordSimple');
  const newPassword = 'новый пароль из слов';
  expect((await desk.post('/reset-password', { token, newPassword })).status).toBe(200);
  expect(await sessionOf(world.db, desk.token())).toBeUndefined();
  const again = await desk.post('/reset-password', { token, newPassword: 'ещё один пароль' });
  expect(again.body.code).toBe('identity:error.resetLinkDead');
  expect((await page().signIn(email, PASSWORD_OF.boris)).status).toBe(400);
  expect((await page().signIn(email, newPassword)).status).toBe(200);
});

test('a new password lifts the lock', async () => {
  const guess = page();
  for (let i = 0; i < 10; i++) await bookTry(world.db, { email, address: '203.0.113.7', now: new Date() });
  expect((await guess.signIn(email, 'новый пароль из слов')).status).toBe(429);
  await at.identity.setPassword(userId, PASSWORD_OF.boris);
  expect((await guess.signIn(email, PASSWORD_OF.boris)).status).toBe(200);
});

test('an administrator’s new password ends every session', async () => {
  const desk = page();
  await desk.signIn(email, PASSWORD_OF.boris);
  await at.identity.setPassword(userId, PASSWORD_OF.anna);
  expect(await sessionOf(world.db, desk.token())).toBeUndefined();
});

test('our tables are what the sign-in library expects', async () => {
  const lines: string[] = [];
  const parts: Parameters<typeof buildAuth>[0] = {
    db: world.db,
    secret: 'x'.repeat(40),
    origin: ORIGIN,
    trustedOrigins: [],
    sessionHours: 1,
    appName: 'Росток',
    providers: [],
    sendReset: async () => {},
    checkTables: true,
    log: (level, line) => lines.push(`${level} ${line}`),
  };
  const auth = buildAuth(parts);
  const context = await auth.$context;
  expect(context.checkSchema).toBeDefined();
  await context.checkSchema?.();
  expect(lines).toEqual([]);
  await sql`alter table identity.session rename column second_factor to other`.execute(world.db);
  const drifted = await buildAuth({ ...parts, db: world.db }).$context;
  await expect((async () => drifted.checkSchema?.())()).rejects.toThrow(/second_factor/i);
  await sql`alter table identity.session rename column other to second_factor`.execute(world.db);
});
