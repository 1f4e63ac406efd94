const MONTHS = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
];
const ORDINAL = [
  '',
  'первое',
  'второе',
  'третье',
  'четвёртое',
  'пятое',
  'шестое',
  'седьмое',
  'восьмое',
  'девятое',
  'десятое',
  'одиннадцатое',
  'двенадцатое',
  'тринадцатое',
  'четырнадцатое',
  'пятнадцатое',
  'шестнадцатое',
  'семнадцатое',
  'восемнадцатое',
  'девятнадцатое',
  'двадцатое',
];
const TENS = [
  '',
  '',
  'двадцать',
  'тридцать',
  'сорок',
  'пятьдесят',
  'шестьдесят',
  'семьдесят',
  'восемьдесят',
  'девяносто',
];
const ORDINAL_TENS = [
  '',
  '',
  'двадцатое',
  'тридцатое',
  'сороковое',
  'пятидесятое',
  'шестидесятое',
  'семидесятое',
  'восьмидесятое',
  'девяностое',
];

function split(date: string): { year: number; month: number; day: number } {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  if (!found) throw new RangeError(`Not a day: ${date}`);
  return { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
}

/** `2026-11-23` → «23 ноября 2026 г.», with no-break spaces. */
export function longDate(date: string): string {
  const { year, month, day } = split(date);
  return `${day}\u00a0${MONTHS[month - 1]} ${year}\u00a0г.`;
}

/** `2026-11-23` → «23.11.2026». */
export function shortDate(date: string): string {
  const { year, month, day } = split(date);
  return `${String(day).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`;
}

/** Ordinal below a hundred, neuter nominative. */
function ordinal(n: number): string {
  if (n <= 20) return ORDINAL[n] ?? '';
  const ones = n % 10;
  return ones === 0 ? (ORDINAL_TENS[n / 10] ?? '') : `${TENS[Math.floor(n / 10)]} ${ORDINAL[ones]}`;
}

function genitive(neuter: string): string {
  return neuter.replace(/третье$/, 'третьего').replace(/ое$/, 'ого');
}

/** `2026-11-23` → «двадцать третье ноября две тысячи двадцать шестого года» (`genitive`: «двадцать третьего …»). Years 1900…2099. */
export function dateInWords(date: string, form: 'nominative' | 'genitive' = 'nominative'): string {
  const { year, month, day } = split(date);
  const shownDay = form === 'genitive' ? genitive(ordinal(day)) : ordinal(day);
  return `${shownDay} ${MONTHS[month - 1]} ${yearInWords(year)} года`;
}

function yearInWords(year: number): string {
  const rest = year % 100;
  if (year >= 2000 && year < 2100)
    return rest === 0 ? 'двухтысячного' : `две тысячи ${genitive(ordinal(rest))}`;
  if (year >= 1900 && year < 2000) {
    return rest === 0 ? 'тысяча девятисотого' : `тысяча девятьсот ${genitive(ordinal(rest))}`;
  }
  throw new RangeError(`Year out of 1900…2099: ${year}`);
}
