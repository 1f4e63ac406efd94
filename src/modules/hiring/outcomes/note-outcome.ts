import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { writeOutcome } from './write-outcome.ts';

export const noteOutcome = useCase(contract.noteOutcome, {
  right: 'hiring.outcome.edit',
  async run(args) {
    const { input, tx, actor, scope, today } = args;
    const { id, on = null, ...answer } = input;
    const { rows } = await sql<{ dueOn: string }>`select due_on as "dueOn" from hiring.outcome
      where id = ${id} and ${within(scope, actor, { organisation: 'organisation_id' })} for update`.execute(
      tx,
    );
    found(rows[0]);
    if (on && on > today)
      throw refuse('hiring:error.notYet', {}, { fields: [{ path: 'on', key: 'hiring:error.notYet' }] });
    await writeOutcome({ ...args, by: actor.personId }, id, 'college', answer, on);
    return { id };
  },
});
