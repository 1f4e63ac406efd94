import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

export interface Candidate {
  studentId: string;
  personId: string;
  name: string;
  birthDate: string | null;
  studying: boolean;
  /** The first day in the group. */
  since: string | null;
  homeId: string | null;
  needsAccess: boolean;
  guardianName: string | null;
  guardianContact: string | null;
  other: { host: string; from: string; to: string } | null;
}

interface Asked {
  groupId: string;
  studentIds: readonly string[] | null;
  from: string;
  to: string;
}

/** Students of a group with all that the rules of placing ask of them; who is placed elsewhere on these days is told so. */
export async function readCandidates(tx: Tx, { groupId, studentIds, from, to }: Asked): Promise<Candidate[]> {
  const chosen = studentIds ? sql`s.id in (${sql.join(studentIds)})` : sql`s.status = 'studying'`;
  const { rows } =
    await sql<Candidate>`select s.id as "studentId", s.person_id as "personId", p.full_name as name,
      p.birth_date as "birthDate", s.status = 'studying' as studying,
      c.since,
      t.home_id as "homeId", coalesce(t.needs_access, false) as "needsAccess",
      t.guardian_name as "guardianName", t.guardian_contact as "guardianContact",
      (select jsonb_build_object('host', o.short_name, 'from', lower(x.period), 'to', upper(x.period) - 1)
        from practice.placement x join registry.organisation_v o on o.id = x.host_id
        where x.person_id = s.person_id and x.state <> 'failed' and x.period && daterange(${from}::date, ${to}::date, '[]')
        order by lower(x.period) limit 1) as other
    from programmes.student_v s join registry.person_v p on p.id = s.person_id
    left join practice.trainee t on t.person_id = s.person_id
    left join (select person_id, min(lower(valid)) as since from registry.cohort_v where id = ${groupId}
      group by person_id) c on c.person_id = s.person_id
    where s.group_id = ${groupId} and ${chosen} order by p.sort_key, s.id`.execute(tx);
  return rows;
}
