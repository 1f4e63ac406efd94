import { sql } from 'kysely';
import { closeTask, openTask } from '../../../platform/tasks/index.ts';
import { found, refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { stopAsking } from '../answers/ask-colleges.ts';
import { contract } from '../contract.ts';
import { approveOrderTask } from './approve-order.task.ts';
import { mendOrderTask } from './mend-order.task.ts';

interface Row {
  state: string;
  rev: number;
  title: string;
  decision_year: number;
  prepared_by: string | null;
}

/** Sends a proposed variant back to who prepared it, with the reason; it may be put forward again. */
export const giveBack = useCase(contract.giveBack, {
  right: 'order.variant.approve',
  async run({ input, tx, actor, now, newId, change, emit }) {
    const { rows } = await sql<Row>`select state, rev, title, decision_year, prepared_by
      from training_order.variant where id = ${input.id} for update`.execute(tx);
    const variant = found(rows[0]);
    if (variant.rev !== input.rev) throw stale();
    if (variant.state !== 'proposed') throw refuse('order:error.openDecision', {}, { status: 409 });
    const returned = { reason: input.reason, by: actor.personId, at: now };
    await sql`update training_order.variant set state = 'calculated', rev = rev + 1, returned = ${JSON.stringify(returned)}::jsonb
      where id = ${input.id}`.execute(tx);
    const subject = { kind: 'order.variant', id: input.id };
    await closeTask(tx, approveOrderTask, subject, { now, doneBy: actor.personId });
    await stopAsking(tx, input.id, now);
    await openTask(tx, mendOrderTask, {
      subject,
      for: variant.prepared_by ? { personId: variant.prepared_by } : { role: 'min_edu_specialist' },
      params: { year: String(variant.decision_year), title: variant.title },
      now,
      newId,
    });
    change({ subject, before: { state: 'proposed' }, after: { state: 'calculated', reason: input.reason } });
    emit('order.variant.returned', { id: input.id });
    return { id: input.id };
  },
});
