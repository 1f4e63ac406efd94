import { sql } from 'kysely';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { ownEmployer } from '../consent/shown.ts';
import { contract } from '../contract.ts';

/** A subscription; one that stands already only changes how many people are looked for. */
export const saveInterest = useCase(contract.saveInterest, {
  right: 'hiring.interest.edit',
  async run({ input, tx, actor, today, newId, change, emit }) {
    const organisationId = ownEmployer(actor);
    const { programmeCode, people = null } = input;
    const known =
      await sql`select 1 from programmes.programme_v where code = ${programmeCode} limit 1`.execute(tx);
    if (known.rows.length === 0)
      throw refuse(
        'hiring:error.noProgramme',
        { code: programmeCode },
        {
          fields: [
            { path: 'programmeCode', key: 'hiring:error.noProgramme', params: { code: programmeCode } },
          ],
        },
      );
    const { rows } = await sql<{
      id: string;
    }>`insert into hiring.interest (id, organisation_id, programme_code, people, since, made_by)
      values (${newId()}, ${organisationId}, ${programmeCode}, ${people}, ${today}, ${actor.personId})
      on conflict (organisation_id, programme_code) where ended_on is null do update set people = excluded.people
      returning id`.execute(tx);
    const id = rows[0]?.id ?? '';
    change({ subject: { kind: 'hiring.interest', id, organisationId }, after: { programmeCode, people } });
    emit('hiring.interest.saved', { id, organisationId, programmeCode });
    return { id };
  },
});
