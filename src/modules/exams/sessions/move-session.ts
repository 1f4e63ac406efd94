import { sql } from 'kysely';
import { moveState } from '../../../platform/states/index.ts';
import { openTask } from '../../../platform/tasks/index.ts';
import { type RunArgs, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { writeIncident } from '../days/note-incident.ts';
import { formProtocol } from '../results/form-protocol.ts';
import { recordResults } from '../results/record-results.ts';
import { type SessionEvent, type SessionState, sessionStates } from '../states.ts';
import { gradeTask } from '../tasks.ts';
import { judgeSession } from './judge-session.ts';
import { demandLead } from './lead-of.ts';
import { loadSession, type Session, visibleSession } from './load-session.ts';
import { sealDraw } from './seal-draw.ts';
import { tellService } from './seat-expert.ts';
import { giveBack } from './take-workplaces.ts';

type Args = Pick<RunArgs<unknown>, 'tx' | 'actor' | 'now' | 'today' | 'newId' | 'emit' | 'change'>;

/** Steps the operator alone takes; the others are of the chief or the technical expert too. */
const OPERATOR: readonly SessionEvent[] = ['confirm', 'cancel', 'annul', 'close'];

/** Moves an exam by one event under the guards of its regime, and does what comes with the step. */
export async function stepSession(
  args: Args,
  s: Session,
  event: SessionEvent,
  more: { reason?: string | null; expected?: SessionState } = {},
): Promise<SessionState> {
  const { tx, now, today, newId } = args;
  if ((event === 'suspend' || event === 'annul' || event === 'cancel') && !more.reason)
    throw refuse('exams:error.sayWhy', {}, { fields: [{ path: 'reason', key: 'exams:error.sayWhy' }] });
  const { to } = await moveState(args, {
    machine: sessionStates,
    table: 'exams.session',
    id: s.id,
    event,
    facts: { verdicts: await judgeSession(tx, s, event, today) },
    ...more,
    subject: { organisationId: s.organisationId },
    payload: { organisationId: s.organisationId, programmeCode: s.programmeCode, day: s.day },
  });
  await sql`update exams.session set rev = rev + 1, state_before = ${s.state},
      why = ${event === 'confirm' || event === 'resume' ? null : more.reason ? JSON.stringify({ key: 'exams:why.said', params: { why: more.reason } }) : s.why}
    where id = ${s.id}`.execute(tx);
  if (event === 'confirm') await sealDraw(args, s.id);
  if (event === 'cancel' || event === 'annul') {
    await giveBack(tx, s.id);
    await sql`update exams.examinee set holds = false where session_id = ${s.id}`.execute(tx);
  }
  if (event === 'close')
    await sql`update exams.examinee set holds = false where session_id = ${s.id}`.execute(tx);
  if (event === 'suspend') await writeIncident(args, s, { kind: 'site', text: more.reason ?? '' });
  if (event === 'mark') {
    await sql`update exams.session set locked_at = ${now} where id = ${s.id}`.execute(tx);
    await recordResults(args, s);
    await formProtocol(args, await loadSession(tx, s.id), null);
  }
  if (event === 'sign') {
    const { rows } = await sql<{
      personId: string;
      role: string;
    }>`select person_id as "personId", role from exams.session_expert
      where session_id = ${s.id} and state = 'confirmed'`.execute(tx);
    for (const one of rows) await tellService(args, s, { ...one, state: 'served' });
  }
  if (event === 'transfer')
    await openTask(tx, gradeTask, {
      subject: { kind: 'exams.session', id: s.id },
      for: { role: 'board_chair', organisationId: s.organisationId },
      params: { exam: s.code, day: s.day },
      now,
      newId,
    });
  return to;
}

export const moveSession = useCase(contract.moveSession, {
  right: 'exams.session.read',
  async run(args) {
    const { input, tx, actor, scope, may } = args;
    const { id, event, expected } = input;
    const s = await loadSession(tx, id, { where: visibleSession(scope, actor), lock: true });
    if (OPERATOR.includes(event)) {
      if (!may('exams.session.confirm'))
        throw refuse('use-case:error.noRight', { right: 'exams.session.confirm' }, { status: 403 });
    } else await demandLead(args, s, event === 'transfer' ? ['chief'] : ['chief', 'technical']);
    return {
      id,
      state: await stepSession(args, s, event, {
        reason: input.reason ?? null,
        ...(expected ? { expected } : {}),
      }),
    };
  },
});
