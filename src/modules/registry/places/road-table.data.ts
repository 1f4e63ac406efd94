import type { TableSchema } from '../../../platform/sheets/index.ts';

/** Titles of columns under which people keep distances. */
export const roadSchema: TableSchema = {
  fields: [
    {
      id: 'from',
      titles: ['Откуда', 'Из', 'Муниципалитет 1', 'From'],
      required: true,
      type: { kind: 'text' },
    },
    { id: 'to', titles: ['Куда', 'В', 'Муниципалитет 2', 'To'], required: true, type: { kind: 'text' } },
    {
      id: 'km',
      titles: ['Расстояние, км', 'Километров', 'км', 'Расстояние', 'Km'],
      required: true,
      type: { kind: 'decimal', min: 0.1, max: 3000 },
    },
  ],
};
