import { sql } from 'kysely';
import { openTask } from '../../../platform/tasks/index.ts';
import { found, refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { approveOrderTask } from './approve-order.task.ts';

interface Row {
  state: string;
  rev: number;
  title: string;
  decision_year: number;
  violations: number;
}

export const propose = useCase(contract.propose, {
  right: 'order.variant.propose',
  async run({ input, tx, now, newId, change, emit }) {
    const { rows } =
      await sql<Row>`select state, rev, title, decision_year, (certificate -> 'check' ->> 'violations')::int as violations
      from training_order.variant where id = ${input.id} for update`.execute(tx);
    const variant = found(rows[0]);
    if (variant.rev !== input.rev) throw stale();
    if (variant.state !== 'calculated') throw refuse('order:error.notCalculated', {}, { status: 409 });
    if (variant.violations > 0) throw refuse('order:error.violations');
    await sql`update training_order.variant set state = 'proposed', rev = rev + 1 where id = ${input.id}`.execute(
      tx,
    );
    await openTask(tx, approveOrderTask, {
      subject: { kind: 'order.variant', id: input.id },
      for: { role: 'min_edu_head' },
      params: { year: String(variant.decision_year), title: variant.title },
      now,
      newId,
    });
    change({
      subject: { kind: 'order.variant', id: input.id },
      before: { state: 'calculated' },
      after: { state: 'proposed' },
    });
    emit('order.variant.proposed', { id: input.id });
    return { id: input.id };
  },
});
