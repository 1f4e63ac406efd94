import { sql } from 'kysely';
import { inTransaction } from '../../../platform/database/index.ts';
import { defineJob } from '../../../platform/jobs/index.ts';
import { settingOn } from '../../../platform/rules/index.ts';
import { openTask } from '../../../platform/tasks/index.ts';
import { dayIn } from '../../../platform/use-case/index.ts';
import { renewTask } from '../tasks.ts';

interface Ending {
  id: string;
  personId: string;
  until: string;
  codes: string;
}

/** Every morning: whose rights end within the notice and are not followed by others gets a task to renew. */
export const remindRights = defineJob<Record<string, never>>({
  name: 'specialists.remindRights',
  titleKey: 'specialists:job.remindRights',
  lane: 'quick',
  cron: '15 6 * * *',
  catchUpHours: 26,
  async run({ world }) {
    const now = world.now();
    const today = dayIn(world.timeZone, now);
    return inTransaction(world.db, async (tx) => {
      const days = await settingOn<number>(tx, 'specialists.expertNoticeDays', today);
      const { rows } =
        await sql<Ending>`select e.id, e.person_id as "personId", max(upper(r.valid)) - 1 as until,
          string_agg(distinct r.code, ', ' order by r.code) as codes
        from specialists.expert_right r join specialists.expert e on e.id = r.expert_id
        where r.valid @> ${today}::date and upper(r.valid) - 1 < ${today}::date + ${days}::int and r.ended_why is null
          and (e.left_on is null or e.left_on > ${today}::date)
          and not exists (select 1 from specialists.expert_right n where n.expert_id = r.expert_id and n.regime = r.regime
            and n.code = r.code and (upper_inf(n.valid) or upper(n.valid) > upper(r.valid)))
          and not exists (select 1 from specialists.expert_application a where a.person_id = e.person_id
            and a.regime = r.regime and a.state = 'sent')
        group by e.id, e.person_id`.execute(tx);
      for (const { id, personId, until, codes } of rows)
        await openTask(tx, renewTask, {
          subject: { kind: 'specialists.expert', id },
          for: { personId },
          due: until,
          params: { until, codes },
          now: now.toISOString(),
          newId: world.newId,
        });
      return { reminded: rows.length };
    });
  },
});
