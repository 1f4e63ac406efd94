import { expect, test } from 'vitest';
import { nameIndex } from './find-by-name.ts';

const names = [
  'Электрогазосварщик',
  'Электросварщик ручной сварки',
  'Электросварщик на автоматических и полуавтоматических машинах',
  'Слесарь механосборочных работ',
  'Станочник широкого профиля',
];
const index = nameIndex(
  names,
  (it) => it,
  (it) => [it],
);

test('who writes a short name is shown the long ones it ends, the nearest first', () => {
  expect(index.like('Сварщик')).toEqual([names[1], names[2], names[0]].sort(byLength));
  expect(index.like('сварщик ручной')[0]).toBe(names[1]);
});

test('what is like nothing is like nothing', () => {
  expect(index.like('Агроном')).toEqual([]);
  expect(index.like('ра')).toEqual([]);
});

/** The fewer letters stand before the written word, the nearer: «электросварщик» before «электрогазосварщик». */
function byLength(a?: string, b?: string): number {
  const first = (it?: string) => it?.split(' ')[0]?.length ?? 0;
  return first(a) - first(b);
}
