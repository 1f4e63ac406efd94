import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type DateStyle,
  date,
  dateRange,
  interval,
  money,
  type NumberOptions,
  num,
  percent,
} from '../platform/i18n/formats.ts';
import type { Params, Translate } from '../platform/i18n/texts.ts';

export interface Texts {
  t: Translate;
  /** For ids that arrive as data (a rule, a fact of an engine). */
  tId: (id: string, params?: Params) => string;
  locale: string;
  num: (value: number, options?: NumberOptions) => string;
  money: (kopecks: number, compact?: boolean) => string;
  percent: (share: number, digits?: number) => string;
  interval: (low: number, high: number) => string;
  date: (value: string, style?: DateStyle) => string;
  dateRange: (from: string, to: string) => string;
}

/** Everything a screen says goes through here: sentences by key, numbers and dates by language. */
export function useTexts(): Texts {
  const { i18n } = useTranslation();
  const locale = i18n.language;
  return useMemo(() => {
    const fixed = i18n.getFixedT(locale) as (key: string, params?: Params) => string;
    return {
      t: fixed as Translate,
      tId: fixed,
      locale,
      num: (value, options) => num(locale, value, { space: 'thin', ...options }),
      money: (kopecks, compact = false) => money(locale, kopecks, { compact, space: 'thin' }),
      percent: (share, digits) => percent(locale, share, digits),
      interval: (low, high) => interval(locale, low, high, { space: 'thin' }),
      date: (value, style) => date(locale, value, style),
      dateRange: (from, to) => dateRange(locale, from, to),
    };
  }, [i18n, locale]);
}
