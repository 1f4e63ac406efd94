import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { demandAll, judge, settingsOf, type Verdict } from '../../../platform/rules/index.ts';
import { found } from '../../../platform/use-case/index.ts';
import { addTie, endTies } from '../../registry/index.ts';
import { basisRule, clearanceRule, coverRule, loadRule } from '../rules/mentor-rules.ts';
import { peakLoad } from './peak-load.ts';

export interface Training {
  appointmentId: string;
  /** Where the trainee works those days. */
  hostId: string;
  from: string;
  to: string;
  /** The trainee has a labour contract there for these days. */
  employed: boolean;
  /** How many come: 1, or the size of the cohort. */
  people: number;
}

interface Order {
  mentorId: string;
  personId: string;
  organisationId: string;
  clearanceOn: string | null;
  capacity: number;
  legalBasis: string;
  orderFrom: string;
  orderTo: string | null;
}

async function orderOf(tx: Tx, id: string): Promise<Order> {
  // the mentor's row is the lock under which the load is counted
  const { rows } =
    await sql<Order>`select m.id as "mentorId", m.person_id as "personId", m.organisation_id as "organisationId",
      m.clearance_on as "clearanceOn", a.capacity, a.legal_basis as "legalBasis", lower(a.valid) as "orderFrom",
      upper(a.valid) - 1 as "orderTo"
    from specialists.appointment a join specialists.mentor m on m.id = a.mentor_id where a.id = ${id} for update of m`.execute(
      tx,
    );
  return found(rows[0]);
}

type Judged = [{ rule: string }, Verdict];

async function judged(tx: Tx, order: Order, training: Training): Promise<Judged[]> {
  const { from, to, employed, hostId, people } = training;
  const { clearanceOn, capacity, legalBasis, orderFrom, orderTo } = order;
  const before = await peakLoad(tx, { mentorId: order.mentorId, from, to });
  const settings = await settingsOf(tx, clearanceRule, from);
  const limits = await settingsOf(tx, loadRule, from);
  const cover = { from, to, orderFrom, orderTo, sameHost: order.organisationId === hostId };
  return [
    [coverRule, judge(coverRule, cover, {}, from)],
    [clearanceRule, judge(clearanceRule, { clearanceOn, from, to }, settings, from)],
    [basisRule, judge(basisRule, { legalBasis, employed }, {}, from)],
    [loadRule, judge(loadRule, { trainees: before + people, capacity }, limits, from)],
  ];
}

/** What the rules say of a mentor for a trainee, without changing anything. The mentor's row stays locked. */
export async function judgeMentor(tx: Tx, training: Training): Promise<Judged[]> {
  return judged(tx, await orderOf(tx, training.appointmentId), training);
}

export interface NewTraining extends Training {
  trainee: { personId: string } | { cohortId: string };
  source: { kind: string; id: string };
  newId(): string;
}

/**
 * Makes a mentor teach a student or a cohort on these days: refused by MN-05…MN-08, otherwise written with its tie of
 * the registry in the caller's transaction. Gives the id of the tutoring.
 */
export async function assignTrainee(tx: Tx, training: NewTraining): Promise<string> {
  const { appointmentId, trainee, people, from, to, source, newId } = training;
  const order = await orderOf(tx, appointmentId);
  demandAll(await judged(tx, order, training));
  const id = newId();
  const personId = 'personId' in trainee ? trainee.personId : null;
  const cohortId = 'cohortId' in trainee ? trainee.cohortId : null;
  await sql`insert into specialists.tutoring (id, appointment_id, trainee_id, cohort_id, people, legal_basis, valid, source_kind, source_id)
    values (${id}, ${appointmentId}, ${personId}, ${cohortId}, ${people}, ${order.legalBasis},
      daterange(${from}::date, ${to}::date, '[]'), ${source.kind}, ${source.id})`.execute(tx);
  await addTie(tx, {
    kind: 'mentors',
    from: { personId: order.personId },
    to: trainee,
    since: from,
    until: to,
    source: { kind: 'specialists.tutoring', id },
    newId,
  });
  return id;
}

/** Ends what stands on a source, such as a placement; `on` is the first day without the mentor. */
export async function endTutoring(
  tx: Tx,
  source: NewTraining['source'],
  on: string,
  why: string,
): Promise<number> {
  const { rows } = await sql<{ id: string }>`update specialists.tutoring
    set valid = daterange(least(lower(valid), ${on}::date), ${on}::date), ended_why = ${why}
    where source_kind = ${source.kind} and source_id = ${source.id} and upper(valid) > ${on}::date returning id`.execute(
    tx,
  );
  for (const { id } of rows) await endTies(tx, { kind: 'specialists.tutoring', id }, on);
  return rows.length;
}
