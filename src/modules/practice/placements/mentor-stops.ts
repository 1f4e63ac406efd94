import { sql } from 'kysely';
import { z } from 'zod';
import { subscribe } from '../../../platform/outbox/index.ts';
import { openTask } from '../../../platform/tasks/index.ts';
import { newMentorTask } from '../tasks.ts';

const payload = z.object({
  lastDay: z.string(),
  sources: z.array(z.object({ kind: z.string(), id: z.string() })),
});

interface Left {
  id: string;
  hostId: string;
  student: string;
}

/** A mentor stops: the enterprise is asked to name another for each trainee. */
export const mentorStops = subscribe(
  'specialists.mentor.stops',
  'practice.newMentor',
  async ({ event, tx, now, newId }) => {
    const { lastDay, sources } = payload.parse(event.payload);
    const ids = sources.filter(({ kind }) => kind === 'practice.placement').map(({ id }) => id);
    if (ids.length === 0) return;
    const { rows } =
      await sql<Left>`select p.id, p.host_id as "hostId", r.short_name as student from practice.placement p
    join registry.person_v r on r.id = p.person_id where p.id in (${sql.join(ids)}) and p.state <> 'failed' order by p.id`.execute(
        tx,
      );
    for (const { id, hostId, student } of rows)
      await openTask(tx, newMentorTask, {
        subject: { kind: 'practice.placement', id },
        for: { role: 'enterprise_hr', organisationId: hostId },
        due: lastDay,
        params: { student, lastDay },
        now,
        newId,
      });
  },
);
