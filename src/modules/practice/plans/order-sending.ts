import { sql } from 'kysely';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { loadPlan } from './load-plan.ts';

/** The order on sending names the placed students: without any there is nothing to order. */
export const orderSending = useCase(contract.orderSending, {
  right: 'practice.placement.edit',
  async run({ input, tx, actor, scope, today, change }) {
    const plan = await loadPlan(tx, { id: input.id, scope, actor, lock: true });
    if (plan.placed === 0) throw refuse('practice:error.nobodyPlaced', {}, { status: 409 });
    if (input.on > today)
      throw refuse('practice:error.notYet', {}, { fields: [{ path: 'on', key: 'practice:error.notYet' }] });
    await sql`update practice.plan set order_number = ${input.number}, order_on = ${input.on}, rev = rev + 1
      where id = ${plan.id}`.execute(tx);
    change({
      subject: { kind: 'practice.plan', id: plan.id, organisationId: plan.organisationId },
      before: { orderNumber: plan.orderNumber, orderOn: plan.orderOn },
      after: { orderNumber: input.number, orderOn: input.on },
    });
    return { id: plan.id, students: plan.placed };
  },
});
