import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { freshWorld, type TestWorld } from '../../testing/world.ts';
import { inTransaction } from '../database/index.ts';
import { defineRule, defineSettings, ok, refused, setInitial, settingOn, settingsOf } from './index.ts';

defineSettings({
  'trial.most': { schema: z.int().min(1).max(40), initial: 35, source: 'act 1', trust: 'M+' },
  'trial.home': { schema: z.url(), initial: 'http://localhost:3000', source: 'design', trust: 'A' },
  'trial.share': { schema: z.number(), initial: 0.5, source: 'act 2', trust: 'A', twoPerson: true },
});
const rule = defineRule({
  room: 'trial',
  id: 'T-SET',
  validFrom: '2020-10-01',
  validTo: null,
  source: 'act 1',
  trust: 'M',
  where: 'server',
  facts: z.object({ hours: z.number() }),
  settings: z.object({ 'trial.most': z.int() }),
  check: ({ hours }, settings) => (hours > settings['trial.most'] ? refused() : ok),
});

let world: TestWorld;
const other = '018f0000-0000-7000-8000-00000000000b';
beforeAll(async () => {
  world = await freshWorld();
});
const set = (validFrom: string, value: unknown, key = 'trial.most') => ({
  key,
  value,
  validFrom,
  source: 'Order 5',
  trust: 'M+',
});

describe('settings as dated rows', () => {
  it('hold from a day until the next row, and the initial value before', async () => {
    const admin = world.as('admin');
    await world.call('rules.setSetting', set('2027-01-01', 30), admin);
    await world.call('rules.setSetting', set('2026-12-01', 32), admin);
    await world.call('rules.setSetting', set('2027-01-01', 31), admin);
    const on = (date: string) => settingOn(world.db, 'trial.most', date);
    expect(await on('2026-11-30')).toBe(35);
    expect(await on('2026-12-01')).toBe(32);
    expect(await on('2026-12-31')).toBe(32);
    expect(await on('2027-01-01')).toBe(31);
    expect(await on('2035-01-01')).toBe(31);
    expect(await settingsOf(world.db, rule, '2026-12-05')).toEqual({ 'trial.most': 32 });
  });

  it('follow the environment before the first dated row, and only within their schema', async () => {
    setInitial('trial.home', 'https://rostok.example');
    expect(await settingOn(world.db, 'trial.home', '2026-11-23')).toBe('https://rostok.example');
    expect(() => setInitial('trial.home', 'no address')).toThrow();
    expect(() => setInitial('trial.none', 1)).toThrow('declared nowhere');
    await world.call(
      'rules.setSetting',
      set('2026-12-01', 'https://other.example', 'trial.home'),
      world.as('admin'),
    );
    expect(await settingOn(world.db, 'trial.home', '2026-12-01')).toBe('https://other.example');
  });

  it('the database itself keeps two values from one day', async () => {
    const copy = sql`insert into platform.setting (id, key, value, valid, source, trust, role, at)
      select ${world.newId()}, key, value, valid, source, trust, role, at from platform.setting limit 1`;
    await expect(copy.execute(world.db)).rejects.toMatchObject({ code: '23P01' });
  });

  it('refuse a past day, a wrong value, an unknown key, and whoever has no right', async () => {
    const admin = world.as('admin');
    const refusal = (input: unknown, who = admin) => world.call('rules.setSetting', input, who);
    await expect(refusal(set('2026-11-22', 30))).rejects.toMatchObject({
      key: 'rules:error.pastDate',
      fields: [{ path: 'validFrom' }],
    });
    await expect(refusal(set('2026-12-01', 41))).rejects.toMatchObject({ fields: [{ path: 'value' }] });
    await expect(refusal(set('2026-12-01', 1, 'trial.none'))).rejects.toMatchObject({ status: 404 });
    await expect(refusal(set('2026-12-01', 30), world.as('college_head'))).rejects.toMatchObject({
      status: 403,
    });
  });

  it('wait for a second person where two are needed', async () => {
    const [one, two] = [world.as('min_edu_specialist'), world.as('min_edu_head', { personId: other })];
    const { id, waiting } = await world.call<{ id: string; waiting: boolean }>(
      'rules.setSetting',
      set('2026-12-01', 0.6, 'trial.share'),
      one,
    );
    expect(waiting).toBe(true);
    expect(await settingOn(world.db, 'trial.share', '2026-12-01')).toBe(0.5);
    const approve = { id, decision: 'approved' };
    const same = { ...two, personId: one.personId };
    await expect(world.call('rules.decideSetting', approve, same)).rejects.toMatchObject({
      key: 'signing:rule.two-persons',
    });
    await expect(world.call('rules.decideSetting', { id, decision: 'rejected' }, two)).rejects.toMatchObject({
      fields: [{ path: 'reason' }],
    });
    await world.call('rules.decideSetting', approve, two);
    expect(await settingOn(world.db, 'trial.share', '2026-12-01')).toBe(0.6);
    await expect(world.call('rules.decideSetting', approve, two)).rejects.toMatchObject({ status: 409 });
  });

  it('an approval after the proposed day begins on its own day', async () => {
    const late = await freshWorld();
    const { id } = await late.call<{ id: string }>(
      'rules.setSetting',
      set('2026-12-01', 0.7, 'trial.share'),
      late.as('admin'),
    );
    late.clock.set('2026-12-10T09:00:00Z');
    await late.call(
      'rules.decideSetting',
      { id, decision: 'approved' },
      late.as('min_edu_head', { personId: other }),
    );
    expect(await settingOn(late.db, 'trial.share', '2026-12-09')).toBe(0.5);
    expect(await settingOn(late.db, 'trial.share', '2026-12-10')).toBe(0.7);
  });

  it('are listed with every dated value, the rules with the values of the day', async () => {
    const admin = world.as('admin');
    await world.call('rules.setSetting', set('2026-12-01', 32), admin);
    const listed = await world.call<{ rows: { key: string; value: unknown; dated: unknown[] }[] }>(
      'rules.listSettings',
      { date: '2026-12-05' },
      world.as('college_head'),
    );
    expect(listed.rows.find((one) => one.key === 'trial.most')).toMatchObject({ value: 32 });
    const rules = await world.call<{ rows: object[] }>(
      'rules.listRules',
      { date: '2026-12-05' },
      world.as('visitor'),
    );
    expect(rules.rows).toContainEqual(
      expect.objectContaining({
        id: 'T-SET',
        settings: [expect.objectContaining({ key: 'trial.most', value: 32 })],
      }),
    );
  });

  it('any order of setting gives the same timeline as the last word on each day', async () => {
    const fresh = await freshWorld();
    const admin = fresh.as('admin');
    const writes: [string, number][] = [
      ['2027-03-01', 10],
      ['2026-12-01', 11],
      ['2027-01-15', 12],
      ['2027-03-01', 13],
      ['2026-11-23', 14],
    ];
    for (const [from, value] of writes) await fresh.call('rules.setSetting', set(from, value), admin);
    const starts = new Map(writes);
    for (const day of ['2026-11-23', '2026-11-30', '2026-12-01', '2027-01-14', '2027-01-15', '2027-04-01']) {
      const from =
        [...starts.keys()]
          .filter((one) => one <= day)
          .sort()
          .at(-1) ?? '';
      expect(await inTransaction(fresh.db, (tx) => settingOn(tx, 'trial.most', day))).toBe(starts.get(from));
    }
  });
});
