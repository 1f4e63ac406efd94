import { moveState } from '../../../platform/states/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { agreementStates } from '../states.ts';
import { loadAgreement } from './load-agreement.ts';
import { askParties } from './tasks.ts';

export const proposeAgreement = useCase(contract.proposeAgreement, {
  right: 'agreements.agreement.edit',
  async run(args) {
    const { input, tx, actor, scope } = args;
    await loadAgreement(tx, { id: input.id, scope, actor, lock: true });
    await moveState(args, {
      machine: agreementStates,
      table: 'agreements.agreement',
      id: input.id,
      event: 'propose',
    });
    await askParties(args, input.id);
    return { id: input.id };
  },
});
