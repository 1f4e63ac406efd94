import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { innIsRight, kppIsRight, ogrnIsRight } from './check-digits.ts';

describe('check digits', () => {
  test('real public numbers pass', () => {
    expect(innIsRight('7707083893')).toBe(true);
    expect(innIsRight('500100732259')).toBe(true);
    expect(ogrnIsRight('1027700132195')).toBe(true);
    expect(ogrnIsRight('304500116000157')).toBe(true);
    expect(kppIsRight('434501001')).toBe(true);
  });
  test('one changed digit of an ИНН of ten is always seen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const digits = [...'7707083893'];
        digits[place] = String((Number(digits[place]) + shift) % 10);
        const inn = digits.join('');
        // two remainders, 0 and 10, share one digit, so a change may hide behind them only there
        return !innIsRight(inn) || inn[9] === '0' || place < 9;
      }),
    );
  });
  test.each(['', '770708389', '77070838931', 'abcdefghij', '7707083894'])('%s is refused', (inn) => {
    expect(innIsRight(inn)).toBe(false);
  });
});
