import { sql } from 'kysely';
import { found, useCase } from '../../use-case/index.ts';
import { contract } from '../contract.ts';

/** Signs one device out, at once: sessions are read from the table on every request. */
export const revokeMySession = useCase(contract.revokeMySession, {
  right: 'identity.session.own',
  async run({ input, tx, actor, change }) {
    const { rows } = await sql<{ device: string }>`
      delete from identity.session s using identity."user" u
      where u.id = s.user_id and u.person_id = ${actor.personId} and s.id = ${input.id}
      returning coalesce(s.user_agent, '') as device`.execute(tx);
    const { device } = found(rows[0]);
    change({
      subject: { kind: 'identity.session', id: input.id, personId: actor.personId },
      before: { device },
    });
    return {};
  },
});
