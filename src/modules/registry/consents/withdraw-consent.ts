import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

export const withdrawConsent = useCase(contract.withdrawConsent, {
  right: 'registry.consent.own',
  async run({ input, tx, actor, today, change, emit }) {
    const { rows } = await sql<{
      id: string;
      purpose: string;
    }>`update registry.consent set withdrawn_on = greatest(given_on, ${today}::date)
      where id = ${input.id} and person_id = ${actor.personId} and withdrawn_on is null returning id, purpose`.execute(
      tx,
    );
    const { id, purpose } = found(rows[0]);
    change({
      subject: { kind: 'registry.consent', id, personId: actor.personId },
      after: { withdrawnOn: today },
    });
    emit('registry.consent.withdrawn', { id, personId: actor.personId, purpose });
    return { id };
  },
});
