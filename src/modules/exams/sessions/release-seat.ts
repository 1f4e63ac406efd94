import { sql } from 'kysely';
import { closeTask } from '../../../platform/tasks/index.ts';
import { found, type RunArgs, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { seatTask } from '../tasks.ts';
import { loadSession, type Session } from './load-session.ts';
import { reopenSessions, type WhyParams } from './reopen-session.ts';
import { tellService } from './seat-expert.ts';

type Args = Pick<RunArgs<unknown>, 'tx' | 'now' | 'newId' | 'change' | 'emit' | 'actor'>;

/** Takes a person out of an exam; a confirmed exam is re-opened by it. */
export async function leaveSeat(
  args: Args,
  session: Session,
  { personId, state, why }: { personId: string; state: 'declined' | 'released'; why: string },
  { reopen = true }: { reopen?: boolean } = {},
): Promise<void> {
  const { tx, now } = args;
  const { rows } = await sql<{
    id: string;
    role: string;
    name: string;
  }>`update exams.session_expert x set state = ${state},
      answered_at = ${now}, why = ${why} from registry.person_v p
    where p.id = x.person_id and x.session_id = ${session.id} and x.person_id = ${personId}
      and x.state in ('invited', 'confirmed') returning x.id, x.role, p.short_name as name`.execute(tx);
  const { id, role, name } = found(rows[0]);
  await sql`delete from exams.person_day where session_id = ${session.id} and person_id = ${personId}`.execute(
    tx,
  );
  await tellService(args, session, { personId, role, state, reason: why });
  await closeTask(
    tx,
    seatTask,
    { kind: 'exams.seat', id },
    { now, as: state === 'released' ? 'cancelled' : 'done', doneBy: personId },
  );
  args.change({
    subject: { kind: 'exams.session', id: session.id, organisationId: session.organisationId, personId },
    after: { seat: role, state, why },
  });
  args.emit('exams.seat.left', { id, sessionId: session.id, personId, role, state });
  const params: WhyParams = { name, reason: why };
  if (reopen) await reopenSessions(args, sql<boolean>`s.id = ${session.id}`, 'exams:why.expertLeft', params);
}

export const releaseSeat = useCase(contract.releaseSeat, {
  right: 'exams.seat.edit',
  async run(args) {
    const { input, tx } = args;
    const session = await loadSession(tx, input.id, { lock: true });
    if (!['planned', 'confirmed', 'prepared'].includes(session.state))
      throw refuse('exams:error.alreadyBegun', { code: session.code }, { status: 409 });
    await leaveSeat(args, session, { personId: input.personId, state: 'released', why: input.why });
    return { id: session.id };
  },
});
