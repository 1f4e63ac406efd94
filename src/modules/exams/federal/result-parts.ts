// cyrillic: titles by which columns of the federal platform's files are recognised; never shown
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { TableField } from '../../../platform/sheets/index.ts';
import type { CriterionPoints } from '../results/put-result.ts';

/** A part of a kit that a file may give points for: every criterion, or every module. Maxima in hundredths. */
export interface ResultPart {
  /** The field of a column: `criterion:А`, `module:1`. */
  id: string;
  kind: 'criterion' | 'module';
  code: string;
  title: string;
  max: number;
}

/** Criteria of the kit in its order, then its modules. */
export async function partsOfKit(tx: Tx, kitId: string): Promise<ResultPart[]> {
  const { rows } = await sql<Omit<ResultPart, 'id'>>`
    select 'criterion' as kind, c.code, c.title, c.max, 0 as turn, row_number() over (order by m.position, c.position) as at
      from exams.kit_criterion c join exams.kit_module m on m.id = c.module_id where c.kit_id = ${kitId}
    union all
    select 'module', m.code, m.title, m.max, 1, m.position from exams.kit_module m where m.kit_id = ${kitId}
    order by turn, at`.execute(tx);
  return rows.map(({ kind, code, title, max }) => ({ id: `${kind}:${code}`, kind, code, title, max }));
}

const WORD = { criterion: 'Критерий', module: 'Модуль' } as const;

/** A column for each part, as files name them: by its code, by both, or by its title. */
export const fieldsOfParts = (parts: readonly ResultPart[]): TableField[] =>
  parts.map(({ id, kind, code, title, max }) => ({
    id,
    titles: [
      `${WORD[kind]} ${code}`,
      `${WORD[kind]} ${code}. ${title}`,
      `${code}. ${title}`,
      ...(kind === 'criterion' ? [code] : []),
      title,
    ],
    type: { kind: 'decimal', min: 0, max: max / 100 },
  }));

/** The parts a file gives points for: criteria before modules, none when it has totals alone. */
export function partsGiven(parts: readonly ResultPart[], mapped: ReadonlySet<string | null>): ResultPart[] {
  for (const kind of ['criterion', 'module'] as const) {
    const own = parts.filter((part) => part.kind === kind);
    if (own.some(({ id }) => mapped.has(id))) return own;
  }
  return [];
}

/** Points of one row by part; null when a cell is empty. */
export function pointsByPart(
  parts: readonly ResultPart[],
  values: Readonly<Record<string, unknown>>,
): CriterionPoints[] | null {
  const points = parts.map(({ id, code, title, max }) => {
    const value = values[id];
    return value === null || value === undefined
      ? null
      : { code, title, points: Math.round(Number(value) * 100), max };
  });
  return points.some((one) => one === null) ? null : points.filter((one) => one !== null);
}
