import { typograph } from '../../../platform/i18n/index.ts';
import en from './messages.en.ts';
import ru from './messages.ru.ts';

export type Params = Record<string, string | number>;
export type Words = (id: string, params?: Params) => string;

interface Nested {
  [key: string]: string | Nested;
}

/**
 * The sentences of this folder, spoken where no portal runs. A message with plural forms is chosen by `count`;
 * an unknown id comes back as itself, so that a fact is never lost for want of words.
 */
export function words(locale: 'ru' | 'en'): Words {
  const catalogue: Nested = locale === 'en' ? en : ru;
  const plural = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const find = (key: string): string | undefined => {
    let node: string | Nested | undefined = catalogue;
    for (const part of key.split('.')) node = typeof node === 'object' ? node[part] : undefined;
    return typeof node === 'string' ? node : undefined;
  };
  return (id, params = {}) => {
    const form = typeof params.count === 'number' ? plural.select(params.count) : 'other';
    const template = find(`${id}_${form}`) ?? find(`${id}_other`) ?? find(id);
    if (template === undefined) return id;
    return typograph(
      locale,
      template.replace(/\{\{(\w+)(?:, (\w+))?\}\}/g, (whole, name: string, how?: string) => {
        const value = params[name];
        if (value === undefined) return whole;
        if (how === 'plain' || typeof value === 'string') return String(value);
        if (how === 'percent') return `${numbers.format(100 * value)} %`;
        return numbers.format(value);
      }),
    );
  };
}
