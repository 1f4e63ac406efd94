import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { schoolYearOf } from '../rules/days.ts';
import { practiceModules } from './read-surroundings.ts';

export const planChoices = useCase(contract.planChoices, {
  right: 'practice.plan.edit',
  async run({ tx, actor, today }) {
    const house = found(actor.organisationId);
    const groups = await sql<{ id: string; code: string; programme: string }>`select id, code,
        programme_code || ' ' || programme_name as programme from programmes.study_group_v
      where organisation_id = ${house} and graduation_year > ${schoolYearOf(today)} order by course, code`.execute(
      tx,
    );
    const supervisors = await sql<{
      id: string;
      name: string;
    }>`select distinct p.id, p.short_name as name, p.sort_key
      from registry.assignment_v a join registry.person_v p on p.id = a.person_id
      where a.organisation_id = ${house} and a.valid @> ${today}::date
        and a.role in ('college_teacher', 'college_curator', 'college_deputy', 'college_head', 'university_coordinator')
      order by p.sort_key limit 500`.execute(tx);
    const workshops = await sql<{ id: string; name: string; places: number }>`select id, name, places
      from programmes.workshop_v where organisation_id = ${house} order by name`.execute(tx);
    return {
      groups: groups.rows,
      modules: await practiceModules(
        tx,
        groups.rows.map(({ id }) => id),
      ),
      supervisors: supervisors.rows.map(({ id, name }) => ({ id, name })),
      workshops: workshops.rows,
    };
  },
});
