import { beforeEach, describe, expect, it } from 'vitest';
import { freshWorld, type TestWorld } from '../../testing/world.ts';
import { inTransaction } from '../database/index.ts';
import { appendHistory } from '../history/index.ts';
import type { Actor } from '../use-case/index.ts';
import { definePersonalData, giveOrganisationNames } from './index.ts';

const anna = '018f0000-0000-7000-8000-00000000000a';
const boris = '018f0000-0000-7000-8000-00000000000b';
const plant = '018f0000-0000-7000-8000-0000000000d0';

// stands for a room that holds something about persons
let cards = new Map<string, { owner: string; withdrawn: boolean }>();
definePersonalData({
  id: 'trial.card',
  titleKey: 'trial:card',
  basis: 'consent',
  basisKey: 'trial:consent',
  purposeKey: 'trial:purpose',
  collect: async (_, personId) =>
    [...cards]
      .filter(([, card]) => card.owner === personId)
      .map(([id, card]) => ({
        id,
        fields: [{ labelKey: 'trial:withdrawn', value: card.withdrawn }],
        canWithdraw: !card.withdrawn,
      })),
  withdraw: async (_, { id, personId }) => {
    cards.set(id, { owner: personId, withdrawn: true });
  },
});
giveOrganisationNames(async (_, ids) => new Map(ids.map((id) => [id, `org ${id.slice(-2)}`])));

let world: TestWorld;
let student: Actor;
beforeEach(async () => {
  world = await freshWorld();
  student = world.as('student', { personId: anna });
  cards = new Map([
    ['c1', { owner: anna, withdrawn: false }],
    ['c2', { owner: boris, withdrawn: false }],
  ]);
});
const look = (act: 'read' | 'change', person: string) =>
  inTransaction(world.db, (tx) =>
    appendHistory(tx, {
      act,
      useCase: 'trial.card',
      actor: world.as('enterprise_hr', { personId: boris, organisationId: plant }),
      subject: { kind: 'trial.card', id: '1', personId: person },
      at: world.now().toISOString(),
    }),
  );
type Sections = { sections: { id: string; records: { id: string }[] }[] };

describe('my data', () => {
  it('shows what is held about me and nobody else', async () => {
    const { sections } = await world.call<Sections>('retention.myData', {}, student);
    expect(sections.find((one) => one.id === 'trial.card')?.records.map((one) => one.id)).toEqual(['c1']);
    await expect(world.call('retention.myData', {}, world.as('visitor'))).rejects.toMatchObject({
      status: 401,
    });
  });

  it('shows who looked, by role and organisation, changes left out', async () => {
    await look('read', anna);
    await look('read', boris);
    await look('change', anna);
    expect(await world.call('retention.listLooks', {}, student)).toEqual({
      total: 1,
      rows: [
        {
          id: expect.any(Number),
          at: '2026-11-23T09:00:00.000Z',
          act: 'read',
          what: 'trial.card',
          role: 'enterprise_hr',
          organisation: 'org d0',
          mine: false,
        },
      ],
    });
  });

  it('gives a copy, and the copying is itself seen', async () => {
    await look('read', anna);
    const copy = await world.call<{ personId: string; looks: object[] }>(
      'retention.exportMyData',
      {},
      student,
    );
    expect(copy).toMatchObject({ personId: anna, looks: [{ role: 'enterprise_hr' }] });
    expect(await world.call('retention.listLooks', {}, student)).toMatchObject({
      rows: [{ act: 'export', mine: true }, { act: 'read' }],
    });
  });

  it('takes a withdrawal at once, of my own records only', async () => {
    const withdraw = (id: string, section = 'trial.card') =>
      world.call('retention.withdrawRecord', { section, id }, student);
    await withdraw('c1');
    expect(cards.get('c1')?.withdrawn).toBe(true);
    await expect(withdraw('c1')).rejects.toMatchObject({ status: 404 });
    await expect(withdraw('c2')).rejects.toMatchObject({ status: 404 });
    await expect(withdraw('c1', 'trial.none')).rejects.toMatchObject({ status: 404 });
    expect(cards.get('c2')?.withdrawn).toBe(false);
  });

  it('a request is answered within the term by somebody else', async () => {
    const { id, answerBy } = await world.call<{ id: string; answerBy: string }>(
      'retention.sendRequest',
      { kind: 'correct', section: 'trial.card', words: 'Фамилия с ошибкой' },
      student,
    );
    expect(answerBy).toBe('2026-12-07');
    const admin = world.as('admin', { personId: boris });
    world.clock.set('2026-12-08T09:00:00Z');
    expect(await world.call('retention.listRequests', {}, admin)).toMatchObject({
      total: 1,
      rows: [{ id, personId: anna, late: true }],
    });
    const answer = { id, decision: 'done', answer: 'Исправлено' };
    await expect(
      world.call('retention.answerRequest', answer, world.as('admin', { personId: anna })),
    ).rejects.toMatchObject({ key: 'retention:error.ownRequest' });
    await expect(world.call('retention.answerRequest', answer, student)).rejects.toMatchObject({
      status: 403,
    });
    await world.call('retention.answerRequest', answer, admin);
    await expect(world.call('retention.answerRequest', answer, admin)).rejects.toMatchObject({ status: 409 });
    expect(await world.call('retention.listMyRequests', {}, student)).toMatchObject({
      rows: [{ id, decision: 'done', answer: 'Исправлено' }],
    });
    await expect(
      world.call('retention.sendRequest', { kind: 'erase', section: 'nowhere', words: 'удалите' }, student),
    ).rejects.toMatchObject({ fields: [{ path: 'section' }] });
  });
});
