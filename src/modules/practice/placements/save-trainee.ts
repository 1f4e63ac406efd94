import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

/** Entered by the college against the personal file, never by the student: so a contact is confirmed as it is entered. */
export const saveTrainee = useCase(contract.saveTrainee, {
  right: 'practice.placement.edit',
  async run({ input, tx, actor, today, change }) {
    const { personId, homeId, needsAccess, guardianName, guardianContact } = input;
    const own = await sql`select 1 from programmes.student_v where person_id = ${personId}
      and organisation_id = ${actor.organisationId} and status in ('studying', 'leave')`.execute(tx);
    found(own.rows[0]);
    const by = guardianName ? actor.personId : null;
    await sql`insert into practice.trainee (person_id, home_id, needs_access, guardian_name, guardian_contact, guardian_confirmed_by, guardian_confirmed_on)
      values (${personId}, ${homeId}, ${needsAccess}, ${guardianName}, ${guardianContact}, ${by}, ${guardianName ? today : null})
      on conflict (person_id) do update set home_id = excluded.home_id, needs_access = excluded.needs_access,
        guardian_name = excluded.guardian_name, guardian_contact = excluded.guardian_contact,
        guardian_confirmed_by = excluded.guardian_confirmed_by, guardian_confirmed_on = excluded.guardian_confirmed_on`.execute(
      tx,
    );
    change({
      subject: { kind: 'practice.trainee', id: personId, organisationId: actor.organisationId, personId },
      after: { homeId, needsAccess, guardianName, guardianContact },
    });
    return { personId };
  },
});
