import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftOf, emptyDraft, valueFrom } from './setting-draft.ts';
import type { ValueSchema } from './setting-schema.ts';

const share: ValueSchema = { type: 'number', minimum: 0, maximum: 1, unit: 'share' };
const rows: ValueSchema = {
  type: 'array',
  items: {
    type: 'object',
    properties: { code: { type: 'string' }, share, open: { type: 'boolean' }, at: { enum: ['a', 'b'] } },
  },
};
const back = (schema: ValueSchema, value: unknown) => valueFrom(schema, draftOf(schema, value));

test('what is not touched is stored as it was, whatever its shape', () => {
  const row = fc.record({
    code: fc.string({ minLength: 1 }).map((text) => `x${text.trim()}`),
    share: fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000),
    open: fc.boolean(),
    at: fc.constantFrom('a', 'b'),
  });
  fc.assert(
    fc.property(fc.array(row), (value) => {
      expect(back(rows, value)).toEqual(value);
    }),
    { seed: 3 },
  );
  const money: ValueSchema = {
    type: 'object',
    additionalProperties: { type: 'integer', unit: 'kopecks' },
  };
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[\d.]{1,8}$/), fc.nat(99_999_999_999)), (value) => {
      expect(back(money, value)).toEqual(value);
    }),
    { seed: 3 },
  );
  const none: ValueSchema = { anyOf: [{ type: 'integer' }, { type: 'null' }] };
  expect([back(none, null), back(none, 5)]).toEqual([null, 5]);
  const minutes: ValueSchema = { type: 'object', properties: { day: { type: 'integer', unit: 'minutes' } } };
  for (let day = 1; day < 1441; day++) expect(back(minutes, { day })).toEqual({ day });
});

test('people type per cent, roubles and hours, with a comma and with spaces', () => {
  expect(draftOf(share, 0.15)).toBe('15');
  expect(valueFrom(share, '12,5')).toBe(0.125);
  expect(valueFrom({ type: 'integer', unit: 'kopecks' }, '96 000,50')).toBe(9_600_050);
  expect(valueFrom({ type: 'integer', unit: 'minutes' }, '2,5')).toBe(150);
});

test('a text that is no number goes to the server, which says what is wrong', () => {
  expect(valueFrom(share, 'много')).toBe('много');
});

test('empty rows of a list are no values; a new row of a table has every column', () => {
  const list: ValueSchema = { type: 'array', items: { type: 'string' } };
  expect(valueFrom(list, ['15.00.00', ' ', ''])).toEqual(['15.00.00']);
  expect(valueFrom(rows, [emptyDraft(rows.items ?? {})])).toEqual([
    { code: '', share: '', open: false, at: '' },
  ]);
});
