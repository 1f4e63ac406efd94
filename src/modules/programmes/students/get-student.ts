import { sql } from 'kysely';
import { allowedEvents } from '../../../platform/states/pure.ts';
import { found, notFound, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { studentStates } from '../states.ts';
import { type StudentRow, studentColumns, studentFrom, studentsWithin } from './student-row.ts';

interface Card extends StudentRow {
  externalKey: string | null;
  group: { id: string; code: string; course: number };
  programme: { id: string; code: string; name: string };
  seatLine: { id: string; intakeYear: number; funding: 'quota' } | null;
  organisationId: string;
}

interface EventRow {
  id: string;
  on: string;
  kind: string;
  orderNumber: string | null;
  ground: string | null;
  until: string | null;
}

/** Every opening of the card is written into the history under the person. */
export const getStudent = useCase(contract.getStudent, {
  right: 'programmes.student.read',
  async run({ input, tx, actor, scope, today }) {
    if (!actor.verified) throw notFound();
    const { rows } = await sql<Card>`select ${studentColumns(today)}, s.external_key as "externalKey",
        p.organisation_id as "organisationId",
        jsonb_build_object('id', g.id, 'code', g.code, 'course', g.course) as "group",
        jsonb_build_object('id', p.id, 'code', p.code, 'name', p.name) as programme,
        (select jsonb_build_object('id', l.id, 'intakeYear', l.intake_year, 'funding', l.funding)
          from programmes.seat_line l where l.id = s.seat_line_id) as "seatLine"
      from ${studentFrom} join programmes.study_group g on g.id = s.group_id
      join programmes.programme p on p.id = g.programme_id
      where s.id = ${input.id} and ${studentsWithin(scope, actor)}`.execute(tx);
    const { organisationId, ...card } = found(rows[0]);
    const events =
      await sql<EventRow>`select id, on_date as "on", kind, order_number as "orderNumber", ground, until_on as until
      from programmes.student_event where student_id = ${card.id} order by on_date, id`.execute(tx);
    const others = await sql<{ id: string; code: string }>`select g.id, g.code from programmes.study_group g
      join programmes.programme p on p.id = g.programme_id
      where p.organisation_id = ${organisationId} and g.id <> ${card.group.id}
        and g.graduation_year >= extract(year from ${today}::date) order by g.course = ${card.group.course} desc, g.code`.execute(
      tx,
    );
    const mayEdit =
      actor.rights['programmes.student.edit'] === 'organisation' && organisationId === actor.organisationId;
    return {
      ...card,
      events: events.rows,
      next: mayEdit ? eventsFrom(card.status) : [],
      otherGroups: mayEdit ? others.rows : [],
    };
  },
  can: ({ data }) => ({ move: data.next.length > 0 }),
  reads: ({ data }) => ({ kind: 'programmes.student', id: data.id, personId: data.personId }),
});

/** Ways that lead on from a state; whether their guards open depends on the order still to be written. */
const eventsFrom = (status: StudentRow['status']) => {
  const open = Object.fromEntries(['PG-01', 'PG-02', 'PG-03'].map((rule) => [rule, { is: 'ok' as const }]));
  return allowedEvents(studentStates, status, {}, { verdicts: open });
};
