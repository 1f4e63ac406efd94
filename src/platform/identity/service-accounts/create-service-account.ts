import { sql } from 'kysely';
import { refuse, useCase } from '../../use-case/index.ts';
import { contract } from '../contract.ts';
import { grantable } from './grantable.ts';

const LONGEST_DAYS = 366;
const DAY = 86_400_000;

/**
 * The maker of the account makes the key as well and sends its hash: the key is seen once, on the maker's own
 * screen, and lies neither in the stored answer of the command nor in any log.
 */
export const createServiceAccount = useCase(contract.createServiceAccount, {
  right: 'identity.service.manage',
  async run({ input, tx, actor, now, newId, change }) {
    const { title, keyHash, permissions, expiresAt } = input;
    const life = Date.parse(expiresAt) - Date.parse(now);
    if (life <= 0 || life > LONGEST_DAYS * DAY)
      throw refuse(
        'identity:error.keyLife',
        { days: LONGEST_DAYS },
        { fields: [{ path: 'expiresAt', key: 'identity:error.keyLife', params: { days: LONGEST_DAYS } }] },
      );
    const allowed = grantable(actor.rights);
    const beyond = permissions.filter((permission) => !allowed[permission]);
    if (beyond.length > 0)
      throw refuse(
        'identity:error.notYoursToGive',
        { permissions: beyond.join(', ') },
        {
          status: 403,
          fields: [
            {
              path: 'permissions',
              key: 'identity:error.notYoursToGive',
              params: { permissions: beyond.join(', ') },
            },
          ],
        },
      );
    const rights = Object.fromEntries(permissions.map((permission) => [permission, allowed[permission]]));
    const id = newId();
    const { rows } = await sql`insert into identity.service_account
      (id, title, organisation_id, municipality_id, rights, key_hash, created_by, created_at, expires_at)
      values (${id}, ${title}, ${actor.organisationId}, ${actor.municipalityId}, ${JSON.stringify(rights)}::jsonb,
        ${keyHash}, ${actor.personId}, ${now}, ${expiresAt})
      on conflict (key_hash) do nothing returning id`.execute(tx);
    if (rows.length === 0) throw refuse('identity:error.keyTaken', {}, { status: 409 });
    const subject = { kind: 'identity.service', id, organisationId: actor.organisationId };
    change({ subject, after: { title, rights, expiresAt } });
    return { id };
  },
});
