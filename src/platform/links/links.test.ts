import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { OpenDatabase } from '../database/index.ts';
import { platformDatabase } from '../identity/testing/identity.ts';
import { platformHouse } from '../identity/testing/platform-house.ts';
import { uuidV7 } from '../use-case/index.ts';
import { contract } from './contract.ts';
import { eraseLinks } from './erase-links.ts';
import { type IssuedLink, issueLink, killLinks, linkAddress, type NewLink } from './issue-link.ts';
import { listLinks } from './list-links.ts';
import { myLinks } from './my-links.ts';
import * as peekFile from './peek.ts';
import { peekLink } from './peek-link.ts';
import { defineLinkPurpose, type LinkGives, purposeOf } from './purpose.ts';
import * as rights from './rights.ts';
import * as spendFile from './spend.ts';
import { spendLink } from './spend-link.ts';
import { readToken, writeToken } from './token.ts';

const seen = defineLinkPurpose({ purpose: 'test.seen', titleKey: 'links:title', gives: 'acknowledged' });
const agree = defineLinkPurpose({
  purpose: 'test.agree',
  titleKey: 'links:title',
  gives: 'preliminary_consent',
});
const invited = defineLinkPurpose({
  purpose: 'test.invited',
  titleKey: 'links:title',
  gives: 'invitation',
  page: '/invitation',
});

let world: OpenDatabase;
let house: ReturnType<typeof platformHouse>;
let subject = { kind: 'test.paper', id: '' };
const now = () => house.now().toISOString();

beforeAll(async () => {
  world = await platformDatabase();
  house = platformHouse(world.db, {
    name: 'links',
    contract: { contract },
    rights,
    files: [peekFile, spendFile],
  });
});
beforeEach(() => {
  house.setClock('2026-11-23T09:00:00Z');
  subject = { kind: 'test.paper', id: uuidV7() };
});
afterAll(() => world.close());

const issue = (more: Partial<NewLink> = {}): Promise<IssuedLink> =>
  issueLink(world.db, {
    purpose: seen,
    subject,
    contact: 'mother@example.org',
    expiresAt: '2026-12-07T09:00:00.000Z',
    now: now(),
    newId: uuidV7,
    ...more,
  });
const someone = () => house.as('visitor');
const spend = (token: string, code?: string) =>
  house.call<{ spent: boolean; why?: string; triesLeft?: number }>(
    'links.spend',
    { token, code },
    someone(),
    randomUUID(),
  );
const peek = (token: string) =>
  house.call<{ state: string }>('links.peek', { token }, someone(), randomUUID());
const events = async () => {
  const { rows } = await sql<{ payload: Record<string, unknown> }>`select payload from platform.event
    where name = 'links.spent' and payload -> 'subject' ->> 'id' = ${subject.id}`.execute(world.db);
  return rows.map((row) => row.payload);
};

test('a token is its row’s id and a secret, and nothing of the secret lies in the database', async () => {
  const { id, token, code } = await issue({ secondFactor: true });
  expect(readToken(token)?.id).toBe(id);
  expect(writeToken(readToken(token) ?? { id: '', secret: '' })).toBe(token);
  expect(code).toMatch(/^\d{6}$/);
  const { rows } = await sql<{ dump: string }>`select json_agg(l)::text as dump from platform.link l`.execute(
    world.db,
  );
  expect(rows[0]?.dump).toContain(id);
  expect(rows[0]?.dump).not.toContain(readToken(token)?.secret);
  expect(rows[0]?.dump).not.toContain(`"${code}"`);
});

test('looking spends nothing; the button does, once; the module is told by an event', async () => {
  const personId = uuidV7();
  const { id, token } = await issue({ purpose: agree, personId, titleParams: { number: '12' } });
  for (let i = 0; i < 3; i++)
    expect(await peek(token)).toEqual({
      state: 'open',
      titleKey: 'links:title',
      titleParams: { number: '12' },
      gives: 'preliminary_consent',
      page: null,
      codeNeeded: false,
      expiresAt: '2026-12-07T09:00:00.000Z',
    });
  expect(await spend(token)).toEqual({ spent: true, gives: 'preliminary_consent' });
  expect(await spend(token)).toEqual({ spent: false, why: 'spent' });
  expect(await events()).toEqual([
    { linkId: id, purpose: 'test.agree', gives: 'preliminary_consent', subject, personId },
  ]);
});

test('two presses at one moment spend it once', async () => {
  const { token } = await issue();
  const answers = await Promise.all([spend(token), spend(token), spend(token)]);
  expect(answers.filter((answer) => answer.spent)).toHaveLength(1);
  expect(await events()).toHaveLength(1);
});

test('a scanner that opens the address from a letter gets no token, and no GET spends', async () => {
  const { token } = await issue();
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = linkAddress(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, token);
  await fetch(address);
  server.close();
  expect(address).toContain(`/l#${token}`);
  expect(asked).toEqual(['/l']);
  for (const entry of Object.values(contract)) expect(entry['~orpc'].route.method).toBe('POST');
  expect(await peek(token)).toMatchObject({ state: 'open' });
});

test('a link dies with its day', async () => {
  const { token } = await issue();
  house.setClock('2026-12-07T08:59:59Z');
  expect(await peek(token)).toMatchObject({ state: 'open' });
  house.setClock('2026-12-07T09:00:00Z');
  expect(await peek(token)).toMatchObject({ state: 'expired' });
  expect(await spend(token)).toEqual({ spent: false, why: 'expired' });
  expect(await events()).toEqual([]);
});

test('a new link kills the old one, of the same purpose, subject and addressee only', async () => {
  const old = await issue();
  const father = await issue({ contact: 'father@example.org' });
  const other = await issue({ purpose: agree });
  const fresh = await issue();
  expect(await spend(old.token)).toEqual({ spent: false, why: 'killed' });
  for (const { token } of [father, other, fresh]) expect(await spend(token)).toMatchObject({ spent: true });
  // who confirmed once is asked again by a new link, and the old mark stays
  await issue();
  const sent = await listLinks(world.db, { purpose: seen, subject, now: now() });
  expect(sent.map(({ state }) => state).sort()).toEqual(['killed', 'open', 'spent', 'spent']);
  expect(await killLinks(world.db, { purpose: seen, subject, now: now() })).toBe(1);
});

test('the code comes by another way: without it nothing is given, ten wrong ones lock the link', async () => {
  const { token, code } = await issue({ secondFactor: true });
  expect(await peek(token)).toMatchObject({ state: 'open', codeNeeded: true });
  expect(await spend(token)).toEqual({ spent: false, why: 'codeNeeded', triesLeft: 10 });
  const wrong = code === '000000' ? '000001' : '000000';
  for (let left = 9; left >= 1; left--)
    expect(await spend(token, wrong)).toEqual({ spent: false, why: 'wrongCode', triesLeft: left });
  expect(await spend(token, wrong)).toEqual({ spent: false, why: 'locked' });
  expect(await spend(token, code ?? '')).toEqual({ spent: false, why: 'locked' });
  expect(await peek(token)).toMatchObject({ state: 'locked' });
  expect(await events()).toEqual([]);
  const again = await issue({ secondFactor: true });
  expect(await spend(again.token, `${again.code?.slice(0, 3)} ${again.code?.slice(3)}`)).toMatchObject({
    spent: true,
  });
});

test('the code of one link does not open another', async () => {
  const one = await issue({ secondFactor: true });
  const two = await issue({ secondFactor: true, contact: 'father@example.org' });
  if (one.code !== two.code)
    expect(await spend(two.token, one.code ?? '')).toMatchObject({ why: 'wrongCode' });
  expect(await spend(two.token, two.code ?? '')).toMatchObject({ spent: true });
});

test('guessing the secret of a known link locks it after ten tries', async () => {
  const { id, token } = await issue();
  for (let i = 0; i < 10; i++) {
    const guess = writeToken({ id, secret: String(i).repeat(43) });
    expect(await peek(guess)).toEqual({ state: 'unknown' });
    expect(await spend(guess)).toEqual({ spent: false, why: 'unknown' });
  }
  expect(await spend(token)).toEqual({ spent: false, why: 'locked' });
});

test('what is no token is an unknown link, not a fault', async () => {
  for (const text of [
    '',
    'кириллица',
    '../../etc',
    'x'.repeat(65),
    writeToken({ id: uuidV7(), secret: 'y'.repeat(43) }),
  ])
    expect(await spend(text)).toEqual({ spent: false, why: 'unknown' });
});

test('an invitation is not accepted by a mere button, but by its own page', async () => {
  const { token } = await issue({ purpose: invited });
  expect(await peek(token)).toMatchObject({ gives: 'invitation', page: '/invitation' });
  expect(await spend(token)).toEqual({ spent: false, why: 'ownPage' });
  expect(await spendLink(world.db, { token, now: now() })).toMatchObject({
    spent: true,
    subject,
    gives: 'invitation',
  });
});

test('a use case that fails after spending leaves the link as it was', async () => {
  const { token } = await issue({ purpose: invited });
  const failing = world.db.transaction().execute(async (tx) => {
    await spendLink(tx, { token, now: now() });
    throw new Error('the rest fails');
  });
  await expect(failing).rejects.toThrow('the rest');
  expect(await peekLink(world.db, token, now())).toMatchObject({ state: 'open' });
});

test('no purpose gives a signature, is declared twice, or lacks the page it needs', () => {
  const gives: LinkGives[] = ['acknowledged', 'preliminary_consent', 'invitation', 'answer'];
  // @ts-expect-error a link never signs
  gives.push('signed');
  expect(() => defineLinkPurpose({ ...seen })).toThrow('twice');
  expect(() => defineLinkPurpose({ purpose: 'x', titleKey: 'links:title', gives: 'answer' })).toThrow('page');
  expect(() => purposeOf('nobody.knows')).toThrow('Nobody declared');
});

test('«Мои данные» shows links sent to a person; old ones go with their addresses, open ones stay', async () => {
  const personId = uuidV7();
  await issue({ personId, contact: 'son@example.org' });
  const { token } = await issue({ personId, contact: 'son@example.org', purpose: agree });
  await spend(token);
  const shown = await myLinks.collect(world.db, personId);
  expect(shown.map(({ fields }) => fields[0]?.value)).toEqual(['son@example.org', 'son@example.org']);
  await sql`delete from platform.link where person_id is distinct from ${personId}`.execute(world.db);
  const run = (before: string) =>
    eraseLinks.run(world.db, { before, today: before, now: now(), newId: uuidV7 });
  expect(await run('2026-11-23')).toBe(0);
  expect(await run('2026-11-24')).toBe(1);
  expect(await myLinks.collect(world.db, personId)).toHaveLength(1);
});
