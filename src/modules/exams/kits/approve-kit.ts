import { sql } from 'kysely';
import { moveState } from '../../../platform/states/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { reopenSessions } from '../sessions/reopen-session.ts';
import { kitStates } from '../states.ts';
import { loadKit } from './load-kit.ts';
import { kitHash } from './put-kit.ts';
import { demandSound } from './save-kit.ts';

/**
 * From now on the kit stays as it is. An older edition of the same code is withdrawn, and exams planned by it that have
 * not begun are re-opened: their people are told.
 */
export const approveKit = useCase(contract.approveKit, {
  right: 'exams.kit.edit',
  async run(args) {
    const { input, tx, today } = args;
    const kit = found(await loadKit(tx, input.id));
    await demandSound(args, kit.body);
    const { rows } = await sql<{
      id: string;
    }>`select id from exams.kit where code = ${kit.row.code} and state = 'approved'
      and id <> ${input.id} for update`.execute(tx);
    let reopened = 0;
    for (const { id } of rows) {
      await moveState(args, { machine: kitStates, table: 'exams.kit', id, event: 'withdraw' });
      await sql`update exams.kit set withdrawn_on = ${today} where id = ${id}`.execute(tx);
      reopened += await reopenSessions(args, sql<boolean>`s.kit_id = ${id}`, 'exams:why.kitChanged', {
        code: kit.row.code,
      });
    }
    const hash = kitHash(kit.body);
    await moveState(args, { machine: kitStates, table: 'exams.kit', id: input.id, event: 'approve' });
    await sql`update exams.kit set approved_on = ${today}, hash = ${hash} where id = ${input.id}`.execute(tx);
    return { id: input.id, hash, reopened };
  },
});
