import { moveState } from '../../../platform/states/index.ts';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { planStates } from '../states.ts';
import { loadPlan } from './load-plan.ts';

export const cancelPlan = useCase(contract.cancelPlan, {
  right: 'practice.plan.edit',
  async run(args) {
    const { input, tx, actor, scope } = args;
    const plan = await loadPlan(tx, { id: input.id, scope, actor, lock: true });
    if (plan.placed > 0)
      throw refuse('practice:error.planHasPlacements', { count: plan.placed }, { status: 409 });
    await moveState(args, {
      machine: planStates,
      table: 'practice.plan',
      id: plan.id,
      event: 'cancel',
      reason: input.reason,
      subject: { organisationId: plan.organisationId },
    });
    return { id: plan.id };
  },
});
