import { sql } from 'kysely';
import { within } from '../../rights/index.ts';
import { useCase } from '../../use-case/index.ts';
import { contract } from '../contract.ts';
import { grantable } from './grantable.ts';

interface Row {
  id: string;
  title: string;
  organisationId: string | null;
  rights: Record<string, string>;
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
  lastUsedAt: string | null;
  state: 'valid' | 'expired' | 'revoked';
}

export const listServiceAccounts = useCase(contract.listServiceAccounts, {
  right: 'identity.service.manage',
  async run({ tx, actor, scope, now }) {
    const { rows } = await sql<Row>`
      select id, title, organisation_id as "organisationId", rights, created_at as "createdAt",
        expires_at as "expiresAt", revoked_at as "revokedAt", last_used_at as "lastUsedAt",
        case when revoked_at is not null then 'revoked' when expires_at <= ${now} then 'expired' else 'valid' end
          as state
      from identity.service_account s
      where ${within(scope, actor, { organisation: 's.organisation_id', municipality: 's.municipality_id' })}
      order by created_at desc, id`.execute(tx);
    return { rows, grantable: Object.keys(grantable(actor.rights)).sort() };
  },
});
