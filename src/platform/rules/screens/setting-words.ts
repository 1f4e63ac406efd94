import type { Texts } from '../../../web/text.ts';

/** `practice.hoursUnder18` → `practice:setting.hoursUnder18`. */
export function settingTitleKey(key: string): string {
  const dot = key.indexOf('.');
  return `${key.slice(0, dot)}:setting.${key.slice(dot + 1)}`;
}

const UNITS = { D: 'rules:period.days', M: 'rules:period.months', Y: 'rules:period.years' } as const;

/** A setting's value in one line: periods in words, lists by commas, what is a table as JSON. */
export function shownValue(texts: Texts, value: unknown): string {
  const { t, num } = texts;
  if (value === null || value === undefined) return t('rules:settings.none');
  if (typeof value === 'boolean') return t(value ? 'rules:settings.yes' : 'rules:settings.no');
  if (typeof value === 'number') return num(value, { digits: Number.isInteger(value) ? 0 : 3 });
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return value.map((one) => shownValue(texts, one)).join(', ');
  if (typeof value === 'object') return JSON.stringify(value);
  const [, count, unit] = /^P(\d+)([DMY])$/.exec(String(value)) ?? [];
  return count && unit ? t(UNITS[unit as keyof typeof UNITS], { count: Number(count) }) : String(value);
}

/** Where a value or a term comes from: the product's own short sources in words, any other text as it is. */
export const sourceWords = ({ tId }: Texts, source: string): string =>
  tId(`rules:sourceOf.${source}`, { defaultValue: source });
