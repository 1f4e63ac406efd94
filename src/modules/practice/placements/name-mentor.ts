import { sql } from 'kysely';
import { closeTask } from '../../../platform/tasks/index.ts';
import { notFound, refuse, useCase } from '../../../platform/use-case/index.ts';
import { assignTrainee, endTutoring } from '../../specialists/index.ts';
import { contract } from '../contract.ts';
import { newMentorTask } from '../tasks.ts';
import { uncoveredDay } from './judge-course.ts';
import { ofHost } from './own-placements.ts';
import { readFacts } from './placement-facts.ts';
import { settleNamed } from './settle-tasks.ts';

/** From the first day without a mentor on, or anew from today; a placement that is over gets none. */
export const nameMentor = useCase(contract.nameMentor, {
  right: 'practice.trainee.edit',
  async run({ input, tx, actor, scope, today, now, newId, change }) {
    const ids = [...new Set(input.ids)];
    const all = await readFacts(
      tx,
      sql<boolean>`p.id in (${sql.join(ids)}) and ${ofHost(scope, actor)}`,
      true,
    );
    if (all.length < ids.length) throw notFound();
    for (const facts of all.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      if (facts.state === 'failed' || facts.to < today)
        throw refuse('practice:error.placementOver', { to: facts.to }, { status: 409 });
      const source = { kind: 'practice.placement', id: facts.id };
      const from = uncoveredDay(facts) ?? (today > facts.from ? today : facts.from);
      await endTutoring(tx, source, from, 'practice.nameMentor');
      await assignTrainee(tx, {
        appointmentId: input.appointmentId,
        hostId: facts.hostId,
        from,
        to: facts.to,
        employed: facts.employed,
        people: 1,
        trainee: { personId: facts.personId },
        source,
        newId,
      });
      await closeTask(tx, newMentorTask, source, { now, doneBy: actor.personId });
      change({
        subject: {
          kind: 'practice.placement',
          id: facts.id,
          organisationId: facts.hostId,
          personId: facts.personId,
        },
        after: { mentor: input.appointmentId, from, to: facts.to },
      });
    }
    await settleNamed(tx, all, { now, doneBy: actor.personId });
    return { named: all.length };
  },
});
