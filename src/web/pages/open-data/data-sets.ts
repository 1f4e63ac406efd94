import type { Texts } from '../../text.ts';
import type { CellValue } from '../../widgets/table/index.ts';
import { type PublicNeed, type PublicSeats, tens } from '../home/public-api.ts';

type Row = Record<string, CellValue>;

export interface DataSet {
  id: 'occupations' | 'municipalities' | 'seats';
  title: string;
  /** The moment of what it was made of; null when the source names none. */
  at: string | null;
  hidden: number;
  columns: { id: string; title: string; value: (row: Row) => CellValue }[];
  rows: Row[];
  json: unknown;
}

/** The published tables; one that has nothing to publish yet is not offered. */
export function dataSets(
  need: PublicNeed | null,
  seats: PublicSeats | null,
  { t }: Pick<Texts, 't'>,
): DataSet[] {
  const licence = t('web:openData.licence.name');
  const make = (
    set: Pick<DataSet, 'id' | 'at' | 'hidden' | 'rows'>,
    columns: readonly Parameters<typeof nameOf>[0][],
  ): DataSet => {
    const title = t(`web:openData.${set.id}.title`);
    return {
      ...set,
      title,
      columns: columns.map((id) => ({ id, title: nameOf(id), value: (row) => row[id] ?? null })),
      json: {
        title,
        date: set.at,
        licence,
        suppression: t('web:openData.rule.text'),
        hidden: set.hidden,
        rows: set.rows,
      },
    };
  };
  const nameOf = (
    id:
      | 'code'
      | 'name'
      | 'need'
      | 'low'
      | 'high'
      | 'supply'
      | 'gap'
      | 'college'
      | 'municipality'
      | 'base'
      | 'form'
      | 'months'
      | 'seats',
  ) => t(`web:openData.column.${id}`);
  const sets: DataSet[] = [];
  if (need?.run) {
    sets.push(
      make(
        {
          id: 'occupations',
          at: need.run.createdAt,
          hidden: need.hidden.occupations,
          rows: need.occupations.map((row) => ({
            code: row.code,
            name: row.name,
            need: tens(row.need),
            low: tens(row.low),
            high: tens(row.high),
            supply: tens(row.supply),
            gap: tens(row.gap),
          })),
        },
        ['code', 'name', 'need', 'low', 'high', 'supply', 'gap'],
      ),
      make(
        {
          id: 'municipalities',
          at: need.run.createdAt,
          hidden: need.hidden.municipalities,
          rows: need.municipalities.map((row) => ({
            code: row.code,
            name: row.name,
            need: row.need === null ? null : tens(row.need),
          })),
        },
        ['code', 'name', 'need'],
      ),
    );
  }
  if (seats && seats.rows.length > 0)
    sets.push(
      make(
        {
          id: 'seats',
          at: null,
          hidden: 0,
          rows: seats.rows.map(({ code, name, college, municipality, base, form, months, seats: count }) => ({
            code,
            name,
            college,
            municipality,
            base,
            form,
            months,
            seats: count,
          })),
        },
        ['code', 'name', 'college', 'municipality', 'base', 'form', 'months', 'seats'],
      ),
    );
  return sets;
}
