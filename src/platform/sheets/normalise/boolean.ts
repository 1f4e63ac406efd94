import { bad, excelError, good, type Input, type Normalised, repair, SPACES, take } from './types.ts';

const YES = new Set([
  'да',
  'д',
  'yes',
  'y',
  'true',
  'истина',
  '1',
  '+',
  'v',
  'х',
  'x',
  '✓',
  '✔',
  'есть',
  'имеется',
]);
const NO = new Set(['нет', 'н', 'no', 'n', 'false', 'ложь', '0', '-', '–', '—', 'не имеется', 'отсутствует']);

/** Yes or no in the words and marks that people put into tables. */
export function normaliseBoolean(input: Input): Normalised<boolean> {
  const taken = take(input);
  if (taken.kind === 'error') return excelError(taken);
  if (typeof taken.value === 'boolean') return good(taken.value);
  const text = taken.text.replace(SPACES, ' ').trim();
  if (text === '') return good<boolean>(null);
  const word = text.toLowerCase().replace(/\.$/, '');
  const exact =
    word === 'да' || word === 'нет' || word === 'true' || word === 'false' || typeof taken.value === 'number';
  const repairs = exact && text === taken.text ? [] : [repair('booleanWord', { from: text })];
  if (YES.has(word)) return good(true, repairs);
  if (NO.has(word)) return good(false, repairs);
  return bad('notBoolean', { value: text });
}
