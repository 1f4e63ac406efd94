import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchedShare } from './matched-share.ts';

test('army first, then the matched share, leave what all shares together say', () => {
  const given = { army: 0.2, gone: 0.1, inField: 0.65 };
  expect((1 - given.army) * matchedShare(given)).toBeCloseTo(0.65 * (1 - 0.2 - 0.1), 12);
});

test('never above the share in the field, never nothing: the engine divides by it', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(share, share, share, (army, gone, inField) => {
      const value = matchedShare({ army, gone, inField });
      expect(value).toBeGreaterThanOrEqual(0.001);
      expect(value).toBeLessThanOrEqual(Math.max(0.001, inField));
    }),
    { seed: 3 },
  );
});
