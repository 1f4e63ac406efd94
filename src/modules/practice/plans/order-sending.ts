import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { putPaper } from '../papers/put-paper.ts';
import { loadPlan } from './load-plan.ts';

/** The order on sending names the placed students: without any there is nothing to order. It is registered with them. */
export const orderSending = useCase(contract.orderSending, {
  right: 'practice.placement.edit',
  async run(args) {
    const { input, tx, actor, scope } = args;
    const plan = await loadPlan(tx, { id: input.id, scope, actor, lock: true });
    if (plan.placed === 0) throw refuse('practice:error.nobodyPlaced', {}, { status: 409 });
    const { number, students } = await putPaper(args, {
      plan,
      organisationId: plan.organisationId,
      hostId: null,
      forHost: false,
      kind: 'order',
      number: input.number,
      on: input.on,
    });
    return { id: plan.id, number, students };
  },
});
