/** The words of JSON Schema by which a setting's field is chosen, and two of ours: `unit` and `words`. */
export interface ValueSchema {
  type?: string;
  minimum?: number;
  maximum?: number;
  enum?: unknown[];
  pattern?: string;
  anyOf?: ValueSchema[];
  items?: ValueSchema;
  minItems?: number;
  properties?: Record<string, ValueSchema>;
  additionalProperties?: ValueSchema | boolean;
  /** What is stored: people read and type it as `UNITS` says. */
  unit?: Unit;
  /** Catalogue keys `<words>.<value>` name the values. */
  words?: string;
}

type Unit = 'share' | 'kopecks' | 'minutes';
/** What a person types is the stored number times this: per cent, roubles, hours. */
export const UNITS: Record<Unit, number> = { share: 100, kopecks: 0.01, minutes: 1 / 60 };

export const PERIOD = '^P\\d+[DMY]$';

/** A value that may be null has two forms; the other one says what is typed. */
export const plain = (schema: ValueSchema): ValueSchema => {
  const other = schema.anyOf?.find((one) => one.type !== 'null');
  return other ? { ...other, ...(schema.unit && { unit: schema.unit }) } : schema;
};
export const mayBeEmpty = (schema: ValueSchema): boolean =>
  schema.anyOf?.some((one) => one.type === 'null') ?? false;

export const isNumber = ({ type }: ValueSchema): boolean => type === 'number' || type === 'integer';
/** One value in one field. */
export const isLine = (schema: ValueSchema): boolean =>
  isNumber(plain(schema)) || ['string', 'boolean'].includes(plain(schema).type ?? '') || !!plain(schema).enum;
/** Several of a fixed list: ticks, not rows. */
export const isChoiceOfMany = (schema: ValueSchema): boolean =>
  schema.type === 'array' && schema.items?.enum !== undefined;
/** Keys that people choose themselves, each with one value. */
export const isPairs = (schema: ValueSchema): boolean =>
  schema.type === 'object' && !schema.properties && typeof schema.additionalProperties === 'object';
export const valueOfPair = (schema: ValueSchema): ValueSchema =>
  typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
/** Rows of one value per column: a table on the screen, not a list of cards. */
export const isFlat = (schema: ValueSchema): boolean =>
  Object.values(schema.properties ?? {}).every((one) => isLine(one));
