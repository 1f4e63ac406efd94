/** Numbers, money and dates as people read them. Pure: the language comes first, nothing is read from outside. */
import { compactNumber, group, type Space, sentence, signed, toDate } from './format-parts.ts';

export interface NumberOptions {
  /** Exact count of digits after the comma; by default none. */
  digits?: number;
  /** Print «+» before what grew. */
  sign?: boolean;
  /** `thin` (U+2009) on screens, `nbsp` (U+00A0) in plain strings and files. */
  space?: Space;
}

// making a format takes a hundred times as long as using it
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${digits}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(key, made);
  return made;
}

/** `8940 → «8 940»`, `-13 → «−13»`. */
export function num(locale: string, value: number, options: NumberOptions = {}): string {
  const { digits = 0, sign = false, space = 'nbsp' } = options;
  return signed(group(formatOf(locale, digits).format(value), space), value, sign, digits);
}

/** Sums come in kopecks; whole roubles are printed unless there are kopecks to tell. */
export function money(
  locale: string,
  kopecks: number,
  options: { compact?: boolean; space?: Space } = {},
): string {
  const { compact = false, space = 'nbsp' } = options;
  if (compact) return `${compactNumber(locale, kopecks / 100, space)}\u00a0₽`;
  return `${num(locale, kopecks / 100, { digits: kopecks % 100 === 0 ? 0 : 2, space })}\u00a0₽`;
}

/** `0.071 → «7,1 %»`. The share is of one, not of a hundred. */
export function percent(locale: string, share: number, digits = 1): string {
  const text = num(locale, share * 100, { digits });
  return locale === 'ru' ? `${text}\u00a0%` : `${text}%`;
}

/** Two ends by an en dash without spaces: `«8 100–11 300»`; equal ends are one number. */
export function interval(locale: string, low: number, high: number, options: NumberOptions = {}): string {
  const [a, b] = [num(locale, low, options), num(locale, high, options)];
  return a === b ? a : `${a}–${b}`;
}

export type DateStyle = 'day' | 'long' | 'short' | 'weekday' | 'moment' | 'time';

const DATE_STYLES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  moment: { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  time: { hour: '2-digit', minute: '2-digit' },
};

/** A day (`YYYY-MM-DD`) or a moment (ISO). A day has no time zone; moments are shown in `timeZone` or here. */
export function date(locale: string, value: string, style: DateStyle = 'short', timeZone?: string): string {
  const { at, isDay } = toDate(value);
  const zone = isDay ? 'UTC' : timeZone;
  const region = locale === 'en' ? 'en-GB' : locale;
  const text = new Intl.DateTimeFormat(region, { ...DATE_STYLES[style], timeZone: zone }).format(at);
  return sentence(text);
}

/** `«7–20 декабря»` within a month, `«7 декабря – 30 января»` across months. */
export function dateRange(locale: string, from: string, to: string): string {
  if (from === to) return date(locale, from, 'day');
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const end = date(locale, to, sameYear ? 'day' : 'long');
  if (sameMonth) return `${Number(from.slice(8, 10))}–${end}`;
  return `${date(locale, from, sameYear ? 'day' : 'long')}\u00a0– ${end}`;
}
