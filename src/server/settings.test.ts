import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { hasMessage, translateId } from '../platform/i18n/index.ts';
import { uuidV7 } from '../platform/use-case/index.ts';
import { freshWorld, type TestWorld } from '../testing/world.ts';
import { guardDemo } from './guard-demo.ts';
import { BadSettings, readSettings } from './settings.ts';

const secret = 'x'.repeat(40);
const right = { NODE_ENV: 'production', ROSTOK_SECRET: secret, ROSTOK_ORIGIN: 'https://rostok.example' };

const refusalOf = (work: () => unknown): BadSettings => {
  try {
    work();
  } catch (error) {
    if (error instanceof BadSettings) return error;
    throw error;
  }
  throw new Error('The settings were accepted');
};

describe('a process does not start', () => {
  test.each([
    ['in production without a secret', { ...right, ROSTOK_SECRET: undefined }, 'noSecret'],
    ['with a short secret', { ...right, ROSTOK_SECRET: 'short' }, 'noSecret'],
    [
      "with the demo's secret in production",
      { ...right, ROSTOK_SECRET: 'demo-secret-of-a-region-without-real-persons' },
      'noSecret',
    ],
    ['with the demo in production', { ...right, ROSTOK_DEMO: '1' }, 'demoInProduction'],
    ['in production without an address', { ...right, ROSTOK_ORIGIN: undefined }, 'noOrigin'],
    ['in production without encryption', { ...right, ROSTOK_ORIGIN: 'http://rostok.example' }, 'noOrigin'],
    ['outside of the demo without a secret', { ROSTOK_DEMO: '0' }, 'noSecret'],
    ['in an unknown role', { ROSTOK_ROLE: 'boss' }, 'role'],
    ['with a demo of unknown size', { ROSTOK_DEMO_SIZE: 'huge' }, 'demoSize'],
  ])('%s', (_name, env, key) => {
    const { key: given, params } = refusalOf(() => readSettings(env));
    expect(given).toBe(`server:error.${key}`);
    expect(hasMessage('ru', given)).toBe(true);
    expect(translateId('ru', given, params)).toMatch(/[а-яё]{3}/i);
  });

  test('and starts with right settings, the demo being off in production', () => {
    expect(readSettings(right)).toMatchObject({ production: true, demo: false, secret });
    expect(readSettings({})).toMatchObject({ production: false, demo: true, port: 3000 });
  });
});

describe('the demo and real persons are never in one database', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await freshWorld();
  });
  const person = (isDemo: boolean) =>
    sql`insert into registry.person (id, surname, given_name, sort_key, is_demo)
      values (${uuidV7()}, 'Вяткина', 'Мария', 'вяткина мария', ${isDemo})`.execute(world.db);

  test('real work refuses a base filled by the demo, the demo opens it', async () => {
    await expect(guardDemo(world.db, false)).rejects.toMatchObject({ key: 'server:error.demoDatabase' });
    await expect(guardDemo(world.db, true)).resolves.toBeUndefined();
  });
  test('the demo refuses a base with one real person among demo ones', async () => {
    await person(false);
    await expect(guardDemo(world.db, true)).rejects.toMatchObject({ key: 'server:error.realPersons' });
  });
});
