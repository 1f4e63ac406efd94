import { sql } from 'kysely';
import { defineJob } from '../../../platform/jobs/index.ts';
import { settingOn } from '../../../platform/rules/index.ts';
import { openTask } from '../../../platform/tasks/index.ts';
import { asSystem } from '../../../platform/use-case/index.ts';
import { outcomesTask } from '../tasks.ts';
import { writeOutcome } from './write-outcome.ts';

const JOB = 'hiring.openOutcomes';

interface Known {
  id: string;
  occupation: string | null;
  employer: string;
  inField: boolean | null;
}

/**
 * Each morning: graduates whose 3, 6 or 12 months have come get a question; whoever was hired here and still works is
 * answered for by the hire itself; colleges are reminded of the rest.
 */
export const openOutcomesJob = defineJob<object>({
  name: JOB,
  titleKey: 'hiring:job.openOutcomes',
  lane: 'quick',
  cron: '30 6 * * *',
  catchUpHours: 26,
  run: ({ world }) =>
    asSystem(world, JOB, async (args) => {
      const { tx, today, now, newId } = args;
      const end = await settingOn<string>(tx, 'hiring.graduationDay', today);
      const opened = await sql<{
        organisationId: string;
      }>`insert into hiring.outcome (id, student_id, person_id, organisation_id,
          programme_code, graduation_year, months, due_on)
        select gen_random_uuid(), s.id, s.person_id, s.organisation_id, g.code, s.graduation_year, m, due.day
        from programmes.student_v s join programmes.programme_v g on g.id = s.programme_id
        cross join (values (3), (6), (12)) as t(m)
        cross join lateral (select (to_date(s.graduation_year || '-' || ${end}, 'YYYY-MM-DD') + make_interval(months => m))::date as day) due
        where s.status = 'graduated' and due.day <= ${today}::date and due.day > ${today}::date - 730
        on conflict (student_id, months) do nothing returning organisation_id as "organisationId"`.execute(
        tx,
      );
      const known = await sql<Known>`select x.id, h.occupation, o.short_name as employer,
          case when h.occupation is null then null else exists (select 1 from classifiers.edge_v e where e.from_list = 'spo'
            and e.from_code = x.programme_code and e.to_list = 'occupation' and e.to_code = h.occupation
            and e.valid @> ${today}::date) end as "inField"
        from hiring.outcome x join hiring.hire h on h.person_id = x.person_id and h.started_on <= x.due_on
          and (h.ended_on is null or h.ended_on > x.due_on)
        join registry.organisation_v o on o.id = h.organisation_id
        where x.what is null order by x.id`.execute(tx);
      for (const { id, ...rest } of known.rows)
        await writeOutcome({ ...args, by: null }, id, 'hire', { what: 'employed', ...rest });
      const waiting = await sql<{
        organisationId: string;
        people: number;
      }>`select organisation_id as "organisationId",
          count(*)::int as people from hiring.outcome where what is null group by 1 order by 1`.execute(tx);
      for (const { organisationId, people } of waiting.rows)
        await openTask(tx, outcomesTask, {
          subject: { kind: 'hiring.outcomes', id: organisationId },
          for: { role: 'college_deputy', organisationId },
          params: { people },
          now,
          newId,
        });
      return { opened: opened.rows.length, byHire: known.rows.length };
    }),
});
