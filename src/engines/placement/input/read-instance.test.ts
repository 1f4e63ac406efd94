import { describe, expect, it } from 'vitest';
import { PlacementInputError, place, readInstance, readSeed } from '../index.ts';

const good = {
  students: [{ id: 1, ranks: ['a', ['b', 'c']] }],
  places: ['a', 'b', 'c'].map((id) => ({ id, capacity: 1, order: [1] })),
};
const faults = (change: object): string[] => {
  try {
    const { snapshot, rule, seed } = readInstance({ ...good, ...change });
    place(snapshot, { rule }, seed);
    return [];
  } catch (error) {
    if (!(error instanceof PlacementInputError)) throw error;
    return error.issues.map((i) => `${i.path} ${i.code}`);
  }
};

describe('bad input is refused by place and name', () => {
  it.each([
    [{}, []],
    [{ students: undefined }, ['students missing']],
    [{ students: {} }, ['students notList']],
    [{ students: [7] }, ['students[0] notObject']],
    [{ students: [{ id: 1 }] }, ['students[0].ranks missing']],
    [{ students: [{ id: true, ranks: [] }] }, ['students[0].id notId']],
    [{ students: [{ id: 2 ** 60, ranks: [] }] }, ['students[0].id bigId']],
    [{ students: [{ id: 1, ranks: ['a', 'a'] }] }, ['students[0].ranks[1] rankedTwice']],
    [{ students: [{ id: 1, ranks: [['b', 'a'], 'a'] }] }, ['students[0].ranks[1] rankedTwice']],
    [{ students: [{ id: 1, ranks: ['z'] }] }, ['students[0].ranks[0] unknownPlace']],
    [{ students: [...good.students, { id: '1', ranks: [] }] }, ['students[1].id twice']],
    [{ students: [{ id: 1, ranks: ['a'], classes: [[1], [2]] }] }, ['students[0].classes classesLength']],
    [{ students: [{ id: 1, ranks: ['a'], classes: [[128]] }] }, ['students[0].classes[0] badClass']],
    [{ places: [{ id: 'a', capacity: -1 }] }, ['places[0].capacity notCount']],
    [{ places: [{ id: 'a', capacity: 1.5 }] }, ['places[0].capacity notCount']],
    [{ places: [{ id: 'a', capacity: '2' }] }, ['places[0].capacity notCount']],
    [{ students: [], places: [{ id: 'a', capacity: 1, order: [5] }] }, ['places[0].order[0] unknownStudent']],
    [
      { students: [{ id: 1, ranks: [] }], places: [{ id: 'a', capacity: 1, order: [1, [1]] }] },
      ['places[0].order[1][0] orderedTwice'],
    ],
    [
      { students: [], employers: [], places: [{ id: 'a', capacity: 1, employer: 'e' }] },
      ['places[0].employer unknownEmployer'],
    ],
    [{ pinned: [[1]] }, ['pinned[0] notPair']],
    [{ pinned: [[2, 'a']] }, ['pinned[0][0] unknownStudent']],
    [{ rule: 'fair' }, ['rule badRule']],
    [{ seed: [1] }, ['seed badSeed']],
    [{ quotas: [{ kind: 'ceiling', seats: 1 }] }, ['quotas[0] quotaWhere', 'quotas[0] quotaWhose']],
    [
      { rule: 'place-more', quotas: [{ kind: 'ceiling', seats: 1, place: 'a', college: 'x' }] },
      ['quotas ruleQuota'],
    ],
  ])('%j', (change, expected) => {
    expect(faults(change)).toEqual(expected);
  });

  it('is no instance at all', () => {
    for (const json of [null, [], 'x', 5]) expect(() => readInstance(json)).toThrow(/notObject/);
  });

  it('reads 64 hex digits as 32 bytes and other text as text', () => {
    expect(readSeed('ab'.repeat(32))).toEqual(Buffer.alloc(32, 0xab));
    expect(readSeed('день')).toEqual(Buffer.from('день', 'utf8'));
    expect(readSeed(undefined)).toEqual(new Uint8Array(32));
  });
});
