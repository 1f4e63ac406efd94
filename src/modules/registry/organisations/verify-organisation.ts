import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

export const verifyOrganisation = useCase(contract.verifyOrganisation, {
  right: 'registry.organisation.verify',
  async run({ input, tx, actor, scope, today, change, emit }) {
    const { rows } = await sql<{ id: string }>`update registry.organisation o
      set verified_on = ${today}, verified_by = ${actor.personId}, verified_how = ${input.how}, rev = rev + 1
      where o.id = ${input.id} and ${within(scope, actor, { municipality: 'o.municipality_id' })}
      returning o.id`.execute(tx);
    const { id } = found(rows[0]);
    change({
      subject: { kind: 'registry.organisation', id, organisationId: id },
      after: { verifiedOn: today, how: input.how },
    });
    emit('registry.organisation.verified', { id });
    return { id };
  },
});
