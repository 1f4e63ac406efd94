import { expect, test } from 'vitest';
import { place } from '../../../engines/placement/index.ts';
import { classesOf, decidedBy } from './round-tier.ts';

test('a tier of the engine tells its classes and which of them decided', () => {
  const rules = [{ kind: 'access' as const }, { kind: 'distance' as const, bands: [10, 30] }];
  const student = (id: string, classes: number[]) => ({ id, ranks: ['p'], classes: [classes] });
  const { refusals } = place(
    { students: [student('near', [1, 0]), student('far', [1, 2])], places: [{ id: 'p', capacity: 1 }] },
    { rule: 'student-optimal' },
    new Uint8Array(32),
  );
  const { tier = 0, cutoffTier = 0 } = refusals.far?.[0] ?? {};
  expect([classesOf(tier, 2), classesOf(cutoffTier, 2)]).toEqual([
    [1, 2],
    [1, 0],
  ]);
  expect(decidedBy(rules, tier, cutoffTier)).toEqual({ rule: rules[1], own: 2, last: 0 });
  expect(decidedBy(rules, tier, tier)).toBeNull();
});
