import type { CellValue } from '../../../../platform/sheets/index.ts';

export type VacancySource = 'trudvsem-api' | 'trudvsem-dump' | 'trudvsem-csv' | 'hh-api' | 'hh-csv' | 'table';

/** Fields of a card under our names; what a source does not give is absent. */
export type CardField =
  | 'id'
  | 'title'
  | 'position'
  | 'profession'
  | 'occupation'
  | 'employer'
  | 'enterprise'
  | 'inn'
  | 'ogrn'
  | 'created'
  | 'changed'
  | 'places'
  | 'salaryMin'
  | 'salaryMax'
  | 'currency'
  | 'location'
  | 'place'
  | 'region'
  | 'lat'
  | 'lon'
  | 'education'
  | 'status'
  | 'quoted';

/** One record of a file before it is read: values as received and where each stands. */
export interface Card {
  /** Row of the table from 1, or number of the record from 1. */
  row: number;
  source: VacancySource;
  values: Partial<Record<CardField, CellValue>>;
  /** Address of a cell, or path of a JSON field. */
  at: Partial<Record<CardField, string>>;
  /** Set when the record cannot be read at all. */
  broken?: { cell: string | null; id: string; params: Record<string, string | number> };
  /** Named repairs already made while the record was cut out of its file. */
  mended: { cell: string | null; id: string; params: Record<string, string | number> }[];
}

/** Whether a card is still open: `closed` cards are kept as evidence of the past. */
export type CardState = 'open' | 'closed';
