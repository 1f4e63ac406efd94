import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { closeTask } from '../../../platform/tasks/index.ts';
import { leaveHomeTask, newMentorTask, traineesTask } from '../tasks.ts';
import { uncoveredDay } from './judge-course.ts';
import { type Facts, readFacts } from './placement-facts.ts';

interface Closing {
  now: string;
  doneBy: string | null;
}

/** The enterprise is no longer asked for mentors where everybody of a plan who comes to it has one on every day. */
async function settleMentors(
  tx: Tx,
  { planId, hostId }: Pick<Facts, 'planId' | 'hostId'>,
  { now, doneBy }: Closing,
): Promise<void> {
  const here = await readFacts(
    tx,
    sql<boolean>`p.plan_id = ${planId} and p.host_id = ${hostId} and p.state <> 'failed'`,
  );
  if (here.some((facts) => uncoveredDay(facts) !== null)) return;
  await closeTask(
    tx,
    traineesTask,
    { kind: 'practice.plan', id: planId },
    { now, doneBy, for: { role: 'enterprise_hr', organisationId: hostId } },
  );
}

/** After mentors were named: each plan at each enterprise once. */
export async function settleNamed(tx: Tx, named: readonly Facts[], closing: Closing): Promise<void> {
  const ways = new Map(named.map((facts) => [`${facts.planId} ${facts.hostId}`, facts]));
  for (const facts of ways.values()) await settleMentors(tx, facts, closing);
}

/** After a placement ended: nobody is asked about it any more. */
export async function settleEnded(tx: Tx, facts: Facts, now: string): Promise<void> {
  const source = { kind: 'practice.placement', id: facts.id };
  for (const task of [leaveHomeTask, newMentorTask])
    await closeTask(tx, task, source, { now, as: 'cancelled' });
  await settleMentors(tx, facts, { now, doneBy: null });
}
