import { expect, test } from 'vitest';
import type { Texts } from '../../../web/text.ts';
import { date, money, num, percent } from '../../i18n/formats.ts';
import { translate, translateId } from '../../i18n/texts.ts';
import { shownValue, sourceWords } from './setting-words.ts';

const texts: Texts = {
  t: (key, params) => translate('ru', key, params),
  tId: (id, params) => translateId('ru', id, params),
  locale: 'ru',
  num: (value, options) => num('ru', value, options),
  money: (kopecks) => money('ru', kopecks),
  percent: (share, digits) => percent('ru', share, digits),
  interval: (low, high) => `${low}–${high}`,
  date: (value, style) => date('ru', value, style),
  dateRange: (from, to) => `${from}–${to}`,
};
const plain = (value: unknown) => shownValue(texts, value).replaceAll(/[\u00a0\u2009\u202f]/g, ' ');

test('a setting is shown in words, never as it is stored', () => {
  expect(plain({ under16: 1440, adult: 2400 })).toBe('до 16 лет 1 440, взрослые 2 400');
  expect(plain([{ code: 'a', title: 'Подземные работы' }, { title: 'Сварка' }])).toBe(
    'Подземные работы; Сварка',
  );
  expect(plain([{ age: 15, share: 0.1 }])).toBe('таблица, 1 строка');
  expect(plain(['31', '32'])).toBe('31, 32');
  expect(plain([])).not.toContain('таблица');
  expect([0.6, 0.125, 5].map(plain)).toEqual(['0,6', '0,125', '5']);
  expect(plain('P30D')).toBe('30 дней');
});

test('a stored number is shown in the units people use, a stored word by its name', () => {
  const say = (value: unknown, schema: object, room = 'practice') =>
    shownValue(texts, value, { room, schema }).replaceAll(/[\u00a0\u2009\u202f]/g, ' ');
  expect(say(0.6, { type: 'number', unit: 'share' })).toBe('60 %');
  expect(say(9_600_000, { type: 'integer', unit: 'kopecks' })).toBe('96 000 ₽');
  expect(say(150, { type: 'integer', unit: 'minutes' })).toBe('2,5 ч');
  expect(say(1440, { type: 'integer', unit: 'minutes' })).toBe('24 ч');
  expect(say('number', { enum: ['number'] }, 'agreements')).toBe('число');
  expect(say('college', { enum: ['college'], words: 'registry:kind' })).toContain('колледж');
  expect(say(['spo'], { type: 'array', items: { enum: ['spo'] } }, 'classifiers')).toContain('СПО');
  expect(say('15.00.00', { type: 'string' }, 'order')).toBe('15.00.00');
  expect(say([], { type: 'array' })).toBe('пусто');
});

test('a source of the product stands in Russian, also one with a dot in it', () => {
  expect(sourceWords(texts, '152-FZ art. 5').replaceAll('\u00a0', ' ')).toBe('152-ФЗ, статья 5');
  expect(sourceWords(texts, 'приказ № 5')).toBe('приказ № 5');
  expect(sourceWords(texts, 'domain §3.5')).toContain('3.5');
});
