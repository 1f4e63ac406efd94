import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { nextState } from '../../../platform/states/pure.ts';
import { type RunArgs, refuse } from '../../../platform/use-case/index.ts';
import { studentStates } from '../states.ts';
import { judgeOrder } from './judge-order.ts';
import { leaveGroup } from './leave-group.ts';
import type { LockedStudent } from './locked-student.ts';

type Event = (typeof studentStates.transitions)[number]['event'];

export interface StudentOrder {
  event: Event;
  on: string;
  until?: string | null;
  orderNumber: string | null;
  ground: string | null;
  /** Leaves for another group of the college, in the same transaction. */
  staysInCollege?: boolean;
}

/**
 * One order about a student: the guarded step of the state machine, the dated event, and for who leaves the end of the
 * cohort and of the role. One transaction with the caller's.
 */
export async function stepStudent(
  {
    tx,
    today,
    newId,
    change,
    emit,
    actor,
  }: Pick<RunArgs<unknown>, 'tx' | 'today' | 'newId' | 'change' | 'emit' | 'actor'>,
  student: LockedStudent,
  order: StudentOrder,
) {
  const { event, on, until = null } = order;
  const verdicts = await judgeOrder(tx, { ...student, on, until, today });
  const step = nextState(studentStates, student.status, event, { verdicts, actorId: actor.personId });
  if (!step.ok) {
    const fields = step.field ? [{ path: step.field, key: step.messageKey, params: step.params }] : [];
    throw refuse(step.messageKey, step.params, {
      rule: step.rule,
      fields,
      status: step.impossible ? 409 : 422,
    });
  }
  await note(tx, student.id, step.to, { ...order, until }, newId);
  if (step.to !== 'studying' && step.to !== 'leave')
    await leaveGroup(tx, { ...student, studentId: student.id, on, staysInCollege: order.staysInCollege });
  change({
    subject: {
      kind: 'programmes.student',
      id: student.id,
      organisationId: student.organisationId,
      personId: student.personId,
    },
    before: { status: student.status },
    after: { status: step.to, event, on, until, order: order.orderNumber, ground: order.ground },
  });
  if (step.transition.effect)
    emit(step.transition.effect, {
      studentId: student.id,
      personId: student.personId,
      groupId: student.groupId,
      event,
      on,
    });
  return step.to;
}

async function note(tx: Tx, id: string, status: string, order: StudentOrder, newId: () => string) {
  await sql`update programmes.student set status = ${status}, rev = rev + 1 where id = ${id}`.execute(tx);
  await sql`insert into programmes.student_event (id, student_id, on_date, kind, order_number, ground, until_on)
    values (${newId()}, ${id}, ${order.on}, ${order.event}, ${order.orderNumber}, ${order.ground},
      ${order.event === 'leave' ? (order.until ?? null) : null})`.execute(tx);
}
