import { sql } from 'kysely';
import type { z } from 'zod';
import { settingOn } from '../../../platform/rules/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract, type mentorCard } from '../contract.ts';
import { type MentorRow, mentorColumns, mentorFrom, mentorsWithin } from './mentor-row.ts';

type Data = z.output<typeof mentorCard>;
type Card = Omit<Data, 'limit' | 'appointments' | 'tutoring'>;

export const getMentor = useCase(contract.getMentor, {
  right: 'specialists.mentor.read',
  async run({ input, tx, actor, scope, today }) {
    const { rows } = await sql<
      Card & MentorRow
    >`select ${mentorColumns(today)}, m.experience_since as "experienceSince",
        m.trained_on as "trainedOn", m.clearance_number as "clearanceNumber", c.short_name as "clearanceBy", m.rev
      from ${mentorFrom(today)} left join registry.person_v c on c.id = m.clearance_by
      where m.id = ${input.id} and ${mentorsWithin(scope, actor)}`.execute(tx);
    const card = found(rows[0]);
    const appointments = await sql<Data['appointments'][number]>`select id, order_number as "orderNumber",
        order_on as "orderOn", legal_basis as "legalBasis", consent_on as "consentOn", content, pay_form as "payForm",
        pay_value as "payValue", capacity, lower(valid) as "from", upper(valid) - 1 as "to", notice_on as "noticeOn",
        notice_by as "noticeBy", notice_reason as "noticeReason"
      from specialists.appointment where mentor_id = ${card.id} order by lower(valid) desc`.execute(tx);
    // who is trained where is for the two who work together; offices see how many
    const named = scope === 'organisation' || scope === 'own';
    const tutoring = await sql<Data['tutoring'][number]>`select t.id,
        case when ${named}::boolean then coalesce(r.full_name, c.name) end as trainee, t.people,
        lower(t.valid) as "from", upper(t.valid) - 1 as "to", t.legal_basis as basis
      from specialists.tutoring t join specialists.appointment a on a.id = t.appointment_id
      left join registry.person_v r on r.id = t.trainee_id
      left join (select distinct id, name from registry.cohort_v) c on c.id = t.cohort_id
      where a.mentor_id = ${card.id} and not isempty(t.valid) order by lower(t.valid) desc, t.id limit 200`.execute(
      tx,
    );
    const limit = await settingOn<number>(tx, 'specialists.traineesPerMentor', today);
    return { ...card, limit, appointments: appointments.rows, tutoring: tutoring.rows };
  },
  can: ({ may }) => ({
    edit: may('specialists.mentor.edit'),
    appoint: may('specialists.mentor.appoint'),
    notice: may('specialists.mentor.notice'),
  }),
  reads: ({ data }) =>
    data.tutoring.length > 0 ? { kind: 'specialists.mentor', id: data.id, personId: data.personId } : null,
});
