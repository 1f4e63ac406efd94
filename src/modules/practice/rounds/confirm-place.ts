import { sql } from 'kysely';
import { closeTask } from '../../../platform/tasks/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { confirmTask } from './round-tasks.ts';

/** «Беру это место». Refusing it is leaving the round, as easy as this. */
export const confirmPlace = useCase(contract.confirmPlace, {
  right: 'practice.own.write',
  async run({ input, tx, actor, now, change }) {
    const { rows } = await sql<{
      id: string;
      placed: boolean;
    }>`select e.id, exists (select 1 from practice.placement x
        where x.plan_id = e.plan_id and x.student_id = e.student_id and x.state <> 'failed') as placed
      from practice.round_entry e join practice.round r on r.id = e.round_id and r.state in ('published', 'repaired')
      join programmes.student_v s on s.id = e.student_id
      where e.round_id = ${input.id} and s.person_id = ${actor.personId} and e.withdrawn_at is null for update of e`.execute(
      tx,
    );
    const { id, placed } = found(rows[0]);
    if (!placed) throw refuse('practice:round.error.nothingToConfirm', {}, { status: 409 });
    await sql`update practice.round_entry set confirmed_at = coalesce(confirmed_at, ${now}), rev = rev + 1 where id = ${id}`.execute(
      tx,
    );
    await closeTask(
      tx,
      confirmTask,
      { kind: 'practice.round', id: input.id },
      {
        now,
        doneBy: actor.personId,
        for: { personId: actor.personId ?? '' },
      },
    );
    change({
      subject: { kind: 'practice.round', id: input.id, personId: actor.personId },
      after: { confirmed: true },
    });
    return { id: input.id };
  },
});
