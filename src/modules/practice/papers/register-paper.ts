import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { planFor } from './plan-for.ts';
import { putPaper } from './put-paper.ts';

/** The plant registers its own order, the college all the others. */
export const registerPaper = useCase(contract.registerPaper, {
  right: 'practice.paper.make',
  async run(args) {
    const { input, tx, actor, scope } = args;
    const { planId, hostId, kind, number, on } = input;
    const { plan, forHost } = await planFor(tx, { planId, actor, scope });
    if ((kind === 'hostOrder') !== forHost)
      throw refuse('practice:papers.error.otherSide', {}, { status: 403 });
    const organisationId = (forHost ? actor.organisationId : plan.organisationId) ?? plan.organisationId;
    const { id, number: given } = await putPaper(args, {
      plan,
      organisationId,
      forHost,
      kind,
      number,
      on,
      hostId: forHost ? organisationId : hostId,
    });
    return { id, number: given };
  },
});
