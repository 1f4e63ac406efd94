import { sql } from 'kysely';
import { within } from '../../rights/index.ts';
import { found, useCase } from '../../use-case/index.ts';
import { contract } from '../contract.ts';

/** Acts at the very next call with the key: it is looked up each time. Revoking twice changes nothing. */
export const revokeServiceAccount = useCase(contract.revokeServiceAccount, {
  right: 'identity.service.manage',
  async run({ input, tx, actor, scope, now, change }) {
    const { rows } = await sql<{ title: string; organisationId: string | null }>`
      update identity.service_account s set revoked_at = coalesce(revoked_at, ${now})
      where id = ${input.id}
        and ${within(scope, actor, { organisation: 's.organisation_id', municipality: 's.municipality_id' })}
      returning title, organisation_id as "organisationId"`.execute(tx);
    const { title, organisationId } = found(rows[0]);
    change({
      subject: { kind: 'identity.service', id: input.id, organisationId },
      before: { title },
      after: { title, revoked: true },
    });
    return {};
  },
});
