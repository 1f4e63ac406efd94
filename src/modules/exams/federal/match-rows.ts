import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { Session } from '../sessions/load-session.ts';
import { type FederalRemark, type FederalRow, nameKey } from './federal-sheets.ts';
import type { Kind } from './kinds.ts';

export interface Matched {
  row: FederalRow;
  /** The student, expert or examinee of the house. */
  id: string;
}
interface Known {
  id: string;
  name: string;
  key: string | null;
}

/** Whom a file may mean: students of the college and specialty, experts of the base, examinees of the session. */
async function known(tx: Tx, kind: Kind, s: Session): Promise<Known[]> {
  if (kind === 'groups')
    return (
      await sql<Known>`select v.id, p.full_name as name, null as key from programmes.student_v v join registry.person_v p on p.id = v.person_id
        join programmes.study_group_v g on g.id = v.group_id where v.organisation_id = ${s.organisationId}
          and g.programme_code = ${s.programmeCode} and v.status = 'studying'`.execute(tx)
    ).rows;
  if (kind === 'experts')
    return (
      await sql<Known>`select person_id as id, full_name as name, null as key from specialists.expert_v`.execute(
        tx,
      )
    ).rows;
  return (
    await sql<Known>`select e.id, p.full_name as name, e.federal_key as key from exams.examinee e join registry.person_v p on p.id = e.person_id
      where e.session_id = ${s.id} and e.present is distinct from false`.execute(tx)
  ).rows;
}

const sumOf = (parts: readonly { points: number }[]) => parts.reduce((sum, { points }) => sum + points, 0);

/** Each row to one person; nobody, or two of one name, is told by row and cell and never guessed. */
export async function matchRows(tx: Tx, kind: Kind, s: Session, rows: readonly FederalRow[], byPart = false) {
  const people = await known(tx, kind, s);
  const matched: Matched[] = [];
  const remarks: FederalRemark[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const fault = (id: string, params: FederalRemark['params'] = {}) =>
      remarks.push({ row: row.row, cell: row.cell, refused: true, id: `exams:federal.${id}`, params });
    const byKey = row.key ? people.filter(({ key }) => key === row.key) : [];
    const found = byKey.length > 0 ? byKey : people.filter(({ name }) => nameKey(name) === nameKey(row.name));
    const [one] = found;
    if (!one) fault('nobody', { name: row.name });
    else if (found.length > 1) fault('several', { name: row.name, count: found.length });
    else if (seen.has(one.id)) fault('twice', { name: row.name });
    else if (kind === 'experts' && !row.seat) fault('role', { name: row.name });
    else if (kind === 'results' && byPart && !row.parts) fault('partEmpty', { name: row.name });
    else if (kind === 'results' && !byPart && row.points === null) fault('noPoints', { name: row.name });
    else if (row.parts && row.points !== null && sumOf(row.parts) !== row.points)
      fault('otherSum', { name: row.name, sum: sumOf(row.parts) / 100, points: row.points / 100 });
    else if (kind === 'results' && (row.points ?? 0) > s.max)
      fault('tooMuch', { name: row.name, max: s.max / 100 });
    else {
      seen.add(one.id);
      matched.push({ row, id: one.id });
    }
  }
  return { matched, remarks };
}
