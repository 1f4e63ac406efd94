import { beforeAll, describe, expect, test } from 'vitest';
import { flatten, type Nested, resourcesOf } from '../platform/i18n/catalogue.ts';
import { catalogues } from '../platform/i18n/catalogues.gen.ts';
import { type Locale, locales } from '../platform/i18n/index.ts';
import { isJob } from '../platform/jobs/index.ts';
import { allDuties, isPersonalData } from '../platform/retention/index.ts';
import { permissionTitleKeys } from '../platform/rights/index.ts';
import { settingDefinitions } from '../platform/rules/define-settings.ts';
import { allRules } from '../platform/rules/rule-book.ts';
import { eventKey, isStates, stateKey } from '../platform/states/define-states.ts';
import { buildHouse, type House } from '../platform/use-case/index.ts';
import { tree } from '../tree.gen.ts';

let house: House;
beforeAll(() => {
  house = buildHouse(tree, { unfinished: true });
});

const russian: Record<string, Nested> = catalogues.ru;
const known = Object.fromEntries(
  locales.map((locale) => [
    locale,
    new Set(
      Object.keys(russian).flatMap((room) =>
        Object.keys(flatten((catalogues[locale] as Record<string, Nested>)[room] ?? {})).map(
          (key) => `${room}:${key}`,
        ),
      ),
    ),
  ]),
) as Record<Locale, Set<string>>;

const says = (locale: Locale, key: string) => known[locale].has(key) || known[locale].has(`${key}_other`);
/** Keys without a sentence, with the language they lack; any of several keys of one thing will do. */
const missing = (things: readonly (string | readonly string[])[]): string[] =>
  things.flatMap((one) => {
    const keys = typeof one === 'string' ? [one] : one;
    return locales
      .filter((locale) => !keys.some((key) => says(locale, key)))
      .map((locale) => `${locale}: ${keys[0]}`);
  });

const split = (name: string): [string, string] => [
  name.slice(0, name.indexOf('.')),
  name.slice(name.indexOf('.') + 1),
];
const keyIn = (name: string, kind: string) => {
  const [room, rest] = split(name);
  return `${room}:${kind}.${rest}`;
};

describe('everything declared has its words in both languages:', () => {
  test('the search itself finds what is missing', () => {
    expect(missing(['rules:help.title', 'rules:help.noSuchThing'])).toEqual([
      'ru: rules:help.noSuchThing',
      'en: rules:help.noSuchThing',
    ]);
    expect(Object.keys(resourcesOf('ru'))).toContain('rules');
  });

  test('rules: a title for the help page, and at least one sentence to refuse with', () => {
    const rules = allRules();
    expect(rules.length).toBeGreaterThan(10);
    expect(missing(rules.map(({ room, rule }) => `${room}:ruleTitle.${rule}`))).toEqual([]);
    const wordless = rules.flatMap(({ room, rule }) =>
      locales.filter(
        (locale) =>
          ![...known[locale]].some(
            (key) =>
              key === `${room}:rule.${rule}` ||
              key.startsWith(`${room}:rule.${rule}.`) ||
              key.startsWith(`${room}:rule.${rule}_`),
          ),
      ),
    );
    expect(wordless).toEqual([]);
  });

  test('settings', () => {
    const keys = settingDefinitions().map(([key]) => key);
    expect(keys.length).toBeGreaterThan(30);
    expect(missing(keys.map((key) => keyIn(key, 'setting')))).toEqual([]);
  });

  test('state machines: every state and every event', () => {
    const machines = house.rooms.flatMap(({ states }) => Object.values(states ?? {}).filter(isStates));
    expect(machines.length).toBeGreaterThan(2);
    const keys = machines.flatMap((machine) => [
      ...machine.states.map((state) => stateKey(machine, state)),
      ...machine.transitions.map(({ event }) => eventKey(machine, event)),
    ]);
    expect(missing(keys)).toEqual([]);
  });

  test('duties of retention', () => {
    const duties = allDuties();
    expect(duties.length).toBeGreaterThan(5);
    expect(missing(duties.map(({ duty }) => keyIn(duty, 'duty')))).toEqual([]);
  });

  test('what is held about persons: title, ground, purpose', () => {
    const held = house.all(isPersonalData).map(({ value }) => value);
    expect(held.length).toBeGreaterThan(5);
    expect(
      missing(held.flatMap(({ titleKey, basisKey, purposeKey }) => [titleKey, basisKey, purposeKey])),
    ).toEqual([]);
  });

  test('jobs', () => {
    expect(missing(house.all(isJob).map(({ value }) => value.titleKey))).toEqual([]);
  });

  test('permissions: in the catalogue of their room, or of the rights', () => {
    const permissions = [...house.rights.values()].flatMap((table) => Object.keys(table));
    expect(permissions.length).toBeGreaterThan(50);
    expect(missing(permissions.map(permissionTitleKeys))).toEqual([]);
  });
});
