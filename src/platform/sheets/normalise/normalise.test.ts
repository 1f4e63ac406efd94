import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fixLookalikes,
  type Input,
  type Normalised,
  normaliseBoolean,
  normaliseCode,
  normaliseDate,
  normaliseDecimal,
  normaliseDigits,
  normaliseInteger,
  normaliseText,
  splitCodeAndName,
} from './index.ts';

fc.configureGlobal({ seed: 20261123 });

/** value and short repair names, or the error's short name. */
function brief<T>(result: Normalised<T>): unknown[] {
  if (!result.ok) return ['!', result.error.id.replace('sheets:error.', '')];
  return [result.value, ...result.repairs.map((it) => it.id.replace('sheets:repair.', ''))];
}
const date = (value: string): Input => ({ kind: 'date', value });

describe('whole numbers', () => {
  it.each<[Input, unknown[]]>([
    [15, [15]],
    ['15', [15]],
    ['', [null]],
    ['  ', [null, 'spaces']],
    [' 15\u00a0', [15, 'spaces']],
    ['1\u00a0484', [1484, 'spaces', 'groups']],
    ['1 484', [1484, 'groups']],
    ['14 84', ['!', 'notNumber']],
    ['2+5', [7, 'sum']],
    ['2 + 15', [17, 'sum']],
    ['0+3', [3, 'sum']],
    ['25 чел.', [25, 'unit']],
    ['1О', [10, 'digitLetters']],
    ['7,0', [7, 'decimalComma']],
    ['7,5', ['!', 'notWhole']],
    [2.9999999999999996, [3]],
    ['–', [null, 'dash']],
    ['-5', ['!', 'tooSmall']],
    ['−5', ['!', 'tooSmall']],
    ['101', ['!', 'tooBig']],
    ['#REF!', ['!', 'excelError']],
    ['#ССЫЛКА!', ['!', 'excelError']],
    ['ВЫПУСК НЕ СОВПАДАЕТ', ['!', 'notNumber']],
    [true, ['!', 'notNumber']],
    [date('2026-01-05'), ['!', 'dateForNumber']],
    ['1e5', ['!', 'notNumber']],
    ['12.05.2024', ['!', 'notNumber']],
  ])('%j', (input, expected) => {
    const max = input === '101' ? 100 : 2000;
    expect(brief(normaliseInteger(input, { min: 0, max }))).toEqual(expected);
  });

  it('reads any whole number however its groups are set', () => {
    const grouped = (n: number, gap: string) => String(n).replace(/\B(?=(\d{3})+$)/g, gap);
    fc.assert(
      fc.property(
        fc.nat(10 ** 12),
        fc.constantFrom(' ', '\u00a0', '\u202f', ''),
        fc.constantFrom('', ' ', '\t'),
        (n, gap, edge) => {
          const result = normaliseInteger(edge + grouped(n, gap) + edge);
          expect(result.ok && result.value).toBe(n);
        },
      ),
    );
  });
});

describe('decimals', () => {
  it.each<[Input, unknown[]]>([
    ['93,4', [93.4, 'decimalComma']],
    ['1 234,56', [1234.56, 'groups', 'decimalComma']],
    ['1.234,56', [1234.56, 'decimalComma']],
    ['1,234.56', [1234.56, 'decimalComma']],
    ['1.234.567', [1234567]],
    ['93,4 %', [0.934, 'decimalComma']],
    ['45 000 руб.', [45000, 'unit', 'groups']],
    ['1.2.3', ['!', 'notNumber']],
    ['.5', [0.5]],
  ])('%j', (input, expected) => {
    expect(brief(normaliseDecimal(input, { percent: true }))).toEqual(expected);
  });
});

describe('dates', () => {
  it.each<[Input, unknown[]]>([
    [date('2026-09-01'), ['2026-09-01']],
    [date('2026-09-01T12:30:00'), ['2026-09-01']],
    ['2026-09-01', ['2026-09-01']],
    ['01.09.2026', ['2026-09-01', 'dateText']],
    ['1.9.26', ['2026-09-01', 'twoDigitYear']],
    ['05.03.89', ['1989-03-05', 'twoDigitYear']],
    ['01/09/2026', ['2026-09-01', 'dateText']],
    ['01.09.2026 г.', ['2026-09-01', 'dateText']],
    ['«1» сентября 2026 г.', ['2026-09-01', 'dateText']],
    ['3 мая 2025', ['2025-05-03', 'dateText']],
    ['8 марта 2025 года', ['2025-03-08', 'dateText']],
    ['2026-09-01T08:00:00+0300', ['2026-09-01', 'dateText']],
    [46266, ['2026-09-01', 'dateSerial']],
    ['46266', ['2026-09-01', 'dateSerial']],
    ['О1.О9.2026', ['2026-09-01', 'dateText']],
    ['31.02.2026', ['!', 'noSuchDay']],
    ['13.13.2026', ['!', 'noSuchDay']],
    [2026, ['!', 'notDate']],
    ['осенью', ['!', 'notDate']],
    ['01.01.1990', ['!', 'tooEarly']],
    ['', [null]],
  ])('%j', (input, expected) => {
    const min = input === '01.01.1990' ? '2000-01-01' : '1950-01-01';
    expect(brief(normaliseDate(input, { min, max: '2100-01-01' }))).toEqual(expected);
  });

  it('reads every day written in the Russian way, as ISO and as a serial', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 75_000 }), (serial) => {
        const day = new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
        const [y, m, d] = day.split('-');
        for (const form of [day, `${d}.${m}.${y}`, serial]) {
          const result = normaliseDate(form);
          expect(result.ok && result.value).toBe(day);
        }
      }),
    );
  });
});

describe('yes and no', () => {
  it.each<[Input, unknown[]]>([
    ['да', [true]],
    ['Да ', [true, 'booleanWord']],
    ['+', [true, 'booleanWord']],
    ['х', [true, 'booleanWord']],
    ['—', [false, 'booleanWord']],
    [0, [false]],
    [false, [false]],
    ['может быть', ['!', 'notBoolean']],
    ['', [null]],
  ])('%j', (input, expected) => {
    expect(brief(normaliseBoolean(input))).toEqual(expected);
  });
});

describe('codes', () => {
  const spo = { shapes: ['00.00.00'] };
  it.each<[Input, unknown[]]>([
    ['35.01.24 ', ['35.01.24', 'spaces']],
    ['15.О1.05', ['15.01.05', 'digitLetters']],
    ['15,01,05', ['15.01.05', 'codePoints']],
    ['15. 01. 05.', ['15.01.05', 'spaces', 'codePoints']],
    ['8.2.1', ['08.02.01', 'codeZeros']],
    [date('2005-01-15'), ['15.01.05', 'codeFromDate']],
    [date('2001-02-08'), ['08.02.01', 'codeFromDate']],
    ['190631', ['!', 'codeShape']],
    ['сварщик', ['!', 'codeShape']],
    ['', [null]],
    ['#REF!', ['!', 'excelError']],
  ])('%j', (input, expected) => {
    expect(brief(normaliseCode(input, spo))).toEqual(expected);
  });

  it('gives back zeros that a number has lost', () => {
    expect(brief(normaliseCode(15.1, { shapes: ['00.00'] }))).toEqual(['15.10', 'codeZeros']);
    expect(brief(normaliseCode(8.02, { shapes: ['00.00.00', '00.00'] }))).toEqual(['08.02', 'codeZeros']);
    expect(brief(normaliseCode(19906, { shapes: ['00000'] }))).toEqual(['19906']);
  });

  it('restores every code that Excel may have taken for a day', () => {
    const two = (n: number) => String(n).padStart(2, '0');
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 29 }),
        (a, b, c) => {
          const result = normaliseCode(date(`20${two(c)}-${two(b)}-${two(a)}`), spo);
          expect(result.ok && result.value).toBe(`${two(a)}.${two(b)}.${two(c)}`);
        },
      ),
    );
  });

  it('splits a code from the name beside it', () => {
    expect(splitCodeAndName('15.01.05 Сварщик (ручной сварки)', '00.00.00')).toEqual({
      code: '15.01.05',
      name: 'Сварщик (ручной сварки)',
    });
    expect(splitCodeAndName('15.О1.05\u00a0— Сварщик', '00.00.00')).toEqual({
      code: '15.01.05',
      name: 'Сварщик',
    });
    expect(splitCodeAndName('15.01.055 Сварщик', '00.00.00')).toBeNull();
    expect(splitCodeAndName('Сварщик', '00.00.00')).toBeNull();
  });
});

describe('numbers of fixed length', () => {
  it.each<[Input, unknown[]]>([
    ['4345000930', ['4345000930']],
    [4345000930, ['4345000930']],
    [345000930, ['0345000930', 'codeZeros']],
    ['345000930', ['!', 'notDigits']],
    ['4,345E+09', ['!', 'digitsRounded']],
    [' 43 45 000930', ['4345000930', 'digitsCleaned']],
    ['', [null]],
  ])('%j', (input, expected) => {
    expect(brief(normaliseDigits(input, [10, 12]))).toEqual(expected);
  });
});

describe('text', () => {
  it.each<[string, string]>([
    ['тeхник', 'техник'],
    ['ГБПOУ «БРПК»', 'ГБПОУ «БРПК»'],
    ['requiredСertificates', 'requiredCertificates'],
    ['IT-специалист', 'IT-специалист'],
    ['CAD-инженер', 'CAD-инженер'],
    ['ОАO «Завод»', 'ОАО «Завод»'],
    ['Wordом', 'Wordом'],
    ['1С-программист', '1С-программист'],
  ])('%s → %s', (from, to) => {
    expect(fixLookalikes(from)).toBe(to);
  });

  it('never changes a text of one script and is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'абвгдеАВСЕё 1-'), maxLength: 20 }), (text) => {
        expect(fixLookalikes(text)).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'абвсеАВСЕaceBCHdfg 1-'), maxLength: 20 }), (text) => {
        const once = fixLookalikes(text);
        expect(fixLookalikes(once)).toBe(once);
      }),
    );
  });

  it('cleans spaces, joins letters, takes the guard off and names a formula', () => {
    expect(brief(normaliseText('  Кирово-\u00adЧепецк\u00a0 филиал '))).toEqual([
      'Кирово-Чепецк филиал',
      'spaces',
    ]);
    expect(brief(normaliseText('Чайковскии\u0306'))).toEqual(['Чайковский', 'composed']);
    expect(brief(normaliseText("'=1+1"))).toEqual(['=1+1', 'guardTaken', 'formulaAsText']);
    expect(brief(normaliseText('=HYPERLINK("http://x";"y")'))).toEqual([
      '=HYPERLINK("http://x";"y")',
      'formulaAsText',
    ]);
    expect(brief(normaliseText("+2+5|cmd!'A1'"))).toEqual(["+2+5|cmd!'A1'", 'formulaAsText']);
    expect(brief(normaliseText('+7 912 000-00-00'))).toEqual(['+7 912 000-00-00']);
    expect(brief(normaliseText('#ЗНАЧ!'))).toEqual(['!', 'excelError']);
    expect(brief(normaliseText('абв', { maxLength: 2 }))).toEqual(['!', 'tooLong']);
  });
});
