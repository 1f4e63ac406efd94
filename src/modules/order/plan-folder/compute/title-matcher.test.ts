import { describe, expect, it } from 'vitest';
import { titleMatcher } from './title-matcher.ts';

const match = titleMatcher([
  { code: '7212.01', name: 'Сварщик' },
  { code: '7223.01', name: 'Токарь' },
  { code: '7223.03', name: 'Оператор станков с программным управлением' },
  { code: '8189.01', name: 'Оператор' },
]);

describe('occupation of a vacancy by its title', () => {
  it.each([
    ['Сварщики на вахту', '7212.01'],
    ['ТОКАРЬ 5-6 разряда', '7223.01'],
    ['Требуется оператор станков с программным управлением (г. Киров)', '7223.03'],
    ['Оператор линии', '8189.01'],
    ['Электросварка', null],
    ['Менеджер', null],
    ['', null],
  ])('%s → %s', (title, code) => expect(match(title)).toBe(code));
});
