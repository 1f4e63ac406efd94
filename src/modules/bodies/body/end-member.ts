import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { kept } from './visible.ts';

export const endMember = useCase(contract.endMember, {
  right: 'bodies.body.edit',
  async run({ input, tx, actor, scope, change, emit }) {
    const { rows } = await sql<{
      body_id: string;
      person_id: string;
      from: string;
    }>`select m.body_id, m.person_id, lower(m.valid) as "from"
      from bodies.member m join bodies.body b on b.id = m.body_id
      where m.id = ${input.id} and ${kept(scope, actor)} for update of m`.execute(tx);
    const member = found(rows[0]);
    if (input.on <= member.from)
      throw refuse(
        'bodies:error.endsBeforeStart',
        {},
        { fields: [{ path: 'on', key: 'bodies:error.endsBeforeStart' }] },
      );
    await sql`update bodies.member set valid = daterange(lower(valid), ${input.on}::date) where id = ${input.id}`.execute(
      tx,
    );
    change({
      subject: { kind: 'bodies.body', id: member.body_id, personId: member.person_id },
      after: { endsOn: input.on },
    });
    emit('bodies.memberEnded', { bodyId: member.body_id, personId: member.person_id });
    return { id: input.id };
  },
});
