import { sql } from 'kysely';
import { found, refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { insertPerson } from '../../registry/index.ts';
import { contract } from '../contract.ts';
import { giveExpertRole } from './give-expert-role.ts';
import { putExpert } from './put-expert.ts';

interface Stored {
  personId: string;
  rev: number;
  isDemo: boolean;
}

export const saveExpert = useCase(contract.saveExpert, {
  right: 'specialists.expert.edit',
  async run({ input, tx, actor, today, newId, change, emit }) {
    const { id: oldId, rev, person, ...fields } = input;
    const id = oldId ?? newId();
    let personId: string;
    let isDemo = false;
    if (oldId) {
      const { rows } = await sql<Stored>`select person_id as "personId", rev, is_demo as "isDemo"
        from specialists.expert where id = ${oldId} for update`.execute(tx);
      const before = found(rows[0]);
      if (rev !== undefined && rev !== before.rev) throw stale();
      ({ personId, isDemo } = before);
    } else {
      if (fields.organisationId) {
        const house = await sql<{ is_demo: boolean }>`select is_demo from registry.organisation_v
          where id = ${fields.organisationId}`.execute(tx);
        isDemo = found(house.rows[0]).is_demo;
      }
      personId =
        'id' in person ? person.id : await insertPerson(tx, { ...person, sex: null, today, newId, isDemo });
      const known = await sql`select 1 from specialists.expert where person_id = ${personId}`.execute(tx);
      if (known.rows.length > 0)
        throw refuse(
          'specialists:error.alreadyExpert',
          {},
          { status: 409, fields: [{ path: 'person', key: 'specialists:error.alreadyExpert' }] },
        );
    }
    await putExpert(tx, { ...fields, id, personId, isDemo, today, newId });
    await giveExpertRole({ tx, today, newId, actor }, personId, 'specialists.expert');
    change({ subject: { kind: 'specialists.expert', id, personId }, after: fields });
    emit('specialists.expert.changed', { id, personId });
    return { id };
  },
});
