import { sql } from 'kysely';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { outcomeOf } from './outcome-of.ts';
import { ofHost } from './own-placements.ts';
import { lockFacts } from './step-placement.ts';

/** An offer or a job after practice: the enterprise says it, hiring and the forecast hear it. */
export const noteOutcome = useCase(contract.noteOutcome, {
  right: 'practice.trainee.edit',
  async run(args) {
    const { input, tx, actor, scope, today, change, emit } = args;
    const { id, result, on, note } = input;
    const facts = await lockFacts(args, sql<boolean>`p.id = ${id} and ${ofHost(scope, actor)}`);
    if (on > today)
      throw refuse('practice:error.notYet', {}, { fields: [{ path: 'on', key: 'practice:error.notYet' }] });
    if (on < facts.from)
      throw refuse(
        'practice:error.beforeStart',
        { from: facts.from },
        { fields: [{ path: 'on', key: 'practice:error.beforeStart', params: { from: facts.from } }] },
      );
    if (facts.state === 'failed') throw refuse('practice:error.placementFailed', {}, { status: 409 });
    await sql`insert into practice.outcome (placement_id, result, reason, on_day, noted_by) values (${id}, ${result}, ${note}, ${on}, ${actor.personId})
      on conflict (placement_id) do update set result = excluded.result, reason = excluded.reason, on_day = excluded.on_day,
        noted_by = excluded.noted_by`.execute(tx);
    change({
      subject: { kind: 'practice.placement', id, organisationId: facts.hostId, personId: facts.personId },
      after: { result, on },
    });
    emit('practice.outcome', outcomeOf(facts, result, null));
    return { id };
  },
});
