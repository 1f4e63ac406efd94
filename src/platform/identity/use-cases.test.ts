import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenDatabase } from '../database/index.ts';
import { type Actor, uuidV7 } from '../use-case/index.ts';
import * as contract from './contract.ts';
import * as rights from './rights.ts';
import * as create from './service-accounts/create-service-account.ts';
import { findServiceAccount } from './service-accounts/find-service-account.ts';
import * as list from './service-accounts/list-service-accounts.ts';
import * as revoke from './service-accounts/revoke-service-account.ts';
import { newServiceKey } from './service-accounts/service-key.ts';
import * as signIn from './sessions/get-my-sign-in.ts';
import * as mine from './sessions/list-my-sessions.ts';
import * as revokeMine from './sessions/revoke-my-session.ts';
import * as signOut from './sessions/sign-person-out.ts';
import { browser } from './testing/browser.ts';
import { ORIGIN, PASSWORD_OF, platformDatabase, sessionOf, testIdentity } from './testing/identity.ts';
import { platformHouse } from './testing/platform-house.ts';

const sessions = [signIn, mine, revokeMine, signOut];
const services = [create, list, revoke];
let world: OpenDatabase;
let at: ReturnType<typeof testIdentity>;
let house: ReturnType<typeof platformHouse>;
const anna = uuidV7();
const boris = uuidV7();
const college = uuidV7();

beforeAll(async () => {
  world = await platformDatabase();
  at = testIdentity(world.db);
  const files = [...sessions, ...services];
  house = platformHouse(world.db, { name: 'identity', contract, rights, files });
  const { anna: a, boris: b } = PASSWORD_OF;
  await at.identity.createUser({ email: 'anna@example.org', password: a, personId: anna, name: 'Анна' });
  await at.identity.createUser({ email: 'boris@example.org', password: b, personId: boris, name: 'Борис' });
});
afterAll(() => world.close());

const as = (role: string, who: Partial<Actor> = {}) => house.as(role, who);

test('I see my own devices, and sign one of them out at once; a stranger’s I can neither see nor end', async () => {
  const [phone, desk, other] = [1, 2, 3].map(() => browser(at.identity, ORIGIN));
  if (!phone || !desk || !other) throw new Error('three pages');
  await phone.post(
    '/sign-in/email',
    { email: 'anna@example.org', password: PASSWORD_OF.anna },
    { 'user-agent': 'Phone' },
  );
  await desk.post(
    '/sign-in/email',
    { email: 'anna@example.org', password: PASSWORD_OF.anna },
    { 'user-agent': 'Desk' },
  );
  await other.signIn('boris@example.org', PASSWORD_OF.boris);

  const me = as('college_teacher', { personId: anna });
  const { rows } = await house.call<{ rows: { id: string; device: string; address: string }[] }>(
    'identity.listMySessions',
    {},
    me,
  );
  expect(rows.map((row) => row.device).sort()).toEqual(['Desk', 'Phone']);
  expect(rows[0]?.address).toBe('203.0.113.7');
  expect(JSON.stringify(rows)).not.toContain(phone.token());

  const stranger = as('college_teacher', { personId: boris });
  const id = rows.find((row) => row.device === 'Phone')?.id;
  await expect(house.call('identity.revokeMySession', { id }, stranger)).rejects.toMatchObject({
    status: 404,
  });
  expect(await sessionOf(world.db, phone.token())).toBeDefined();
  await house.call('identity.revokeMySession', { id }, me);
  expect(await sessionOf(world.db, phone.token())).toBeUndefined();
  expect(await sessionOf(world.db, desk.token())).toBeDefined();
});

test('an administrator signs a person out everywhere and says why; others may not', async () => {
  const page = browser(at.identity, ORIGIN);
  await page.signIn('boris@example.org', PASSWORD_OF.boris);
  const input = { personId: boris, reason: 'потерян телефон' };
  await expect(house.call('identity.signPersonOut', input, as('college_head'))).rejects.toMatchObject({
    status: 403,
  });
  const { ended } = await house.call<{ ended: number }>('identity.signPersonOut', input, as('admin'));
  expect(ended).toBe(2);
  expect(await sessionOf(world.db, page.token())).toBeUndefined();
  const { rows } = await sql<{ after: { reason: string } }>`select v.after from platform.history h
    join platform.history_values v on v.entry_id = h.id where h.subject_kind = 'identity.account'`.execute(
    world.db,
  );
  expect(rows[0]?.after.reason).toBe('потерян телефон');
});

test('I see how I sign in', async () => {
  expect(await house.call('identity.getMySignIn', {}, as('mentor', { personId: anna }))).toEqual({
    email: 'anna@example.org',
    secondFactor: false,
    hasPassword: true,
    outer: [],
  });
});

const soon = (days: number) => new Date(house.now().getTime() + days * 86_400_000);
const wanted = (more: object = {}) => ({
  title: 'АИС колледжа',
  permissions: ['test.rows.read'],
  expiresAt: soon(30).toISOString(),
  ...more,
});

test('a key opens exactly the permissions given, in the maker’s own scope, until it expires or is revoked', async () => {
  const head = as('college_head', { organisationId: college });
  const { key, keyHash } = newServiceKey();
  const input = wanted({ keyHash });
  const { id } = await house.call<{ id: string }>('identity.createServiceAccount', input, head, randomUUID());
  expect(await findServiceAccount(world.db, key, house.now())).toEqual({
    id,
    title: 'АИС колледжа',
    organisationId: college,
    municipalityId: null,
    rights: { 'test.rows.read': 'organisation' },
  });
  expect(await findServiceAccount(world.db, newServiceKey().key, house.now())).toBeNull();
  expect(await findServiceAccount(world.db, keyHash, house.now())).toBeNull();
  expect(await findServiceAccount(world.db, key, soon(29))).not.toBeNull();
  expect(await findServiceAccount(world.db, key, soon(30))).toBeNull();

  const neighbour = as('college_head', { organisationId: uuidV7() });
  await expect(house.call('identity.revokeServiceAccount', { id }, neighbour)).rejects.toMatchObject({
    status: 404,
  });
  expect(await house.call('identity.listServiceAccounts', {}, neighbour)).toMatchObject({ rows: [] });
  expect(await findServiceAccount(world.db, key, house.now())).not.toBeNull();
  await house.call('identity.revokeServiceAccount', { id }, head);
  expect(await findServiceAccount(world.db, key, house.now())).toBeNull();
  expect(await house.call('identity.listServiceAccounts', {}, head)).toMatchObject({
    rows: [{ id, state: 'revoked', rights: { 'test.rows.read': 'organisation' } }],
    grantable: ['test.rows.read'],
  });
});

test('the key lies nowhere in the database: no table, no stored answer, no history', async () => {
  const { key, keyHash } = newServiceKey();
  await house.call('identity.createServiceAccount', wanted({ keyHash }), as('admin'), randomUUID());
  const { rows } = await sql<{
    dump: string;
  }>`select (select json_agg(t)::text from identity.service_account t)
    || (select json_agg(t)::text from platform.command t) || (select json_agg(t)::text from platform.history_values t)
    as dump`.execute(world.db);
  expect(rows[0]?.dump).toContain(keyHash);
  expect(rows[0]?.dump).not.toContain(key);
});

test('nobody gives a key more than he has, nor what belongs to a person, nor the making of keys', async () => {
  const head = as('college_head', { organisationId: college });
  const make = (permissions: string[]) =>
    house.call(
      'identity.createServiceAccount',
      wanted({ permissions, keyHash: newServiceKey().keyHash }),
      head,
    );
  for (const permission of ['test.rows.erase', 'test.self.read', 'identity.service.manage'])
    await expect(make([permission]), permission).rejects.toMatchObject({
      key: 'identity:error.notYoursToGive',
      params: { permissions: permission },
    });
  const mentor = as('mentor');
  const input = wanted({ keyHash: newServiceKey().keyHash });
  await expect(house.call('identity.createServiceAccount', input, mentor)).rejects.toMatchObject({
    status: 403,
  });
});

test('a key without an end, with a past end, or used twice is refused', async () => {
  const { keyHash } = newServiceKey();
  const make = (more: object) =>
    house.call('identity.createServiceAccount', wanted({ keyHash, ...more }), as('admin'));
  for (const expiresAt of [soon(367), soon(-1)].map((moment) => moment.toISOString()))
    await expect(make({ expiresAt })).rejects.toMatchObject({ key: 'identity:error.keyLife' });
  await make({});
  await expect(make({})).rejects.toMatchObject({ key: 'identity:error.keyTaken' });
});
