import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Refusal } from '../use-case/refusal.ts';
import { defineSettings } from './define-settings.ts';
import { demand, demandAll } from './demand.ts';
import {
  allRules,
  chooseVersion,
  conditional,
  defineRule,
  judge,
  ok,
  pinnedRule,
  refused,
  ruleOn,
  rulesOn,
} from './pure.ts';

const base = { room: 'trial', source: 'act 1', trust: 'M+', where: 'form+server' } as const;
const facts = z.object({ age: z.int(), hours: z.number() });
const old = defineRule({
  ...base,
  id: 'T-HOURS',
  validFrom: '2000-01-01',
  validTo: '2020-09-30',
  facts,
  check: ({ hours }) => (hours > 36 ? refused({ hours, most: 36 }, 'hours') : ok),
});
const current = defineRule({
  ...base,
  id: 'T-HOURS',
  validFrom: '2020-10-01',
  validTo: null,
  facts,
  settings: z.object({ 'trial.most': z.int() }),
  check({ age, hours }, settings, date) {
    const most = settings['trial.most'];
    if (age < 14) return refused({}, 'age', 'tooYoung');
    if (age < 18 && hours > most) return refused({ hours, most }, 'hours');
    return age === 17 ? conditional(`${date.slice(0, 4)}-12-31`) : ok;
  },
});

describe('dated rules', () => {
  it('have one version on a day, and none before the first', () => {
    expect(ruleOn('T-HOURS', '2020-09-30')?.version).toBe('T-HOURS@2000-01-01');
    expect(ruleOn('T-HOURS', '2020-10-01')?.version).toBe('T-HOURS@2020-10-01');
    expect(ruleOn('T-HOURS', '1999-12-31')).toBeNull();
    expect(rulesOn('2026-11-23').filter((one) => one.rule === 'T-HOURS')).toEqual([current]);
    expect(allRules().filter((one) => one.rule === 'T-HOURS')).toEqual([old, current]);
  });

  it('end a case under the version it began under', () => {
    const versions = [old, current];
    expect(chooseVersion(versions, '2026-11-23', 'T-HOURS@2000-01-01')).toBe(old);
    expect(chooseVersion(versions, '2026-11-23', null)).toBe(current);
    expect(pinnedRule('T-HOURS@2000-01-01')).toBe(old);
    expect(() => pinnedRule('T-HOURS@1900-01-01')).toThrow('no rule');
  });

  it('refuse two versions on one day', () => {
    expect(() =>
      defineRule({ ...base, id: 'T-HOURS', validFrom: '2025-01-01', validTo: null, facts, check: () => ok }),
    ).toThrow('valid on the same day');
    expect(() =>
      defineRule({
        ...base,
        id: 'T-X',
        validFrom: '2025-01-01',
        validTo: '2024-01-01',
        facts,
        check: () => ok,
      }),
    ).toThrow('ends before it begins');
  });

  it('judge facts with settings, in the words of the room', () => {
    const on = (age: number, hours: number) =>
      judge(current, { age, hours }, { 'trial.most': 35 }, '2026-11-23');
    expect(on(17, 36)).toEqual({
      is: 'refused',
      messageKey: 'trial:rule.T-HOURS',
      params: { hours: 36, most: 35 },
      field: 'hours',
    });
    expect(on(18, 36)).toEqual({ is: 'ok' });
    expect(on(17, 35)).toMatchObject({ is: 'conditional', until: '2026-12-31' });
    expect(on(13, 1)).toMatchObject({ messageKey: 'trial:rule.T-HOURS.tooYoung', field: 'age' });
    expect(() => judge(current, { age: 17, hours: 35 }, {}, '2026-11-23')).toThrow();
  });

  it('become a refusal that names the rule and the fields', () => {
    const verdict = judge(old, { age: 20, hours: 40 }, {}, '2019-01-01');
    expect(() => demand(old, verdict)).toThrow(Refusal);
    try {
      demandAll([
        [old, verdict],
        [current, { is: 'ok' }],
      ]);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ rule: 'T-HOURS', fields: [{ path: 'hours' }] });
    }
    expect(demand(old, { is: 'ok' })).toEqual({ is: 'ok' });
  });

  it('settings must fit their own schema from the start', () => {
    expect(() =>
      defineSettings({ 'trial.bad': { schema: z.int(), initial: 'x' as never, source: 's', trust: 'A' } }),
    ).toThrow('trial.bad');
  });
});
