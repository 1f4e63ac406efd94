import { expect, it } from 'vitest';
import { createTexts } from '../../platform/i18n/texts.ts';
import type { Texts } from '../text.ts';
import { operationsOf } from './api-docs/operations.ts';
import type { PublicNeed } from './home/public-api.ts';
import { dataSets } from './open-data/data-sets.ts';

const texts = { t: createTexts('ru').getFixedT('ru') as unknown as Texts['t'] };

const need: PublicNeed = {
  run: { version: 3, createdAt: '2026-11-12T10:00:00Z' },
  years: [2027, 2028],
  need: 1204,
  low: 900,
  high: 1500,
  expansion: 200,
  replacement: 1004,
  enterprises: 12,
  occupations: [{ code: '7212', name: 'Сварщик', need: 684, low: 601, high: 792, supply: 410, gap: 274 }],
  municipalities: [
    {
      code: '33701',
      shortName: 'Киров',
      name: 'Город Киров',
      lat: 58.6,
      lon: 49.6,
      need: 96,
      withheld: false,
    },
    {
      code: '33702',
      shortName: 'Луза',
      name: 'Лузский округ',
      lat: 60.6,
      lon: 47.3,
      need: null,
      withheld: true,
    },
  ],
  hidden: { occupations: 4, municipalities: 1 },
};

it('publishes to tens, keeps a withheld cell empty and counts what is withheld', () => {
  const [occupations, municipalities] = dataSets(need, null, texts);
  expect(occupations?.rows[0]).toMatchObject({ need: 680, low: 600, high: 790, gap: 270 });
  expect(occupations?.hidden).toBe(4);
  expect(municipalities?.rows.map((row) => row.need)).toEqual([100, null]);
  expect(occupations?.json).toMatchObject({ hidden: 4, date: '2026-11-12T10:00:00Z' });
});

it('offers nothing before there is a forecast', () => {
  expect(dataSets({ ...need, run: null }, null, texts)).toEqual([]);
});

it('lists operations by room and leaves out what is no method', () => {
  const rooms = operationsOf({
    paths: {
      '/order/variants': { get: { summary: 'Variants' }, parameters: {} },
      '/forecast/runs/start': { post: { summary: 'Start' } },
      '/order/public': { get: {} },
    },
  });
  expect(rooms.map((room) => room.name)).toEqual(['forecast', 'order']);
  expect(rooms[1]?.operations).toEqual([
    { method: 'GET', path: '/order/public', summary: '' },
    { method: 'GET', path: '/order/variants', summary: 'Variants' },
  ]);
});
