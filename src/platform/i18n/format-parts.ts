export type Space = 'thin' | 'nbsp';

const SPACES: Record<Space, string> = { thin: '\u2009', nbsp: '\u00a0' };

/** One kind of space between thousands and the true minus sign, whatever the ICU data has. */
export function group(text: string, space: Space): string {
  return text.replace(/[\u00a0\u202f]/gu, SPACES[space]).replace('-', '\u2212');
}

export function signed(text: string, value: number, sign: boolean, digits: number): string {
  const isZero = Math.round(Math.abs(value) * 10 ** digits) === 0;
  if (isZero) return text.replace('\u2212', '');
  return sign && value > 0 ? `+${text}` : text;
}

/** Three significant digits and the word of the thousand: `1,82 млрд`. */
export function compactNumber(locale: string, value: number, space: Space): string {
  const format = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 });
  return group(format.format(value), space);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function toDate(value: string): { at: Date; isDay: boolean } {
  const isDay = DAY.test(value);
  const at = new Date(isDay ? `${value}T00:00:00Z` : value);
  if (Number.isNaN(at.getTime())) throw new RangeError(`Not a date: ${value}`);
  return { at, isDay };
}

/** ICU appends the short word for «year» after a long Russian date; on a screen it only takes room. */
export function sentence(text: string): string {
  return text.replace(/[\s\u00a0\u202f]\u0433\.$/u, '').replace(/(\d)[\s\u202f](?=\p{L})/gu, '$1\u00a0');
}
