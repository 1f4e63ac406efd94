import type { Texts } from '../../../web/text.ts';

/** `practice.hoursUnder18` → `practice:setting.hoursUnder18`. */
export function settingTitleKey(key: string): string {
  const dot = key.indexOf('.');
  return `${key.slice(0, dot)}:setting.${key.slice(dot + 1)}`;
}

const UNITS = { D: 'rules:period.days', M: 'rules:period.months', Y: 'rules:period.years' } as const;

/** As many decimals as were written, three at most. */
const decimalsOf = (value: number) => Math.min(3, String(value).split('.')[1]?.length ?? 0);

const titleOf = (one: unknown) =>
  typeof one === 'object' && one !== null && 'title' in one && typeof one.title === 'string'
    ? one.title
    : null;

/** A table in one line: the titles of its rows, or how many there are. */
function shownTable({ t }: Texts, rows: unknown[]): string {
  const titles = rows.map(titleOf);
  return titles.every((title) => title !== null)
    ? titles.join('; ')
    : t('rules:tableOf', { count: rows.length });
}

/** A setting's value in one line: periods in words, lists by commas, values by their names; tables by their rows. */
export function shownValue(texts: Texts, value: unknown): string {
  const { t, num } = texts;
  if (value === null || value === undefined) return t('rules:settings.none');
  if (typeof value === 'boolean') return t(value ? 'rules:settings.yes' : 'rules:settings.no');
  if (typeof value === 'number') return num(value, { digits: decimalsOf(value) });
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return value.map((one) => shownValue(texts, one)).join(', ');
  if (Array.isArray(value)) return shownTable(texts, value);
  if (typeof value === 'object')
    return Object.entries(value)
      .map(
        ([part, one]) =>
          `${texts.tId(`rules:part.${part}`, { defaultValue: part })} ${shownValue(texts, one)}`,
      )
      .join(', ');
  const [, count, unit] = /^P(\d+)([DMY])$/.exec(String(value)) ?? [];
  return count && unit ? t(UNITS[unit as keyof typeof UNITS], { count: Number(count) }) : String(value);
}

/** Where a value or a term comes from: the product's own short sources in words, any other text as it is. */
// a key with spaces would be taken for a sentence
export const sourceWords = ({ tId }: Texts, source: string): string =>
  tId(`rules:sourceOf.${source.replaceAll(/[^\w-]+/g, '-')}`, { defaultValue: source });
