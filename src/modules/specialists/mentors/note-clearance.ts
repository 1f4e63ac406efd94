import { sql } from 'kysely';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { loadMentor } from './load-mentor.ts';

/** «Справка предъявлена, дата, номер, кто проверил»: the certificate itself is not kept. */
export const noteClearance = useCase(contract.noteClearance, {
  right: 'specialists.mentor.edit',
  async run({ input, tx, actor, scope, today, change }) {
    const mentor = await loadMentor(tx, { id: input.id, scope, actor });
    if (input.on > today)
      throw refuse(
        'specialists:error.notYet',
        {},
        { fields: [{ path: 'on', key: 'specialists:error.notYet' }] },
      );
    await sql`update specialists.mentor set clearance_number = ${input.number}, clearance_on = ${input.on},
      clearance_by = ${actor.personId}, rev = rev + 1 where id = ${mentor.id}`.execute(tx);
    const { organisationId, personId } = mentor;
    change({
      subject: { kind: 'specialists.mentor', id: mentor.id, organisationId, personId },
      after: { clearanceOn: input.on },
    });
    return { id: mentor.id };
  },
});
