import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import { demand, judge, settingsOf } from '../../../platform/rules/index.ts';
import { found, refuse } from '../../../platform/use-case/index.ts';
import { insertAssignment, insertPerson, joinCohort } from '../../registry/index.ts';
import type { personFields } from '../contract.ts';
import { seatLineRule } from '../rules/seat-line-rule.ts';
import { orderDayRule } from '../rules/student-order-rules.ts';

export interface Enrolment {
  groupId: string;
  /** The seat line the student is admitted on. An import of those who study already may not know it. */
  seatLineId: string | null;
  funding: 'quota' | 'target' | 'paid';
  person: { id: string } | z.output<typeof personFields>;
  kind: 'enrolment' | 'transfer-in';
  on: string;
  orderNumber: string | null;
  ground: string | null;
  externalKey: string | null;
  today: string;
  newId(): string;
}

interface Group {
  organisation_id: string;
  programme_id: string;
  intake_year: number;
  is_demo: boolean;
}

/**
 * Enrols a person into a group in the caller's transaction: the student with the first order, the place in the
 * registry's cohort and the dated role. Refuses a seat line of another programme or year, or without a seat left.
 */
export async function enrolStudent(tx: Tx, e: Enrolment) {
  const { rows } = await sql<Group>`select p.organisation_id, g.programme_id, g.intake_year, o.is_demo
    from programmes.study_group g join programmes.programme p on p.id = g.programme_id
    join registry.organisation_v o on o.id = p.organisation_id where g.id = ${e.groupId}`.execute(tx);
  const group = found(rows[0]);
  if (e.seatLineId) await takeSeat(tx, e, group);
  const settings = await settingsOf(tx, orderDayRule, e.today);
  demand(orderDayRule, judge(orderDayRule, { on: e.on, last: null, today: e.today }, settings, e.on));
  const personId =
    'id' in e.person
      ? e.person.id
      : await insertPerson(tx, { ...e.person, today: e.today, newId: e.newId, isDemo: group.is_demo });
  const here = await sql`select 1 from programmes.student
    where person_id = ${personId} and group_id = ${e.groupId} and status in ('studying', 'leave')`.execute(
    tx,
  );
  if (here.rows.length > 0) throw refuse('programmes:error.alreadyInGroup', {}, { status: 409 });
  const studentId = e.newId();
  await sql`insert into programmes.student (id, person_id, group_id, seat_line_id, funding, status, external_key)
    values (${studentId}, ${personId}, ${e.groupId}, ${e.seatLineId}, ${e.funding}, 'studying', ${e.externalKey})`.execute(
    tx,
  );
  await sql`insert into programmes.student_event (id, student_id, on_date, kind, order_number, ground)
    values (${e.newId()}, ${studentId}, ${e.on}, ${e.kind}, ${e.orderNumber}, ${e.ground})`.execute(tx);
  await joinCohort(tx, e.groupId, personId, e.on);
  await giveRole(tx, { personId, organisationId: group.organisation_id, on: e.on, newId: e.newId });
  return { studentId, personId, organisationId: group.organisation_id };
}

/** The line is locked, so that two enrolments at once cannot take one last seat. */
async function takeSeat(tx: Tx, e: Enrolment, group: Group) {
  const { rows } = await sql<{ programme_id: string; intake_year: number; funding: string; seats: number }>`
    select programme_id, intake_year, funding, seats from programmes.seat_line where id = ${e.seatLineId} for update`.execute(
    tx,
  );
  const line = found(rows[0]);
  const taken = await sql<{ n: number }>`select count(*)::int as n from programmes.student
    where seat_line_id = ${e.seatLineId} and status in ('studying', 'leave')`.execute(tx);
  const facts = {
    sameProgramme: line.programme_id === group.programme_id,
    sameYear: line.intake_year === group.intake_year,
    lineFunding: line.funding,
    funding: e.funding,
    seats: line.seats,
    taken: taken.rows[0]?.n ?? 0,
  };
  demand(seatLineRule, judge(seatLineRule, facts, {}, e.on));
}

interface Role {
  personId: string;
  organisationId: string;
  on: string;
  newId(): string;
}

/** One role of a student per college, however many groups. */
async function giveRole(tx: Tx, { personId, organisationId, on, newId }: Role) {
  const held =
    await sql`select 1 from registry.assignment_v where person_id = ${personId} and role = 'student'
    and organisation_id = ${organisationId} and valid && daterange(${on}::date, null)`.execute(tx);
  if (held.rows.length > 0) return;
  await insertAssignment(tx, {
    personId,
    role: 'student',
    organisationId,
    from: on,
    to: null,
    appointedBy: null,
    ground: 'programmes.student',
    newId,
  });
}
