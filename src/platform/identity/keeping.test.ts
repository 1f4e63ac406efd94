import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenDatabase } from '../database/index.ts';
import { uuidV7 } from '../use-case/index.ts';
import { eraseSessions } from './duties/erase-sessions.ts';
import { myAccount } from './my-account.ts';
import { browser } from './testing/browser.ts';
import { ORIGIN, PASSWORD_OF, platformDatabase, sessionOf, testIdentity } from './testing/identity.ts';
import { bookTry } from './wrong-passwords.ts';

let world: OpenDatabase;
const personId = uuidV7();
const page = () => browser(testIdentity(world.db).identity, ORIGIN);
const signedIn = async () => {
  const one = page();
  await one.signIn('anna@example.org', PASSWORD_OF.anna);
  return one.token();
};

beforeAll(async () => {
  world = await platformDatabase();
  const { identity } = testIdentity(world.db);
  await identity.createUser({
    email: 'anna@example.org',
    password: PASSWORD_OF.anna,
    personId,
    name: 'Анна',
  });
});
afterAll(() => world.close());

test('«Мои данные» shows the address and every device, and nobody else’s', async () => {
  await signedIn();
  const records = await myAccount.collect(world.db, personId);
  const values = records.flatMap(({ fields }) => fields.map(({ value }) => value));
  expect(values).toContain('anna@example.org');
  expect(values).toContain('203.0.113.7');
  expect(records).toHaveLength(2);
  expect(await myAccount.collect(world.db, uuidV7())).toEqual([]);
});

test('ended sessions, used values and old counts go after their term; living ones stay', async () => {
  const [old, living] = [await signedIn(), await signedIn()];
  const long = new Date('2020-01-01T00:00:00Z');
  await bookTry(world.db, { email: 'x@example.org', address: '203.0.113.9', now: long });
  await sql`update identity.session set expires_at = ${long.toISOString()} where token = ${old}`.execute(
    world.db,
  );
  await sql`insert into identity.verification (id, identifier, value, expires_at)
    values ('v1', 'used', '1', ${long.toISOString()})`.execute(world.db);
  const before = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const args = { before, today: before, now: new Date().toISOString(), newId: uuidV7 };
  expect(await eraseSessions.run(world.db, args)).toBe(3);
  expect(await sessionOf(world.db, old, long)).toBeUndefined();
  expect(await sessionOf(world.db, living)).toBeDefined();
  expect(await eraseSessions.run(world.db, args)).toBe(0);
});
