import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

/** DE-21: whoever did not come brings the application later; the additional date is counted from its day. */
export const noteAbsence = useCase(contract.noteAbsence, {
  right: 'exams.session.plan',
  async run({ input, tx, actor, scope, today, change }) {
    const { rows } = await sql<{
      organisationId: string;
      personId: string;
      day: string;
      absence: string | null;
      absenceOn: string | null;
    }>`select e.organisation_id as "organisationId", e.person_id as "personId", s.day, e.absence, e.absence_on as "absenceOn"
      from exams.examinee e join exams.session s on s.id = e.session_id where e.id = ${input.id} and e.present = false
        and ${within(scope, actor, { organisation: 'e.organisation_id' })} for update of e`.execute(tx);
    const { organisationId, personId, day, absence, absenceOn } = found(rows[0]);
    const wrong = (key: string, params: Record<string, string>) =>
      refuse(key, params, { fields: [{ path: 'on', key, params }] });
    if (input.on > today) throw wrong('exams:error.futureDay', { day: input.on });
    if (input.on < day) throw wrong('exams:error.beforeExam', { day });
    await sql`update exams.examinee set absence = ${input.absence}, absence_on = ${input.on} where id = ${input.id}`.execute(
      tx,
    );
    change({
      subject: { kind: 'exams.examinee', id: input.id, organisationId, personId },
      before: { absence, absenceOn },
      after: { absence: input.absence, absenceOn: input.on, paper: input.paper },
    });
    return { id: input.id };
  },
});
