import { beforeEach, describe, expect, it } from 'vitest';
import { freshWorld, type TestWorld } from '../../testing/world.ts';
import type { Actor } from '../use-case/index.ts';
import { dropDraft } from './discard-draft.ts';

type Kept = { draft: { version: number; content: object } | null };

let world: TestWorld;
let me: Actor;
beforeEach(async () => {
  world = await freshWorld();
  me = world.as('enterprise_hr', { personId: world.newId() });
});

const save = (content: object, version: number | null, as = me, key: object = { form: 'needs.line' }) =>
  world.call<{ version: number }>('drafts.saveDraft', { ...key, content, version }, as);
const get = async (key: object = { form: 'needs.line' }, as = me) =>
  (await world.call<Kept>('drafts.getDraft', key, as)).draft;

describe('a draft', () => {
  it('is kept per person, form and subject, and every save is a new version', async () => {
    expect(await get()).toBeNull();
    expect((await save({ seats: 3 }, null)).version).toBe(1);
    expect((await save({ seats: 4 }, 1)).version).toBe(2);
    await save({ seats: 9 }, null, me, { form: 'needs.line', subject: '17' });
    expect(await get()).toMatchObject({ version: 2, content: { seats: 4 } });
    expect(await get({ form: 'needs.line', subject: '17' })).toMatchObject({ content: { seats: 9 } });
    const other = world.as('enterprise_hr', { personId: world.newId() });
    expect(await get({ form: 'needs.line' }, other)).toBeNull();
    const { rows } = await world.call<{ rows: object[] }>('drafts.listDrafts', {}, me);
    expect(rows).toHaveLength(2);
  });

  it('is not overwritten by a tab that has not seen it', async () => {
    await save({ tab: 'first' }, null);
    await expect(save({ tab: 'second' }, null)).rejects.toMatchObject({
      key: 'drafts:error.otherTab',
      status: 409,
    });
    await save({ tab: 'first again' }, 1);
    await expect(save({ tab: 'second' }, 1)).rejects.toMatchObject({ key: 'drafts:error.otherTab' });
    expect(await get()).toMatchObject({ content: { tab: 'first again' } });
  });

  it('begins anew in a tab whose draft was discarded elsewhere', async () => {
    await save({ n: 1 }, null);
    await world.call('drafts.discardDraft', { form: 'needs.line' }, me);
    expect(await get()).toBeNull();
    expect((await save({ n: 2 }, 1)).version).toBe(1);
  });

  it('goes when the form is sent, in the same transaction', async () => {
    await save({ n: 1 }, null);
    const undone = world.db.transaction().execute(async (tx) => {
      await dropDraft(tx, { personId: me.personId, form: 'needs.line' });
      throw new Error('undo');
    });
    await expect(undone).rejects.toThrow('undo');
    expect(await get()).not.toBeNull();
    await dropDraft(world.db, { personId: me.personId, form: 'needs.line' });
    expect(await get()).toBeNull();
  });

  it('has a limit of size and of number, each with its reason', async () => {
    await expect(save({ text: 'я'.repeat(100_001) }, null)).rejects.toMatchObject({
      key: 'drafts:error.tooLarge',
      status: 413,
    });
    for (let n = 0; n < 100; n++) await save({ n }, null, me, { form: 'test.many', subject: String(n) });
    await expect(save({}, null)).rejects.toMatchObject({ key: 'drafts:error.tooMany' });
    expect((await save({ n: 'newer' }, 1, me, { form: 'test.many', subject: '5' })).version).toBe(2);
  });
});
