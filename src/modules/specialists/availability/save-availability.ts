import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

export const saveAvailability = useCase(contract.saveAvailability, {
  right: 'specialists.ownExpert.write',
  async run({ input, tx, actor, change, emit }) {
    const { weekdays, monthLimit } = input;
    const list = sql`array(select distinct value::int from jsonb_array_elements_text(${JSON.stringify(weekdays)}::jsonb) order by 1)`;
    const { rows } = await sql<{ id: string; personId: string }>`update specialists.expert
      set weekdays = ${list}, month_limit = ${monthLimit}, rev = rev + 1
      where person_id = ${actor.personId} returning id, person_id as "personId"`.execute(tx);
    const { id, personId } = found(rows[0]);
    change({ subject: { kind: 'specialists.expert', id, personId }, after: input });
    emit('specialists.expert.changed', { id, personId });
    return { id };
  },
});
