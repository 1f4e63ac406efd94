// cyrillic: codes of modules as curricula write them, matched and never shown
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

/** Somebody who is no expert for these codes today and could be: by renewal, or by training. */
export interface Candidate {
  personId: string;
  kind: 'renewal' | 'training';
  organisationId: string | null;
  municipalityId: string | null;
  ofEmployers: boolean;
  codes: string[];
}

/**
 * Who could close a shortage: experts whose right for the code ends or has ended by then, mentors of plants for the
 * specialty, and teachers who teach it. Conflicts are judged afterwards, as for everybody.
 */
export async function readCandidates(
  tx: Tx,
  { codes, regime, on }: { codes: readonly string[]; regime: string; on: string },
): Promise<Candidate[]> {
  const list = sql`(select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb))`;
  const { rows } = await sql<Candidate>`
    with wanted as (select c.code, left(c.code, 2) || '.00.00' as field from ${list} c (code)),
    holding as (select r.person_id, w.code from specialists.expert_right_v r join wanted w on r.code in (w.code, w.field)
      where r.regime = ${regime} and r.valid @> ${on}::date),
    lapsed as (
      select e.person_id, 'renewal' as kind, e.organisation_id, e.municipality_id, e.of_employers, w.code
      from specialists.expert_right_v r join specialists.expert_v e on e.id = r.expert_id
      join wanted w on r.code in (w.code, w.field)
      where (e.left_on is null or e.left_on > ${on}::date) and upper(r.valid) <= ${on}::date
    ), mentors as (
      select m.person_id, 'training' as kind, m.organisation_id, m.municipality_id, true, w.code
      from specialists.mentor_v m join wanted w on w.code = any (m.programmes) where m.valid @> ${on}::date
    ), teachers as (
      select t.person_id, 'training', t.organisation_id, o.municipality_id, false, w.code
      from programmes.teaching_v t join programmes.study_group_v g on g.id = t.group_id
      join wanted w on w.code = g.programme_code join registry.organisation_v o on o.id = t.organisation_id
      where t.ended_on is null and t.module_code ~ '^(ПМ|МДК|УП|ПП)'
    ), everybody as (select * from lapsed union all select * from mentors union all select * from teachers)
    select a.person_id as "personId", min(a.kind) as kind, min(a.organisation_id::text) as "organisationId",
      min(a.municipality_id::text) as "municipalityId", bool_or(a.of_employers) as "ofEmployers",
      to_jsonb(array_agg(distinct a.code order by a.code)) as codes
    from everybody a where not exists (select 1 from holding h where h.person_id = a.person_id and h.code = a.code)
    group by a.person_id order by a.person_id limit 3000`.execute(tx);
  return rows;
}
