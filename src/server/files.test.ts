import { createHash } from 'node:crypto';
import { readdir, rm, utimes } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { defineFileOwner, sweepFiles } from '../platform/files/index.ts';
import { freshWorld, type TestWorld } from '../testing/world.ts';
import { openApp, type TestApp } from './testing/open-app.ts';

const KIND = 'trial.paper';
const ABOUT = '018f0000-0000-7000-8000-0000000000aa';
/** Papers of the trial: the office reads all of them and keeps the open ones, the college head reads its own. */
defineFileOwner({
  kind: KIND,
  mayRead: async ({ actor, id }) =>
    actor.role === 'min_edu_specialist' || (actor.role === 'college_head' && id.startsWith('college')),
  mayChange: async ({ actor, id }) => actor.role === 'min_edu_specialist' && !id.endsWith('signed'),
  personOf: async ({ id }) => (id === 'college-personal' ? ABOUT : null),
});

let world: TestWorld;
let at: TestApp;
let office: string;
let college: string;
let student: string;
const pdf = (words: string) => Buffer.from(`%PDF-1.7\n${words}\n`);

const upload = async (content: Buffer, cookie: string | undefined, name = 'Скан акта.pdf') => {
  const answer = await at.app.inject({
    method: 'POST',
    url: `/api/files/content?name=${encodeURIComponent(name)}`,
    payload: content,
    headers: { 'content-type': 'application/octet-stream', origin: at.origin, ...(cookie ? { cookie } : {}) },
  });
  return { status: answer.statusCode, json: answer.json() };
};
const uploaded = async (content: Buffer, cookie = office): Promise<string> =>
  (await upload(content, cookie)).json.data.id;
const attach = (id: string, recordId: string, cookie = office) =>
  at.post('/api/files/attach', { id, kind: KIND, recordId }, { cookie });
const list = (recordId: string, cookie: string) =>
  at.get(`/api/files?kind=${KIND}&recordId=${recordId}`, cookie);
const content = (id: string, cookie?: string) => at.get(`/api/files/${id}/content`, cookie);

const left = async () => {
  const files: string[] = [];
  for await (const { hash } of at.files.listFiles()) files.push(hash);
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from platform.file`.execute(world.db);
  return { files: files.length, rows: rows[0]?.n, half: (await readdir(join(at.filesDir, 'tmp'))).length };
};

beforeAll(async () => {
  world = await freshWorld();
  at = await openApp(world);
  office = await at.signIn('min_edu_specialist');
  college = await at.signIn('college_head');
  student = await at.signIn('student');
});
beforeEach(async () => {
  await sql`delete from platform.file`.execute(world.db);
  for await (const { hash } of at.files.listFiles()) await at.files.removeFile(hash);
});
afterAll(async () => {
  await at?.app.close();
  await rm(at.filesDir, { recursive: true, force: true });
});

describe('an upload', () => {
  test('belongs to its bringer until a record takes it; then the right of the record decides', async () => {
    const { status, json } = await upload(pdf('акт'), office);
    expect([status, json.data]).toMatchObject([200, { name: 'Скан акта.pdf', mediaType: 'application/pdf' }]);
    const { id } = json.data;
    expect((await content(id, office)).status).toBe(200);
    for (const other of [college, student]) expect((await content(id, other)).status).toBe(404);
    expect((await content(id)).status).toBe(401);

    expect((await attach(id, 'college-1')).status).toBe(200);
    const mine = await content(id, college);
    expect(mine.text).toBe('%PDF-1.7\nакт\n');
    expect(mine.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('Скан акта.pdf')}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect((await content(id, student)).status).toBe(404);
    expect((await list('college-1', student)).status).toBe(404);
    const listed = await list('college-1', college);
    expect(listed.json).toMatchObject({ data: { rows: [{ id, mine: false }] }, can: { change: false } });
  });

  test('of equal content is stored once, with a row for each', async () => {
    const [one, two] = [await uploaded(pdf('то же')), await uploaded(pdf('то же'))];
    expect(one).not.toBe(two);
    expect(await left()).toEqual({ files: 1, rows: 2, half: 0 });
  });

  test('is refused in words: too large, another kind, another content, nobody signed in', async () => {
    const said = async (sent: ReturnType<typeof upload>) => {
      const { status, json } = await sent;
      expect(json.message).toMatch(/[а-яё]{3}/i);
      return `${status} ${json.code}`;
    };
    expect(await said(upload(Buffer.concat([pdf(''), Buffer.alloc(26 * 1024 * 1024)]), office))).toBe(
      '413 files:error.tooLarge',
    );
    expect(await said(upload(Buffer.from('<svg onload="x()"/>'), office, 'x.svg'))).toBe(
      '422 files:error.kindNotTaken',
    );
    expect(await said(upload(Buffer.from('MZ this is a program'), office))).toBe(
      '422 files:error.otherInside',
    );
    expect(await said(upload(Buffer.alloc(0), office))).toBe('422 files:error.empty');
    expect(await said(upload(pdf('x'), office, ''))).toBe('400 files:error.noName');
    expect(await said(upload(pdf('x'), undefined))).toBe('401 use-case:error.signIn');
    expect(await left()).toEqual({ files: 0, rows: 0, half: 0 });
  });

  test('a person may not fill the disk with uploads that no record takes', async () => {
    await world.call(
      'rules.setSetting',
      { key: 'files.mostWaiting', value: 2, validFrom: '2026-11-23', source: 'trial', trust: 'A' },
      world.as('admin'),
    );
    const first = await uploaded(pdf('1'));
    await uploaded(pdf('2'));
    expect(await upload(pdf('3'), office)).toMatchObject({ status: 429 });
    await attach(first, 'open-1');
    expect(await upload(pdf('3'), office)).toMatchObject({ status: 200 });
    await sql`delete from platform.setting`.execute(world.db);
  });

  test('that breaks off leaves nothing: no content, no row, no leftover', async () => {
    await at.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = at.app.server.address() as AddressInfo;
    const started = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/api/files/content?name=a.pdf',
      headers: { cookie: office, 'content-type': 'application/octet-stream', 'content-length': 900_000 },
    });
    started.on('error', () => {});
    started.write(Buffer.concat([pdf('начало'), Buffer.alloc(200_000)]));
    await expect.poll(async () => (await left()).half).toBe(1);
    started.destroy();
    await expect.poll(left).toEqual({ files: 0, rows: 0, half: 0 });
  });
});

describe('a record’s files', () => {
  test('are given by who brought them, once, to a record that this person may change', async () => {
    const id = await uploaded(pdf('акт'));
    expect(await attach(id, 'open-1', college)).toMatchObject({ status: 403 });
    expect(await attach(id, 'open-signed')).toMatchObject({ status: 403 });
    expect((await attach(id, 'open-1')).status).toBe(200);
    expect((await attach(id, 'open-1')).status).toBe(200);
    expect(await attach(id, 'open-2')).toMatchObject({ status: 409 });
    const foreign = await uploaded(pdf('чужой'), college);
    expect(await attach(foreign, 'open-1')).toMatchObject({
      status: 403,
      json: { code: 'files:error.notYours' },
    });
    expect(
      (await at.post('/api/files/attach', { id, kind: 'no.such', recordId: '1' }, { cookie: office })).status,
    ).toBe(404);
  });

  test('are taken away by who may change the record; the history keeps name and hash', async () => {
    const id = await uploaded(pdf('лишний'));
    await attach(id, 'college-2');
    expect(await at.post('/api/files/remove', { id }, { cookie: college })).toMatchObject({ status: 403 });
    expect(await at.post('/api/files/remove', { id }, { cookie: student })).toMatchObject({ status: 404 });
    expect((await at.post('/api/files/remove', { id }, { cookie: office })).status).toBe(200);
    expect((await content(id, office)).status).toBe(404);
    const { rows } = await sql<{ before: { file: { name: string; sha256: string } } }>`
      select v.before from platform.history h join platform.history_values v on v.entry_id = h.id
      where h.subject_kind = ${KIND} and h.subject_id = 'college-2' and h.use_case = 'files.removeFile'`.execute(
      world.db,
    );
    const sha256 = createHash('sha256').update(pdf('лишний')).digest('hex');
    expect(rows[0]?.before.file).toMatchObject({ name: 'Скан акта.pdf', sha256 });
  });

  test('reading a file about a person is written under that person', async () => {
    const id = await uploaded(pdf('о человеке'));
    await attach(id, 'college-personal');
    await content(id, college);
    const { rows } = await sql<{ role: string }>`select role from platform.history
      where subject_person_id = ${ABOUT} and act = 'read' and subject_id = ${id}`.execute(world.db);
    expect(rows).toEqual([{ role: 'college_head' }]);
  });

  test('a damaged content is not handed out', async () => {
    const id = await uploaded(pdf('подлинник'));
    const hash = createHash('sha256').update(pdf('подлинник')).digest('hex');
    await at.files.removeFile(hash);
    expect(await content(id, office)).toMatchObject({ status: 404, json: { code: 'files:error.absent' } });
  });
});

describe('the sweep', () => {
  const aged = async (hash: string) => {
    const old = new Date(world.now().getTime() - 2 * 86_400_000);
    await utimes(join(at.filesDir, hash.slice(0, 2), hash.slice(2)), old, old);
  };
  test('takes old uploads that no record has, what was taken away, and contents that nothing names', async () => {
    const kept = await uploaded(pdf('нужный'));
    await attach(kept, 'open-1');
    const gone = await uploaded(pdf('убранный'));
    await attach(gone, 'open-1');
    await at.post('/api/files/remove', { id: gone }, { cookie: office });
    await uploaded(pdf('забытый'));
    const stray = await at.files.putFile(pdf('ничей'));
    const lost = await uploaded(pdf('пропавший'));
    await attach(lost, 'open-1');
    await at.files.removeFile(createHash('sha256').update(pdf('пропавший')).digest('hex'));

    // the clock of the test and that of the disk differ: contents are as old as the test says
    for await (const { hash } of at.files.listFiles()) await aged(hash);
    expect(await sweepFiles(world, at.files)).toEqual({ rows: 0, contents: 1, leftovers: 0, missing: 1 });
    expect(await at.files.hasFile(stray.hash)).toBe(false);

    world.clock.set('2026-11-25T09:00:00Z');
    for await (const { hash } of at.files.listFiles()) await aged(hash);
    expect(await sweepFiles(world, at.files)).toEqual({ rows: 2, contents: 2, leftovers: 0, missing: 1 });
    world.clock.set('2026-11-23T09:00:00Z');
    expect((await content(kept, office)).text).toBe('%PDF-1.7\nнужный\n');
    expect(await left()).toEqual({ files: 1, rows: 2, half: 0 });
  });

  test('spares a content stored again a moment ago', async () => {
    await at.files.putFile(pdf('свежий'));
    world.clock.set('2026-11-22T09:00:00Z');
    expect((await sweepFiles(world, at.files)).contents).toBe(0);
    world.clock.set('2026-11-23T09:00:00Z');
  });
});
