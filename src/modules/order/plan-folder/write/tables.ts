import type { CellValue, ColumnKind, WriteTable } from '../../../../platform/sheets/index.ts';
import type { Words } from '../words.ts';

/** A column of an answer: its title's key, how it is shown, and where its value comes from. */
export interface Out<R> {
  title: string;
  kind?: ColumnKind;
  width?: number;
  of: (row: R) => CellValue;
}

export function tableOf<R>(t: Words, name: string, columns: Out<R>[], rows: readonly R[]): WriteTable {
  return {
    name: t(`table.${name}`),
    columns: columns.map(({ title, kind, width }) => ({
      title: t(`column.${title}`),
      ...(kind ? { kind } : {}),
      ...(width ? { width } : {}),
    })),
    rows: rows.map((row) => columns.map((column) => column.of(row))),
  };
}

/** Two digits after the comma: people on average, shares as percent keep more. */
export const rounded = (value: number, digits = 2): number => {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale + 0;
};
