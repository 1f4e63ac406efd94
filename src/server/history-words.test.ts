import { beforeAll, expect, test } from 'vitest';
import { flatten, type Nested } from '../platform/i18n/catalogue.ts';
import { catalogues } from '../platform/i18n/catalogues.gen.ts';
import { locales } from '../platform/i18n/index.ts';
import { buildHouse, type House } from '../platform/use-case/index.ts';
import { tree } from '../tree.gen.ts';

/** Rooms whose every command and every read that is written down has its sentence in the history. */
const ROOMS = [
  'identity',
  'rules',
  'retention',
  'files',
  'registry',
  'classifiers',
  'bodies',
  'agreements',
  'needs',
  'programmes',
  'forecast',
  'order',
  'practice',
  'specialists',
  'exams',
  'hiring',
];
let house: House;
beforeAll(() => {
  house = buildHouse(tree, { unfinished: true });
});

test.each(locales)('whatever people do reads as a sentence in the history (%s)', (locale) => {
  const rooms = catalogues[locale] as Record<string, Nested>;
  const words = (room: string) => flatten(rooms[room] ?? {});
  const shared = words('history');
  const silent: string[] = [];
  const known = new Set(house.useCases.keys());
  for (const [name, { kind, reads }] of house.useCases) {
    const [room = '', act = ''] = name.split('.');
    if (!ROOMS.includes(room) || (kind !== 'command' && !reads)) continue;
    if (!words(room)[`changed.${act}`] && !shared[`done.${name}`]) silent.push(name);
  }
  expect(silent).toEqual([]);
  // and no sentence is left of what is done no more
  const gone = Object.keys(shared)
    .filter((key) => key.startsWith('done.'))
    .filter((key) => !known.has(key.slice('done.'.length)));
  expect(gone).toEqual([]);
});
