import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

export interface Span {
  from: string | null;
  to: string | null;
}
export interface StoredTie extends Span {
  id: string;
  kind: string;
  personId: string | null;
  organisationId: string | null;
  toPersonId: string | null;
  toOrganisationId: string | null;
  toCohortId: string | null;
  sourceKind: string;
  sourceId: string;
}
export interface Membership extends Span {
  personId: string;
  organisationId: string | null;
  /** null: belongs to the organisation without a group. */
  cohortId: string | null;
}

const listed = (ids: Iterable<string>): RawBuilder<unknown> =>
  sql`array(select value::uuid from jsonb_array_elements_text(${JSON.stringify([...ids])}::jsonb))`;
const span = (column: string) =>
  sql`lower(${sql.ref(column)}) as "from", upper(${sql.ref(column)}) - 1 as "to"`;
const tieColumns = sql`t.id, t.kind, t.person_id as "personId", t.organisation_id as "organisationId",
  t.to_person_id as "toPersonId", t.to_organisation_id as "toOrganisationId", t.to_cohort_id as "toCohortId",
  t.source_kind as "sourceKind", t.source_id as "sourceId", ${span('t.valid')}`;

/** All that ties these experts to these people, read once for as many judgements as are to be made of them. */
export type TieFacts = Awaited<ReturnType<typeof readTieFacts>>;

/** Each list is asked by an index and joined in memory: a planner that guesses rows of JSON joins them for minutes. */
export async function readTieFacts(tx: Tx, experts: readonly string[], people: Iterable<string>) {
  const students = [...people];
  const memberships = await sql<Membership>`
    select s.person_id as "personId", s.organisation_id as "organisationId", null::uuid as "cohortId", null::date as "from", null::date as "to"
    from programmes.student_v s where s.person_id = any (${listed(students)}) and s.status not in ('expelled', 'transferred')
    union all select a.person_id, a.organisation_id, null::uuid, ${sql`lower(a.valid), upper(a.valid) - 1`}
    from registry.assignment_v a where a.role = 'student' and a.person_id = any (${listed(students)})
    union all select c.person_id, case when c.kind = 'study_group' then c.organisation_id end, c.id,
      ${sql`lower(c.valid), upper(c.valid) - 1`}
    from registry.cohort_v c where c.person_id = any (${listed(students)})`.execute(tx);
  const ofExperts = await sql<StoredTie>`select ${tieColumns} from registry.tie_v t
    where t.person_id = any (${listed(experts)}) and not isempty(t.valid)`.execute(tx);
  const toExperts = await sql<StoredTie>`select ${tieColumns} from registry.tie_v t
    where t.kind = 'kin' and t.to_person_id = any (${listed(experts)}) and not isempty(t.valid)`.execute(tx);
  const cohorts = new Set(memberships.rows.flatMap(({ cohortId }) => cohortId ?? []));
  const offers =
    await sql<StoredTie>`select ${tieColumns} from registry.tie_v t where t.kind in ('sponsors', 'offered')
    and not isempty(t.valid) and (t.to_person_id = any (${listed(students)}) or t.to_cohort_id = any (${listed(cohorts)}))`.execute(
      tx,
    );
  const taught = new Set(
    ofExperts.rows.flatMap(({ kind, toOrganisationId, toCohortId }) =>
      kind === 'teaches' && !toOrganisationId && toCohortId ? [toCohortId] : [],
    ),
  );
  // one look a cohort: its row stands in the view once for every member
  const houses = await sql<{
    id: string;
    organisationId: string | null;
  }>`select i.id, (select c.organisation_id from registry.cohort_v c where c.id = i.id limit 1) as "organisationId"
    from (select value::uuid as id from jsonb_array_elements_text(${JSON.stringify([...taught])}::jsonb)) i`.execute(
    tx,
  );
  const appeals = await sql<
    { personId: string; organisationId: string } & Span
  >`select person_id as "personId",
      organisation_id as "organisationId", ${span('valid')}
    from registry.assignment_v where role = 'appeal_member' and person_id = any (${listed(experts)})`.execute(
    tx,
  );
  const declared = await sql<{
    personId: string;
    key: string;
  }>`select person_id as "personId", source_id::text as key
    from specialists.expert_declaration_v where kind = 'employer' and person_id = any (${listed(experts)})`.execute(
    tx,
  );
  return {
    memberships: memberships.rows,
    ofExperts: ofExperts.rows,
    toExperts: toExperts.rows,
    offers: offers.rows,
    cohortHouse: new Map(houses.rows.map(({ id, organisationId }) => [id, organisationId])),
    appeals: appeals.rows,
    declared: new Set(declared.rows.map(({ personId, key }) => `${personId} ${key}`)),
  };
}
