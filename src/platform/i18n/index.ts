export { defaultLocale, type Locale, locales, type MessageKey } from './catalogue.ts';
export {
  type DateStyle,
  date,
  dateRange,
  interval,
  money,
  type NumberOptions,
  num,
  percent,
} from './formats.ts';
export { compareNames, sortKey } from './sort-key.ts';
export { createTexts, hasMessage, type Params, type Translate, translate, translateId } from './texts.ts';
export { typograph } from './typograph.ts';
