import { sql } from 'kysely';
import { found, useCase } from '../../use-case/index.ts';
import { revokeSessions } from '../accounts.ts';
import { contract } from '../contract.ts';

/** An administrator ends every session of a person: a lost phone, a dismissal, a suspicion. */
export const signPersonOut = useCase(contract.signPersonOut, {
  right: 'identity.account.manage',
  async run({ input, tx, change }) {
    const { rows } = await sql<{ id: string }>`
      select id from identity."user" where person_id = ${input.personId}`.execute(tx);
    const ended = await revokeSessions(tx, found(rows[0]).id);
    const subject = { kind: 'identity.account', id: input.personId, personId: input.personId };
    change({ subject, after: { ended, reason: input.reason } });
    return { ended };
  },
});
