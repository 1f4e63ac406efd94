import { expect, test } from 'vitest';
import { changedValues } from './entry-words.ts';

test('only what changed is told, field by field', () => {
  expect(
    changedValues({ name: 'Завод', size: 5, same: [1] }, { name: 'Комбинат', size: 5, same: [1] }),
  ).toEqual([{ name: 'name', before: 'Завод', after: 'Комбинат' }]);
  expect(changedValues(undefined, { seats: 25, who: { id: 1 } })).toEqual([
    { name: 'seats', before: null, after: '25' },
    { name: 'who', before: null, after: '{"id":1}' },
  ]);
  expect(changedValues({ gone: true }, null)).toEqual([{ name: 'gone', before: 'true', after: null }]);
  expect(changedValues(null, null)).toEqual([]);
});
