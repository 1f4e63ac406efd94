import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { FileRemark, FileRow } from './read-outcome-file.ts';

interface Question {
  id: string;
  nameKey: string;
  code: string;
  months: number;
  what: string | null;
  inField: boolean | null;
  employer: string | null;
}

export interface Matched {
  id: string;
  row: FileRow;
  same: boolean;
}

/** Finds the question each row answers: by name, speciality where told, and the latest due month otherwise. */
export async function matchOutcomeRows(
  tx: Tx,
  { organisationId, year, rows }: { organisationId: string; year: number; rows: readonly FileRow[] },
): Promise<{ matched: Matched[]; remarks: FileRemark[] }> {
  const { rows: questions } =
    await sql<Question>`select x.id, p.sort_key as "nameKey", x.programme_code as code, x.months, x.what,
      x.in_field as "inField", x.employer
    from hiring.outcome x join registry.person_v p on p.id = x.person_id
    where x.organisation_id = ${organisationId} and x.graduation_year = ${year} order by x.months desc, x.id`.execute(
      tx,
    );
  const remarks: FileRemark[] = [];
  const taken = new Set<string>();
  const matched = rows.flatMap((row): Matched[] => {
    const refuse = (id: string, params: FileRemark['params'] = {}) => {
      remarks.push({ row: row.row, field: 'name', id: `hiring:file.${id}`, params });
      return [];
    };
    const fit = questions.filter(
      (it) =>
        it.nameKey === row.nameKey &&
        (!row.code || it.code === row.code) &&
        (row.months === null || it.months === row.months),
    );
    const [first] = fit;
    if (!first) return refuse('nobody', { year });
    if (fit.some((it) => it.months === first.months && it !== first)) return refuse('namesakes');
    if (taken.has(first.id)) return refuse('repeated');
    taken.add(first.id);
    const same = first.what === row.what && first.inField === row.inField && first.employer === row.employer;
    return [{ id: first.id, row, same }];
  });
  return { matched, remarks };
}
