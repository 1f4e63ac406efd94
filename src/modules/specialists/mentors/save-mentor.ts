import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { found, refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { insertAssignment, insertPerson } from '../../registry/index.ts';
import { contract } from '../contract.ts';
import { loadMentor } from './load-mentor.ts';

export const saveMentor = useCase(contract.saveMentor, {
  right: 'specialists.mentor.edit',
  async run({ input, tx, actor, scope, today, newId, change }) {
    const { id: oldId, rev, person, ...fields } = input;
    const house = found(actor.organisationId);
    const programmes = sql`${JSON.stringify(fields.programmes)}::jsonb`;
    const list = sql`array(select jsonb_array_elements_text(${programmes}))`;
    if (oldId) {
      const before = await loadMentor(tx, { id: oldId, scope, actor });
      if (rev !== undefined && rev !== before.rev) throw stale();
      await sql`update specialists.mentor set post = ${fields.post}, programmes = ${list}, rev = rev + 1,
          experience_since = ${fields.experienceSince}, trained_on = ${fields.trainedOn} where id = ${oldId}`.execute(
        tx,
      );
      change({ subject: { kind: 'specialists.mentor', id: oldId, organisationId: house }, after: fields });
      return { id: oldId };
    }
    const { rows } = await sql<{
      is_demo: boolean;
    }>`select is_demo from registry.organisation_v where id = ${house}`.execute(tx);
    const isDemo = found(rows[0]).is_demo;
    const personId =
      'id' in person
        ? await ownWorker(tx, person.id, house, today)
        : await insertPerson(tx, { ...person, today, newId, isDemo });
    const held =
      await sql`select 1 from registry.assignment_v where person_id = ${personId} and role = 'mentor'
      and organisation_id = ${house} and valid @> ${today}::date`.execute(tx);
    if (held.rows.length === 0)
      await insertAssignment(tx, {
        personId,
        role: 'mentor',
        organisationId: house,
        from: today,
        to: null,
        newId,
        appointedBy: actor.personId,
        ground: 'specialists.mentor',
      });
    const id = newId();
    await sql`insert into specialists.mentor (id, person_id, organisation_id, post, programmes, experience_since, trained_on, is_demo)
      values (${id}, ${personId}, ${house}, ${fields.post}, ${list}, ${fields.experienceSince}, ${fields.trainedOn}, ${isDemo})`.execute(
      tx,
    );
    change({ subject: { kind: 'specialists.mentor', id, organisationId: house, personId }, after: fields });
    return { id };
  },
});

/** A known person may become a mentor only where they work, and once. */
async function ownWorker(tx: Tx, personId: string, house: string, today: string): Promise<string> {
  const works = await sql`select 1 from registry.tie_v where kind = 'works_for' and person_id = ${personId}
    and to_organisation_id = ${house} and valid @> ${today}::date`.execute(tx);
  if (works.rows.length === 0)
    throw refuse(
      'specialists:error.notWorker',
      {},
      { fields: [{ path: 'person', key: 'specialists:error.notWorker' }] },
    );
  const known =
    await sql`select 1 from specialists.mentor where person_id = ${personId} and organisation_id = ${house}`.execute(
      tx,
    );
  if (known.rows.length > 0) throw refuse('specialists:error.alreadyMentor', {}, { status: 409 });
  return personId;
}
