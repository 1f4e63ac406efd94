import { sql } from 'kysely';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

export const giveConsent = useCase(contract.giveConsent, {
  right: 'registry.consent.own',
  async run({ input, tx, actor, today, newId, change, emit }) {
    const { rows } = await sql<{ basis: string; latest: boolean }>`select basis, version = (
        select max(version) from registry.purpose where code = ${input.purpose}) as latest
      from registry.purpose where code = ${input.purpose} and version = ${input.version}`.execute(tx);
    const purpose = rows[0];
    if (!purpose) throw refuse('registry:error.unknownPurpose');
    if (purpose.basis !== 'consent') throw refuse('registry:error.consentNotNeeded');
    if (!purpose.latest) throw refuse('registry:error.consentTextChanged', {}, { status: 409 });
    await sql`update registry.consent set withdrawn_on = greatest(given_on, ${today}::date)
      where person_id = ${actor.personId} and purpose = ${input.purpose} and withdrawn_on is null`.execute(
      tx,
    );
    const id = newId();
    await sql`insert into registry.consent (id, person_id, purpose, version, given_on, given_by, given_how)
      values (${id}, ${actor.personId}, ${input.purpose}, ${input.version}, ${today}, ${actor.personId}, 'account')`.execute(
      tx,
    );
    change({ subject: { kind: 'registry.consent', id, personId: actor.personId }, after: input });
    emit('registry.consent.given', { id, personId: actor.personId, purpose: input.purpose });
    return { id };
  },
});
