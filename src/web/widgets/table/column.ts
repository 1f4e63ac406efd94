import type { ReactNode } from 'react';

export type CellValue = string | number | null;

export interface Column<Row> {
  id: string;
  title: string;
  /** What the column means by value: it is sorted, filtered, summed and exported. */
  value: (row: Row) => CellValue;
  /** How it looks; by default the value printed. */
  cell?: (row: Row) => ReactNode;
  /** In place of the title in the head, such as the axis of bands; the title is still read aloud. */
  head?: ReactNode;
  /** Columns of bare numbers stand at the end by themselves; states in the middle. */
  align?: 'start' | 'end' | 'center' | 'number';
  width?: number;
  /** The column that names the row. One per table; without it the first is. */
  names?: boolean;
  /** Second-rank text: codes, comparisons. */
  quiet?: boolean;
  digits?: number;
  sort?: false;
  filter?: 'text' | 'choice' | 'number';
  total?: 'sum' | ((rows: Row[]) => ReactNode);
  /** Not shown until chosen in the list of columns. */
  optional?: boolean;
  /** Buttons and the like: seen on the screen, left out of exports and of paper. */
  screenOnly?: true;
  /** Where it stands on a phone's card: by default a small number; `wide` takes the whole width. */
  card?: 'number' | 'wide' | 'none';
}

export interface Group {
  id: string;
  title: string;
  code?: string;
  /** A shape before the title. */
  mark?: ReactNode;
  /** Smaller stands higher; equal keep the order of the rows. */
  order?: number;
}

export interface Exported<Row> {
  format: 'xlsx' | 'csv';
  /** The columns as they stand on the screen. */
  columns: { id: string; title: string; value: (row: Row) => CellValue }[];
  /** The rows as they stand on the screen, in the same order. */
  rows: Row[];
}
