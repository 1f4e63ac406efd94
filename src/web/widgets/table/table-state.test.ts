import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emptyState, nextSort, readState, type TableState, toggleColumn, writeState } from './table-state.ts';

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/);
const state: fc.Arbitrary<TableState> = fc.record({
  sort: fc.uniqueArray(fc.record({ id: word, desc: fc.boolean() }), {
    maxLength: 3,
    selector: (one) => one.id,
  }),
  filters: fc.dictionary(word, fc.stringMatching(/^\S.{0,10}$/), { maxKeys: 3, noNullPrototype: true }),
  shown: fc.uniqueArray(word, { maxLength: 3 }),
  hidden: fc.uniqueArray(word, { maxLength: 3 }),
});

it('what is written to the address is read back, with a prefix and without', () => {
  fc.assert(
    fc.property(state, fc.constantFrom('', 'needs.'), (given, prefix) => {
      expect(readState(writeState(given, {}, prefix), prefix)).toEqual(given);
    }),
  );
});

it('a filter taken off leaves the address', () => {
  const before = writeState({ ...emptyState, filters: { zone: 'north' } }, {});
  expect(writeState(emptyState, before)).toMatchObject({ 'f.zone': undefined });
});

it('pressing a head thrice gives the usual order back', () => {
  const one = nextSort(emptyState, 'gap', true);
  const two = nextSort(one, 'gap', true);
  expect([one.sort, two.sort, nextSort(two, 'gap', true).sort]).toEqual([
    [{ id: 'gap', desc: true }],
    [{ id: 'gap', desc: false }],
    [],
  ]);
});

it('columns are hidden and shown again', () => {
  const hidden = toggleColumn(emptyState, 'code', false);
  expect(hidden.hidden).toEqual(['code']);
  expect(toggleColumn(hidden, 'code', false)).toEqual(emptyState);
  expect(toggleColumn(emptyState, 'pay', true).shown).toEqual(['pay']);
});
