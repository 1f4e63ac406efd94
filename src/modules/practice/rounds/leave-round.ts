import { type RawBuilder, sql } from 'kysely';
import { found, type RunArgs, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { RoundState } from '../states.ts';
import { roundsWithin } from './round-row.ts';

type Args = Pick<RunArgs<unknown>, 'tx' | 'now' | 'change' | 'emit'>;

/**
 * Takes one student out. Before the draw they are simply not in it; after it the result can no longer be published
 * as it stands; after publication the placement is dealt with by a repair.
 */
async function leave(args: Args, where: RawBuilder<boolean>, roundId: string, why: string) {
  const { tx, now } = args;
  const { rows } = await sql<{
    id: string;
    state: RoundState;
    personId: string;
    withdrawn: boolean;
  }>`select e.id, r.state, s.person_id as "personId", e.withdrawn_at is not null as withdrawn
    from practice.round_entry e join practice.round r on r.id = e.round_id
    join programmes.student_v s on s.id = e.student_id where e.round_id = ${roundId} and ${where} for update of e, r`.execute(
    tx,
  );
  const { id, state, personId, withdrawn } = found(rows[0]);
  if (withdrawn) throw refuse('practice:round.error.alreadyOut', {}, { status: 409 });
  if (state === 'closed' || state === 'cancelled')
    throw refuse(
      'practice:round.error.roundOver',
      { state: `practice:state.round.${state}` },
      { status: 409 },
    );
  await sql`update practice.round_entry set withdrawn_at = ${now}, withdrawn_why = ${why}, rev = rev + 1 where id = ${id}`.execute(
    tx,
  );
  args.change({ subject: { kind: 'practice.round', id: roundId, personId }, after: { withdrawn: why } });
  args.emit('practice.round.left', { id: roundId, entryId: id, state });
  return { id: roundId, state };
}

/** The student withdraws the consent to take part. */
export const leaveRound = useCase(contract.leaveRound, {
  right: 'practice.own.write',
  run: (args) =>
    leave(args, sql<boolean>`s.person_id = ${args.actor.personId}`, args.input.id, args.input.reason),
});

/** Who leads the round takes a student out, with a reason: has left the college, was placed otherwise. */
export const excuseStudent = useCase(contract.excuseStudent, {
  right: 'practice.round.lead',
  run: (args) =>
    leave(
      args,
      sql<boolean>`e.student_id = ${args.input.studentId} and ${roundsWithin(args.scope, args.actor)}`,
      args.input.id,
      args.input.reason,
    ),
});
