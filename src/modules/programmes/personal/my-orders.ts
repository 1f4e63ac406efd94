import { sql } from 'kysely';
import { definePersonalData } from '../../../platform/retention/index.ts';

interface Order {
  id: string;
  on_date: string;
  kind: string;
  order_number: string | null;
  ground: string | null;
  until_on: string | null;
}

/** Orders about the person as a student: enrolment, leave, transfer, expulsion, graduation. */
export const myOrders = definePersonalData({
  id: 'programmes.studentEvent',
  titleKey: 'programmes:personal.order.title',
  basis: 'law',
  basisKey: 'programmes:personal.study.basis',
  purposeKey: 'programmes:personal.order.purpose',
  async collect(tx, personId) {
    const { rows } = await sql<Order>`select e.id, e.on_date, e.kind, e.order_number, e.ground, e.until_on
      from programmes.student_event e join programmes.student s on s.id = e.student_id
      where s.person_id = ${personId} order by e.on_date desc, e.id desc`.execute(tx);
    const label = (noun: string) => `programmes:personal.order.${noun}`;
    return rows.map((row) => ({
      id: row.id,
      fields: [
        { labelKey: label('on'), value: row.on_date, as: 'day' as const },
        { labelKey: label('kind'), value: `programmes:event.student.${row.kind}`, as: 'messageKey' as const },
        { labelKey: label('number'), value: row.order_number },
        { labelKey: label('ground'), value: row.ground },
        { labelKey: label('until'), value: row.until_on, as: 'day' as const },
      ],
    }));
  },
});
