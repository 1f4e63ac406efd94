import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshWorld, type TestWorld } from '../../testing/world.ts';
import { keepTerms } from './agreement/daily.job.ts';
import { addActivity, simpleSignatureAgreementOn } from './index.ts';

let world: TestWorld;
let college: string;
let plant: string;
let other: string;

const organisation = async (kind: string, shortName: string) =>
  (
    await world.call<{ id: string }>(
      'registry.saveOrganisation',
      { kind, fullName: `${shortName} полное`, shortName },
      world.as('admin'),
    )
  ).id;

beforeAll(async () => {
  world = await freshWorld();
  college = await organisation('college', 'Колледж');
  plant = await organisation('enterprise', 'Завод');
  other = await organisation('enterprise', 'Другой завод');
});

const deputy = () => world.as('college_deputy', { organisationId: college });
const hr = (organisationId = plant) => world.as('enterprise_hr', { organisationId });
let n = 0;
const draft = (more: object = {}) => ({
  kind: 'practice',
  number: `Д-${++n}`,
  subject: 'Практика сварщиков',
  from: '2026-09-01',
  to: '2031-08-31',
  fields: { students: 25 },
  parties: [{ organisationId: college }, { organisationId: plant }],
  ...more,
});
interface Card {
  state: string;
  version: number;
  rev: number;
  concludedOn: string | null;
  parties: { name: string; nameNow: string | null; signed: boolean; mine: boolean }[];
  signatures: { standing: string }[];
  versions: { no: number; supplement: string | null }[];
  inactive: boolean;
  lastActivityOn: string | null;
}
const save = (more: object = {}, as = deputy()) =>
  world.call<{ id: string; rev: number }>('agreements.saveAgreement', draft(more), as);
const card = (id: string, as = deputy()) => world.call<Card>('agreements.getAgreement', { id }, as);
const propose = (id: string) => world.call('agreements.proposeAgreement', { id }, deputy());
/** Signs what is before the signer now, or the version of a page left open. */
const sign = async (
  id: string,
  organisationId: string,
  as = deputy(),
  signedOn = '2026-11-20',
  version?: number,
) =>
  world.call<{ state: string }>(
    'agreements.signAgreement',
    {
      id,
      organisationId,
      version: version ?? (await card(id, as)).version,
      signatory: 'Директор',
      authority: 'Устав',
      signedOn,
      originalReceived: true,
    },
    as,
  );
const inForce = async (more: object = {}) => {
  const { id } = await save(more);
  await propose(id);
  await sign(id, college);
  await sign(id, plant, hr());
  return id;
};
const tasks = async (as = hr()) =>
  (
    await world.call<{ rows: { kind: string; subject: { id: string }; due: string | null }[] }>(
      'tasks.listMyTasks',
      { limit: 500 },
      as,
    )
  ).rows;

describe('writing an agreement', () => {
  it('says at its fields all that is wrong with it', async () => {
    await expect(
      save({
        to: '2026-01-01',
        fields: { students: 'много' },
        parties: [{ organisationId: college }, { organisationId: college }],
      }),
    ).rejects.toMatchObject({
      fields: [{ path: 'fields.students' }, { path: 'to' }, { path: 'parties' }, { path: 'parties' }],
    });
    await expect(save({ kind: 'three_way', fields: {} })).rejects.toMatchObject({
      fields: [
        { path: 'fields.obligations' },
        { path: 'parties' },
        { path: 'parties', key: 'agreements:error.partyKind' },
      ],
    });
    await expect(save({ kind: 'нет' })).rejects.toMatchObject({ fields: [{ path: 'kind' }] });
    await expect(save({}, hr(other))).rejects.toMatchObject({ key: 'agreements:error.notParty' });
  });
  it('is seen by its parties and by the ministry, by nobody else', async () => {
    const { id } = await save();
    expect((await card(id, hr())).state).toBe('draft');
    await expect(card(id, hr(other))).rejects.toMatchObject({ status: 404 });
    const listed = await world.call<{ rows: { id: string }[] }>(
      'agreements.listAgreements',
      { limit: 500 },
      hr(other),
    );
    expect(listed.rows).toEqual([]);
    expect((await card(id, world.as('min_edu_specialist'))).state).toBe('draft');
  });
});

describe('signing', () => {
  it('X-00: each party signs for itself; the last signature puts it in force', async () => {
    const { id } = await save();
    await expect(sign(id, college)).rejects.toMatchObject({ key: 'agreements:error.notProposed' });
    await propose(id);
    expect((await tasks()).filter((task) => task.subject.id === id)).toMatchObject([
      { kind: 'agreements.sign' },
    ]);
    await expect(sign(id, plant)).rejects.toMatchObject({ key: 'agreements:error.otherParty' });
    await expect(sign(id, college, deputy(), '2026-12-01')).rejects.toMatchObject({
      fields: [{ path: 'signedOn' }],
    });
    expect((await sign(id, college)).state).toBe('proposed');
    expect((await card(id)).parties).toMatchObject([
      { signed: true, mine: false },
      { signed: false, mine: false },
    ]);
    expect((await card(id, hr())).parties[1]).toMatchObject({ mine: true });
    expect((await sign(id, plant, hr(), '2026-11-22')).state).toBe('in_force');
    expect(await card(id)).toMatchObject({ state: 'in_force', concludedOn: '2026-11-22' });
    expect((await tasks()).filter((task) => task.subject.id === id)).toEqual([]);
  });
  it('X-00: a change of what was proposed takes the signatures away', async () => {
    const { id } = await save();
    await propose(id);
    await sign(id, college);
    await world.call('agreements.saveAgreement', { ...draft({ fields: { students: 30 } }), id }, deputy());
    expect(await card(id)).toMatchObject({
      state: 'draft',
      version: 2,
      signatures: [{ standing: 'withdrawn' }],
    });
  });
  it('a page left open does not sign the version it shows when another one is proposed', async () => {
    const { id } = await save();
    await propose(id);
    const open = (await card(id, hr())).version;
    await world.call('agreements.saveAgreement', { ...draft({ fields: { students: 31 } }), id }, deputy());
    await propose(id);
    await expect(sign(id, plant, hr(), '2026-11-20', open)).rejects.toMatchObject({
      key: 'agreements:error.otherVersion',
      status: 409,
    });
    expect((await card(id)).parties).toMatchObject([{ signed: false }, { signed: false }]);
    expect((await sign(id, plant, hr())).state).toBe('proposed');
  });
  it('an agreement in force is changed by a supplementary one, signed by all again; a stale page is told', async () => {
    const id = await inForce();
    const { rev } = await card(id);
    const change = (more: object = {}) =>
      world.call('agreements.saveAgreement', { ...draft({ to: '2032-08-31', ...more }), id, rev }, deputy());
    await expect(change()).rejects.toMatchObject({ fields: [{ path: 'supplement' }] });
    await change({ supplement: '1', why: 'продление' });
    expect(await card(id)).toMatchObject({
      state: 'changing',
      version: 2,
      versions: [{ no: 2, supplement: '1' }, { no: 1 }],
    });
    await expect(change({ supplement: '2' })).rejects.toMatchObject({ key: 'use-case:error.stale' });
    await sign(id, college);
    expect((await sign(id, plant, hr())).state).toBe('in_force');
    await world.call('agreements.endAgreement', { id, on: '2026-11-23', reason: 'завод закрыт' }, deputy());
    await expect(change({ supplement: '3' })).rejects.toMatchObject({ status: 409 });
  });
  it('X-03, M-02: a body that got a successor or a new name keeps the old one on old papers', async () => {
    const id = await inForce();
    await world.call(
      'registry.saveOrganisation',
      {
        kind: 'enterprise',
        fullName: 'Завод новый полное',
        shortName: 'Завод новый',
        id: plant,
        nameFrom: '2026-11-23',
      },
      world.as('admin'),
    );
    expect((await card(id)).parties[1]).toMatchObject({ name: 'Завод', nameNow: 'Завод новый' });
    const { id: later } = await save({ from: '2026-12-01' });
    expect((await card(later)).parties[1]).toMatchObject({ name: 'Завод новый', nameNow: null });
  });
});

describe('terms', () => {
  it('M-16: 60 days ahead the parties are warned once; past the last day it ends by itself', async () => {
    const id = await inForce({ to: '2027-01-22' });
    const far = await inForce({ to: '2027-01-23' });
    expect(await keepTerms(world)).toMatchObject({ warned: 1, ended: 0 });
    expect(await keepTerms(world)).toMatchObject({ warned: 0 });
    const warned = (await tasks()).filter((task) => task.kind === 'agreements.expiring');
    expect(warned).toMatchObject([{ subject: { id }, due: '2027-01-22' }]);
    const { rows } = await world.call<{ rows: { id: string }[] }>(
      'agreements.listAgreements',
      { expiring: true },
      deputy(),
    );
    expect(rows.map((row) => row.id)).toEqual([id]);
    world.clock.set('2027-01-23T09:00:00Z');
    expect(await keepTerms(world)).toMatchObject({ ended: 1 });
    expect((await card(id)).state).toBe('ended');
    expect((await card(far)).state).toBe('in_force');
    world.clock.set('2026-11-23T09:00:00Z');
  });
  it('what is signed ahead of its first day starts on that day', async () => {
    const id = await inForce({ from: '2026-12-01' });
    expect((await card(id)).state).toBe('signed');
    world.clock.set('2026-12-01T09:00:00Z');
    await keepTerms(world);
    expect((await card(id)).state).toBe('in_force');
    world.clock.set('2026-11-23T09:00:00Z');
  });
  it('M-16: an agreement under which nothing is done is shown as inactive until something is', async () => {
    const id = await inForce({ from: '2025-09-01' });
    await sql`update agreements.agreement set concluded_on = '2025-09-01' where id = ${id}`.execute(world.db);
    expect((await card(id)).inactive).toBe(true);
    const done = {
      agreementId: id,
      on: '2026-10-01',
      note: 'группа вышла',
      source: { kind: 'practice.placement', id: '1' },
      newId: world.newId,
    };
    for (const _ of [1, 2]) await world.db.transaction().execute((tx) => addActivity(tx, done));
    expect(await card(id)).toMatchObject({
      inactive: false,
      lastActivityOn: '2026-10-01',
      activity: [{ note: 'группа вышла' }],
    });
    await expect(
      world.call('agreements.noteActivity', { id, on: '2026-12-24', note: 'рано' }, deputy()),
    ).rejects.toMatchObject({ fields: [{ path: 'on' }] });
  });
  it('last year’s agreement is copied as a draft a year later', async () => {
    const old = await inForce({ to: '2027-08-31' });
    const { id } = await world.call<{ id: string }>('agreements.copyAgreement', { id: old }, deputy());
    expect(await card(id)).toMatchObject({
      state: 'draft',
      from: '2027-09-01',
      to: '2028-08-31',
      copiedFrom: old,
      signatures: [],
    });
  });
});

it('an agreement on simple signature is found for its party on a day of its term', async () => {
  const id = await inForce({ kind: 'simple_signature', fields: {}, to: '2027-08-31' });
  const on = (day: string, organisationId = plant) =>
    simpleSignatureAgreementOn(world.db, { organisationId }, day);
  expect(await on('2026-11-23')).toBe(id);
  expect(await on('2027-09-01')).toBeNull();
  expect(await on('2026-11-23', other)).toBeNull();
});

it('a signature put down for a duplicate counts for the record it was merged into, and again when they part', async () => {
  const twin = await organisation('enterprise', 'Завод-двойник');
  const { id } = await save({ parties: [{ organisationId: college }, { organisationId: twin }] });
  await propose(id);
  await sign(id, twin, hr(twin));
  const { mergeId } = await world.call<{ mergeId: string }>(
    'registry.mergeOrganisations',
    { keepId: other, mergeId: twin, reason: 'один завод' },
    world.as('admin'),
  );
  const signed = async () => (await card(id)).parties.map((party) => [party.name, party.signed]);
  expect(await signed()).toEqual([
    ['Колледж', false],
    ['Другой завод', true],
  ]);
  await world.call('registry.undoMerge', { mergeId }, world.as('admin'));
  expect(await signed()).toEqual([
    ['Колледж', false],
    ['Завод-двойник', true],
  ]);
  await world.call(
    'registry.mergeOrganisations',
    { keepId: other, mergeId: twin, reason: 'один завод' },
    world.as('admin'),
  );
  expect(await sign(id, college)).toMatchObject({ state: 'in_force' });
});

/** The text of a DOCX, without its marks. */
const wordsOf = (docx: Uint8Array) =>
  strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, ' ');

describe('the paper of an agreement', () => {
  it('is printed for its parties as PDF and DOCX, with the names of the day it begins', async () => {
    const id = await inForce();
    const print = (format: 'pdf' | 'docx', as = deputy()) =>
      world.call<{ name: string; base64: string }>('agreements.printAgreement', { id, format }, as);
    const pdf = Buffer.from((await print('pdf')).base64, 'base64');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const docx = await print('docx', hr());
    expect(docx.name).toMatch(/\.docx$/);
    const words = wordsOf(Buffer.from(docx.base64, 'base64')).replace(/\s+/g, ' ');
    for (const word of [
      'ДОГОВОР о практической подготовке',
      'Колледж полное',
      'Завод полное',
      'Приложение № 2',
    ])
      expect(words).toContain(word);
    await expect(print('pdf', hr(other))).rejects.toMatchObject({ status: 404 });
  });

  it('has its scan brought by who signs, seen by who sees the agreement', async () => {
    const { id } = await save();
    const ask = (as: ReturnType<typeof deputy>) =>
      world.call<{ mayChange: boolean }>(
        'files.listFiles',
        { kind: 'agreements.agreement', recordId: id },
        as,
      );
    expect((await ask(deputy())).mayChange).toBe(false);
    await propose(id);
    expect((await ask(hr())).mayChange).toBe(true);
    expect((await ask(world.as('auditor'))).mayChange).toBe(false);
    await expect(ask(hr(other))).rejects.toMatchObject({ status: 404 });
  });
});
