import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { loadAgreement } from '../agreement/load-agreement.ts';
import { contract } from '../contract.ts';
import { addActivity } from './add-activity.ts';

export const noteActivity = useCase(contract.noteActivity, {
  right: 'agreements.agreement.edit',
  async run({ input, tx, actor, scope, today, newId, change }) {
    const { id, on, note } = input;
    await loadAgreement(tx, { id, scope, actor, lock: true });
    if (on > today)
      throw refuse(
        'agreements:error.notYet',
        {},
        { fields: [{ path: 'on', key: 'agreements:error.notYet' }] },
      );
    await addActivity(tx, { agreementId: id, on, note, byPerson: actor.personId, newId });
    change({
      subject: { kind: 'agreements.agreement', id, organisationId: actor.organisationId },
      after: { on, note },
    });
    return { id };
  },
});
