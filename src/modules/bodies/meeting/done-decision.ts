import { sql } from 'kysely';
import { closeTask } from '../../../platform/tasks/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { kept } from '../body/visible.ts';
import { contract } from '../contract.ts';
import { carryOutTask } from './tasks.ts';

/** Its owner, or who keeps the body, says that a signed decision was carried out and by what. */
export const doneDecision = useCase(contract.doneDecision, {
  right: 'bodies.decision.done',
  async run({ input, tx, actor, scope, today, now, change, emit }) {
    const { id, note } = input;
    const { rows } = await sql<{
      id: string;
      owner_id: string | null;
    }>`select d.id, d.owner_id from bodies.decision d
      join bodies.decision_v v on v.id = d.id join bodies.body b on b.id = v.body_id
      where d.id = ${id} and v.meeting_state = 'signed' and d.done_on is null
        and (d.owner_id = ${actor.personId} or ${kept(scope, actor)}) for update of d`.execute(tx);
    const { owner_id: personId } = found(rows[0]);
    await sql`update bodies.decision set done_on = ${today}, done_note = ${note} where id = ${id}`.execute(
      tx,
    );
    await closeTask(tx, carryOutTask, { kind: 'bodies.decision', id }, { now, doneBy: actor.personId });
    change({ subject: { kind: 'bodies.decision', id, personId }, after: { doneOn: today, note } });
    emit('bodies.decisionDone', { id });
    return { id };
  },
});
