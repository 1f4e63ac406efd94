import { sql } from 'kysely';
import { productionCalendar } from '../../../platform/calendar/index.ts';
import { demand, judge, settingsOf } from '../../../platform/rules/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { endTies } from '../../registry/index.ts';
import { contract } from '../contract.ts';
import { noticeRule } from '../rules/mentor-rules.ts';
import { mentorsWithin } from './mentor-row.ts';

const dayAfter = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

interface Order {
  id: string;
  mentorId: string;
  personId: string;
  organisationId: string;
  from: string;
  to: string | null;
  noticeOn: string | null;
}

/** Stops an order early: its last day moves, trainees' stays and ties end with it, and their rooms are told. */
export const giveNotice = useCase(contract.giveNotice, {
  right: 'specialists.mentor.notice',
  async run({ input, tx, actor, scope, today, change, emit }) {
    const { rows } = await sql<Order>`select a.id, a.mentor_id as "mentorId", m.person_id as "personId",
        m.organisation_id as "organisationId", lower(a.valid) as "from", upper(a.valid) - 1 as "to", a.notice_on as "noticeOn"
      from specialists.appointment a join specialists.mentor m on m.id = a.mentor_id
      where a.id = ${input.id} and ${mentorsWithin(scope, actor)} for update of a`.execute(tx);
    const order = found(rows[0]);
    const { lastDay, reason } = input;
    if (order.noticeOn)
      throw refuse('specialists:error.noticeGiven', { on: order.noticeOn }, { status: 409 });
    if (lastDay < order.from || (order.to !== null && lastDay >= order.to))
      throw refuse(
        'specialists:error.outsideOrder',
        {},
        { fields: [{ path: 'lastDay', key: 'specialists:error.outsideOrder' }] },
      );
    const workingDays = productionCalendar().workingDaysBetween(today, lastDay);
    demand(noticeRule, judge(noticeRule, { workingDays }, await settingsOf(tx, noticeRule, today), today));
    const by = order.personId === actor.personId ? 'mentor' : 'organisation';
    await sql`update specialists.appointment set notice_on = ${today}, notice_by = ${by}, notice_reason = ${reason},
      valid = daterange(lower(valid), ${lastDay}::date, '[]'), rev = rev + 1 where id = ${order.id}`.execute(
      tx,
    );
    const cut = await sql<{ id: string; source_kind: string; source_id: string }>`update specialists.tutoring
      set valid = daterange(least(lower(valid), ${dayAfter(lastDay)}::date), ${dayAfter(lastDay)}::date), ended_why = ${reason}
      where appointment_id = ${order.id} and (upper_inf(valid) or upper(valid) > ${dayAfter(lastDay)}::date)
      returning id, source_kind, source_id`.execute(tx);
    for (const { id } of cut.rows) await endTies(tx, { kind: 'specialists.tutoring', id }, dayAfter(lastDay));
    change({
      subject: {
        kind: 'specialists.mentor',
        id: order.mentorId,
        organisationId: order.organisationId,
        personId: order.personId,
      },
      after: { lastDay, reason, by },
    });
    emit('specialists.mentor.stops', {
      appointmentId: order.id,
      lastDay,
      sources: cut.rows.map(({ source_kind, source_id }) => ({ kind: source_kind, id: source_id })),
    });
    return { id: order.id, trainees: cut.rows.length };
  },
});
