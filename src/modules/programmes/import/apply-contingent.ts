import { sql } from 'kysely';
import { found, type RunArgs, refuse } from '../../../platform/use-case/index.ts';
import { insertGroup } from '../groups/insert-group.ts';
import { enrolStudent } from '../students/enrol-student.ts';
import { stepStudent } from '../students/step-student.ts';
import type { ContingentRow } from './import-contingent.ts';
import { knownContingent } from './known-contingent.ts';
import { knownPersons } from './known-persons.ts';
import { isNewGroup, type PlannedStudent, planContingent } from './plan-contingent.ts';

type Args = Pick<RunArgs<unknown>, 'tx' | 'today' | 'newId' | 'change' | 'emit' | 'actor'>;

export interface Applied {
  added: number;
  changed: number;
  same: number;
  refused: number;
}

interface Ask {
  organisationId: string;
  rows: ContingentRow[];
  /** Row → the person it is, as somebody has decided. */
  same: Map<number, string>;
  mode: 'all' | 'good';
}

/** Writes a list of students: new ones are enrolled, known ones changed where they differ, nothing twice. */
export async function applyContingent(
  args: Args,
  { organisationId, rows, same, mode }: Ask,
): Promise<Applied> {
  const { tx, today, newId } = args;
  const plan = planContingent(rows, await knownContingent(tx, organisationId), today);
  if (mode === 'all' && plan.refused.length > 0)
    throw refuse('programmes:error.importHasFaults', { count: plan.refused.length });
  const proposed = await knownPersons(tx, plan.rows);
  const groups = new Map<string, string>();
  for (const group of plan.newGroups) {
    const { code, intakeYear, course, graduationYear, programme } = group;
    const fields = { code, intakeYear, course, graduationYear, programmeId: programme.id, curatorId: null };
    groups.set(group.key, await insertGroup(tx, { ...fields, organisationId, today, newId }));
  }
  const groupId = ({ group }: PlannedStudent) =>
    isNewGroup(group) ? found(groups.get(group.key)) : group.id;
  const done: Applied = { added: 0, changed: 0, same: 0, refused: plan.refused.length };
  for (const row of plan.rows) {
    if (row.action === 'same') done.same += 1;
    else if (row.action === 'add') {
      const chosen = same.get(row.data.row);
      // only a person the preview proposed may be taken
      await add(args, row, groupId(row), chosen && proposed.get(row.data.row) === chosen ? chosen : null);
      done.added += 1;
    } else {
      await update(args, row, groupId(row), organisationId);
      done.changed += 1;
    }
  }
  return done;
}

async function add(args: Args, row: PlannedStudent, groupId: string, personId: string | null) {
  const { tx, today, newId, change, emit } = args;
  const { data, funding, seatLineId, group } = row;
  const on = data.enrolledOn ?? `${group.intakeYear}-09-01`;
  const {
    studentId,
    personId: who,
    organisationId,
  } = await enrolStudent(tx, {
    groupId,
    // those who study already hold their seats: the line is named, not taken anew
    seatLineId: null,
    funding,
    person: personId ? { id: personId } : data,
    kind: 'enrolment',
    on,
    orderNumber: data.orderNumber,
    ground: null,
    externalKey: data.externalKey,
    today,
    newId,
  });
  await sql`update programmes.student set seat_line_id = ${seatLineId}, status = ${data.status} where id = ${studentId}`.execute(
    tx,
  );
  if (data.status === 'leave')
    await sql`insert into programmes.student_event (id, student_id, on_date, kind)
      values (${newId()}, ${studentId}, ${on > today ? on : today}, 'leave')`.execute(tx);
  change({
    subject: { kind: 'programmes.student', id: studentId, organisationId, personId: who },
    after: { groupId, funding, on, order: data.orderNumber },
  });
  emit('programmes.student.enrolled', { studentId, personId: who, groupId, on });
}

async function update(args: Args, row: PlannedStudent, groupId: string, organisationId: string) {
  const { tx, today, newId, change } = args;
  const { data, funding, seatLineId, group } = row;
  const student = found(row.student);
  const externalKey = data.externalKey ?? student.externalKey;
  let id = student.id;
  if (row.moves) {
    const { personId, status } = student;
    const last = await sql<{
      on: string;
    }>`select max(on_date) as "on" from programmes.student_event where student_id = ${id}`.execute(tx);
    const lastDay = last.rows[0]?.on ?? today;
    const order = { on: lastDay > today ? lastDay : today, orderNumber: data.orderNumber, ground: null };
    const locked = { ...student, organisationId, graduationYear: group.graduationYear, last: lastDay };
    await stepStudent(args, { ...locked, status }, { ...order, event: 'transfer-out', staysInCollege: true });
    const moved = { groupId, seatLineId: null, funding, person: { id: personId }, externalKey, today, newId };
    ({ studentId: id } = await enrolStudent(tx, { ...moved, ...order, kind: 'transfer-in' }));
  }
  await sql`update programmes.student set funding = ${funding}, external_key = ${externalKey},
    seat_line_id = coalesce(${seatLineId}, seat_line_id), rev = rev + 1 where id = ${id}`.execute(tx);
  change({
    subject: { kind: 'programmes.student', id, organisationId, personId: student.personId },
    before: { funding: student.funding, groupId: student.groupId },
    after: { funding, groupId },
  });
}
