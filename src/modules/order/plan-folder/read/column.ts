import type { FieldType } from '../../../../platform/sheets/index.ts';

/** A column of a table of the folder. `V` is the type of its value in an accepted row. */
export interface Column<V> {
  type: FieldType;
  /** Part of what makes a row unique. */
  key: boolean;
  /** An empty cell refuses the row. */
  must: boolean;
  /** Table whose single key the value has to be. */
  link: string | null;
  /** Never set: carries the type. */
  readonly value?: V;
}

const optional = <V>(type: FieldType): Column<V | null> => ({ type, key: false, must: false, link: null });

export const text = optional<string>({ kind: 'text' });
export const code = optional<string>({ kind: 'code' });
export const spoCode = optional<string>({ kind: 'code', shapes: ['00.00.00'] });
export const whole = optional<number>({ kind: 'integer', min: 0, max: 10_000_000, sums: false });
export const positive = optional<number>({ kind: 'integer', min: 1, max: 10_000_000, sums: false });
export const year = optional<number>({ kind: 'integer', min: 1990, max: 2100, sums: false });
export const share = optional<number>({ kind: 'decimal', min: 0, max: 1 });
export const money = optional<number>({ kind: 'decimal', min: 0, max: 1e13 });
export const day = optional<string>({ kind: 'date' });
export const flag = optional<boolean>({ kind: 'boolean' });
export const decimal = (min: number, max: number) => optional<number>({ kind: 'decimal', min, max });
export const between = (min: number, max: number) => optional<number>({ kind: 'integer', min, max });
export const choice = <C extends string>(...listed: C[]) => optional<C>({ kind: 'text', listed });

/** The row is refused without it. */
export const must = <V>({ type, key, link }: Column<V>): Column<NonNullable<V>> => ({
  type,
  key,
  link,
  must: true,
});
/** Part of the key, so never empty. */
export const key = <V>({ type, link }: Column<V>): Column<NonNullable<V>> => ({
  type,
  link,
  must: true,
  key: true,
});
/** The value stands in that table. */
export const of = <V>(link: string, column: Column<V>): Column<V> => ({ ...column, link });
