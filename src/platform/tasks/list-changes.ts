import { sql } from 'kysely';
import { uuidsOf } from '../history/index.ts';
import { useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';
import { lastVisit } from './start-visit.ts';

const TOUCHED_DAYS = 90;
const MOST = 50;

interface Row {
  use_case: string;
  subject_kind: string;
  subject_id: string | null;
  count: number;
  last_at: string;
}

const keyOf = (useCaseName: string) => useCaseName.replace(/^([^.]+)\./, '$1:done.');

/**
 * Changes by others since the last visit: about this person, in the own organisation, or in things this person
 * has worked on lately. Numbers and kinds only; what they are is shown by the pages, to those who may see it.
 */
export const listChanges = useCase(contract.listChanges, {
  right: 'tasks.task.read',
  async run({ tx, actor, now }) {
    const since = await lastVisit(tx, actor);
    if (since === null) return { since, rows: [] };
    const organisation = actor.verified ? actor.organisationId : null;
    const { rows } = await sql<Row>`
      with touched as (
        select distinct subject_kind, subject_id from platform.history where person_id = ${actor.personId}
          and act = 'change' and at > ${now}::timestamptz - ${TOUCHED_DAYS} * interval '1 day'
      ), news as (
        select id from platform.history where subject_person_id in ${uuidsOf('registry.person', actor.personId)} and at > ${since}
        union select id from platform.history where subject_organisation_id in ${uuidsOf('registry.organisation', organisation)} and at > ${since}
        union select h.id from touched t join platform.history h using (subject_kind, subject_id) where h.at > ${since}
      )
      select use_case, subject_kind, count(*) as count, max(at) as last_at,
        case when count(distinct subject_id) = 1 then max(subject_id) end as subject_id
      from platform.history join news using (id)
      where act = 'change' and person_id is distinct from ${actor.personId}
      group by use_case, subject_kind order by last_at desc limit ${MOST}`.execute(tx);
    return {
      since,
      rows: rows.map((row) => ({
        useCase: row.use_case,
        key: keyOf(row.use_case),
        subjectKind: row.subject_kind,
        subjectId: row.subject_id,
        count: row.count,
        lastAt: row.last_at,
      })),
    };
  },
});
