import { sql } from 'kysely';
import { productionCalendar } from '../../../platform/calendar/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { settingOn } from '../../../platform/rules/index.ts';
import { closeTask, openTask } from '../../../platform/tasks/index.ts';
import { inOrder } from '../seats/seat-row.ts';
import { answerOrderTask } from './answer-order.task.ts';
import { readObjectionsTask } from './read-objections.task.ts';

const WHO = ['college_head', 'college_deputy'] as const;
const calendar = productionCalendar();

interface Asking {
  variantId: string;
  year: number;
  today: string;
  now: string;
  newId(): string;
}

/** Asks every college of a proposal for its answer, by a day; a proposal put forward again asks anew. */
export async function askColleges(tx: Tx, { variantId, year, today, now, newId }: Asking): Promise<void> {
  const due = calendar.addWorkingDays(today, await settingOn<number>(tx, 'order.answerDays', today));
  const { rows } = await sql<{ college: string; round: number; seats: number }>`
    select p.organisation_id as college, sum(s.seats)::int as seats,
      1 + coalesce((select max(round) from training_order.answer where variant_id = ${variantId}), 0) as round
    from training_order.seat_line s join programmes.programme_v p on p.id = s.programme_id
    where s.variant_id = ${variantId} and s.intake_year = ${year} and ${inOrder} group by 1 order by 1`.execute(
    tx,
  );
  for (const { college, round, seats } of rows) {
    const id = newId();
    await sql`insert into training_order.answer (id, variant_id, round, college_id, state, due, asked_at)
      values (${id}, ${variantId}, ${round}, ${college}, 'waiting', ${due}, ${now})`.execute(tx);
    for (const role of WHO)
      await openTask(tx, answerOrderTask, {
        subject: { kind: 'order.answer', id },
        for: { role, organisationId: college },
        due,
        params: { year: String(year), seats },
        now,
        newId,
      });
  }
}

/** Nobody is asked any more: the proposal was approved or sent back. What was said stays. */
export async function stopAsking(tx: Tx, variantId: string, now: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from training_order.answer
    where variant_id = ${variantId} order by id`.execute(tx);
  for (const { id } of rows)
    await closeTask(tx, answerOrderTask, { kind: 'order.answer', id }, { now, as: 'cancelled' });
  await closeTask(tx, readObjectionsTask, { kind: 'order.variant', id: variantId }, { now });
}
