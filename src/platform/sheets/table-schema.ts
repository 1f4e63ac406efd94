import {
  type CodeOptions,
  type DateOptions,
  type Input,
  type Normalised,
  type NumberOptions,
  normaliseBoolean,
  normaliseCode,
  normaliseDate,
  normaliseDecimal,
  normaliseDigits,
  normaliseInteger,
  normaliseText,
  type TextOptions,
} from './normalise/index.ts';
import type { MappedField } from './propose-mapping.ts';
import { titleKey } from './similarity.ts';
import type { ColumnKind } from './write-types.ts';

export type FieldType =
  | ({ kind: 'text' } & TextOptions & { listed?: string[] })
  | ({ kind: 'integer' } & NumberOptions)
  | ({ kind: 'decimal' } & NumberOptions)
  | ({ kind: 'date' } & DateOptions)
  | { kind: 'boolean' }
  | ({ kind: 'code' } & CodeOptions)
  | { kind: 'digits'; lengths: number[] };

export interface TableField extends MappedField {
  type: FieldType;
  /** No two rows may hold the same value. */
  unique?: boolean;
}

export interface TableSchema {
  fields: TableField[];
}

export type FieldValue = string | number | boolean | null;

function listed(result: Normalised<string>, values: string[]): Normalised<string> {
  if (!result.ok || result.value === null || values.includes(result.value)) return result;
  const key = titleKey(result.value);
  const found = values.find((it) => titleKey(it) === key);
  if (!found) {
    const shown = values.slice(0, 8).join(', ') + (values.length > 8 ? '…' : '');
    return {
      ok: false,
      error: { id: 'sheets:error.notListed', params: { value: result.value, listed: shown } },
    };
  }
  const repair = { id: 'sheets:repair.toListed', params: { from: result.value, to: found } };
  return { ok: true, value: found, repairs: [...result.repairs, repair] };
}

/** The normaliser that the type of a field stands for. */
export function normaliseField(input: Input, type: FieldType): Normalised<FieldValue> {
  switch (type.kind) {
    case 'text': {
      const result = normaliseText(input, type);
      return type.listed ? listed(result, type.listed) : result;
    }
    case 'integer':
      return normaliseInteger(input, type);
    case 'decimal':
      return normaliseDecimal(input, type);
    case 'date':
      return normaliseDate(input, type);
    case 'boolean':
      return normaliseBoolean(input);
    case 'code':
      return normaliseCode(input, type);
    case 'digits':
      return normaliseDigits(input, type.lengths);
  }
}

const COLUMN_KINDS: Record<FieldType['kind'], ColumnKind> = {
  text: 'text',
  integer: 'integer',
  decimal: 'decimal',
  date: 'date',
  boolean: 'boolean',
  code: 'text',
  digits: 'text',
};

/** How a field's column is written back. */
export function columnKindOf(type: FieldType): ColumnKind {
  return COLUMN_KINDS[type.kind];
}
