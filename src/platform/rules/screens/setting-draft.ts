import {
  isChoiceOfMany,
  isLine,
  isNumber,
  isPairs,
  mayBeEmpty,
  plain,
  UNITS,
  type ValueSchema,
  valueOfPair,
} from './setting-schema.ts';

/** What stands in the fields while a value is being typed: texts, in the shape of the value. */
export type Draft = string | Draft[] | { parts: Record<string, Draft> } | { pairs: [string, Draft][] };

export const listOf = (draft: Draft | undefined): Draft[] => (Array.isArray(draft) ? draft : []);
export const partsOf = (draft: Draft | undefined): Record<string, Draft> =>
  typeof draft === 'object' && 'parts' in draft ? draft.parts : {};
export const pairsOf = (draft: Draft | undefined): [string, Draft][] =>
  typeof draft === 'object' && 'pairs' in draft ? draft.pairs : [];

/** 0.15 × 100 is 15, not 15.000000000000002. */
const tidy = (number: number) => Number(number.toPrecision(12));

const lineOf = (schema: ValueSchema, value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'number' || !isNumber(schema)) return String(value);
  return String(schema.unit ? tidy(value * UNITS[schema.unit]) : value).replace('.', ',');
};

/** The fields' texts for a stored value. */
export function draftOf(given: ValueSchema, value: unknown): Draft {
  const schema = plain(given);
  if (isLine(schema)) return lineOf(schema, value);
  if (schema.type === 'array') {
    const items = Array.isArray(value) ? value : [];
    return items.map((one) => draftOf(schema.items ?? {}, one));
  }
  const held = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  if (isPairs(schema))
    return { pairs: Object.entries(held).map(([key, one]) => [key, draftOf(valueOfPair(schema), one)]) };
  const parts = Object.entries(schema.properties ?? {});
  return { parts: Object.fromEntries(parts.map(([name, part]) => [name, draftOf(part, held[name])])) };
}

function lineValue(schema: ValueSchema, text: string): unknown {
  const bare = text.trim();
  if (schema.type === 'boolean') return bare === 'true';
  if (!isNumber(schema)) return bare;
  const number = Number(bare.replace(/[\s\u00a0]/g, '').replace(',', '.'));
  // a text that is no number goes to the server as it is: its words name the fault
  if (bare === '' || Number.isNaN(number)) return bare;
  if (!schema.unit) return number;
  const stored = tidy(number / UNITS[schema.unit]);
  return schema.type === 'integer' ? Math.round(stored) : stored;
}

/** The value that the fields' texts stand for; whether it may be stored is said by the server. */
export function valueFrom(given: ValueSchema, draft: Draft): unknown {
  const schema = plain(given);
  if (isLine(schema)) {
    const text = typeof draft === 'string' ? draft : '';
    return text.trim() === '' && mayBeEmpty(given) ? null : lineValue(schema, text);
  }
  if (schema.type === 'array') {
    const values = listOf(draft).map((one) => valueFrom(schema.items ?? {}, one));
    // an empty row is no value; ticks hold none
    return isLine(schema.items ?? {}) && !isChoiceOfMany(schema)
      ? values.filter((one) => one !== '')
      : values;
  }
  if (isPairs(schema))
    return Object.fromEntries(
      pairsOf(draft)
        .filter(([key]) => key.trim() !== '')
        .map(([key, one]) => [key.trim(), valueFrom(valueOfPair(schema), one)]),
    );
  const held = partsOf(draft);
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, part]) => [name, valueFrom(part, held[name] ?? '')]),
  );
}

/** A new row: empty texts, the first of a fixed list. */
export function emptyDraft(given: ValueSchema): Draft {
  const schema = plain(given);
  if (schema.enum) return String(schema.enum[0] ?? '');
  if (schema.type === 'boolean') return 'false';
  return draftOf(schema, null);
}
