import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

interface NewCohort {
  id: string;
  kind: string;
  name: string;
  organisationId: string | null;
}

/** A dated set of persons, such as a study group; ties point at it as a whole. */
export async function saveCohort(tx: Tx, { id, kind, name, organisationId }: NewCohort): Promise<void> {
  await sql`insert into registry.cohort (id, kind, name, organisation_id) values (${id}, ${kind}, ${name}, ${organisationId})
    on conflict (id) do update set name = excluded.name`.execute(tx);
}

/** A person belongs to the cohort from `since` on. */
export async function joinCohort(tx: Tx, cohortId: string, personId: string, since: string): Promise<void> {
  await sql`insert into registry.cohort_member (cohort_id, person_id, valid)
    select ${cohortId}, ${personId}, daterange(${since}::date, null)
    where not exists (select 1 from registry.cohort_member where cohort_id = ${cohortId} and person_id = ${personId}
      and valid && daterange(${since}::date, null))`.execute(tx);
}

/** The person's last day in the cohort is the day before `on`. */
export async function leaveCohort(tx: Tx, cohortId: string, personId: string, on: string): Promise<void> {
  await sql`update registry.cohort_member set valid = daterange(lower(valid), greatest(lower(valid), ${on}::date))
    where cohort_id = ${cohortId} and person_id = ${personId} and (upper_inf(valid) or upper(valid) > ${on}::date)`.execute(
    tx,
  );
}
