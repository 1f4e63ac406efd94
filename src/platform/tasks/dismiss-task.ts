import { sql } from 'kysely';
import { found, refuse, useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';
import { mine } from './my-tasks.ts';

export const dismissTask = useCase(contract.dismissTask, {
  right: 'tasks.task.dismiss',
  async run({ input, tx, actor, now, change }) {
    const { rows } = await sql<{
      dismissible: boolean;
      kind: string;
    }>`select dismissible, kind from platform.task
      where id = ${input.id} and ${mine(actor)} for update`.execute(tx);
    const task = found(rows[0]);
    if (!task.dismissible) throw refuse('tasks:error.mustBeDone');
    await sql`update platform.task set state = 'cancelled', done_at = ${now}, done_by = ${actor.personId}
      where id = ${input.id}`.execute(tx);
    change({ subject: { kind: 'tasks.task', id: input.id }, after: { kind: task.kind, state: 'cancelled' } });
    return {};
  },
});
