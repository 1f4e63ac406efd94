import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bareName } from '../normalise/organisation-name.ts';
import { likeness, type TwinFacts, trigramsOf, twinReasons } from './likely-twins.ts';

const one = (name: string, more: Partial<TwinFacts> = {}): TwinFacts => ({
  inn: null,
  ogrn: null,
  municipalityId: 'slobodskoy',
  name: bareName(name),
  ...more,
});
const why = (a: TwinFacts, b: TwinFacts) => twinReasons(a, b, 0.6);

test('names are compared without legal form, quotes and case', () => {
  expect(bareName('ООО «Вятский  Лесхоз»')).toBe('вятский лесхоз');
  expect(bareName('АО "Слободской машзавод"')).toBe(bareName('акционерное общество Слободской Машзавод'));
  // a form inside a word is a part of the word
  expect(bareName('Аоник')).toBe('аоник');
});

test('a pair without ИНН is proposed by alike names in one municipality, with the reasons', () => {
  expect(why(one('ООО «Красный якорь»', { inn: '4329000018' }), one('Красный якорь'))).toEqual([
    'name',
    'municipality',
    'noInn',
  ]);
  expect(why(one('Слободской машиностроительный завод'), one('Слободской машиностроительный зовод'))).toEqual(
    ['alike', 'municipality', 'noInn'],
  );
});

test('not by a name alone: another place, other numbers, or another name speak against', () => {
  expect(why(one('Красный якорь'), one('Красный якорь', { municipalityId: 'kirov' }))).toEqual([]);
  expect(
    why(one('Красный якорь', { inn: '4329000018' }), one('Красный якорь', { inn: '7728168971' })),
  ).toEqual([]);
  expect(why(one('Красный якорь'), one('Вятский лесхоз'))).toEqual([]);
});

test('one number is enough, wherever the records stand', () => {
  const inn = '4329000018';
  expect(why(one('Якорь', { inn }), one('Лесхоз', { inn, municipalityId: null }))).toEqual(['inn']);
});

test('who is first does not matter, and likeness lies between nothing and all', () => {
  const name = fc.string({ unit: fc.constantFrom(...'абвгд лн'), maxLength: 14 });
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(why(one(a), one(b))).toEqual(why(one(b), one(a)));
      const share = likeness(trigramsOf(bareName(a)), trigramsOf(bareName(b)));
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }),
    { seed: 7, numRuns: 300 },
  );
});
