import { sql } from 'kysely';
import { moveState } from '../../../platform/states/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { reopenSessions } from '../sessions/reopen-session.ts';
import { kitStates } from '../states.ts';

export const withdrawKit = useCase(contract.withdrawKit, {
  right: 'exams.kit.edit',
  async run(args) {
    const { id, why } = args.input;
    await moveState(args, { machine: kitStates, table: 'exams.kit', id, event: 'withdraw', reason: why });
    await sql`update exams.kit set withdrawn_on = ${args.today} where id = ${id}`.execute(args.tx);
    const reopened = await reopenSessions(args, sql<boolean>`s.kit_id = ${id}`, 'exams:why.kitWithdrawn', {
      why,
    });
    return { id, reopened };
  },
});
