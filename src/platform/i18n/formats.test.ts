import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date, dateRange, interval, money, num, percent } from './formats.ts';
import { compareNames, sortKey } from './sort-key.ts';
import { typograph } from './typograph.ts';

const space = '\u00a0';

describe('numbers', () => {
  it('group thousands, keep the comma and the true minus', () => {
    expect(num('ru', 8940)).toBe(`8${space}940`);
    expect(num('ru', 8940, { space: 'thin' })).toBe('8\u2009940');
    expect(num('ru', -13)).toBe('\u221213');
    expect(num('ru', 41.5, { digits: 2 })).toBe('41,50');
    expect(num('ru', 25, { sign: true })).toBe('+25');
    expect(num('ru', 0, { sign: true })).toBe('0');
    expect(num('ru', -0.2)).toBe('0');
    expect(num('en', 1234567)).toBe('1,234,567');
  });

  it('never lose a digit, whatever the number', () => {
    fc.assert(
      fc.property(fc.integer(), (n) => {
        const digits = num('ru', n, { space: 'thin' })
          .replace(/\u2009/g, '')
          .replace('\u2212', '-');
        expect(Number(digits)).toBe(n);
      }),
    );
  });

  it('print money from kopecks and shares from one', () => {
    expect(money('ru', 1_800_000)).toBe(`18${space}000${space}₽`);
    expect(money('ru', 105)).toBe(`1,05${space}₽`);
    expect(money('ru', 182_000_000_000, { compact: true })).toBe(`1,82${space}млрд${space}₽`);
    expect(percent('ru', 0.071)).toBe(`7,1${space}%`);
    expect(percent('en', 0.071)).toBe('7.1%');
    expect(interval('ru', 8100, 11300)).toBe(`8${space}100–11${space}300`);
    expect(interval('ru', 5, 5)).toBe('5');
  });
});

describe('dates', () => {
  it('are the same day in every time zone', () => {
    expect(date('ru', '2026-11-23')).toBe('23.11.2026');
    expect(date('ru', '2026-11-23', 'day')).toBe(`23${space}ноября`);
    expect(date('ru', '2026-11-23', 'long')).toBe(`23${space}ноября 2026`);
    expect(date('en', '2026-11-23', 'long')).toBe(`23${space}November 2026`);
    expect(date('ru', '2026-11-23T11:32:00Z', 'time', 'Europe/Moscow')).toBe('14:32');
  });

  it('make ranges as short as they can be', () => {
    expect(dateRange('ru', '2026-12-07', '2026-12-20')).toBe(`7–20${space}декабря`);
    expect(dateRange('ru', '2026-03-22', '2026-06-05')).toBe(`22${space}марта${space}– 5${space}июня`);
    expect(dateRange('ru', '2026-12-07', '2027-01-30')).toBe(
      `7${space}декабря 2026${space}– 30${space}января 2027`,
    );
    expect(dateRange('ru', '2026-12-07', '2026-12-07')).toBe(`7${space}декабря`);
  });

  it('say what is not a date', () => {
    expect(() => date('ru', '2026-13-45')).toThrow(RangeError);
  });
});

describe('names', () => {
  it('are ordered with ё as е', () => {
    expect(sortKey('Ёлкин')).toBe('елкин');
    expect(['Яшин', 'Ёлкин', 'Жуков', 'егоров'].sort(compareNames)).toEqual([
      'егоров',
      'Ёлкин',
      'Жуков',
      'Яшин',
    ]);
  });
});

describe('typograph', () => {
  it('keeps together what must not be parted', () => {
    const shown = (text: string) => typograph('ru', text).replaceAll(space, '_');
    expect(shown('Списки и в цех № 2')).toBe('Списки и_в_цех № 2'.replace('№ ', '№_'));
    expect(shown('ещё 40 с, 62 %, 4,2 км')).toBe('ещё 40_с, 62_%, 4,2_км');
    expect(shown('Рублёва А. С. и другие')).toBe('Рублёва_А._С. и_другие');
    expect(shown('Ещё 2 900 — на места')).toBe('Ещё 2_900_— на_места');
    expect(shown('что же делать, мог ли он')).toBe('что_же делать, мог_ли он');
    expect(shown('{{count}} из {{total}} мест')).toBe('{{count}}_из_{{total}} мест');
  });

  it('changes only spaces and settles at once', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[а-яёА-ЯЁ0-9 .,%№—{}]{0,60}$/u), (text) => {
        const once = typograph('ru', text);
        expect(typograph('ru', once)).toBe(once);
        expect(once.replace(/[\s\u00a0]/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});
