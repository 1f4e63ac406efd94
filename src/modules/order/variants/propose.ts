import { sql } from 'kysely';
import { closeTask, openTask } from '../../../platform/tasks/index.ts';
import { found, refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { askColleges } from '../answers/ask-colleges.ts';
import { contract } from '../contract.ts';
import { approveOrderTask } from './approve-order.task.ts';
import { mendOrderTask } from './mend-order.task.ts';

interface Row {
  state: string;
  rev: number;
  title: string;
  decision_year: number;
  violations: number;
}

export const propose = useCase(contract.propose, {
  right: 'order.variant.propose',
  async run({ input, tx, actor, today, now, newId, change, emit }) {
    const { rows } =
      await sql<Row>`select state, rev, title, decision_year, (certificate -> 'check' ->> 'violations')::int as violations
      from training_order.variant where id = ${input.id} for update`.execute(tx);
    const variant = found(rows[0]);
    if (variant.rev !== input.rev) throw stale();
    if (variant.state !== 'calculated') throw refuse('order:error.notCalculated', {}, { status: 409 });
    if (variant.violations > 0) throw refuse('order:error.violations');
    await sql`update training_order.variant set state = 'proposed', rev = rev + 1, returned = null where id = ${input.id}`.execute(
      tx,
    );
    const subject = { kind: 'order.variant', id: input.id };
    await closeTask(tx, mendOrderTask, subject, { now, doneBy: actor.personId });
    await openTask(tx, approveOrderTask, {
      subject,
      for: { role: 'min_edu_head' },
      params: { year: String(variant.decision_year), title: variant.title },
      now,
      newId,
    });
    await askColleges(tx, { variantId: input.id, year: variant.decision_year, today, now, newId });
    change({
      subject,
      before: { state: 'calculated' },
      after: { state: 'proposed' },
    });
    emit('order.variant.proposed', { id: input.id });
    return { id: input.id };
  },
});
