import { sql } from 'kysely';
import { notFound, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { ofHost } from './own-placements.ts';
import { readFacts } from './placement-facts.ts';

export const noteBriefing = useCase(contract.noteBriefing, {
  right: 'practice.trainee.edit',
  async run({ input, tx, actor, scope, today, change }) {
    const ids = [...new Set(input.ids)];
    if (input.on > today)
      throw refuse('practice:error.notYet', {}, { fields: [{ path: 'on', key: 'practice:error.notYet' }] });
    const all = await readFacts(
      tx,
      sql<boolean>`p.id in (${sql.join(ids)}) and ${ofHost(scope, actor)}`,
      true,
    );
    if (all.length < ids.length) throw notFound();
    for (const facts of all) {
      await sql`update practice.placement set briefing_on = ${input.on}, rev = rev + 1 where id = ${facts.id}`.execute(
        tx,
      );
      change({
        subject: {
          kind: 'practice.placement',
          id: facts.id,
          organisationId: facts.hostId,
          personId: facts.personId,
        },
        after: { briefingOn: input.on },
      });
    }
    return { noted: all.length };
  },
});
