import { sql } from 'kysely';
import { inTransaction } from '../../../platform/database/index.ts';
import { appendHistory, type HistoryEntry } from '../../../platform/history/index.ts';
import { defineJob } from '../../../platform/jobs/index.ts';
import { type OutboxEvent, saveEvents } from '../../../platform/outbox/index.ts';
import { moveState } from '../../../platform/states/index.ts';
import { type Change, dayIn, system, type World } from '../../../platform/use-case/index.ts';
import { agreementStates } from '../states.ts';
import { readTerms } from './read-terms.ts';
import { expiring } from './row-columns.ts';
import { dropWarning, warnParties } from './tasks.ts';

const JOB = 'agreements.daily';

/** Starts what is signed and whose day has come, ends what is past its last day, warns of what ends soon. */
export async function keepTerms(world: World): Promise<{ started: number; ended: number; warned: number }> {
  return inTransaction(world.db, async (tx) => {
    const moment = world.now();
    const now = moment.toISOString();
    const today = dayIn(world.timeZone, moment);
    const actor = system(JOB);
    const events: OutboxEvent[] = [];
    const changes: HistoryEntry[] = [];
    const args = {
      tx,
      actor,
      now,
      newId: world.newId,
      emit: (name: string, payload: Record<string, unknown>) => events.push({ name, payload }),
      change: (one: Change) => changes.push({ act: 'change', useCase: JOB, actor, at: now, ...one }),
    };
    const due = await sql<{
      id: string;
      event: 'start' | 'end';
    }>`select id, case state when 'signed' then 'start' else 'end' end as event
      from agreements.agreement a where (state = 'signed' and lower(valid) <= ${today}::date)
        or (state in ('in_force', 'changing') and upper(valid) <= ${today}::date) order by id for update`.execute(
      tx,
    );
    for (const { id, event } of due.rows) {
      await moveState(args, { machine: agreementStates, table: 'agreements.agreement', id, event });
      if (event === 'end') {
        await sql`update agreements.agreement set ended_on = upper(valid) - 1 where id = ${id}`.execute(tx);
        await dropWarning(args, id);
      }
    }
    const terms = await readTerms(tx, today);
    const soon = await sql<{
      id: string;
      to: string;
    }>`select a.id, upper(a.valid) - 1 as "to" from agreements.agreement a
      where ${expiring(terms, today)} and not exists (select 1 from platform.task t where t.kind = 'agreements.expiring'
        and t.subject_id = a.id::text and t.due = upper(a.valid) - 1) order by a.id`.execute(tx);
    let warned = 0;
    for (const { id, to } of soon.rows) warned += (await warnParties(args, id, to)) > 0 ? 1 : 0;
    for (const one of changes) await appendHistory(tx, one);
    await saveEvents(tx, events, now, world.newId);
    const count = (event: string) => due.rows.filter((row) => row.event === event).length;
    return { started: count('start'), ended: count('end'), warned };
  });
}

export const dailyJob = defineJob<Record<string, never>>({
  name: JOB,
  titleKey: 'agreements:job.daily',
  lane: 'quick',
  cron: '40 4 * * *',
  catchUpHours: 24,
  run: ({ world }) => keepTerms(world),
});
