import words from 'number-to-words-ru';
import type { Case } from './cases.ts';

/** Forms of a counted noun: 1 место, 2 места, 5 мест. */
export type Forms = [one: string, few: string, many: string];

/** Russian plural of a whole number. */
export function pluralOf(n: number, [one, few, many]: Forms): string {
  const rest = Math.abs(n) % 100;
  if (rest >= 11 && rest <= 14) return many;
  const last = rest % 10;
  return last === 1 ? one : last >= 2 && last <= 4 ? few : many;
}

/** Kopecks as «1 234 567,05 руб. (один миллион … рублей 05 копеек)»-ready words: «один миллион … рублей 05 копеек». */
export function moneyInWords(kopecks: number, wanted: Case = 'nominative'): string {
  if (!Number.isSafeInteger(kopecks)) throw new RangeError(`Not a whole number of kopecks: ${kopecks}`);
  const sign = kopecks < 0 ? '-' : '';
  const whole = Math.abs(kopecks);
  // As text: a binary fraction would turn 0.29 into 0.28.
  const text = `${sign}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`;
  const result = words.convert(text, { currency: 'rub', declension: wanted });
  return result.charAt(0).toLowerCase() + result.slice(1);
}

/** A count in words with its noun: 25 → «двадцать пять мест». Gender of the noun: `m` один, `f` одна, `n` одно. */
export function countInWords(n: number, forms: Forms, gender: 'm' | 'f' | 'n'): string {
  if (!Number.isSafeInteger(n)) throw new RangeError(`Not a whole number: ${n}`);
  const result = words.convert(String(n), {
    currency: {
      currencyNameCases: forms,
      currencyNounGender: { integer: gender === 'm' ? 0 : gender === 'f' ? 1 : 2 },
    },
    showNumberParts: { integer: true, fractional: false },
  });
  return result.charAt(0).toLowerCase() + result.slice(1);
}
