import { withdrawSignatures } from '../../../platform/signing/index.ts';
import { moveState } from '../../../platform/states/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { agreementStates } from '../states.ts';
import { loadAgreement } from './load-agreement.ts';
import { dropAsking } from './tasks.ts';

export const recallAgreement = useCase(contract.recallAgreement, {
  right: 'agreements.agreement.edit',
  async run(args) {
    const { input, tx, actor, scope } = args;
    const { id, reason } = input;
    await loadAgreement(tx, { id, scope, actor, lock: true });
    await moveState(args, {
      machine: agreementStates,
      table: 'agreements.agreement',
      id,
      event: 'recall',
      reason,
    });
    await withdrawSignatures(args, { kind: 'agreements.agreement', id }, reason);
    await dropAsking(args, id);
    return { id };
  },
});
