import { moveState } from '../../../platform/states/index.ts';
import { found, refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { planStates } from '../states.ts';
import { loadPlan } from './load-plan.ts';
import { isDemoHouse, putPlan } from './put-plan.ts';

/** An approved practice goes back to its draft when it is changed; with students placed it is not changed at all. */
export const savePlan = useCase(contract.savePlan, {
  right: 'practice.plan.edit',
  async run(args) {
    const { input, tx, actor, scope } = args;
    const { id, rev, ...plan } = input;
    const organisationId = found(actor.organisationId);
    if (!id)
      return {
        id: await putPlan(args, { ...plan, organisationId, isDemo: await isDemoHouse(tx, organisationId) }),
      };
    const before = await loadPlan(tx, { id, scope, actor, lock: true });
    if (rev !== undefined && rev !== before.rev) throw stale();
    if (before.placed > 0)
      throw refuse('practice:error.planHasPlacements', { count: before.placed }, { status: 409 });
    if (before.state === 'approved')
      await moveState(args, {
        machine: planStates,
        table: 'practice.plan',
        id,
        event: 'reopen',
        subject: { organisationId },
      });
    return { id: await putPlan(args, { ...plan, id, organisationId, isDemo: before.isDemo }) };
  },
});
