import { describe, expect, it } from 'vitest';
import {
  CASES,
  type Case,
  countInWords,
  dateInWords,
  declineName,
  declineOrganisation,
  declinePost,
  initialsFirst,
  initialsLast,
  longDate,
  moneyInWords,
  pluralOf,
  shortDate,
} from './index.ts';

const five = CASES.slice(1);

describe('names', () => {
  it.each([
    [
      { last: 'Иванов', first: 'Пётр', middle: 'Ильич' },
      [
        'Иванова Петра Ильича',
        'Иванову Петру Ильичу',
        'Иванова Петра Ильича',
        'Ивановым Петром Ильичом',
        'Иванове Петре Ильиче',
      ],
    ],
    [
      { last: 'Чистых', first: 'Мария', middle: 'Петровна' },
      [
        'Чистых Марии Петровны',
        'Чистых Марии Петровне',
        'Чистых Марию Петровну',
        'Чистых Марией Петровной',
        'Чистых Марии Петровне',
      ],
    ],
  ])('%j', (name, expected) => {
    expect(five.map((it) => declineName(name, it).text)).toEqual(expected);
    expect(declineName(name, 'dative').certain).toBe(true);
  });

  it('says when the gender is not known, and takes a stored correction', () => {
    const name = { last: 'Ким', first: 'Саша' };
    expect(declineName(name, 'dative').certain).toBe(false);
    const corrections = [{ text: 'Ким Саша', case: 'dative' as Case, corrected: 'Ким Саше' }];
    expect(declineName(name, 'dative', corrections)).toEqual({ text: 'Ким Саше', certain: true });
  });

  it('gives initials', () => {
    expect(initialsFirst({ last: 'Иванов', first: 'Пётр', middle: 'Ильич' })).toBe('П.\u00a0И.\u00a0Иванов');
    expect(initialsLast({ last: 'Ли', first: 'анна' })).toBe('Ли\u00a0А.');
  });
});

describe('posts', () => {
  it.each<[string, Case, string]>([
    ['директор', 'dative', 'директору'],
    ['министр образования Кировской области', 'genitive', 'министра образования Кировской области'],
    [
      'заместитель директора по учебно-производственной работе',
      'instrumental',
      'заместителем директора по учебно-производственной работе',
    ],
    ['главный специалист отдела', 'dative', 'главному специалисту отдела'],
    ['исполняющий обязанности директора', 'genitive', 'исполняющего обязанности директора'],
    ['заведующая отделением', 'dative', 'заведующей отделением'],
    ['мастер производственного обучения', 'accusative', 'мастера производственного обучения'],
    ['глава администрации', 'dative', 'главе администрации'],
    ['учитель-логопед', 'genitive', 'учителя-логопеда'],
    ['заместитель министра, начальник отдела', 'dative', 'заместителю министра, начальнику отдела'],
    ['старшая медицинская сестра', 'instrumental', 'старшей медицинской сестрой'],
    ['секретарь', 'instrumental', 'секретарем'],
    ['продавец', 'dative', 'продавцу'],
  ])('%s, %s', (post, wanted, expected) => {
    expect(declinePost(post, wanted)).toEqual({ text: expected, certain: true });
  });
});

describe('organisations', () => {
  it.each<[string, Case, string]>([
    ['Министерство образования Кировской области', 'dative', 'Министерству образования Кировской области'],
    [
      'Кировское областное государственное профессиональное образовательное бюджетное учреждение «Кировский техникум»',
      'instrumental',
      'Кировским областным государственным профессиональным образовательным бюджетным учреждением «Кировский техникум»',
    ],
    [
      'общество с ограниченной ответственностью «Вятка»',
      'genitive',
      'общества с ограниченной ответственностью «Вятка»',
    ],
    ['акционерное общество «ВМП «АВИТЕК»', 'prepositional', 'акционерном обществе «ВМП «АВИТЕК»'],
    ['КОГПОБУ «Слободской колледж»', 'dative', 'КОГПОБУ «Слободской колледж»'],
    ['Областной кадровый центр', 'accusative', 'Областной кадровый центр'],
    ['Вятская торгово-промышленная палата', 'accusative', 'Вятскую торгово-промышленную палату'],
    ['администрация города Кирова', 'dative', 'администрации города Кирова'],
    ['училище олимпийского резерва', 'genitive', 'училища олимпийского резерва'],
    ['лицей', 'instrumental', 'лицеем'],
  ])('%s, %s', (name, wanted, expected) => {
    expect(declineOrganisation(name, wanted)).toEqual({ text: expected, certain: true });
  });

  it('takes a stored correction and owns up to doubt', () => {
    const corrections = [{ text: 'Гостелерадио', case: 'genitive' as Case, corrected: 'Гостелерадио' }];
    expect(declineOrganisation('Гостелерадио', 'genitive', corrections).text).toBe('Гостелерадио');
    expect(declineOrganisation('Уголок', 'genitive').certain).toBe(false);
  });
});

describe('dates and sums', () => {
  it('writes days', () => {
    expect(longDate('2026-11-03')).toBe('3\u00a0ноября 2026\u00a0г.');
    expect(shortDate('2026-11-03')).toBe('03.11.2026');
    expect(dateInWords('2026-11-23')).toBe('двадцать третье ноября две тысячи двадцать шестого года');
    expect(dateInWords('2000-05-30', 'genitive')).toBe('тридцатого мая двухтысячного года');
    expect(dateInWords('2033-01-03', 'genitive')).toBe('третьего января две тысячи тридцать третьего года');
    expect(dateInWords('1990-06-20')).toBe('двадцатое июня тысяча девятьсот девяностого года');
  });

  it('writes sums and counts', () => {
    expect(moneyInWords(123456705)).toBe(
      'один миллион двести тридцать четыре тысячи пятьсот шестьдесят семь рублей 05 копеек',
    );
    expect(moneyInWords(29)).toBe('ноль рублей 29 копеек');
    expect(moneyInWords(100_00, 'genitive')).toMatch(/^ста рублей/);
    expect(countInWords(21, ['место', 'места', 'мест'], 'n')).toBe('двадцать одно место');
    expect(countInWords(1002, ['группа', 'группы', 'групп'], 'f')).toBe('одна тысяча две группы');
    expect([1, 3, 5, 11, 21, 112].map((n) => pluralOf(n, ['место', 'места', 'мест']))).toEqual([
      'место',
      'места',
      'мест',
      'мест',
      'место',
      'мест',
    ]);
  });
});
