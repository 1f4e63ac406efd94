import { sql } from 'kysely';
import { moveState } from '../../../platform/states/index.ts';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { agreementStates } from '../states.ts';
import { loadAgreement } from './load-agreement.ts';
import { dropAsking, dropWarning } from './tasks.ts';

/** Ends an agreement on a stated day that has come; its record and its signatures stay as they are. */
export const endAgreement = useCase(contract.endAgreement, {
  right: 'agreements.agreement.edit',
  async run(args) {
    const { input, tx, actor, scope, today } = args;
    const { id, on, reason } = input;
    const agreement = await loadAgreement(tx, { id, scope, actor, lock: true });
    const wrong =
      on < agreement.from
        ? 'agreements:error.endsBeforeStart'
        : on > today
          ? 'agreements:error.endsAhead'
          : null;
    if (wrong) throw refuse(wrong, {}, { fields: [{ path: 'on', key: wrong }] });
    await moveState(args, {
      machine: agreementStates,
      table: 'agreements.agreement',
      id,
      event: 'end',
      reason,
    });
    await sql`update agreements.agreement set ended_on = ${on}, end_reason = ${reason}, rev = rev + 1 where id = ${id}`.execute(
      tx,
    );
    await dropAsking(args, id);
    await dropWarning(args, id);
    return { id };
  },
});
