import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { ownEmployer } from '../consent/shown.ts';
import { contract } from '../contract.ts';

export const endInterest = useCase(contract.endInterest, {
  right: 'hiring.interest.edit',
  async run({ input, tx, actor, today, change }) {
    const organisationId = ownEmployer(actor);
    const { rows } = await sql<{
      id: string;
    }>`update hiring.interest set ended_on = greatest(since, ${today}::date)
      where id = ${input.id} and organisation_id = ${organisationId} and ended_on is null returning id`.execute(
      tx,
    );
    const { id } = found(rows[0]);
    change({ subject: { kind: 'hiring.interest', id, organisationId }, after: { endedOn: today } });
    return { id };
  },
});
