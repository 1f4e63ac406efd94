import type { Texts } from '../../../web/text.ts';
import { plain, type ValueSchema, valueOfPair } from './setting-schema.ts';

/** `practice.hoursUnder18` → `practice:setting.hoursUnder18`. */
export function settingTitleKey(key: string): string {
  const dot = key.indexOf('.');
  return `${key.slice(0, dot)}:setting.${key.slice(dot + 1)}`;
}

/** What is known of a value: whose setting it is a part of, and its schema. */
export interface About {
  room: string;
  schema: ValueSchema;
}

export const aboutSetting = ({ key, schema }: { key: string; schema: unknown }): About => ({
  room: key.slice(0, key.indexOf('.')),
  schema: (schema ?? {}) as ValueSchema,
});

/** The name of a part of a value: the room's own word, or a common one. */
export const partWords = ({ tId }: Texts, room: string, part: string): string =>
  tId(`${room}:settingPart.${part}`, { defaultValue: tId(`rules:part.${part}`, { defaultValue: part }) });

/** A stored word as people say it; codes and free texts stay as they are. */
export function wordOf({ tId }: Texts, { room, schema }: About, value: string): string {
  // what is no single word would be read as a key of several parts
  if (!/^[\w-]+$/.test(value)) return value;
  return tId(`${schema.words ?? `${room}:settingWord`}.${value}`, { defaultValue: value });
}

const PERIODS = { D: 'rules:period.days', M: 'rules:period.months', Y: 'rules:period.years' } as const;

/** As many decimals as were written, three at most. */
const decimalsOf = (value: number) => Math.min(3, String(value).split('.')[1]?.length ?? 0);

function shownNumber({ t, num, money, percent }: Texts, value: number, unit: ValueSchema['unit']): string {
  if (unit === 'kopecks') return money(value);
  if (unit === 'share') return percent(value, Number.isInteger(value * 100) ? 0 : 1);
  if (unit === 'minutes')
    return t('rules:unit.shownHours', { hours: num(value / 60, { digits: value % 60 ? 1 : 0 }) });
  return num(value, { digits: decimalsOf(value) });
}

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

const NOTHING: About = { room: '', schema: {} };

/** A setting's value in one line: units and periods in words, lists by commas, values by their names, tables by their rows. */
export function shownValue(texts: Texts, value: unknown, { room, schema: given }: About = NOTHING): string {
  const { t } = texts;
  const schema = plain(given);
  if (value === null || value === undefined) return t('rules:settings.none');
  if (typeof value === 'boolean') return t(value ? 'rules:settings.yes' : 'rules:settings.no');
  if (typeof value === 'number') return shownNumber(texts, value, schema.unit);
  if (Array.isArray(value) && value.length === 0) return t('rules:settings.emptyList');
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return value.map((one) => shownValue(texts, one, { room, schema: schema.items ?? {} })).join(', ');
  if (Array.isArray(value)) return shownTable(texts, value);
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([part, one]) => {
        const inner = schema.properties?.[part] ?? valueOfPair(schema);
        return `${partWords(texts, room, part)} ${shownValue(texts, one, { room, schema: inner })}`;
      })
      .join(', ');
  const [, count, unit] = /^P(\d+)([DMY])$/.exec(String(value)) ?? [];
  return count && unit
    ? t(PERIODS[unit as keyof typeof PERIODS], { count: Number(count) })
    : wordOf(texts, { room, schema }, String(value));
}

/** Where a value or a term comes from: the product's own short sources in words, any other text as it is. */
// a key with spaces would be taken for a sentence
export function sourceWords({ t, tId }: Texts, source: string): string {
  const part = /^domain §(.+)$/.exec(source)?.[1];
  if (part) return t('rules:sourceDomain', { part });
  return tId(`rules:sourceOf.${source.replaceAll(/[^\w-]+/g, '-')}`, { defaultValue: source });
}
