import i18next, { type FormatterModule, type i18n as I18n } from 'i18next';
import { defaultLocale, type Locale, locales, type MessageKey, resourcesOf } from './catalogue.ts';
import { type DateStyle, date, money, num, percent } from './formats.ts';

export type Params = Record<string, string | number | boolean | null | undefined>;
export type Translate = (key: MessageKey, params?: Params) => string;

type Format = (value: unknown, locale: string) => unknown;

const day =
  (style: DateStyle): Format =>
  (value, locale) =>
    date(locale, String(value), style);

/** What may stand after the comma in `{{value, format}}`. A number without a format is printed by `num`. */
const formats: Record<string, Format> = {
  plain: (value) => String(value),
  decimal: (value, locale) => num(locale, Number(value), { digits: 1 }),
  hundredths: (value, locale) => num(locale, Number(value) / 100, { digits: 2 }),
  signed: (value, locale) => num(locale, Number(value), { sign: true }),
  percent: (value, locale) => percent(locale, Number(value)),
  money: (value, locale) => money(locale, Number(value)),
  compactMoney: (value, locale) => money(locale, Number(value), { compact: true }),
  date: day('short'),
  day: day('day'),
  longDate: day('long'),
  moment: day('moment'),
  time: day('time'),
};

/** Numbers in sentences keep at most two digits after the comma and lose empty ones: `1,5`, `12`, `8 940`. */
function plainNumber(value: number, locale: string): string {
  const rounded = Math.round(value * 100) / 100;
  const digits = Number.isInteger(rounded) ? 0 : Number.isInteger(rounded * 10) ? 1 : 2;
  return num(locale, rounded, { digits });
}

const formatter: FormatterModule = {
  type: 'formatter',
  init() {},
  add() {},
  addCached() {},
  format(value, format, lng) {
    const locale = lng ?? defaultLocale;
    const wanted = format?.trim();
    if (wanted && value !== null && value !== undefined)
      return String((formats[wanted] ?? formats.plain)?.(value, locale));
    return typeof value === 'number' ? plainNumber(value, locale) : value;
  },
};

/** A ready instance; the browser gives React's plug-in, the server needs none. */
export function createTexts(locale: Locale, plugIn?: Parameters<I18n['use']>[0]): I18n {
  const texts = i18next.createInstance();
  texts.use(formatter);
  if (plugIn) texts.use(plugIn);
  const resources = Object.fromEntries(locales.map((one) => [one, resourcesOf(one)]));
  void texts.init({
    lng: locale,
    fallbackLng: defaultLocale,
    ns: Object.keys(resources[defaultLocale] ?? {}),
    defaultNS: 'web',
    resources,
    initAsync: false,
    keySeparator: false,
    interpolation: { escapeValue: false, alwaysFormat: true },
  });
  return texts;
}

let shared: I18n | undefined;

function texts(): I18n {
  if (!shared) shared = createTexts(defaultLocale);
  return shared;
}

function fixed(locale: string): (key: string, params?: Params) => string {
  return texts().getFixedT(locale) as (key: string, params?: Params) => string;
}

/** The sentence of a known key. Numbers are formatted by the language; a missing key comes back as itself. */
export function translate(locale: Locale, key: MessageKey, params?: Params): string {
  return fixed(locale)(key, params);
}

/** The same for ids that arrive as data: an engine's fact, a rule's id, a task's kind. */
export function translateId(locale: Locale, id: string, params?: Params): string {
  return fixed(locale)(id, params);
}

/** Whether a key made of data has a sentence (either plain or by plural forms). */
export function hasMessage(locale: Locale, id: string): boolean {
  const [namespace = '', key = ''] = id.split(/:(.*)/s);
  const messages = texts().getResourceBundle(locale, namespace);
  return Boolean(messages && (key in messages || `${key}_other` in messages));
}
