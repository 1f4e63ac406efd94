import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { ownEmployer } from '../consent/shown.ts';
import { contract } from '../contract.ts';

export const removeCandidate = useCase(contract.removeCandidate, {
  right: 'hiring.candidate.edit',
  async run({ input, tx, actor, today, change }) {
    const organisationId = ownEmployer(actor);
    const { rows } = await sql<{ id: string; personId: string }>`update hiring.candidate
      set removed_on = ${today}, removed_why = 'employer', note = null
      where id = ${input.id} and organisation_id = ${organisationId} and removed_on is null
      returning id, person_id as "personId"`.execute(tx);
    const { id, personId } = found(rows[0]);
    change({
      subject: { kind: 'hiring.candidate', id, organisationId, personId },
      after: { removed: 'employer' },
    });
    return { id };
  },
});
