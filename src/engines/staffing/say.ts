import en from './messages.en.ts';
import ru from './messages.ru.ts';

interface Nested {
  [key: string]: string | Nested;
}

/**
 * Speaks the engine's messages outside the portal (command line): `say('ru')(id, params)`. A message with
 * plural forms (`…_one`, `_few`, `_many`, `_other`) is chosen by the parameter `count`.
 */
export function say(locale: 'ru' | 'en') {
  const catalogue: Nested = locale === 'en' ? en : ru;
  const plural = new Intl.PluralRules(locale);
  const find = (key: string): string | undefined => {
    let node: string | Nested | undefined = catalogue;
    for (const part of key.split('.')) node = typeof node === 'object' ? node[part] : undefined;
    return typeof node === 'string' ? node : undefined;
  };
  return (id: string, params: Record<string, string | number> = {}): string => {
    const form = typeof params.count === 'number' ? plural.select(params.count) : 'other';
    const text = find(`${id}_${form}`) ?? find(`${id}_other`) ?? find(id);
    if (text === undefined) return `${id} ${JSON.stringify(params)}`;
    return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => show(params[name], whole, locale));
  };
}

/** Short numbers with the decimal sign of the language; text as it is. */
function show(v: string | number | undefined, otherwise: string, locale: 'ru' | 'en'): string {
  if (v === undefined) return otherwise;
  if (typeof v === 'string') return locale === 'ru' ? v.replace(/^(-?\d+)\.(\d+)$/, '$1,$2') : v;
  if (Number.isInteger(v) && Math.abs(v) < 10_000) return String(v);
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: 10 }).format(v);
}
