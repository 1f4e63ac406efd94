import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { kept } from './visible.ts';

export const addMember = useCase(contract.addMember, {
  right: 'bodies.body.edit',
  async run({ input, tx, actor, scope, newId, change, emit }) {
    const { bodyId, personId, organisationId, post, from } = input;
    const body = await sql<{ organisation_id: string }>`select b.organisation_id from bodies.body b
      where b.id = ${bodyId} and ${kept(scope, actor)} for update`.execute(tx);
    const { organisation_id: owner } = found(body.rows[0]);
    const { rows } = await sql<{ person_id: string; post: string }>`select person_id, post from bodies.member
      where body_id = ${bodyId} and valid && daterange(${from}::date, null)`.execute(tx);
    const fault = (path: string, key: string) => refuse(key, {}, { status: 409, fields: [{ path, key }] });
    if (rows.some((row) => row.person_id === personId)) throw fault('personId', 'bodies:error.alreadyMember');
    if ((post === 'chair' || post === 'secretary') && rows.some((row) => row.post === post))
      throw fault('post', 'bodies:error.postTaken');
    const id = newId();
    await sql`insert into bodies.member (id, body_id, person_id, organisation_id, post, valid)
      values (${id}, ${bodyId}, ${personId}, ${organisationId}, ${post}, daterange(${from}::date, null))`.execute(
      tx,
    );
    change({
      subject: { kind: 'bodies.body', id: bodyId, organisationId: owner, personId },
      after: { member: personId, post, from },
    });
    emit('bodies.memberAdded', { bodyId, personId });
    return { id };
  },
});
